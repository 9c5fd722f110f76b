"""What tests of rounds share: measures to ask about, an open round, and replies as they are kept.
Imported by name where it is needed."""

import json
from collections.abc import Callable, Iterable
from datetime import timedelta

import pytest

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.actions import rounds
from brukerstemmen.followups.models import FollowUp, Reply, ReplyWords
from brukerstemmen.measures.actions import MatterTold, add_measure, put_to_service, take_step
from brukerstemmen.measures.felt import Felt
from brukerstemmen.measures.models import Measure, Standing, Turn
from brukerstemmen.measures.states import Status
from brukerstemmen.people.keys import make_key
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import consent
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.models import Participant
from tests.cast import TODAY

UNTIL = TODAY + timedelta(days=14)


@pytest.fixture
def measures(evaluation: Evaluation, anne: Person, eli: Person) -> list[Measure]:
    """One that the service says is done, one under way, one it has said no to."""
    matter = MatterTold(
        id=None,
        number=1,
        turn=Turn.IMPROVE,
        standing=Standing.CONFIRMED,
        title="Det er vanskelig å nå noen",
    )
    matters = put_to_service(evaluation.work, [matter], quarter="2026-1", by=anne)
    made = [
        add_measure(
            evaluation.work,
            matters,
            title=title,
            owner="Leder, poliklinikken",
            deadline=UNTIL,
            notice="Noen ringer dagen etter.",
            said_by="Leder DPS",
            status=Status.PLANNED,
            by=eli,
        )
        for title in ("Ringe tilbake neste dag", "Timer til klokka 18", "Kveldstelefon")
    ]
    steps = (Status.DONE, Status.IN_PROGRESS, Status.REJECTED)
    for measure, status in zip(made, steps, strict=True):
        take_step(measure, status, reason="Det ble slik.", said_by="Leder DPS", by=eli)
    return list(Measure.objects.filter(work=evaluation.work))


@pytest.fixture
def planned(evaluation: Evaluation, anne: Person) -> FollowUp:
    return rounds.plan_round(evaluation, due_on=TODAY, by=anne)


@pytest.fixture
def open_round(planned: FollowUp, measures: list[Measure], anne: Person) -> FollowUp:
    return rounds.open_round(planned, measures=measures, answer_by=UNTIL, by=anne)


@pytest.fixture
def gathers(open_round: FollowUp, measures: list[Measure], anne: Person) -> Callable[..., FollowUp]:
    """Replies about the first measure, and the round closed. The second gets the same from those
    who say something of both."""

    def gather(felt: Iterable[Felt], participants: Iterable[Participant] = ()) -> FollowUp:
        people = iter(participants)
        for one in felt:
            reply_in(open_round, {measures[0]: one}, participant=next(people, None))
        return rounds.close_round(open_round, by=anne)

    return gather


def reply_in(
    follow_up: FollowUp,
    felt: dict[Measure, Felt],
    *,
    participant: Participant | None = None,
    notices: str = "",
    missing: str = "",
) -> Reply:
    """A reply as it is kept, whichever way it came."""
    evaluation = follow_up.evaluation
    masked = (
        participant.masked_key
        if participant
        else make_key(content=Zone.Z2_MASKED, outer=evaluation.key)
    )
    raw = (
        participant.raw_key
        if participant
        else make_key(content=Zone.Z3_RAW, outer=evaluation.raw_key)
    )
    reply = Reply(
        follow_up=follow_up,
        participant=participant,
        key=masked,
        raw_key=raw,
        channel=consent.Channel.OWN_LINK,
        has_words=bool(notices or missing),
    )
    reply.seal(felt=json.dumps({str(one.pk): said.value for one, said in felt.items()}))
    reply.save(force_insert=True)
    if notices or missing:
        words = ReplyWords(reply=reply, key=raw)
        words.seal(notices=notices, missing=missing)
        words.save(force_insert=True)
    return reply
