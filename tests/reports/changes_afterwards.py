"""What goes on inside after a report is out, in follow-ups, letters and closing. None of it is
released: for the differential test, which adds it one after the other."""

from datetime import timedelta
from typing import TYPE_CHECKING

from brukerstemmen.closing.actions import prepare
from brukerstemmen.followups.actions import feedback, masking, rounds, slips
from brukerstemmen.followups.actions.replying import reply, take_back
from brukerstemmen.followups.models import FollowUp, Reply
from brukerstemmen.followups.states import Way
from brukerstemmen.followups.wanting import newest_letter
from brukerstemmen.journey.actions.calendar import renew_address
from brukerstemmen.measures.felt import Felt
from brukerstemmen.measures.models import Measure
from brukerstemmen.voices.actions import invitations
from brukerstemmen.voices.models import Participant, Statement
from tests.cast import TODAY
from tests.following import wants

if TYPE_CHECKING:
    from tests.reports.test_differential import Inside

SOON = TODAY + timedelta(days=21)


def _measures(inside: "Inside") -> list[Measure]:
    return list(Measure.objects.filter(work=inside.evaluation.work))


def _round(inside: "Inside") -> FollowUp:
    return FollowUp.objects.get(evaluation=inside.evaluation, opened_on__isnull=False)


def _people(inside: "Inside") -> list[Participant]:
    found = [Statement.objects.get(pk=one.pk).speaker for one in inside.said]
    return list({one.pk: one for one in found if one is not None}.values())


def rounds_are_planned_and_one_is_opened(inside: "Inside") -> None:
    rounds.plan_rounds(inside.evaluation, begins=TODAY, by=inside.by)
    made = rounds.plan_round(inside.evaluation, due_on=TODAY, by=inside.by)
    rounds.move_round(made, due_on=SOON, by=inside.by)
    rounds.open_round(made, measures=_measures(inside), answer_by=SOON, by=inside.by)


def people_answer(inside: "Inside") -> None:
    """Those who took part, and with slips enough to make a verdict; one takes it back."""
    now = _round(inside)
    invitations.describe_invitation(
        inside.evaluation, contact=inside.by, telephone="20 55 01 00", by=inside.by
    )
    sheet = slips.make_slips(now, number=9, by=inside.by)
    said = {"felt": {one.pk: Felt.WORSE for one in _measures(inside)}, "missing": "En skjerm."}
    for person in _people(inside)[:2]:
        reply(now, participant=person, notices="Ingen ringer.", **said)
    given = [
        reply(now, participant=None, slips=sheet, notices="Det er stille.", **said)
        for _time in range(8)
    ]
    take_back(given[0].reply)
    slips.stop_slips(sheet, by=inside.by)


def the_answers_are_read(inside: "Inside") -> None:
    for row in Reply.objects.filter(follow_up=_round(inside)):
        masking.read_reply(
            row,
            notices="Ingen ringer.",
            missing="En skjerm.",
            kept={},
            version=row.version,
            by=inside.by,
        )


def the_round_is_met_noted_and_closed(inside: "Inside") -> None:
    now = _round(inside)
    rounds.note_meeting(now, on=TODAY, minutes_long=60, users_came=8, staff_came=7, by=inside.by)
    rounds.write_note(now, "De som kom, merker ikke noe.", by=inside.by)
    rounds.close_round(now, by=inside.by)


def those_who_spoke_are_written_to(inside: "Inside") -> None:
    for person in _people(inside)[:3]:
        wants(person, by=inside.by)
    feedback.begin_feedback(inside.evaluation, words="Takk for at dere fortalte.", by=inside.by)
    letter = newest_letter(inside.evaluation)
    told, tried, waits = letter.to.all()
    feedback.choose_way(waits, Way.POST, by=inside.by)
    feedback.say_told(told, by=inside.by)
    feedback.say_not_reached(tried, by=inside.by)


def closing_is_prepared(inside: "Inside") -> None:
    prepare(
        inside.evaluation,
        planned_on=SOON,
        without_feedback="De vi ikke nådde, har flyttet.",
        print_offered=True,
        by=inside.by,
    )
    renew_address(by=inside.by)


AFTERWARDS = [
    rounds_are_planned_and_one_is_opened,
    people_answer,
    the_answers_are_read,
    the_round_is_met_noted_and_closed,
    those_who_spoke_are_written_to,
    closing_is_prepared,
]
