"""A document made ready for every format: clean text, headings without gaps, even tables."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from brukerstemmen.reports.document import (
    Chart,
    Document,
    Heading,
    Part,
    Table,
    from_json,
    to_json,
)
from brukerstemmen.reports.wordfile import plain
from brukerstemmen.reports.wording import told_quarter

TOP, DEEPEST = 2, 4  # levels of headings below the title
_MARKS = {"en": ("“", "”")}
_NORWEGIAN_MARKS = ("«", "»")
_QUARTER = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<number>[1-4])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNKNOWN_YEAR = 2000


@dataclass(frozen=True)
class Chapter:
    """A heading as the table of contents shows it."""

    anchor: str
    text: str
    level: int


def laid_out(document: Document, *, easy: bool = False) -> Document:
    """The same document with `parts` as they are to be read, nothing in them that cannot be shown.

    easy: the two pages in easy language instead of the whole.
    """
    clean = from_json(_each_text(to_json(document), plain))
    return replace(clean, parts=_even(clean.easy if easy else clean.parts), easy=())


def chapters(document: Document) -> list[Chapter]:
    """The headings of a laid out document, each with the anchor that the formats give it."""
    headings = [part for part in document.parts if isinstance(part, Heading)]
    return [Chapter(f"d-{n}", one.text, one.level) for n, one in enumerate(headings, start=1)]


def in_marks(words: str, lang: str) -> str:
    """Words in the quotation marks of their language, if they do not stand in such already."""
    opening, closing = _MARKS.get(lang, _NORWEGIAN_MARKS)
    words = words.strip()
    return words if words.startswith(opening) else f"{opening}{words}{closing}"


def quarter_told(quarter: str) -> str:
    """The quarter as people say it; other texts as they stand."""
    return told_quarter(quarter) if _QUARTER.fullmatch(quarter) else quarter


def first_day(quarter: str) -> date:
    """The first day of the quarter: the only day a file may tell.

    >>> first_day("2025-2"), first_day("våren 2024"), first_day("")
    (datetime.date(2025, 4, 1), datetime.date(2024, 1, 1), datetime.date(2000, 1, 1))
    """
    if found := _QUARTER.search(quarter):
        return date(int(found["year"]), int(found["number"]) * 3 - 2, 1)
    year = _YEAR.search(quarter)
    return date(int(year[0]) if year else _UNKNOWN_YEAR, 1, 1)


def _each_text(told: Any, change: Callable[[str], str]) -> Any:
    if isinstance(told, str):
        return change(told)
    if isinstance(told, dict):
        return {name: _each_text(value, change) for name, value in told.items()}
    if isinstance(told, list | tuple):
        return tuple(_each_text(value, change) for value in told)
    return told


def _even(parts: Sequence[Part]) -> tuple[Part, ...]:
    """A screen reader counts on headings that go down one level at a time, and on whole rows."""
    made: list[Part] = []
    above = TOP - 1
    for part in parts:
        if isinstance(part, Heading):
            if not part.text.strip():
                continue
            above = min(max(part.level, TOP), above + 1, DEEPEST)
            part = replace(part, level=above)
        elif isinstance(part, Table):
            part = _whole(part)
        elif isinstance(part, Chart):
            label, people = part.header
            part = replace(part, header=(label or _("Theme"), people or _("People")))
        made.append(part)
    return tuple(made)


def _whole(table: Table) -> Table:
    width = max([1, len(table.header), *map(len, table.rows)])

    def filled(cells: tuple[str, ...]) -> tuple[str, ...]:
        return (*cells, *[""] * (width - len(cells)))

    return replace(table, header=filled(table.header), rows=tuple(map(filled, table.rows)))


def as_table(chart: Chart) -> Table:
    """What a chart shows, as the table that always follows it."""
    rows = tuple((bar.label, bar.told) for bar in chart.bars)
    return Table(chart.caption, chart.header, rows)
