"""Find every text for people in the source: what gettext's own programs would find, without them.

Python files are read by their syntax tree, templates through Django's `templatize`, which turns
their tags into Python-like calls.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "brukerstemmen"
# Name of a call, then which of its arguments are context, text and plural.
CALLS = {
    "_": (None, 0, None),
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
    "npgettext_lazy": (0, 1, 2),
}
IN_TEMPLATE = re.compile(r"\b(n?p?gettext|_)\(")


class Text(NamedTuple):
    """A msgid; the context tells two equal words apart, the plural is its other form."""

    words: str
    context: str | None = None
    plural: str | None = None


def texts_in(path: Path) -> set[Text]:
    """The texts of one Python file or template."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return set(_from_tree(ast.parse(source)))
    return {text for call in _calls_in_template(source) for text in _from_tree(call)}


def texts_of_room(room: Path) -> dict[Text, list[Path]]:
    """The texts of a room, each with the files it stands in."""
    found: dict[Text, list[Path]] = {}
    for path in sorted([*room.rglob("*.py"), *room.rglob("templates/**/*.*")]):
        for text in texts_in(path):
            found.setdefault(text, []).append(path)
    return found


def rooms() -> list[Path]:
    """The rooms that have anything to say."""
    return [room for room in sorted(PACKAGE.iterdir()) if room.is_dir() and texts_of_room(room)]


def _calls_in_template(source: str) -> Iterator[ast.AST]:
    code = templatize(source)
    for match in IN_TEMPLATE.finditer(code):
        closing = match.end()
        while closing := code.find(")", closing) + 1:  # a text may hold a bracket of its own
            try:
                yield ast.parse(code[match.start() : closing].strip(), mode="eval")
            except SyntaxError:
                continue
            break


def _from_tree(tree: ast.AST) -> Iterator[Text]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (text := _from_call(node)):
            yield text


def _from_call(call: ast.Call) -> Text | None:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name not in CALLS or not call.args:
        return None
    values = [arg.value if isinstance(arg, ast.Constant) else None for arg in call.args]
    context, words, plural = (None if at is None else values[at] for at in CALLS[name])
    return Text(words, context, plural) if isinstance(words, str) and words else None
