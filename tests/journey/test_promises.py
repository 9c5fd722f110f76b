"""What we have promised: what waits for whom, what is late, by how many days."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as some

from brukerstemmen.evaluations.actions import starting
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.journey.promised import promised_by
from brukerstemmen.journey.promises import WAITS_FOR, Promise, Promised, Waits, in_order
from brukerstemmen.measures.actions import (
    MatterTold,
    add_measure,
    answer_matters,
    ask_for_answers,
    put_to_service,
    take_step,
)
from brukerstemmen.measures.models import Matter, Measure, Standing, Turn
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.people.models import Organisation, Person
from brukerstemmen.voices.actions import meetings
from brukerstemmen.voices.models import UserMeeting
from tests.cast import TODAY, prepare

HERE = "/arbeid/lofter/"
DAY = timedelta(days=1)
days = some.none() | some.dates(date(2020, 1, 1), date(2030, 1, 1))
promises = some.builds(Promised, some.sampled_from(Promise), since=days, due=days)


# The law


def test_every_promise_waits_for_somebody() -> None:
    assert set(WAITS_FOR) == set(Promise)
    assert set(WAITS_FOR.values()) == set(Waits)


@given(some.lists(promises), some.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_what_is_late_comes_first_and_the_oldest_at_the_top(
    found: list[Promised], today: date
) -> None:
    ordered = in_order(found, today=today)

    late = [one.late(today) for one in ordered]
    assert len(ordered) == len(found)
    assert [number for number in late if number] == late[: sum(1 for one in late if one)]
    for group in ([o for o in ordered if o.late(today)], [o for o in ordered if not o.late(today)]):
        ages = [one.age(today) for one in group]
        assert ages == sorted(ages, reverse=True)


@given(promises, some.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_nothing_is_late_on_its_last_day(one: Promised, today: date) -> None:
    assert one.age(today) >= 0
    if one.due is not None and one.due >= today:
        assert one.late(today) == 0
    if one.due == today - DAY:
        assert one.late(today) == 1


# What is found


@pytest.fixture
def put(evaluation: Evaluation, anne: Person, eli: Person) -> list[Matter]:
    """Two findings that the service is asked to answer within ten days."""
    told = [
        MatterTold(None, number, Turn.IMPROVE, Standing.CONFIRMED, f"Funn {number}")
        for number in (1, 2)
    ]
    put_to_service(evaluation.work, told, quarter="2026-1", by=anne)
    ask_for_answers(evaluation.work, answer_by=TODAY + 10 * DAY, by=anne)
    return list(Matter.objects.filter(work=evaluation.work))


def measure(matters: list[Matter], by: Person, deadline: date) -> Measure:
    made = add_measure(
        matters[0].work,
        matters[:1],
        title="Ny postkasse",
        owner="Enhetsleder",
        deadline=deadline,
        notice="Den henger der",
        said_by="Enhetsleder",
        by=by,
    )
    return take_step(made, Status.PLANNED, reason="", said_by="Enhetsleder", by=by).measure


def kinds(evaluation: Evaluation) -> list[Promise]:
    return [one.promise for one in promised_by([evaluation])[evaluation.pk]]


def test_a_new_evaluation_has_promised_nothing(evaluation: Evaluation) -> None:
    assert kinds(evaluation) == []


def test_findings_without_an_answer_wait_for_the_service_and_are_late_after_the_day(
    evaluation: Evaluation, put: list[Matter]
) -> None:
    [promised] = promised_by([evaluation])[evaluation.pk]

    assert (promised.promise, promised.number) == (Promise.ANSWER, 2)
    assert promised.waited(TODAY + 4 * DAY) == 4
    assert (promised.late(TODAY + 10 * DAY), promised.late(TODAY + 12 * DAY)) == (0, 2)


def test_an_answer_that_must_be_clarified_waits_until_there_is_another(
    evaluation: Evaluation, put: list[Matter], eli: Person
) -> None:
    told = {"given_by": "Leder", "by": eli}
    answer_matters(
        put,
        says=Says.TO_BE_CLARIFIED,
        reason="Vi må spørre.",
        clarified_by="Direktør",
        clarified_on=TODAY + DAY,
        **told,
    )
    [promised] = promised_by([evaluation])[evaluation.pk]
    answer_matters(put, says=Says.NO, reason="Ikke i år.", **told)

    assert (promised.promise, promised.owner) == (Promise.CLARIFY, "Direktør")
    assert promised.late(TODAY + 3 * DAY) == 2
    assert kinds(evaluation) == []


def test_a_measure_waits_from_the_day_after_its_deadline_until_it_is_done(
    evaluation: Evaluation, put: list[Matter], eli: Person, clock_at: Callable
) -> None:
    made = measure(put, eli, TODAY + 20 * DAY)
    answer_matters(put, says=Says.YES, given_by="Leder", by=eli)
    on_its_way = kinds(evaluation)
    clock_at(TODAY + 23 * DAY)
    [late] = promised_by([evaluation])[evaluation.pk]
    take_step(made, Status.DONE, reason="", said_by="Leder", by=eli)

    assert on_its_way == []
    assert (late.promise, late.number, late.owner) == (Promise.DO, made.number, "Enhetsleder")
    assert late.late(TODAY + 23 * DAY) == 3
    assert kinds(evaluation) == []


def test_words_wait_to_be_given_back(masked: UserMeeting, evaluation: Evaluation) -> None:
    assert kinds(evaluation) == [Promise.GIVE_BACK]


def test_what_was_stopped_has_no_promises(
    evaluation: Evaluation, put: list[Matter], anne: Person
) -> None:
    starting.stop(evaluation, reason="Slutt.", by=anne)
    evaluation.refresh_from_db()

    assert promised_by([evaluation]) == {}


# The page


@pytest.mark.parametrize(
    ("who", "status"),
    [("anne", 200), ("frida", 403), ("cecilie", 404), ("dag", 404), ("eli", 404), ("inger", 404)],
)
def test_it_is_for_those_who_lead(
    who: str,
    status: int,
    evaluation: Evaluation,
    signed_in: Callable[[Person], Client],
    request: pytest.FixtureRequest,
) -> None:
    assert signed_in(request.getfixturevalue(who)).get(HERE).status_code == status


def test_another_lead_sees_their_own_only(
    evaluation: Evaluation, put: list[Matter], gro: Person, signed_in: Callable
) -> None:
    starting.start_evaluation(
        title="Vårdal",
        services=["Tjeneste"],
        centre=Organisation.objects.get(name="Et annet senter"),
        by=gro,
    )
    page = signed_in(gro).get(HERE)

    assert page.status_code == 200
    assert "Solbakken" not in page.content.decode()


def test_it_can_be_read_by_who_it_waits_for(
    masked: UserMeeting, put: list[Matter], anne: Person, signed_in: Callable, clock_at: Callable
) -> None:
    clock_at(TODAY + 15 * DAY)
    client = signed_in(anne)

    everything = client.get(HERE).context["told"]
    for_service = client.get(f"{HERE}?venter=service").context["told"]
    nonsense = client.get(f"{HERE}?venter=alle&page=9").context["told"]

    assert (everything.late, everything.waiting, everything.oldest) == (1, 1, 5)
    assert everything.groups[0].lines[0]["age"] == "5 days late"
    assert len(for_service.groups[0].lines) == 1
    assert [tab["count"] for tab in for_service.tabs] == [2, 1, 1, 0]
    assert len(nonsense.groups[0].lines) == 2


def test_every_line_leads_somewhere(
    masked: UserMeeting,
    put: list[Matter],
    anne: Person,
    eli: Person,
    signed_in: Callable,
    clock_at: Callable,
) -> None:
    measure(put, eli, TODAY + DAY)
    clock_at(TODAY + 15 * DAY)
    client = signed_in(anne)

    lines = client.get(HERE).context["told"].groups[0].lines

    assert len(lines) == 3
    for line in lines:
        assert client.get(line["url"]).status_code == 200, line


def test_the_lead_finds_it_on_my_page(
    evaluation: Evaluation, anne: Person, frida: Person, signed_in: Callable
) -> None:
    assert HERE in signed_in(anne).get("/arbeid/").content.decode()
    assert HERE not in signed_in(frida).get("/arbeid/").content.decode()


def test_a_hundred_evaluations_ask_as_little_as_one(
    masked: UserMeeting,
    put: list[Matter],
    centre: Organisation,
    anne: Person,
    eli: Person,
    signed_in: Callable,
) -> None:
    client = signed_in(anne)

    def queries() -> int:
        client.get(HERE)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(HERE).status_code == 200
        return len(asked)

    def more(numbers: range) -> None:
        for number in numbers:
            made = starting.start_evaluation(
                title=f"Nr {number}", services=["Tjeneste"], centre=centre, by=anne
            )
            told = MatterTold(None, 1, Turn.KEEP, Standing.CONFIRMED, "Funn")
            prepare(made, anne) if number < 10 else None
            if number < 10:
                meetings.plan_meeting(made, name="Møte", planned_on=TODAY, by=anne)
                put_to_service(made.work, [told], quarter="2026-1", by=anne)

    measure(put, eli, TODAY + DAY)
    one = queries()
    more(range(1, 10))
    ten = queries()
    more(range(10, 100))

    assert one == ten == queries()
    assert one <= 30
