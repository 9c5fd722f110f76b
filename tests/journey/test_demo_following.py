"""The demo from the first promise to the last page, against its answer key.

The figures are written by hand from the description of the project, and the events are numbered as
there. A story is lived once for each day that is looked at.
"""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from brukerstemmen.closing.models import Deletion
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.followups.actions.feedback import standing
from brukerstemmen.followups.models import FeedbackTo, FollowUp, Reply, ReplyWords, WhatHappened
from brukerstemmen.journey.demo import loading
from brukerstemmen.journey.facts import facts_of
from brukerstemmen.journey.stages import Mark, steps
from brukerstemmen.measures.actions import holder_now
from brukerstemmen.measures.models import FeedbackLine, FeltTold, FollowUpTold, Measure
from brukerstemmen.people import ledger
from brukerstemmen.people.models import Notice, Person
from brukerstemmen.voices.models import Contact, Participant, PersonalCode, RawWording, SlipSheet
from tests.cast import TODAY, reader
from tests.journey.elvesund import elvesund, statement
from tests.journey.test_demo_dialogue import MEASURES, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.either_engine]

# What the service says at the first follow-up, and at the second; TK01 to TK14.
FIRST = [
    "done",
    "partly",
    "done",
    "in_progress",
    "rejected",
    "planned",
    "partly",
    "in_progress",
    "done",
    "done",
    "not_done",
    "in_progress",
    "in_progress",
    "planned",
]
SECOND = [
    "done",
    "done",
    "done",
    "done",
    "rejected",
    "in_progress",
    "partly",
    "done",
    "done",
    "done",
    "done",
    "done",
    "in_progress",
    "in_progress",
]
# A word of what it says of each, where the key has one: first, second.
SAID = {
    1: ("mars", "mars"),
    2: ("Seks av ti", "Ni av ti"),
    3: ("88", "93"),
    5: ("budsjettet for neste år", "på nytt i mai"),
    7: ("Fire av elleve", "Ni av tretten"),
    8: ("En mal", "Fem maler"),
    10: ("Ni i snitt", "fast tilbud"),
    11: ("glemt", "satt opp"),
    13: ("Tre av fem", "Fire av fem"),
}
TOLD_BACK = {
    1: "Dere slipper å si navnet høyt. Skjermen kom i mars.",
    2: "Arket ble laget sammen med to av dere.",
    3: "De ringer nå. Si fra hvis de ikke gjør det.",
    4: "Svarer ingen, får du SMS om når de ringer.",
    5: "Svaret var nei. Her er begrunnelsen, og slik går saken videre.",
    6: "Tirsdag og torsdag. Spør om du ikke får tilbud.",
    7: "Ikke alltid ennå, men oftere.",
    8: "To av dere får honorar for jobben.",
    9: "Be om kortet om du ikke har fått det.",
    10: "Dere låser opp selv.",
    11: "Dette glemte vi. Det er gjort nå.",
    12: "Skiltene henger oppe.",
    13: "Ordene deres leses høyt hver uke.",
    14: "Be om å få lage lista.",
}


@pytest.fixture(autouse=True)
def _today(clock_at: Callable[[date], None]) -> None:
    """It is TODAY, whatever day it is."""


def measures() -> dict[int, Measure]:
    return {one.number: one for one in elvesund().work.measures.all()}


def statuses() -> list[str]:
    return [one.status for _number, one in sorted(measures().items())]


def said_of(number: int) -> str:
    """The newest words of the service about a measure."""
    told = measures()[number].steps.exclude(reason="").order_by("number").last()
    return told.reason if told else ""


def felt(number: int) -> dict[int, str]:
    rows = FeltTold.objects.filter(follow_up__number=number)
    return dict(rows.values_list("measure__number", "verdict"))


def test_event_6_nobody_answers_after_a_change_of_leader(
    signed_in: Callable[[Person], Client],
) -> None:
    loading.load(226)

    forgotten = measures()[11]
    assert forgotten.title.startswith("Diskret postkasse")
    assert holder_now(forgotten) is None
    assert [one.person.name for one in forgotten.holders.all()] == ["Roar Lien"]
    letters = Notice.objects.filter(kind="measures.nobody", told__number="11")
    assert {one.to.name for one in letters} == {"Ingunn Røsvik", "Turid Aasheim"}
    page = reverse("measures:measure", args=[elvesund().work.slug, forgotten.pk])
    client = signed_in(somebody("Turid Aasheim"))
    assert "nobody answers for this" in client.get(page).content.decode()


def test_the_first_follow_up() -> None:
    loading.load(353)

    there = zip(MEASURES, measures().values(), strict=True)
    assert all(one.title.startswith(begins) for begins, one in there)
    assert statuses() == FIRST
    for number, (first, _second) in SAID.items():
        assert first in said_of(number), number
    around = FollowUp.objects.get(number=1)
    assert (around.met_on, around.minutes_long) == (TODAY, 90)
    assert (around.users_came, around.staff_came) == (7, 6)
    assert around.replies.count() == 11
    told = FollowUpTold.objects.get()
    assert (told.number, told.replies) == (1, 11)
    assert {number for number, word in felt(1).items() if word == "felt"} == {1, 3, 10}
    assert {number for number, word in felt(1).items() if word == "not_felt"} == {4, 11}
    assert felt(1)[2] == "halfway" and 5 not in felt(1)
    assert holder_now(measures()[11]) == somebody("Turid Aasheim")


def test_day_501_everything_is_told() -> None:
    loading.load(501)

    assert statuses() == SECOND
    for number, (_first, second) in SAID.items():
        assert second in said_of(number), number
    assert FollowUpTold.objects.count() == 2
    assert {number for number, word in felt(2).items() if word == "felt"} == {1, 2, 3, 4, 10, 11}
    lines = dict(FeedbackLine.objects.values_list("measure__number", "words"))
    assert lines == TOLD_BACK
    assert facts_of(elvesund()).people == 19
    hearing = standing(elvesund())
    assert (hearing.wanted, hearing.told, hearing.waiting) == (17, 17, 0)
    assert FeedbackTo.objects.count() == 17
    assert WhatHappened.objects.get().work == elvesund().work
    assert not elvesund().work.is_closed and Contact.objects.exists()


def test_after_closing_the_way_to_people_is_gone_and_the_story_is_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    loading.load(520)

    work = elvesund().work
    assert (TODAY - work.closed_on).days == 520 - 514
    assert {one.kind for one in Deletion.objects.all()} == {
        "link",
        "codes",
        "raw_words",
        "raw_keys",
    }
    for model, path in (
        (Contact, "evaluation"),
        (PersonalCode, "participant__evaluation"),
        (SlipSheet, "evaluation"),
        (RawWording, "statement__user_meeting__evaluation"),
        (ReplyWords, "reply__follow_up__evaluation"),
    ):
        assert not model.objects.filter(**{path: elvesund()}).exists(), model
    raw = Participant.objects.filter(evaluation=elvesund(), raw_key__wrapped__isnull=False)
    assert not raw.exists()
    words = statement("U17").masked_wordings.order_by("number").last()
    assert words.read("words")
    assert Reply.objects.count() == 21
    marks = dict(steps(facts_of(elvesund())))
    assert marks[Step.FOLLOW_UP] is Mark.DONE
    ledger.complete_outside()  # as after the commit
    call_command("prove_deletions")
    assert "all as the log says" in capsys.readouterr().out


def test_everybody_can_read_what_happened_afterwards() -> None:
    loading.load(520)

    page = reader().get(reverse("followups:story", args=[elvesund().work.slug]))
    told = page.content.decode()
    assert page.status_code == 200
    for words in (TOLD_BACK[1], TOLD_BACK[5], TOLD_BACK[11]):
        assert words in told
