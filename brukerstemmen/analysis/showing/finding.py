"""The page of one finding: what carries it, what says something else, and how it has changed."""

import uuid
from dataclasses import dataclass
from datetime import date

from brukerstemmen.analysis.board import Card, cards_of
from brukerstemmen.analysis.evidence import Lack, Rests, Stance, lacks
from brukerstemmen.analysis.models import Finding, FindingVersion, MinorityView, Theme
from brukerstemmen.analysis.showing.findings import rests_of
from brukerstemmen.analysis.wording import READINGS, Words, lack_in_words
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.masking.engine import propagate
from brukerstemmen.people.models import Person
from brukerstemmen.voices.finding import context_of
from brukerstemmen.voices.models import Participant, Statement

SURE = 0.5  # from here on a find is worth masking unseen
_KEYS = "key__outer__outer"


@dataclass(frozen=True)
class View:
    """A view that not all share. holder: a participant's code, or a name on the team."""

    pk: uuid.UUID
    words: str
    holder: str
    on: date
    may_take_back: bool


@dataclass(frozen=True)
class Changed:
    """One part of the finding, as it read and as it read afterwards."""

    name: Words
    before: str
    after: str


@dataclass(frozen=True)
class Step:
    """A change: what led to it, who made it, and the parts that read otherwise since."""

    number: int
    because: str
    what: str
    by: str
    on: date
    changed: list[Changed]


@dataclass(frozen=True)
class Shown:
    """number: its place among all. masked_anew: statements that come back when they are ready."""

    number: int
    rests: Rests
    lacks: list[tuple[Lack, Words]]
    supports: list[Card]
    contrary: list[Card]
    masked_anew: int
    views: list[View]
    history: list[Step]
    pointing: list[str]


def shown(finding: Finding, person: Person) -> Shown:
    """Everything the page tells, in a fixed number of queries."""
    rests = rests_of([finding])[finding.pk]
    carried = _carried(finding)
    cards = {card.pk: card for card in cards_of([one for one, _stance in carried], [])}
    views = _views(finding, person)
    return Shown(
        number=number_of(finding),
        rests=rests,
        lacks=[(lack, lack_in_words(lack, rests)) for lack in lacks(rests)],
        supports=[cards[one.pk] for one, stance in carried if stance == Stance.SUPPORTS],
        contrary=[cards[one.pk] for one, stance in carried if stance == Stance.CONTRARY],
        masked_anew=finding.evidence.count() - len(carried),
        views=views,
        history=_history(finding),
        pointing=_pointing(finding, views),
    )


def number_of(finding: Finding) -> int:
    """What a finding is called on screen: its place among all, from 1."""
    others = Finding.objects.filter(evaluation=finding.evaluation_id)
    return others.filter(position__lte=finding.position).count()


def _carried(finding: Finding) -> list[tuple[Statement, str]]:
    stances = dict(finding.evidence.values_list("statement", "stance"))
    rows = (
        Statement.objects.ready()
        .filter(pk__in=stances)
        .order_by("user_meeting__meeting__number", "position")
        .select_related("user_meeting__meeting", "speaker")
    )
    return [(one, stances[one.pk]) for one in rows]


def _views(finding: Finding, person: Person) -> list[View]:
    rows = finding.minority_views.select_related("holder", "kept_by", _KEYS)
    return [
        View(
            pk=one.pk,
            words=one.read("words"),
            holder=holder_of(one),
            on=one.on,
            may_take_back=one.holder_id is not None or one.kept_by_id == person.pk,
        )
        for one in rows
    ]


def holder_of(view: MinorityView) -> str:
    return view.holder.code if view.holder else view.kept_by.name


def _history(finding: Finding) -> list[Step]:
    """The newest change first."""
    kept: list[FindingVersion] = list(finding.versions.select_related("by", _KEYS))
    names = list(READINGS)
    readings = [{name: one.read(name) for name in names} for one in (*kept, finding)]
    steps = [
        Step(
            number=one.number + 1,
            because=one.get_because_display(),
            what=one.read("what"),
            by=one.by.name,
            on=one.on,
            changed=[
                Changed(READINGS[name], before[name], after[name])
                for name in names
                if before[name] != after[name]
            ],
        )
        for one, before, after in zip(kept, readings, readings[1:], strict=False)
    ]
    return steps[::-1]


def _pointing(finding: Finding, views: list[View]) -> list[str]:
    """Words in what the team has written that may point at somebody. A hint, no hinder."""
    texts = [finding.read(name) for name in READINGS] + [view.words for view in views]
    found = propagate(texts, "nb", context_of(finding.evaluation.work))
    words = [
        text[span.start : span.end]
        for text, spans in zip(texts, found, strict=True)
        for span in spans
        if span.score >= SURE
    ]
    return list(dict.fromkeys(words))


def theme_of(evaluation: Evaluation, pk: str) -> Theme | None:
    """The theme that was chosen, None for no theme."""
    return Theme.objects.filter(evaluation=evaluation, pk=pk or None).first()


def those_who_take_part(evaluation: Evaluation) -> list[Participant]:
    """Who may hold another view, in the order of their numbers."""
    here = Participant.objects.taking_part().filter(evaluation=evaluation)
    return list(here.order_by("number"))
