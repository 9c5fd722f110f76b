"""Beside the statements: the names of the meeting, and how the masking has gone so far."""

from dataclasses import dataclass

from django.db.models import Avg, Count, F, Sum
from django.utils.functional import Promise

from brukerstemmen.masking.replace import suggest
from brukerstemmen.masking.spans import Label, Span, Why
from brukerstemmen.voices.finding import Gathered
from brukerstemmen.voices.models import ReadingFigures, UserMeeting
from brukerstemmen.voices.names import Choices, Key, Meant, Name, names_among
from brukerstemmen.voices.wording import meetings as wording


@dataclass(frozen=True)
class NameRow:
    """A name of the meeting, what it may be called, and what was chosen for it."""

    name: Name
    instead: str
    chosen: Meant | None
    is_unused: bool = False  # chosen for a name that stands nowhere in the meeting any more

    @property
    def kind(self) -> Promise | str:
        return wording.LABELS[self.name.label]


def names_of(gathered: Gathered, choices: Choices) -> list[NameRow]:
    """The names said in the meeting, each with a number of its own among those of its kind. Last
    what was chosen for names nobody says any more, so that it can be taken back."""
    names = names_among(gathered.texts, gathered.hits)
    rows = [
        NameRow(name, _numbered(name, gathered.language), choices.get(name.key)) for name in names
    ]
    left = {key: meant for key, meant in choices.items() if key not in {one.key for one in names}}
    return rows + [_unused(key, meant) for key, meant in left.items()]


def _unused(key: Key, meant: Meant) -> NameRow:
    name = Name(Label.PERSON, meant.name, key, number=0, times=0)
    return NameRow(name, meant.instead, meant, is_unused=True)


def _numbered(name: Name, language: str) -> str:
    whole = Span(0, len(name.text), name.label, 1.0, "list", Why.FOUND_ELSEWHERE)
    return suggest(name.text, [whole], language).replace("]", f" {name.number}]")


@dataclass(frozen=True)
class Figures:
    """How the readings of a meeting have gone. seconds: on average; None: nobody counted."""

    readings: int
    seconds: int | None
    proposed: int
    accepted: int
    changed: int
    kept: int
    added: int
    stood: int = 0  # what a second reader let stand
    back: int = 0  # and what they asked to look at again


def figures_of(meeting: UserMeeting) -> Figures:
    """Two queries."""
    counted = ("proposed", "accepted", "changed", "kept", "added")
    told = ReadingFigures.objects.filter(user_meeting=meeting).aggregate(
        readings=Count("pk"), mean=Avg("seconds"), **{name: Sum(name) for name in counted}
    )
    second = UserMeeting.objects.values(stood=F("second_stood"), back=F("second_back")).get(
        pk=meeting.pk
    )
    mean = told["mean"]
    return Figures(
        readings=told["readings"],
        seconds=None if mean is None else max(1, round(mean)),
        **{name: told[name] or 0 for name in counted},
        **second,
    )
