"""Those who take part, as codes: what they have said yes to, and what waits for them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock
from brukerstemmen.privacy import consent
from brukerstemmen.privacy.consent import Purpose, State
from brukerstemmen.voices.actions.consenting import asked_of
from brukerstemmen.voices.actions.invitations import REACH
from brukerstemmen.voices.models import (
    Companion,
    ConsentDecision,
    Contact,
    Invitation,
    Participant,
    PersonalCode,
    Statement,
    UserMeeting,
)
from brukerstemmen.voices.states import StatementState
from brukerstemmen.voices.wording import meetings as wording


def people() -> Any:
    """All participants, with what is needed to say where they belong."""
    return Participant.objects.select_related("evaluation__work__centre__profile")


@dataclass(frozen=True)
class Standing:
    """One participant in the list. words: statements that wait for their answer."""

    person: Participant
    states: dict[Purpose, State | None]
    code_given_on: date | None
    words: int

    @property
    def takes_part(self) -> Any:
        return wording.TAKING_PART[self.states[Purpose.TAKE_PART]]

    @property
    def holds(self) -> bool:
        return self.states[Purpose.TAKE_PART] is State.GIVEN

    @property
    def may_be_quoted(self) -> bool:
        return self.states[Purpose.QUOTES] is State.GIVEN

    @property
    def guardian_untold(self) -> bool:
        return self.person.is_young and self.person.guardian_told_on is None


def standings(evaluation: Evaluation) -> list[Standing]:
    """Every participant, those who have withdrawn as a line without content. Three queries."""
    waiting = Count("statements", filter=Q(statements__state=StatementState.SENT))
    rows = (
        Participant.objects.filter(evaluation=evaluation)
        .annotate(words=waiting)
        .prefetch_related("decisions", _codes_that_hold())
        .order_by("number")
    )
    return [_standing(row, row.words) for row in rows]


def _codes_that_hold() -> "Prefetch[Any]":
    rows = PersonalCode.objects.holding(clock.today())
    return Prefetch("codes", queryset=rows, to_attr="codes_that_hold")


def _standing(person: Any, words: int) -> Standing:
    told = [row.as_decision() for row in person.decisions.all()]
    given = [code.issued_on for code in person.codes_that_hold]
    return Standing(person, consent.states(told, on=clock.today()), max(given, default=None), words)


@dataclass(frozen=True)
class Said:
    """What somebody has said to one purpose, and how we know."""

    purpose: Any
    state: Any
    is_yes: bool
    last: ConsentDecision | None

    @property
    def channel(self) -> Any:
        return wording.CHANNELS[consent.Channel(self.last.channel)] if self.last else ""


@dataclass(frozen=True)
class OnePerson:
    """A participant's own page for the team."""

    standing: Standing
    said: list[Said]
    meetings: list[int]
    statements: int


def one_person(person: Participant) -> OnePerson:
    """What the team sees of one participant. Never who they are."""
    row: Any = (
        Participant.objects.filter(pk=person.pk)
        .prefetch_related("decisions__registered_by", _codes_that_hold())
        .get()
    )
    statements = Statement.objects.filter(speaker=person)
    waiting = statements.filter(state=StatementState.SENT).count()
    met = UserMeeting.objects.filter(presences__participant=person)
    return OnePerson(
        standing=_standing(row, waiting),
        said=_said(row),
        meetings=list(met.order_by("meeting__number").values_list("meeting__number", flat=True)),
        statements=statements.count(),
    )


def _said(person: Participant) -> list[Said]:
    decisions = list(person.decisions.all())
    now = consent.states([row.as_decision() for row in decisions], on=clock.today())
    invitation = Invitation.objects.filter(evaluation=person.evaluation_id).first()
    shown = [p for p in Purpose if p in asked_of(invitation) or now[p] is not None]
    return [
        Said(
            purpose=wording.PURPOSES[purpose],
            state=wording.CONSENT[now[purpose]],
            is_yes=now[purpose] is State.GIVEN,
            last=_last(decisions, purpose),
        )
        for purpose in shown
    ]


def _last(decisions: list[ConsentDecision], purpose: Purpose) -> ConsentDecision | None:
    return next((row for row in reversed(decisions) if row.purpose == purpose), None)


def statements_of(person: Participant) -> int:
    """How many statements go when this person goes."""
    return Statement.objects.filter(speaker=person).count()


def reach_of(person: Participant) -> dict[str, str]:
    """How to reach them, as they have told. Only for requests that may know who people are."""
    row = Contact.objects.filter(participant=person).select_related("key__outer__outer").first()
    return {way: row.read(way) for way in REACH} if row else {}


def companions(person: Participant) -> list[tuple[Companion, str]]:
    """Those they have with them, by name. Only for requests that may know who people are."""
    rows = person.companions.select_related("key__outer__outer")
    return [(row, row.read("name")) for row in rows]


def without_code(meeting: UserMeeting) -> int:
    """How many of those present have no code that holds."""
    present = Participant.objects.taking_part().filter(presences__user_meeting=meeting)
    holding = PersonalCode.objects.holding(clock.today())
    return present.exclude(codes__in=holding).count()
