"""How much what was found may give away: one thing straight, or many small clues together.

A figure to sort by and to ask for a second reader with, never a promise: no sum over clues tells
whether somebody is recognised. Only people who know the place can.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from itertools import combinations

from brukerstemmen.masking.spans import Label, Span, Why

# From this score on, somebody besides the first reader looks. The only place where it is decided.
SECOND_READER_FROM = 0.75


class Risk(IntEnum):
    """What a find may do by itself; the greater includes the smaller."""

    NONE = 0
    QUASI = 1  # narrows down who it is
    DIRECT = 2  # points straight at somebody


class Aspect(StrEnum):
    """The side of a person that a clue tells of. Two clues on one side add nothing."""

    ROLE = "role"
    AGE = "age"
    PLACE = "place"
    SERVICE = "service"
    DAY = "day"
    ORIGIN = "origin"
    CONDITION = "condition"
    FEW = "few"  # said to be one of few
    LIFE = "life"  # family, faith, something that happened


DIRECT_LABELS = frozenset(Label) - {
    *(Label.QUASI, Label.PLACE, Label.ORG, Label.DATE, Label.AGE),
}
ASPECTS: dict[Label, Aspect] = {
    Label.PLACE: Aspect.PLACE,
    Label.ORG: Aspect.SERVICE,
    Label.DATE: Aspect.DAY,
    Label.AGE: Aspect.AGE,
}
CLUES: dict[Why, Aspect] = {
    Why.RARE_WORK: Aspect.ROLE,
    Why.TELLS_WORKPLACE: Aspect.ROLE,
    Why.SINGLE_ROLE: Aspect.ROLE,
    Why.PERSON_AT_OFFICE: Aspect.ROLE,
    Why.SPOKEN_LANGUAGE: Aspect.ORIGIN,
    Why.TELLS_ORIGIN: Aspect.ORIGIN,
    Why.RARE_CONDITION: Aspect.CONDITION,
    Why.WORD_OF_FEW: Aspect.FEW,
    Why.KNOWN_BEFORE: Aspect.FEW,
}
# The share of people a clue leaves out, as far as one figure can say it.
WEIGHTS: Mapping[Aspect, float] = {
    Aspect.ROLE: 0.45,
    Aspect.AGE: 0.3,
    Aspect.PLACE: 0.35,
    Aspect.SERVICE: 0.25,
    Aspect.DAY: 0.3,
    Aspect.ORIGIN: 0.4,
    Aspect.CONDITION: 0.5,
    Aspect.FEW: 0.65,
    Aspect.LIFE: 0.35,
}
# Who somebody is, how old and where: the classic three. Each pair of them counts once more.
CLASSIC = (Aspect.ROLE, Aspect.AGE, Aspect.PLACE)
PAIR = 0.25


@dataclass(frozen=True)
class Assessment:
    """What the finds of one statement come to. score: from 0 to below 1, of the clues alone."""

    risk: Risk
    score: float
    aspects: frozenset[Aspect]

    @property
    def needs_second_reader(self) -> bool:
        """Whether the clues pile up so that one reader is not enough."""
        return self.score >= SECOND_READER_FROM


def risk_of(span: Span) -> Risk:
    """What one find may do by itself."""
    return Risk.DIRECT if span.label in DIRECT_LABELS else Risk.QUASI


def aspect_of(span: Span) -> Aspect | None:
    """The side of a person the find tells of; None for what points straight at somebody."""
    if span.label in DIRECT_LABELS:
        return None
    if span.label is Label.QUASI:
        return CLUES.get(span.why, Aspect.LIFE)
    return ASPECTS[span.label]


def assess(spans: Iterable[Span]) -> Assessment:
    """What the finds come to. spans: those that stand, not those that got other words.

    The order does not matter, and one more find never makes it less.

    >>> place = Span(0, 6, Label.PLACE, 0.9, "rules.place", Why.PLACE_IN_LIST)
    >>> work = Span(7, 12, Label.QUASI, 0.6, "rules.indirect", Why.RARE_WORK)
    >>> assess([place]).risk.name, assess([place]).score, assess([place, work]).score
    ('QUASI', 0.315, 0.717)
    """
    spans = list(spans)
    strength: dict[Aspect, float] = {}
    for span in spans:
        if aspect := aspect_of(span):
            told = WEIGHTS[aspect] * _sureness(span)
            strength[aspect] = max(strength.get(aspect, 0.0), told)
    return Assessment(
        risk=max(map(risk_of, spans), default=Risk.NONE),
        score=round(_together(strength), 3),
        aspects=frozenset(strength),
    )


def _sureness(span: Span) -> float:
    """A clue is either meant as one or not; only a real doubt makes it count less."""
    return 1.0 if span.label is Label.QUASI and span.score >= 0.5 else span.score


def _together(strength: Mapping[Aspect, float]) -> float:
    """How little is left of the crowd once every clue has been heard."""
    crowd = 1.0
    for aspect in sorted(strength):
        crowd *= 1 - strength[aspect]
    for _pair in combinations([aspect for aspect in CLASSIC if aspect in strength], 2):
        crowd *= 1 - PAIR
    return 1 - crowd
