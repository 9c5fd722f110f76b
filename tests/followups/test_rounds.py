"""Rounds: planned from what is agreed on, moved, opened one at a time, and closed."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.actions import rounds
from brukerstemmen.followups.models import FollowUp
from brukerstemmen.followups.states import RoundState
from brukerstemmen.measures.actions.terms import agree_on_terms
from brukerstemmen.measures.models import Measure
from brukerstemmen.people.models import JournalEntry, Person, Work
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.reports.models import ReleasedReport
from brukerstemmen.reports.states import ReportKind
from tests.cast import TODAY

from .rounds_cast import UNTIL, measures, open_round, planned

__all__ = ["measures", "open_round", "planned"]


def days(made: list[FollowUp]) -> list[date]:
    return [one.due_on for one in made]


def went_out(evaluation: Evaluation, quarter: str = "2026-1") -> None:
    ReleasedReport.objects.create(
        work=evaluation.work, kind=ReportKind.FINAL, language="nb", quarter=quarter, content={}
    )


def test_rounds_are_planned_from_the_day_the_final_report_goes_out(evaluation, anne):
    went_out(evaluation)

    made = rounds.plan_rounds(evaluation, by=anne)

    assert days(made) == [date(2026, 6, 2), date(2026, 9, 2), date(2027, 3, 2)]
    assert [one.number for one in made] == [1, 2, 3]


def test_what_is_planned_later_counts_from_the_end_of_the_quarter(evaluation, anne):
    went_out(evaluation, "2025-2")

    assert days(rounds.plan_rounds(evaluation, by=anne))[0] == date(2025, 9, 30)


def test_the_months_are_those_agreed_on(evaluation, anne):
    agree_on_terms(evaluation.work, months=[6, 12], by=anne)

    made = rounds.plan_rounds(evaluation, begins=date(2026, 2, 2), by=anne)

    assert days(made) == [date(2026, 8, 2), date(2027, 2, 2)]


def test_planning_twice_plans_once_and_what_is_moved_counts(evaluation, anne):
    first, *_rest = rounds.plan_rounds(evaluation, begins=TODAY, by=anne)
    rounds.move_round(first, due_on=date(2026, 7, 1), by=anne)

    assert rounds.plan_rounds(evaluation, begins=TODAY, by=anne) == []
    agree_on_terms(evaluation.work, months=[3, 6, 12, 24], by=anne)
    assert days(rounds.plan_rounds(evaluation, begins=TODAY, by=anne)) == [date(2028, 3, 2)]


def test_without_a_final_report_a_day_is_asked_for(evaluation, anne):
    with pytest.raises(ValidationError) as refusal:
        rounds.plan_rounds(evaluation, by=anne)

    assert "begins" in refusal.value.message_dict


def test_one_more_round_is_planned_once(evaluation, anne):
    there = rounds.plan_round(evaluation, due_on=UNTIL, by=anne)

    assert rounds.plan_round(evaluation, due_on=UNTIL, by=anne) == there
    with pytest.raises(ValidationError):
        rounds.plan_round(evaluation, due_on=TODAY - timedelta(days=1), by=anne)


@pytest.mark.parametrize("who", ["cecilie", "dag", "eli", "gro", "hans", "inger"])
def test_only_the_team_asks(who, planned, evaluation, measures, request):
    stranger: Person = request.getfixturevalue(who)

    for act in (
        lambda: rounds.plan_rounds(evaluation, begins=TODAY, by=stranger),
        lambda: rounds.plan_round(evaluation, due_on=UNTIL, by=stranger),
        lambda: rounds.move_round(planned, due_on=UNTIL, by=stranger),
        lambda: rounds.open_round(planned, measures=measures, answer_by=UNTIL, by=stranger),
        lambda: rounds.close_round(planned, by=stranger),
        lambda: rounds.write_note(planned, "Det gikk fint.", by=stranger),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_an_interviewer_may_ask(planned, measures, frida):
    made = rounds.open_round(planned, measures=measures[:1], answer_by=UNTIL, by=frida)

    assert made.state is RoundState.OPEN


def test_what_the_service_says_is_kept_as_it_stands_when_people_are_asked(open_round):
    asked = open_round.asked.order_by("measure__number")

    assert [one.claimed for one in asked] == ["done", "in_progress", "rejected"]


def test_opening_twice_opens_once(open_round, measures, anne):
    again = rounds.open_round(open_round, measures=measures[:1], answer_by=TODAY, by=anne)

    assert (again.answer_by, again.asked.count()) == (UNTIL, 3)


@pytest.mark.parametrize("wrong", ["no measures", "another's measures", "a day that has passed"])
def test_what_a_round_must_have(wrong, planned, measures, anne):
    chosen, until = measures, UNTIL
    if wrong == "no measures":
        chosen = []
    elif wrong == "another's measures":
        chosen = [*measures, Measure()]
    else:
        until = TODAY - timedelta(days=1)

    with pytest.raises(ValidationError):
        rounds.open_round(planned, measures=chosen, answer_by=until, by=anne)

    assert planned.asked.count() == 0


def test_one_round_is_open_at_a_time(open_round, evaluation, measures, anne):
    other = rounds.plan_round(evaluation, due_on=UNTIL, by=anne)

    with pytest.raises(ValidationError):
        rounds.open_round(other, measures=measures, answer_by=UNTIL, by=anne)

    rounds.close_round(open_round, by=anne)
    rounds.open_round(other, measures=measures, answer_by=UNTIL, by=anne)


def test_a_round_that_is_opened_is_not_moved_nor_opened_again(open_round, measures, anne):
    with pytest.raises(ValidationError):
        rounds.move_round(open_round, due_on=UNTIL, by=anne)
    closed = rounds.close_round(open_round, by=anne)
    with pytest.raises(ValidationError):
        rounds.open_round(closed, measures=measures, answer_by=UNTIL, by=anne)


def test_what_was_never_opened_is_not_closed(planned, anne):
    with pytest.raises(ValidationError):
        rounds.close_round(planned, by=anne)


def test_closing_twice_closes_once(open_round, anne):
    rounds.close_round(open_round, by=anne)
    rounds.close_round(open_round, by=anne)

    assert JournalEntry.objects.filter(what="follow_up.closed").count() == 1


def test_the_meeting_is_told_in_numbers(open_round, anne):
    told = {"minutes_long": 90, "users_came": 7, "staff_came": 6}

    made = rounds.note_meeting(open_round, on=TODAY, **told, by=anne)

    assert (made.met_on, made.minutes_long, made.users_came, made.staff_came) == (TODAY, 90, 7, 6)
    for wrong in ({"users_came": -1}, {"minutes_long": 0}, {"on": UNTIL}):
        with pytest.raises(ValidationError):
            rounds.note_meeting(open_round, **({"on": TODAY} | told | wrong), by=anne)


@pytest.mark.parametrize("day", [TODAY, UNTIL])
def test_a_round_stays_open_on_its_last_day(day, open_round, clock_at):
    clock_at(day)

    assert rounds.close_rounds_after_their_day() == 0


def test_the_day_after_the_house_closes_it(open_round, clock_at):
    clock_at(UNTIL + timedelta(days=1))

    with narrowed(Zone.Z2_MASKED):
        assert rounds.close_rounds_after_their_day() == 1
        assert rounds.close_rounds_after_their_day() == 0

    open_round.refresh_from_db()
    assert open_round.closed_on == UNTIL + timedelta(days=1)


def test_nobody_is_asked_where_the_evaluation_is_closed(planned, evaluation, measures, anne):
    Work.objects.filter(pk=evaluation.work_id).update(closed_on=TODAY)

    with pytest.raises(ValidationError):
        rounds.open_round(planned, measures=measures, answer_by=UNTIL, by=anne)


def test_the_note_names_nobody_and_counts_no_few(open_round, anne, eli):
    rounds.write_note(open_round, "Flere merker at noen ringer tilbake.", by=anne)

    assert open_round.__class__.objects.get().read("note") == "Flere merker at noen ringer tilbake."
    for wrong in ("Ring 20 12 34 56.", "Marit Hauglie ringer.", "3 brukere kom."):
        with pytest.raises(ValidationError) as refusal:
            rounds.write_note(open_round, wrong, by=anne)
        assert "note" in refusal.value.message_dict
