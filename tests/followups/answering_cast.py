"""A round that is open, two measures asked about, and people who may answer."""

import json
import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.actions import replying, slips
from brukerstemmen.followups.models import (
    AskedAbout,
    FeltSlips,
    FollowUp,
    MaskedReply,
    Reply,
    ReplyWords,
)
from brukerstemmen.measures.felt import Felt
from brukerstemmen.measures.models import Measure
from brukerstemmen.people import ledger
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions import invitations
from brukerstemmen.voices.models import Participant, UserMeeting
from tests.cast import TODAY

SOON = TODAY + timedelta(days=21)
NOTICES = "Kanarifugl: de ringer nå."
MISSING = "Kanarifugl: noen å snakke med på kvelden."


@pytest.fixture
def measures(evaluation: Evaluation) -> list[Measure]:
    told = [
        ("Telefon neste virkedag", "Noen ringer dagen etter.", "done"),
        ("Lørdagsåpent treffsted", "", "in_progress"),
    ]
    return [
        Measure.objects.create(
            work=evaluation.work, number=number, title=title, notice=notice, status=status
        )
        for number, (title, notice, status) in enumerate(told, start=1)
    ]


@pytest.fixture
def round_(evaluation: Evaluation, measures: list[Measure]) -> FollowUp:
    """As the verbs of rounds make it."""
    made = FollowUp.objects.create(
        evaluation=evaluation,
        number=1,
        due_on=TODAY,
        opened_on=TODAY,
        answer_by=SOON,
        key=evaluation.key,
    )
    for one in measures:
        AskedAbout.objects.create(follow_up=made, measure=one, claimed=one.status)
    return made


@pytest.fixture
def people(meeting: UserMeeting) -> list[Participant]:
    """Five who have said yes to taking part."""
    return list(meeting.evaluation.participants.order_by("number"))


@pytest.fixture
def named(evaluation: Evaluation, anne: Person) -> None:
    """Anne is whom people can call."""
    invitations.describe_invitation(evaluation, contact=anne, telephone="22 55 01 90", by=anne)


@pytest.fixture
def sheet(round_: FollowUp, named: None, anne: Person) -> FeltSlips:
    return slips.make_slips(round_, number=3, by=anne)


@pytest.fixture
def answers(round_: FollowUp, measures: list[Measure]) -> Callable[..., replying.Given]:
    """Answer as somebody usually does, with anything else than usual."""

    def answer(**other: object) -> replying.Given:
        usual: dict = {
            "participant": None,
            "felt": {measures[0].pk: Felt.NOTICED, measures[1].pk: Felt.HALF},
            "notices": NOTICES,
            "missing": MISSING,
        }
        return replying.reply(round_, **(usual | other))

    return answer


def close(round_: FollowUp, *, told: bool = False) -> None:
    round_.closed_on = TODAY
    round_.told_on = TODAY if told else None
    round_.save()


def words_of(reply: Reply) -> tuple[str, str]:
    words = ReplyWords.objects.get(reply=reply)
    return words.read("notices"), words.read("missing")


def felt_in(reply: Reply) -> dict[str, str]:
    told: dict[str, str] = json.loads(Reply.objects.get(pk=reply.pk).read("felt"))
    return told


def mask(reply: Reply, by: Person) -> MaskedReply:
    made = MaskedReply(reply=reply, version=reply.version, read_by=by, key=reply.key)
    made.seal(notices="De ringer nå.")
    made.save()
    return made


def erased_keys() -> set[uuid.UUID]:
    return {what for kind, what in ledger.inside() if kind == "key"}
