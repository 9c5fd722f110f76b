"""The demo after the meetings: invitations, somebody who leaves, and words that go back.

The events are numbered as in the description of the project.
"""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from brukerstemmen.analysis import counting
from brukerstemmen.analysis.models import Theme
from brukerstemmen.journey.demo import loading, story
from brukerstemmen.masking.spans import Label, Why
from brukerstemmen.people import journal
from brukerstemmen.people.models import DayEntry, JournalEntry, Person
from brukerstemmen.privacy.consent import Channel, Purpose
from brukerstemmen.voices.actions.consenting import allows
from brukerstemmen.voices.finding import context_in, hits_in
from brukerstemmen.voices.models import Contact, Offer, PersonalCode, SlipSheet, Statement
from tests.cast import TODAY
from tests.journey.elvesund import elvesund, participant, statement, statements_of

CHANGED = {"U03", "U10", "U16", "U17", "U37", "U57", "U58", "U60"}

pytestmark = [pytest.mark.django_db, pytest.mark.either_engine]


@pytest.fixture(autouse=True)
def _today(clock_at: Callable[[date], None]) -> None:
    """It is TODAY, whatever day it is."""


def states() -> Counter[str]:
    return Counter(
        Statement.objects.filter(user_meeting__evaluation=elvesund()).values_list(
            "state", flat=True
        )
    )


def named(*states_: str) -> set[str]:
    """The answer key's names of the statements in these states."""
    return {name for name, one in statements_of(elvesund()).items() if one.state in states_}


def words_of(one: Statement) -> list[str]:
    """Every masked wording, the first first."""
    return [version.read("words") for version in one.masked_wordings.order_by("number")]


def test_the_services_hand_out_slips_that_name_ingunn() -> None:
    loading.load(44)

    evaluation = elvesund()
    assert evaluation.invitation.contact.name == "Ingunn Røsvik"
    assert evaluation.invitation.telephone.startswith("20")
    assert SlipSheet.objects.filter(evaluation=evaluation).holding(TODAY).count() == 2
    replies = list(Contact.objects.filter(evaluation=evaluation))
    assert len(replies) == len(story.replies()) - 1 == 7
    numbers = [reply.read("telephone") for reply in replies]
    assert all(number == "" or number.startswith("20") for number in numbers)
    assert not PersonalCode.objects.exists()


def test_at_the_meeting_each_says_yes_in_a_way_of_their_own_and_gets_a_code() -> None:
    loading.load(64)

    evaluation = elvesund()
    channels = Counter()
    for one in evaluation.participants.all():
        assert one.codes.holding(TODAY).count() == 1
        channels.update(set(one.decisions.values_list("channel", flat=True)))
    assert channels == {
        Channel.PAPER: 16,
        Channel.OWN_LINK: 2,
        Channel.PHONE: 1,
        Channel.IN_PERSON: 1,
    }
    lost = participant("D05").codes.filter(revoked_on__isnull=False)
    assert lost.count() == 1
    known = Contact.objects.filter(participant__isnull=False).values_list("participant__number")
    assert sorted(number for (number,) in known) == [5, 8, 12, 16, 19, 20]
    # One called and did not want to after all.
    assert not Contact.objects.filter(participant__isnull=True).exists()


@pytest.mark.parametrize(("day", "waiting"), [(66, 1), (125, 1), (126, 0)])
def test_a_reply_that_came_too_late_is_forgotten(day: int, waiting: int) -> None:
    loading.load(day)

    assert Contact.objects.filter(participant__isnull=True).count() == waiting


def test_event_1_somebody_leaves_by_telephone() -> None:
    loading.load(66)

    evaluation, gone = elvesund(), participant("D11")
    assert gone.withdrawn_on == TODAY
    assert gone.raw_key.wrapped is None and gone.masked_key.wrapped is None
    assert not gone.statements.exists() and not gone.codes.exists() and not gone.presences.exists()
    assert {"U28", "U35"}.isdisjoint(statements_of(evaluation))
    affected = Theme.objects.filter(affected_on__isnull=False)
    assert [(theme.read("name"), theme.affected_on) for theme in affected] == [
        ("Sammenheng mellom tjenester", TODAY)
    ]
    taken_back = gone.decisions.filter(act="withdraw")
    assert {(row.on, row.channel) for row in taken_back} == {(TODAY, Channel.PHONE)}


def test_event_1_the_log_shows_the_day_and_that_two_statements_are_gone(
    clock_at: Callable[[date], None], signed_in: Callable[[Person], Client]
) -> None:
    loading.load(66)
    clock_at(TODAY + timedelta(days=1))
    journal.enter_day_entries()

    [line] = JournalEntry.objects.filter(what="participant.withdrawn")
    told = (line.at.astimezone().date(), line.count, line.work, line.about, line.by)
    assert told == (TODAY, 2, elvesund().work, "", None)
    assert (line.at.astimezone().hour, line.at.minute, line.at.second) == (0, 0, 0)
    assert not JournalEntry.objects.filter(about__contains=str(participant("D11").pk)).exists()
    assert not DayEntry.objects.filter(on__lte=TODAY).exists()
    page = signed_in(Person.objects.get(name="Ragnhild Moe")).get("/arbeid/senteret/journal/")
    [shown] = re.findall(r"<li><strong>A participant withdrew.*?</li>", page.content.decode(), re.S)
    assert "(2)" in shown and "2. March 2026 ·" in shown and not re.search(r"\d:\d", shown)


def test_the_words_go_back_in_four_ways() -> None:
    loading.load(72)

    around = elvesund().validation_round
    assert (around.opened_on, around.deadline) == (TODAY, TODAY + timedelta(days=14))
    assert states() == {"sent": 58}
    ways = Counter(around.offers.values_list("by_way_of", flat=True))
    assert ways == {"code": 10, "phone": 4, "post": 2, "room": 3}
    assert not around.offers.filter(participant=participant("D11")).exists()


def test_on_the_eightieth_day_some_have_answered() -> None:
    loading.load(80)

    assert set(states()) == {"sent", "reworded", "changed", "validated", "count_only"}
    assert named("reworded") == {"U17"}
    answered = Offer.objects.filter(answered_on__isnull=False)
    days = set(answered.values_list("answered_on", flat=True))
    assert 0 < answered.count() < 19 and len(days) > 5


def test_everybody_has_answered_as_the_answer_key_says() -> None:
    loading.load(106)

    told = {one.name: one.answer for one in story.statements() if one.answer != "trukket"}
    assert named("validated") == {name for name, answer in told.items() if answer == "ok"}
    assert named("changed") == {name for name, answer in told.items() if answer == "endret"}
    assert named("count_only") == {"U24"}
    assert named("unanswered") == {"U18"}
    assert not statement("U24").is_quotable


def test_what_is_changed_was_offered_in_other_words() -> None:
    loading.load(106)

    own = {told.name: told.own for told in story.statements() if told.own}
    assert set(own) == CHANGED
    for name in CHANGED:
        one = statement(name)
        offered, now = words_of(one)
        assert offered != now == own[name] and one.is_quotable
        latest = one.raw_wordings.get(number=one.raw_number)
        assert (latest.read("words"), latest.reason) == (own[name], "own")


def test_event_4_somebody_wants_to_be_named_and_no_name_stands_in_the_words() -> None:
    loading.load(106)

    wants = elvesund().participants.filter(wants_to_be_named=True)
    assert [one.code for one in wants] == ["D12"]
    assert not any("Bjørn" in words for words in words_of(statement("U37")))
    assert participant("D12").contact.read("name") == "Bjørn-Egil"


@pytest.mark.parametrize(("day", "state"), [(86, "sent"), (87, "unanswered")])
def test_event_5_no_answer_counts_and_is_not_quoted(day: int, state: str) -> None:
    loading.load(day)

    one = statement("U18")
    assert one.state == state and not one.is_quotable
    met = counting.per_theme(elvesund())[0]
    assert (met.statements, met.people, met.quotable) == (11, 8, 10)


@pytest.mark.parametrize("name", ["U57", "U60"])
def test_event_8_a_language_is_a_clue_and_a_special_category(name: str) -> None:
    loading.load(81)

    one = statement(name)
    context = context_in(one.user_meeting)
    noted = one.raw_wordings.get(number=1).read("words")
    found = {hit.text: hit.span for hit in hits_in(noted, one.language, context)}
    assert (found["samisk"].label, found["samisk"].why) == (Label.QUASI, Why.TELLS_ORIGIN)
    assert not any(hits_in(words, one.language, context) for words in words_of(one))


def test_event_10_who_has_no_e_mail_answers_by_telephone() -> None:
    loading.load(78)

    one = participant("D16")
    assert (one.contact.read("email"), one.contact.read("telephone")[:2]) == ("", "20")
    offer = Offer.objects.get(participant=one)
    assert (offer.by_way_of, offer.answered_on) == ("phone", TODAY)
    assert {row.state for row in one.statements.all()} == {"validated"}
    lines = JournalEntry.objects.filter(what="words.answered_for", at__date=TODAY)
    assert {line.by.name for line in lines if line.by} == {"Siv Aune"}
    assert lines.count() == one.statements.count() == 3


def test_seventeen_of_nineteen_want_a_letter() -> None:
    loading.load(106)

    here = elvesund().participants.taking_part()
    wants = [one for one in here if allows(one, Purpose.CONTACT_AGAIN)]
    assert (here.count(), len(wants)) == (19, 17)
