"""What tests of telling people share: three who took part, of whom two want to hear; two findings
with answers, and four measures that stand differently. Imported by name where it is needed."""

import io
import re
from collections.abc import Callable
from datetime import timedelta

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.actions import feedback, lines
from brukerstemmen.followups.models import FeedbackTo, ParticipantFeedback
from brukerstemmen.measures.actions import (
    MatterTold,
    add_measure,
    answer_matters,
    put_to_service,
    take_step,
)
from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.models import (
    FeltTold,
    FollowUpTold,
    Matter,
    Measure,
    Standing,
    Turn,
)
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import consent
from brukerstemmen.voices.actions import invitations, meetings
from brukerstemmen.voices.models import Participant
from tests.cast import TODAY

SOON = TODAY + timedelta(days=60)
SignIn = Callable[[Person], Client]
NUMBER, ADDRESS = "20 55 01 47", "noen@example.com"
WORDS = "Takk for at dere fortalte. Nå vil vi fortelle dere."


@pytest.fixture
def people(evaluation: Evaluation, anne: Person) -> list[Participant]:
    """The first two want to hear, the third does not."""
    meeting = meetings.plan_meeting(evaluation, name="Kveld", planned_on=TODAY, by=anne)
    told = {"channel": consent.Channel.PAPER, "on": TODAY, "text_version": "1", "by": anne}
    wants = [consent.Purpose.CONTACT_AGAIN]
    two = meetings.register_consent(meeting, new_people=2, purposes=wants, **told)
    return [*two, *meetings.register_consent(meeting, new_people=1, **told)]


@pytest.fixture
def matters(evaluation: Evaluation, anne: Person, eli: Person) -> list[Matter]:
    work = evaluation.work
    both = [
        MatterTold(
            id=None,
            number=number,
            turn=Turn.IMPROVE,
            standing=Standing.CONFIRMED,
            title=title,
            not_good="Det er stille i røret.",
        )
        for number, title in enumerate(("Det er vanskelig å nå noen", "Luka avslører folk"), 1)
    ]
    put = put_to_service(work, both, quarter="2026-1", by=anne)
    answer_matters(
        put, says=Says.PARTLY, reason="Vi gjør det vi kan.", given_by="Leder DPS", by=eli
    )
    return put


@pytest.fixture
def measures(evaluation: Evaluation, matters: list[Matter], eli: Person) -> list[Measure]:
    """Done, turned down, under way, and put off; the second is for the first finding alone."""

    def add(title: str, to: list[Matter]) -> Measure:
        return add_measure(
            evaluation.work,
            to,
            title=title,
            owner="Leder DPS",
            deadline=SOON,
            notice="Det merkes.",
            said_by="Leder DPS",
            by=eli,
        )

    made = [
        add("Skjerm i ekspedisjonen", matters[1:]),
        add("Kveldstelefon alle dager", matters[:1]),
        add("Ringe tilbake neste virkedag", matters),
        add("Nytt skilt", matters[1:]),
    ]
    step = {"said_by": "Leder DPS", "by": eli}
    take_step(made[0], Status.IN_PROGRESS, **step)
    take_step(made[0], Status.DONE, **step)
    take_step(made[1], Status.REJECTED, reason="Ikke midler i år.", **step)
    take_step(made[2], Status.PLANNED, **step)
    take_step(made[3], Status.DEFERRED, reason="Venter på nye lokaler.", **step)
    return list(Measure.objects.filter(work=evaluation.work))


@pytest.fixture
def told(evaluation: Evaluation, measures: list[Measure], anne: Person) -> FollowUpTold:
    """A round in which eleven answered; the first measure is felt, of the third too few said."""
    row = FollowUpTold.objects.create(
        work=evaluation.work, number=1, quarter="2026-1", replies=11, note="Slik gikk det."
    )
    for measure, verdict in ((measures[0], Verdict.FELT), (measures[2], Verdict.TOO_FEW)):
        FeltTold.objects.create(
            follow_up=row, measure=measure, verdict=verdict, claimed=measure.status
        )
    lines.write_line(measures[0], "Dere slipper å si navnet høyt.", by=anne)
    return row


@pytest.fixture
def letter(
    evaluation: Evaluation, people: list[Participant], told: FollowUpTold, anne: Person
) -> ParticipantFeedback:
    invitations.describe_invitation(evaluation, contact=anne, telephone="73 00 00 00", by=anne)
    return feedback.begin_feedback(evaluation, words=WORDS, after="Hilsen oss.", by=anne)


def row_of(participant: Participant) -> FeedbackTo:
    return FeedbackTo.objects.filter(participant=participant).order_by("feedback__number").last()


@pytest.fixture
def slug(letter: ParticipantFeedback) -> str:
    return letter.work.slug


class Sent:
    """In the place of the senders: remembers, and fails when it is told to."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, str]] = []
        self.failure: BaseException | None = None

    def __call__(self, *, telephone: str, email: str, text: str) -> None:
        if self.failure is not None:
            raise self.failure
        self.texts.append((telephone or email, text))


def at(name: str, *args: object, **query: str) -> str:
    return reverse(f"followups:{name}", args=args, query=query)


def body(client: Client, address: str) -> str:
    """The page, without what is another on each visit."""
    page = client.get(address).content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)


def text_in(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
