"""What the demo's files tell: what was said, the themes, the question guide."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from brukerstemmen.analysis.models import GoodMark

_HERE = Path(__file__).resolve().parent
# The files name the marks in Norwegian, as the answer key does; the first one is linked.
_MARKS = {
    "respekt": GoodMark.RESPECT,
    "dyktige fagpersoner": GoodMark.SKILLED_STAFF,
    "forutsigbarhet": GoodMark.PREDICTABILITY,
    "fleksibilitet": GoodMark.FLEXIBILITY,
    "informasjon": GoodMark.INFORMATION,
    "samhandling": GoodMark.COOPERATION,
    "felles beslutninger": GoodMark.SHARED_DECISIONS,
    "sosial kontakt": GoodMark.SOCIAL_CONTACT,
    "utviklingsmuligheter": GoodMark.CHANCES,
}


@dataclass(frozen=True)
class Told:
    """One statement: as it was noted, and as it is masked. `kept`: found words, with the reason.

    answer: what its speaker says to the masked words, as the answer key has it; own: the speaker's
    new wording, where that is a change.
    """

    name: str
    meeting: str
    speaker: str
    kind: str
    theme: str
    words: str
    masked: str
    kept: dict[str, str]
    answer: str
    own: str


@dataclass(frozen=True)
class Reply:
    """Somebody who answers on a slip. code: who they become, "" if they do not take part."""

    code: str
    day: int
    sheet: int
    wish: str
    needs: str
    language: str
    reach: dict[str, str]


@dataclass(frozen=True)
class Return:
    """How somebody gets their words back, and when they answer. by: who is told, "" for nobody."""

    code: str
    way: str
    offered: int
    answered: int
    by: str


@dataclass(frozen=True)
class ThemeTold:
    code: str
    name: str
    mark: GoodMark


@dataclass(frozen=True)
class GuideTold:
    """A theme of the guide, its own question, and the three turns."""

    title: str
    question: str
    good: str
    not_good: str
    better: str


@cache
def statements() -> tuple[Told, ...]:
    """The sixty statements, in the order they were noted."""
    final = {row["id"]: row["words"] for row in (*rows("masked"), *rows("withdrawn"))}
    offered = {row["id"]: row["words"] for row in rows("offered")}
    kept: dict[str, dict[str, str]] = {}
    for row in rows("kept"):
        kept.setdefault(row["id"], {})[row["text"]] = row["why"]
    return tuple(
        Told(
            name=row["id"],
            meeting=row["meeting"],
            speaker=row["speaker"],
            kind=row["kind"],
            theme=row["theme"],
            words=row["words"],
            masked=(final | offered).get(row["id"], row["words"]),
            kept=kept.get(row["id"], {}),
            answer=row["validation"],
            own=final[row["id"]] if row["id"] in offered else "",
        )
        for row in rows("notes")
    )


def replies() -> list[Reply]:
    """The answers on slips, in the order they came."""
    return [
        Reply(
            code=row["code"],
            day=int(row["day"]),
            sheet=int(row["sheet"]),
            wish=row["wish"],
            needs=row["needs"],
            language=row["language"],
            reach={way: row[way] for way in ("name", "telephone", "email")},
        )
        for row in rows("replies")
    ]


def returns() -> list[Return]:
    """How each of the nineteen gets their words back."""
    return [
        Return(row["code"], row["way"], int(row["offered"]), int(row["answered"]), row["by"])
        for row in rows("returned")
    ]


def themes() -> list[ThemeTold]:
    """T1 to T9."""
    return [
        ThemeTold(row["code"], row["name"], _MARKS[row["mark"].split(",")[0]])
        for row in rows("themes")
    ]


def guide() -> list[GuideTold]:
    """The ten themes of version 3."""
    return [
        GuideTold(row["theme"], row["question"], row["good"], row["not_good"], row["better"])
        for row in rows("guide")
    ]


def rows(name: str) -> list[dict[str, str]]:
    """The lines of one of the demo's files."""
    with (_HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))
