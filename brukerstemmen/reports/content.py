"""What an internal draft says, before it becomes a page, a Word document or a spreadsheet.

The draft stays inside the team. It holds masked words only, no speaker codes and no moments.
`people` is None where the count is hidden; the count has been through disclosure control before.
Attendances are hidden with them, as they would tell.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from brukerstemmen.voices.kinds import Kind


@dataclass(frozen=True)
class Line:
    """A statement as it may be read, and its language: nb, nn or en.

    quotable: whether the one who said it has said yes to these words.
    """

    words: str
    lang: str = "nb"
    quotable: bool = False


@dataclass(frozen=True)
class Numbers:
    """Counts over the whole evaluation. unspoken: statements whose speaker is not known."""

    people: int | None
    attendances: int | None
    meetings: int
    statements: int
    unspoken: int


@dataclass(frozen=True)
class ThemePart:
    """A theme and what was said about it.

    statements: all of the theme's, also those that wait; the lines are those that may be read.
    quotable: how many of them may be quoted.
    unmarked: lines of which nobody has said whether they are good, not good or something else.
    """

    name: str
    definition: str
    people: int | None
    statements: int
    quotable: int = 0
    good: tuple[Line, ...] = ()
    not_good: tuple[Line, ...] = ()
    proposals: tuple[Line, ...] = ()
    other: tuple[Line, ...] = ()
    unmarked: tuple[Line, ...] = ()

    def lines(self) -> Iterator[tuple[Kind | None, tuple[Line, ...]]]:
        """The lines by kind, in the order they are read. Good and not good are always there."""
        yield Kind.GOOD, self.good
        yield Kind.NOT_GOOD, self.not_good
        for kind, lines in (
            (Kind.PROPOSAL, self.proposals),
            (Kind.OTHER, self.other),
            (None, self.unmarked),
        ):
            if lines:
                yield kind, lines


@dataclass(frozen=True)
class Draft:
    """The whole draft. waiting: statements left out, as they may still point at somebody."""

    title: str
    centre: str
    service: str
    made_on: date
    language: str
    promise: str
    numbers: Numbers
    themes: tuple[ThemePart, ...] = ()
    waiting: int = 0
    unsorted: tuple[Line, ...] = ()
    method: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """The fixed wording of the draft in one language. The caller passes translations."""

    internal: str = "INTERNAL DRAFT – not to be sent to the service"
    centre: str = "Centre"
    service: str = "Service"
    made_on: str = "Made on"
    promise: str = "What the participants were promised"
    in_numbers: str = "The evaluation in numbers"
    numbers_caption: str = "People, meetings and statements"
    what: str = "What"
    number: str = "Number"
    people: str = "People"
    attendances: str = "Attendances"
    meetings: str = "Meetings"
    statements: str = "Statements"
    unspoken: str = "Statements without a known speaker"
    too_few: str = "5 or fewer"
    # One plural-free sentence, so that it holds in every language. {count} is a number.
    waiting: str = "Left out until they are masked and read by a person: {count}"
    by_theme: str = "Numbers by theme"
    theme: str = "Theme"
    good: str = "Good"
    not_good: str = "Not good"
    proposals: str = "Proposals"
    other: str = "Also important"
    unmarked: str = "Not marked as good or not good"
    nothing: str = "Nothing has been said about this here."
    unsorted: str = "Not sorted into a theme yet"
    method: str = "How this was made"
    page: str = "Page"
    may_be_quoted: str = "May be quoted"
    statement_style: str = "Statement"
    opening: str = "“"
    closing: str = "”"
    date_format: str = "%d.%m.%Y"

    def kind(self, kind: Kind | None) -> str:
        if kind is None:
            return self.unmarked
        return {
            Kind.GOOD: self.good,
            Kind.NOT_GOOD: self.not_good,
            Kind.PROPOSAL: self.proposals,
            Kind.OTHER: self.other,
        }[kind]
