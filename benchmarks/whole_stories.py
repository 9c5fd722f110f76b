"""Evaluations that have come the whole way, in a house with as many of them as one likes.

Each rests on twelve statements of six people: three findings, two reports that are out, a dialogue
meeting, an answer and a measure to each finding, one round in which users were asked, a line told
back, and a letter that waits for those who wanted to hear.
"""

from datetime import timedelta
from functools import cache

from benchmarks import evaluations, reports
from brukerstemmen.evaluations.actions.team import invite
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.actions import feedback, lines, replying, rounds, telling
from brukerstemmen.followups.models import FollowUp
from brukerstemmen.measures.actions import take_step
from brukerstemmen.measures.felt import Felt
from brukerstemmen.measures.states import Status
from brukerstemmen.people import clock
from brukerstemmen.people.access import Role
from brukerstemmen.people.models import Person

SIZES = (1, 10, 100)  # evaluations; the smaller first, since each house grows from the one before
STATEMENTS, PEOPLE, FINDINGS, QUOTES = 12, 6, 3, 6


def among(number: int) -> list[Evaluation]:
    """So many evaluations."""
    return [_told(place) for place in range(1, number + 1)]


def lead() -> Person:
    """Leads them all, and nothing else."""
    return _everywhere(Role.LEAD)


def contact() -> Person:
    """Works in the service, and may see what is released of them all."""
    return _everywhere(Role.SERVICE_CONTACT)


def _everywhere(role: Role) -> Person:
    return Person.objects.get(email=f"{role}-everywhere@example.com")


@cache
def _told(place: int) -> Evaluation:
    evaluation = evaluations.sorted_into_themes(
        f"Fortelling {place}", STATEMENTS, PEOPLE, meetings_held=1
    )
    first = reports.process_of(evaluation, findings=FINDINGS, quotes=QUOTES)
    final = reports.final_of(evaluation, first)
    with reports.prepared():
        reports.releasing.release(final, by=evaluations.lead())
        _follow_up(evaluation)
        evaluations.on_team(evaluation, "Leder av alt", f"{Role.LEAD}-everywhere", Role.LEAD)
        _join_service(evaluation)
    return evaluation


def _follow_up(evaluation: Evaluation) -> None:
    """The service says that everything is done, and users notice it."""
    by, measures = evaluations.lead(), list(evaluation.work.measures.all())
    for one in measures:
        take_step(one, Status.DONE, reason="Det er på plass.", said_by="Enhetsleder", by=by)
    around = rounds.plan_round(evaluation, due_on=clock.today(), by=by)
    until = clock.today() + timedelta(days=14)
    rounds.open_round(around, measures=measures, answer_by=until, by=by)
    for somebody in evaluation.participants.all():
        felt = {one.pk: Felt.NOTICED for one in measures}
        replying.reply(around, participant=somebody, felt=felt, notices="", missing="")
    rounds.close_round(around, by=by)
    telling.tell_round(FollowUp.objects.get(pk=around.pk), note="De fleste merker det.", by=by)
    for one in measures:
        lines.write_line(one, "Det dere sa, ble hørt.", by=by)
    feedback.begin_feedback(evaluation, words="Takk for at du fortalte.", by=by)


def _join_service(evaluation: Evaluation) -> None:
    invite(
        evaluation,
        name="Kontakt i tjenesten",
        email=f"{Role.SERVICE_CONTACT}-everywhere@example.com",
        role=Role.SERVICE_CONTACT,
        until=evaluation.work.ends_on,
        by=evaluations.lead(),
        works_at=evaluation.work.party_rows.get().organisation,
    )
