"""The pages of rounds: who gets in, what they do, and what they never show."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.followups.actions import rounds, telling
from brukerstemmen.followups.models import FollowUp, MaskedReply, Reply
from brukerstemmen.followups.showing.rounds import RoundFacts, round_facts
from brukerstemmen.followups.states import RoundState
from brukerstemmen.measures.felt import Felt
from brukerstemmen.measures.models import FollowUpTold
from brukerstemmen.people.models import JournalEntry
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone
from tests.cast import TODAY

from .rounds_cast import UNTIL, gathers, measures, open_round, planned, reply_in

__all__ = ["gathers", "measures", "open_round", "planned"]
OF_ONE = ("round", "round_move", "round_open", "round_met", "round_close", "round_replies")
OF_ONE += ("round_note",)
FELT = [Felt.NOTICED] * 5 + [Felt.SAME] * 2
RAW = "Marit Hauglie ringer tilbake nå."


@pytest.fixture
def at(evaluation):
    def address(name: str, *more: object) -> str:
        return reverse(f"followups:{name}", args=[evaluation.work.slug, *more])

    return address


@pytest.fixture
def written(open_round, measures) -> Reply:
    return reply_in(open_round, {measures[0]: Felt.NOTICED}, notices=RAW, missing="Mer tid.")


def text(page) -> str:
    return page.content.decode()


def test_the_agreed_days_are_offered_and_planned(evaluation, anne, at, signed_in):
    browser = signed_in(anne)

    page = text(browser.get(at("rounds")))
    assert "3, 6, 12 months after the final report" in page
    sent = browser.post(at("rounds_plan"), {"begins": "2026-03-02"})

    assert (sent.status_code, sent.url) == (302, at("rounds"))
    assert evaluation.follow_ups.count() == 3
    assert "Follow-up 3" in text(browser.get(at("rounds")))


def test_a_day_that_is_no_day_comes_back(at, anne, signed_in):
    sent = signed_in(anne).post(at("rounds_plan"), {"begins": "i går"})

    assert (sent.status_code, "i går" in text(sent)) == (422, True)


def test_one_more_is_planned_and_moved(evaluation, anne, at, signed_in):
    browser = signed_in(anne)

    browser.post(at("round_new"), {"due_on": UNTIL.isoformat()})
    browser.post(at("round_new"), {"due_on": UNTIL.isoformat()})
    late = browser.post(at("round_move", 1), {"due_on": "2020-01-01"})
    browser.post(at("round_move", 1), {"due_on": "2026-05-04"})

    assert late.status_code == 422
    assert [str(one.due_on) for one in evaluation.follow_ups.all()] == ["2026-05-04"]


def test_a_round_is_opened_with_what_is_agreed_on(planned, measures, anne, at, signed_in):
    browser = signed_in(anne)

    form = browser.get(at("round_open", 1)).context["form"]
    assert form.initial["measures"] == [str(one.pk) for one in measures[:2]]
    nothing = browser.post(at("round_open", 1), {"answer_by": UNTIL.isoformat()})
    chosen = [str(one.pk) for one in measures]
    told = {"measures": chosen, "answer_by": UNTIL.isoformat()}
    browser.post(at("round_open", 1), told)
    browser.post(at("round_open", 1), told)

    planned.refresh_from_db()
    assert nothing.status_code == 422
    assert (planned.state, planned.asked.count()) == (RoundState.OPEN, 3)


def test_the_meeting_is_noted(open_round, anne, at, signed_in):
    browser = signed_in(anne)
    told = {"on": TODAY.isoformat(), "minutes_long": 90, "users_came": 7, "staff_came": 6}

    wrong = browser.post(at("round_met", 1), told | {"users_came": "sju"})
    browser.post(at("round_met", 1), told)

    assert (wrong.status_code, "sju" in text(wrong)) == (422, True)
    assert "90 minutes" in text(browser.get(at("round", 1)))


def test_closing_is_asked_about_first(open_round, anne, at, signed_in):
    browser = signed_in(anne)

    assert "Close the round now?" in text(browser.get(at("round_close", 1)))
    browser.post(at("round_close", 1))

    open_round.refresh_from_db()
    assert open_round.state is RoundState.CLOSED


def test_how_many_have_answered_is_told_for_each_of_the_two(
    open_round, measures, meeting, anne, at, signed_in
):
    person = meeting.presences.first().participant
    reply_in(open_round, {measures[0]: Felt.NOTICED}, participant=person)
    for _number in range(3):
        reply_in(open_round, {measures[0]: Felt.SAME})

    many = signed_in(anne).get(at("round", 1)).context["many"]

    assert (many.participants, many.asked, many.new_users, many.unread) == (1, 5, 3, 0)


def test_the_two_are_never_mixed_unseen(gathers, meeting, anne, at, signed_in):
    people = [one.participant for one in meeting.presences.all()]
    gathers(FELT, people)

    page = signed_in(anne).get(at("round", 1))

    first, second = page.context["asked"][0].series
    assert (first.all, second.all) == (5, 2)
    assert "Users notice it" in text(page)


def test_a_reply_is_read_and_masked(written, frida, at, signed_in):
    browser, there = signed_in(frida), at("round_reply", 1, written.pk)

    page = browser.get(there)
    assert "Marit Hauglie" in text(page)
    told = {"words-notices": RAW, "words-missing": "Mer tid.", "version": "1"}
    stopped = browser.post(there, told)
    assert (stopped.status_code, MaskedReply.objects.exists()) == (422, False)
    assert "may point at somebody" in text(stopped)
    done = browser.post(there, told | {"words-notices": "De ringer tilbake nå."})

    assert (done.status_code, done.url) == (302, at("round_replies", 1))
    page = text(browser.get(done.url))
    assert "De ringer tilbake nå." in page
    assert "Hauglie" not in page


def test_a_reason_stands_again_where_something_else_was_wrong(written, frida, at, signed_in):
    told = {
        "words-notices": "Elvesund er en fin by. Ring 20 12 34 56.",
        "hit-notices": ["Elvesund"],
        "why-notices": ["Alle vet hvor det er."],
        "version": "1",
    }

    stopped = signed_in(frida).post(at("round_reply", 1, written.pk), told)

    assert stopped.status_code == 422
    assert "Alle vet hvor det er." in text(stopped)
    assert "Ring 20 12 34 56." in text(stopped)


def test_an_answer_changed_meanwhile_is_read_again(written, frida, at, signed_in):
    Reply.objects.filter(pk=written.pk).update(version=2)
    told = {"words-notices": "De ringer.", "words-missing": "", "version": "1"}

    stopped = signed_in(frida).post(at("round_reply", 1, written.pk), told, follow=True)

    assert (stopped.status_code, MaskedReply.objects.exists()) == (422, False)
    assert "Read it once more" in text(stopped)


def test_reading_is_journalled_without_telling_whose(written, frida, at, signed_in):
    signed_in(frida).get(at("round_reply", 1, written.pk))

    entry = JournalEntry.objects.get(what="raw.read")
    assert (entry.by, entry.about) == (frida, f"followups.followup:{written.follow_up_id}")


def test_the_next_that_waits_comes_up(written, open_round, measures, frida, at, signed_in):
    reply_in(open_round, {measures[0]: Felt.SAME}, missing="Ingenting.")
    browser = signed_in(frida)
    told = {"words-notices": "De ringer.", "words-missing": "Mer tid.", "version": "1"}

    done = browser.post(at("round_reply", 1, written.pk), told)

    left = Reply.objects.unread().get()
    assert done.url == at("round_reply", 1, left.pk)


def test_raw_words_stand_only_where_they_are_read(written, anne, at, signed_in):
    rounds.close_round(written.follow_up, by=anne)
    browser = signed_in(anne)

    for name in (*OF_ONE, "round_tell"):
        assert "Hauglie" not in text(browser.get(at(name, 1), follow=True))


def test_it_is_told_by_the_lead(gathers, measures, anne, at, signed_in):
    closed, browser = gathers(FELT), signed_in(anne)

    assert "It is told that 7 answered." in text(browser.get(at("round_tell", 1)))
    wrong = browser.post(at("round_tell", 1), {"note": "Marit Hauglie ringer."})
    assert (wrong.status_code, FollowUpTold.objects.exists()) == (422, False)
    for _twice in range(2):
        browser.post(at("round_tell", 1), {"note": "Flere merker det."})

    assert FollowUpTold.objects.get().note == "Flere merker det."
    page = text(browser.get(at("round", 1)))
    assert "7 answered." in page
    closed.refresh_from_db()
    assert closed.state is RoundState.TOLD


def test_an_interviewer_writes_the_note_and_does_not_tell(gathers, frida, at, signed_in):
    gathers(FELT)
    browser = signed_in(frida)

    browser.post(at("round_note", 1), {"note": "Flere merker det."})

    page = text(browser.get(at("round", 1)))
    assert "Flere merker det." in page
    assert "The lead of the evaluation tells it." in page
    assert browser.get(at("round_tell", 1)).status_code == 403
    assert browser.post(at("round_tell", 1), {"note": ""}).status_code == 403


@pytest.mark.parametrize(
    ("who", "status"), [("cecilie", 404), ("gro", 404), ("dag", 404), ("hans", 404), ("inger", 404)]
)
def test_nobody_else_knows_of_a_round(who, status, written, at, signed_in, request):
    browser = signed_in(request.getfixturevalue(who))
    addresses = [at("rounds"), at("round_new"), at("round_reply", 1, written.pk)]
    addresses += [at(name, 1) for name in (*OF_ONE, "round_tell")]

    assert {browser.get(one).status_code for one in addresses} == {status}


def test_a_round_of_another_evaluation_is_not_here(written, evaluation, anne, at, signed_in):
    browser = signed_in(anne)

    assert browser.get(at("round", 9)).status_code == 404
    assert browser.get(at("round_reply", 9, written.pk)).status_code == 404


def test_the_list_is_a_fixed_number_of_queries(evaluation, measures, anne, at, signed_in):
    browser = signed_in(anne)

    def count() -> int:
        with CaptureQueriesContext(connection) as caught:
            browser.get(at("rounds"))
        return len(caught)

    rounds.plan_rounds(evaluation, begins=TODAY, by=anne)
    count()
    before = count()
    for month in range(4):
        made = rounds.plan_round(evaluation, due_on=UNTIL + timedelta(month), by=anne)
        rounds.open_round(made, measures=measures, answer_by=UNTIL, by=anne)
        for _number in range(3):
            reply_in(made, {measures[0]: Felt.SAME}, notices="Det er likt.")
        rounds.close_round(made, by=anne)

    assert count() == before


def test_one_round_is_a_fixed_number_of_queries(open_round, measures, anne, at, signed_in):
    browser, counts = signed_in(anne), []
    rounds.close_round(open_round, by=anne)
    for replies in (1, 1, 9):
        for _number in range(replies):
            reply_in(open_round, {measures[0]: Felt.SAME}, notices="Det er likt.")
        with CaptureQueriesContext(connection) as caught:
            browser.get(at("round", 1))
        counts.append(len(caught))

    assert counts[1] == counts[2]


def test_the_overview_gets_its_facts_in_two_queries(
    evaluation, written, anne, django_assert_num_queries
):
    rounds.plan_round(evaluation, due_on=UNTIL, by=anne)

    with narrowed(Zone.Z2_MASKED), django_assert_num_queries(2):
        facts = round_facts([evaluation])[evaluation.pk]

    assert facts == RoundFacts(planned=1, open=1, next_due=UNTIL, open_until=UNTIL, unread=1)
    assert not facts.is_due


def test_what_is_closed_waits_to_be_told(gathers, evaluation, anne):
    closed: FollowUp = gathers(FELT)
    assert round_facts([evaluation])[evaluation.pk].waiting_to_be_told == 1

    telling.tell_round(closed, note="", by=anne)

    facts = round_facts([evaluation])[evaluation.pk]
    assert (facts.waiting_to_be_told, facts.told, facts.closed) == (0, 1, 1)
    assert round_facts([]) == {}
