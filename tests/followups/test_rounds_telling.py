"""Telling a round: words and never small numbers, once, for good, by the lead."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brukerstemmen.followups.actions import rounds, telling
from brukerstemmen.followups.models import FollowUp, Reply
from brukerstemmen.followups.showing.answering import asked_in
from brukerstemmen.followups.states import RoundState
from brukerstemmen.measures.actions import change_measure, take_step
from brukerstemmen.measures.felt import FEWEST, Felt, Verdict, must_reopen, verdict
from brukerstemmen.measures.models import FeltTold, FollowUpTold, Measure
from brukerstemmen.measures.states import Status
from brukerstemmen.people import opening
from brukerstemmen.people.keys import destroy
from brukerstemmen.people.models import CentreProfile, JournalEntry
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions.withdrawal import withdraw
from tests.cast import TODAY

from .rounds_cast import UNTIL, gathers, measures, open_round, planned, reply_in

__all__ = ["gathers", "measures", "open_round", "planned"]
NOTE = "Flere sier at noen ringer tilbake, men ikke alltid dagen etter."
FELT = [Felt.NOTICED] * 5 + [Felt.SAME] * 2
NOT_FELT = [Felt.NOTICED] * 3 + [Felt.SAME] * 4


def told_of(measure: Measure) -> str:
    return FeltTold.objects.get(measure=measure).verdict


def test_what_is_told_is_a_word_for_each_measure_that_was_asked_about(gathers, measures, anne):
    told = telling.tell_round(gathers(FELT), note=NOTE, by=anne)

    assert (told.replies, told.quarter, told.note) == (7, "2026-1", NOTE)
    assert [(one.measure, one.verdict, one.claimed) for one in told.felt.all()] == [
        (measures[0], Verdict.FELT, "done"),
        (measures[1], Verdict.TOO_FEW, "in_progress"),
        (measures[2], Verdict.TOO_FEW, "rejected"),
    ]


def test_it_can_be_told_among_masked_words(gathers, anne):
    closed = gathers(NOT_FELT)

    with (
        narrowed(Zone.Z2_MASKED),
        opening.opened(Zone.Z2_MASKED, by="test", reason="telling"),
    ):
        assert telling.tell_round(closed, note=NOTE, by=anne).replies == 7


@pytest.mark.parametrize("felt", [FELT[:5], []])
def test_few_are_never_counted(felt, gathers, measures, anne):
    told = telling.tell_round(gathers(felt), note=NOTE, by=anne)

    assert told.replies is None
    assert {one.verdict for one in told.felt.all()} == {Verdict.TOO_FEW}


def test_a_centre_that_shows_larger_groups_alone_tells_no_smaller_number(gathers, measures, anne):
    CentreProfile.objects.update(smallest_group=8)

    told = telling.tell_round(gathers(FELT), note=NOTE, by=anne)

    assert (told.replies, told_of(measures[0])) == (None, Verdict.FELT)


def test_what_is_done_and_not_felt_is_taken_up_again(gathers, measures, anne):
    telling.tell_round(gathers(NOT_FELT), note=NOTE, by=anne)

    measures[0].refresh_from_db()
    step = measures[0].steps.last()
    assert measures[0].status_now is Status.REOPENED
    assert (step.status, step.registered_by) == ("reopened", anne)
    assert "1" in step.reason


def test_what_is_felt_stays_done(gathers, measures, anne):
    telling.tell_round(gathers(FELT), note=NOTE, by=anne)

    measures[0].refresh_from_db()
    assert measures[0].status_now is Status.DONE


def test_what_was_not_done_when_people_were_asked_is_not_taken_up(open_round, measures, anne, eli):
    for felt in NOT_FELT:
        reply_in(open_round, {measures[1]: felt})
    take_step(measures[1], Status.DONE, reason="Nå.", said_by="Leder DPS", by=eli)

    telling.tell_round(rounds.close_round(open_round, by=anne), note=NOTE, by=anne)

    measures[1].refresh_from_db()
    assert measures[1].status_now is Status.DONE
    assert told_of(measures[1]) == Verdict.NOT_FELT


def test_summing_up_keeps_the_two_apart(open_round, measures, meeting, anne):
    people = [one.participant for one in meeting.presences.all()]
    for person in people[:3]:
        reply_in(open_round, {measures[0]: Felt.NOTICED}, participant=person)
    for _number in range(4):
        reply_in(open_round, {measures[0]: Felt.SAME})

    summed = telling.sum_up(open_round)[0]

    assert summed.sums.participants == (Felt.NOTICED,) * 3
    assert summed.sums.new_users == (Felt.SAME,) * 4
    assert (summed.sums.verdict, summed.is_taken_up) == (Verdict.NOT_FELT, True)
    assert sorted(telling.felt_in(open_round)[measures[0].pk]) == sorted([*summed.sums.all])


def test_summing_up_is_three_queries(open_round, measures, django_assert_num_queries):
    def ask() -> None:
        telling.sum_up(FollowUp.objects.select_related("evaluation__work").get())

    ask()
    with django_assert_num_queries(4):  # and the round itself
        ask()
    for _number in range(7):
        reply_in(open_round, {measures[0]: Felt.SAME})
    with django_assert_num_queries(4):
        ask()


def test_whoever_leaves_before_it_is_told_is_not_counted(open_round, measures, meeting, anne):
    people = [one.participant for one in meeting.presences.all()]
    reply_in(open_round, {measures[0]: Felt.NOTICED}, participant=people[0])
    for _number in range(5):
        reply_in(open_round, {measures[0]: Felt.NOTICED})
    withdraw(people[0])

    told = telling.tell_round(rounds.close_round(open_round, by=anne), note=NOTE, by=anne)

    assert (told.replies, told_of(measures[0])) == (None, Verdict.TOO_FEW)


def test_a_reply_whose_key_is_gone_counts_nowhere(open_round, measures, anne):
    replies = [reply_in(open_round, {measures[0]: Felt.NOTICED}) for _number in range(6)]
    destroy([replies[0].key_id])

    told = telling.tell_round(rounds.close_round(open_round, by=anne), note=NOTE, by=anne)

    assert (told.replies, told_of(measures[0])) == (None, Verdict.TOO_FEW)


def test_what_is_told_stays_though_somebody_leaves_afterwards(gathers, measures, meeting, anne):
    people = [one.participant for one in meeting.presences.all()]
    telling.tell_round(gathers(FELT, people), note=NOTE, by=anne)

    withdraw(people[0])

    assert (FollowUpTold.objects.get().replies, told_of(measures[0])) == (7, Verdict.FELT)


def rename(measure: Measure, title: str, by: object) -> None:
    told = {name: getattr(measure, name) for name in ("notice", "owner", "kind", "deadline")}
    matters = list(measure.matters.all())
    change_measure(measure, title=title, **told, matters=matters, said_by="Leder", by=by)


def test_what_users_said_of_one_thing_is_not_told_of_another(gathers, measures, anne, eli):
    closed, name = gathers(FELT), measures[0].title
    rename(measures[0], "Alle får svar hele døgnet", eli)

    with pytest.raises(ValidationError, match=name):
        telling.tell_round(closed, note=NOTE, by=anne)

    rename(measures[0], name, anne)
    assert telling.tell_round(closed, note=NOTE, by=anne).replies == 7


def test_people_are_asked_about_what_it_was_called_when_the_round_opened(open_round, measures, eli):
    name = measures[0].title
    rename(measures[0], "Alle får svar hele døgnet", eli)

    assert next(one.title for one in asked_in(open_round)) == name


def test_when_it_is_told_it_is_not_called_something_else(gathers, measures, anne, eli):
    telling.tell_round(gathers(FELT), note=NOTE, by=anne)

    with pytest.raises(ValidationError) as refused:
        rename(measures[0], "Alle får svar hele døgnet", eli)

    assert "title" in refused.value.message_dict


def test_telling_twice_tells_once(gathers, measures, anne):
    closed = gathers(NOT_FELT)
    first = telling.tell_round(closed, note=NOTE, by=anne)

    assert telling.tell_round(closed, note="Noe annet.", by=anne) == first
    assert FollowUpTold.objects.get().note == NOTE
    assert measures[0].steps.filter(status="reopened").count() == 1
    assert JournalEntry.objects.filter(what="follow_up.told").count() == 1


def test_a_round_is_closed_before_it_is_told(open_round, anne):
    with pytest.raises(ValidationError):
        telling.tell_round(open_round, note=NOTE, by=anne)

    assert not FollowUpTold.objects.exists()


@pytest.mark.parametrize("note", ["Marit Hauglie ringer nå.", "3 brukere er fornøyd."])
def test_a_note_that_points_at_somebody_stops_all_of_it(note, gathers, measures, anne):
    closed = gathers(NOT_FELT)

    with pytest.raises(ValidationError):
        telling.tell_round(closed, note=note, by=anne)

    closed.refresh_from_db()
    measures[0].refresh_from_db()
    assert (closed.state, measures[0].status_now) == (RoundState.CLOSED, Status.DONE)


@pytest.mark.parametrize("who", ["frida", "cecilie", "dag", "eli", "gro"])
def test_only_the_lead_tells(who, gathers, request):
    closed = gathers(FELT)

    with pytest.raises(PermissionDenied):
        telling.tell_round(closed, note=NOTE, by=request.getfixturevalue(who))


def test_what_is_told_is_not_changed(gathers, anne):
    told = telling.tell_round(gathers(FELT), note=NOTE, by=anne)

    with pytest.raises(DatabaseError), transaction.atomic():
        FollowUpTold.objects.filter(pk=told.pk).update(replies=6)


def test_when_a_round_is_told_nothing_in_it_changes(gathers, anne):
    closed = gathers(FELT)
    telling.tell_round(closed, note=NOTE, by=anne)

    with pytest.raises(ValidationError):
        rounds.write_note(closed, "Noe annet.", by=anne)
    numbers = {"minutes_long": 90, "users_came": 7, "staff_came": 6}
    with pytest.raises(ValidationError):
        rounds.note_meeting(closed, on=TODAY, **numbers, by=anne)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=st.lists(st.sampled_from(Felt), max_size=12))
def test_the_law_holds_in_the_database(answers, open_round, measures, anne):
    """Whatever is answered, and in whatever order: no word of few, no small number, and nothing
    taken up by few. The database is as before after each."""
    point = transaction.savepoint()
    try:
        for felt in answers:
            reply_in(open_round, {measures[0]: felt})
        told = telling.tell_round(rounds.close_round(open_round, by=anne), note="", by=anne)
        assert told_of(measures[0]) == verdict(answers)
        assert told.replies is None or told.replies == len(answers) >= FEWEST
        status = Measure.objects.get(pk=measures[0].pk).status_now
        assert (status is Status.REOPENED) == must_reopen(answers, line=50)
        assert len(answers) >= FEWEST or status is Status.DONE
    finally:
        transaction.savepoint_rollback(point)


def test_a_round_of_which_the_day_has_passed_can_be_told(gathers, clock_at, anne):
    closed = gathers(FELT)
    clock_at(UNTIL + timedelta(days=40))

    assert telling.tell_round(closed, note=NOTE, by=anne).quarter == "2026-2"
    assert Reply.objects.count() == 7
