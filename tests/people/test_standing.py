"""What stands between a person and the material, asked for many pieces of work at once."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from brukerstemmen.evaluations.actions.starting import name_client, start_evaluation
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.meetings.models import Task
from brukerstemmen.people.access import Role
from brukerstemmen.people.actions.team import grant_role, register_employment
from brukerstemmen.people.models import Employment, EthicalGuideline, Organisation, Person
from brukerstemmen.people.standing import hindrances, hindrances_in, unhindered
from brukerstemmen.voices.actions import meetings
from brukerstemmen.voices.models import UserMeeting
from tests.cast import LATER, TODAY, prepare


def others(centre: Organisation, by: Person) -> list[Evaluation]:
    return [
        start_evaluation(title=f"Nr {n}", services=[f"Tjeneste {n}"], centre=centre, by=by)
        for n in range(5)
    ]


def test_each_work_has_its_own_hindrances(
    evaluation: Evaluation, centre: Organisation, anne: Person
) -> None:
    first, second, *rest = others(centre, anne)
    prepare(second, anne)
    register_employment(anne, first.work.parties.get())
    works = [one.work for one in (evaluation, first, second, *rest)]

    found = hindrances_in(anne, works)

    assert found == {work.pk: hindrances(anne, work) for work in works}
    assert unhindered(anne, works) == [evaluation.work_id, second.work_id]
    assert "employed_by_service" in found[first.work_id]


def test_many_ask_as_little_as_one(
    evaluation: Evaluation, centre: Organisation, anne: Person
) -> None:
    register_employment(anne, centre)
    works = [one.work for one in others(centre, anne)]

    def queries(asked: list) -> int:
        with CaptureQueriesContext(connection) as sent:
            hindrances_in(anne, asked)
        return len(sent)

    assert queries(works) == queries(works[:1])


def test_nobody_is_locked_out_in_the_middle_of_a_meeting(
    evaluation: Evaluation, centre: Organisation, meeting: UserMeeting, anne: Person, frida: Person
) -> None:
    """Anne writes in the meeting of today; Frida is not there."""
    meetings.put_on_duty(meeting, anne, Task.WRITES, by=anne)
    EthicalGuideline.objects.create(
        centre=centre, version=2, text="Nye.", adopted_on=TODAY - timedelta(days=20)
    )

    assert hindrances(anne, evaluation.work) == []
    assert hindrances(frida, evaluation.work) == ["new_guidelines_not_accepted"]


def test_who_speaks_for_a_party_that_is_named_later_sees_no_more(
    evaluation: Evaluation, centre: Organisation, eli: Person, anne: Person
) -> None:
    """Eli leads the client of one evaluation, and is on the team of another."""
    Employment.objects.all().delete()
    other = start_evaluation(title="Fjellheim", services=["Fjellheim"], centre=centre, by=anne)
    prepare(other, anne)
    grant_role(other.work, eli, Role.INTERVIEWER, until=LATER)
    prepare(other, eli)
    assert hindrances(eli, other.work) == []

    name_client(other, "Elvesund", by=anne)

    assert hindrances(eli, other.work) == ["employed_by_client"]
    assert hindrances(anne, other.work) == []
