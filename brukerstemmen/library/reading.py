"""Start content as it stands in files: one TOML file a page, the path its address.

Reads files into plain values and says, with the file's name, what is not understood. What the
fields mean stands in `docs/start-content.md`.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

START = Path(__file__).with_name("start")
LANGUAGES = ("nb", "nn", "en")
# What stands in a file and is not read as text: where links lead, and what the software looks up.
_NOT_READ = {"block", "to", "keys", "of", "link", "source"}
_READ_EXTRAS = ("short", "goal", "promise", "who", "takes", "gives", "newsletter")
_ADDRESS = re.compile(r"\]\([^)]*\)")
TYPES = (
    "home",
    "section",
    "degree",
    "method",
    "advice",
    "example",
    "template",
    "checklist",
    "guide",
    "organisation",
    "reflection",
    "news",
    "text",
    "door",
)


class NotUnderstood(ValueError):
    """A file of start content that cannot be read: which one, and why."""


@dataclass(frozen=True)
class Written:
    """One page as written. at: the parts of its address, () for the front page."""

    language: str
    at: tuple[str, ...]
    type: str
    title: str
    summary: str
    order: int
    labels: tuple[str, ...]
    review_months: int
    extra: dict[str, Any] = field(default_factory=dict)
    body: tuple[dict[str, Any], ...] = ()

    @property
    def slug(self) -> str:
        return self.at[-1] if self.at else ""


def pages(language: str, folder: Path = START) -> list[Written]:
    """Every page of a language, parents before children, siblings in their order."""
    found = [_read(file, language, folder / language) for file in _files(folder / language)]
    order = {page.at: page.order for page in found}
    missing = [page.at for page in found if page.at and page.at[:-1] not in order]
    if missing:
        raise NotUnderstood(f"{language}: no page above {missing}")
    return sorted(
        found, key=lambda page: [(order[page.at[: n + 1]], page.at[n]) for n in range(len(page.at))]
    )


def figures(folder: Path = START) -> list[dict[str, str]]:
    """The figure register as it stands in `figures.toml`."""
    file = folder / "figures.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))["figure"] if file.exists() else []


def text_of(page: Written) -> str:
    """Everything a reader reads on the page, a line for each heading, point and paragraph."""
    told = {name: page.extra[name] for name in _READ_EXTRAS if name in page.extra}
    lines = [page.title, page.summary, *_words(told), *_words(page.body)]
    return _ADDRESS.sub("]", "\n".join(lines))


def _words(told: object, key: str = "") -> Iterator[str]:
    if key in _NOT_READ:
        return
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        lists_pages = told.get("block") == "pages"  # its label is a key, not a word
        for name, part in told.items():
            if not (lists_pages and name == "label"):
                yield from _words(part, name)
    elif isinstance(told, list | tuple):
        for part in told:
            yield from _words(part)


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.rglob("*.toml"))


def _read(file: Path, language: str, folder: Path) -> Written:
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as wrong:
        raise NotUnderstood(f"{file.name}: {wrong}") from wrong
    at = file.relative_to(folder).with_suffix("").parts
    if told.get("type") not in TYPES:
        raise NotUnderstood(f"{file}: type is {told.get('type')!r}")
    return Written(
        language,
        at[:-1] if at[-1] == "index" else at,
        told["type"],
        told["title"],
        " ".join(told.get("summary", "").split()),
        told.get("order", 99),
        tuple(told.get("labels", ())),
        told.get("review_months", 12),
        told.get("extra", {}),
        tuple(told.get("body", ())),
    )
