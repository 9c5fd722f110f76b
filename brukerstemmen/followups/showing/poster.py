"""The parts of the poster, with the words that states have on it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext

from brukerstemmen.followups.poster import Line, Poster
from brukerstemmen.measures.wording import STATUSES, VERDICTS

Words = Promise | str


@dataclass(frozen=True)
class LineShown:
    """state: how far it has come, "" where the heading says it. felt: what users say."""

    row: Line
    state: Words
    felt: Words


@dataclass(frozen=True)
class Part:
    """name: for the looks. lines: never none."""

    name: str
    title: str
    lines: list[LineShown]


def parts_of(poster: Poster) -> list[Part]:
    """The three parts, without those that have nothing to say."""
    told = [
        ("said", pgettext("poster", "You said"), poster.said),
        ("did", pgettext("poster", "We did"), poster.did),
        ("noes", pgettext("poster", "This became a no, because"), poster.noes),
    ]
    return [
        Part(name, title, [_shown(line) for line in lines]) for name, title, lines in told if lines
    ]


def _shown(line: Line) -> LineShown:
    return LineShown(
        row=line,
        state="" if line.is_plain or line.status is None else STATUSES[line.status],
        felt=VERDICTS[line.felt] if line.felt else "",
    )
