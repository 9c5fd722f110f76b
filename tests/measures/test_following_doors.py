"""Who answers for a measure, what is agreed, and claimed beside confirmed, on the pages."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from brukerstemmen.measures.actions import (
    agree_on_terms,
    hold_measure,
    holder_now,
    put_to_service,
    reopen,
    take_step,
    terms_of,
)
from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.models import (
    FeltTold,
    FollowUpTold,
    Matter,
    Measure,
    MeasureKind,
    Turn,
)
from brukerstemmen.measures.planning import plan_of
from brukerstemmen.measures.showing import measures_of
from brukerstemmen.measures.spreadsheet import write_xlsx
from brukerstemmen.measures.states import Status
from brukerstemmen.people.actions import team
from brukerstemmen.people.models import Person, Work
from tests.cast import TODAY

from .conftest import SOON
from .conftest import told as matter_told
from .test_doors import at, english, reading

Adds = Callable[..., Measure]
SignIn = Callable[[Person], Client]
PLACES = [("", "measure"), ("for_service_", "for_service_measure")]


@pytest.fixture
def measure(adds: Adds) -> Measure:
    return adds(status=Status.PLANNED, title="Diskret postkasse")


@pytest.fixture
def leader(signed_in: SignIn, eli: Person) -> Client:
    return english(signed_in(eli))


@pytest.fixture
def lead(signed_in: SignIn, anne: Person) -> Client:
    return english(signed_in(anne))


def tell(measure: Measure, verdict: Verdict, number: int = 1, replies: int | None = 11) -> None:
    """What users said, as a round tells it."""
    measure.refresh_from_db()
    told = FollowUpTold.objects.create(
        work=measure.work, number=number, quarter="2026-3", replies=replies, note="Det gikk bra."
    )
    FeltTold.objects.create(
        follow_up=told, measure=measure, verdict=verdict.value, claimed=measure.status
    )


def over(person: Person | None, **other: object) -> dict:
    usual = {
        "person": str(person.pk) if person else "",
        "owner": "Seksjonsleder",
        "reason": "Lederbytte.",
        "said_by": "Leder DPS",
    }
    return usual | other


def test_somebody_is_named_and_it_is_handed_over(
    measure: Measure, work: Work, leader: Client, dag: Person, eli: Person
) -> None:
    address = at("measure_holder", work, measure.pk)
    assert f'value="{eli.pk}" ' in reading(leader, address)
    assert leader.post(address, {}).status_code == 422
    for _click in range(2):
        leader.post(address, {"person": str(dag.pk)})
    assert holder_now(measure) == dag

    typed = leader.post(address, over(eli, reason=""))
    assert typed.status_code == 422 and "Seksjonsleder" in typed.content.decode()
    for _click in range(2):
        assert leader.post(address, over(eli)).status_code == 302

    assert holder_now(measure) == eli and measure.steps.count() == 2
    page = reading(leader, at("measure", work, measure.pk))
    assert "Owner was: Leder, poliklinikken" in page and "Lederbytte." in page
    assert "Dag" in reading(leader, address), "who had it before stays on the list"


def test_the_lead_writes_it_down_and_nobody_else(
    measure: Measure, work: Work, signed_in: SignIn, anne: Person, dag: Person, frida: Person
) -> None:
    here, there = (at(f"{each}measure_holder", work, measure.pk) for each in ("", "for_service_"))

    assert signed_in(dag).get(here).status_code == 403
    assert signed_in(frida).get(there).status_code == 403
    assert signed_in(anne).get(here).status_code == 404
    assert signed_in(anne).post(there, {"person": str(dag.pk)}).status_code == 302
    assert holder_now(measure) == dag


def test_only_somebody_of_the_service_is_chosen(
    measure: Measure, work: Work, leader: Client, frida: Person, gro: Person
) -> None:
    for who in (frida, gro):
        data = {"person": str(who.pk)}
        assert leader.post(at("measure_holder", work, measure.pk), data).status_code == 422


@pytest.mark.parametrize(("place", "page"), PLACES)
def test_a_measure_nobody_answers_for_is_seen_by_both_sides(
    place: str,
    page: str,
    measure: Measure,
    work: Work,
    leader: Client,
    lead: Client,
    anne: Person,
    eli: Person,
    dag: Person,
) -> None:
    client = lead if place else leader
    hold_measure(measure, dag, by=eli)
    addresses = [at(f"{place}measures", work), at(page, work, measure.pk)]
    assert all("Nobody answers" not in reading(client, address) for address in addresses)
    team.end_role(work.grants.get(person=dag), by=anne)

    every, one = (reading(client, address) for address in addresses)

    assert "Nobody answers for 1 measure" in every and "Nobody answers for this" in every
    assert "Nobody answers for this" in one and "has no role here any more" in one
    assert "Nobody answers for this today." in plan_of(work).rows[0].correct


def test_a_fresh_promise_is_not_nagged_about(measure: Measure, work: Work, leader: Client) -> None:
    page = reading(leader, at("measure", work, measure.pk))

    assert "Nobody answers for this" not in page and "Say who answers for it" in page


def test_what_is_agreed_is_written_by_the_lead_and_read_by_the_service(
    work: Work, matters: list[Matter], lead: Client, leader: Client, eli: Person
) -> None:
    address = at("terms", work)
    data = {
        "months": "6, 12",
        "felt_line": "60",
        "remind_before": "7",
        "escalate_after": "10",
        "escalate_to": str(eli.pk),
    }
    assert 'value="3, 6, 12"' in reading(lead, address)
    wrong = lead.post(address, data | {"months": "snart"})
    assert wrong.status_code == 422 and "snart" in wrong.content.decode()
    assert lead.post(address, data | {"felt_line": "0"}).status_code == 422
    assert "fewer than 60" not in reading(leader, at("measures", work))

    assert lead.post(address, data).status_code == 302

    assert (terms_of(work).months, terms_of(work).escalate_to) == ("6,12", eli)
    told = reading(leader, at("measures", work))
    assert "6 and 12 months after" in told and "fewer than 60 per cent" in told and "Eli" in told


def test_a_leader_no_letter_reaches_is_not_promised(
    work: Work, matters: list[Matter], lead: Client, anne: Person, dag: Person
) -> None:
    agree_on_terms(work, escalate_to=dag, by=anne)
    team.end_role(work.grants.get(person=dag), by=anne)

    for address in (at("for_service_measures", work), at("terms", work)):
        assert "Dag was to be told when nothing happens" in reading(lead, address)


def test_what_works_is_met_with_protecting_it(work: Work, anne: Person, leader: Client) -> None:
    told = replace(matter_told(1), turn=Turn.KEEP)
    [matter] = put_to_service(work, [told], quarter="2026-1", by=anne)

    form = reading(leader, at("measure_new", work, funn=str(matter.pk)))

    [ticked] = [
        tag for tag in re.findall(r"<input[^>]*name=.kind.[^>]*>", form) if " checked" in tag
    ]
    assert 'value="protect"' in ticked


@pytest.mark.parametrize(
    ("who", "answer"), [("frida", 403), ("eli", 404), ("cecilie", 404), ("gro", 404)]
)
def test_nobody_else_writes_what_is_agreed(
    who: str, answer: int, work: Work, signed_in: SignIn, request: pytest.FixtureRequest
) -> None:
    assert signed_in(request.getfixturevalue(who)).get(at("terms", work)).status_code == answer


@pytest.mark.parametrize(("place", "page"), PLACES)
def test_claimed_and_confirmed_stand_beside_each_other(
    place: str, page: str, measure: Measure, work: Work, leader: Client, lead: Client, eli: Person
) -> None:
    client = lead if place else leader
    assert "Not asked yet" in reading(client, at(page, work, measure.pk))
    tell(measure, Verdict.TOO_FEW, replies=None)
    take_step(measure, Status.DONE, said_by="Leder", by=eli)
    tell(measure, Verdict.FELT, number=2)

    for address in (at(f"{place}measures", work), at(page, work, measure.pk)):
        told = reading(client, address)
        assert "The service says: done" in told and "Users notice it" in told
    assert "Too few to say" in told and "the third quarter of 2026" in told
    assert "11 answered" in reading(client, at(f"{place}measures", work))


def test_both_stand_in_the_plan_and_its_files(measure: Measure, work: Work, eli: Person) -> None:
    take_step(measure, Status.DONE, said_by="Leder", by=eli)
    tell(measure, Verdict.NOT_FELT)

    sentence = "Follow-up 1. The service says: done. Users do not notice it."
    assert sentence in plan_of(work).rows[0].evaluate
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(plan_of(work)))).worksheets[0]
    assert sentence in sheet.cell(row=2, column=5).value


def test_what_is_taken_up_again_asks_for_a_new_day(
    measure: Measure,
    work: Work,
    leader: Client,
    anne: Person,
    eli: Person,
    clock_at: Callable[[date], None],
) -> None:
    take_step(measure, Status.DONE, said_by="Leder", by=eli)
    clock_at(SOON + timedelta(days=90))
    reopen(measure, reason="De fleste merker det ikke.", by=anne)

    page = reading(leader, at("measure", work, measure.pk))

    assert "write a new deadline" in page and "De fleste merker det ikke." in page
    assert "The deadline has passed." not in page
    assert "De fleste merker det ikke." in "".join(plan_of(work).rows[0].correct)


def test_what_works_is_protected_and_one_measure_answers_several_findings(
    work: Work, matters: list[Matter], leader: Client
) -> None:
    form = reading(leader, at("measure_new", work))
    assert "Protect what works" in form and "Made together with users" in form
    data = {
        "title": "De små handlingene består",
        "notice": "Noen husker navnet ditt.",
        "owner": "Leder",
        "kind": MeasureKind.PROTECT.value,
        "matters": [str(one.pk) for one in matters],
        "status": "planned",
        "deadline": (TODAY + timedelta(days=30)).isoformat(),
        "said_by": "Leder",
        "once": "9b3f0f0e-3b43-4c0e-8f5a-0f6d4a6f6d11",
    }
    assert leader.post(at("measure_new", work), data).status_code == 302

    page = reading(leader, at("measure", work, Measure.objects.get().pk))
    assert "Finding 1" in page and "Finding 2" in page and "protect what works" in page


@pytest.mark.parametrize("name", ["measures", "for_service_measures", "plan"])
def test_lists_take_as_many_queries_for_many_as_for_few(
    name: str,
    work: Work,
    adds: Adds,
    leader: Client,
    lead: Client,
    anne: Person,
    eli: Person,
    dag: Person,
) -> None:
    client = lead if name.startswith("for") else leader

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(at(name, work)).status_code == 200
        return len(asked)

    def more(number: int) -> None:
        one = adds(status=Status.PLANNED)
        hold_measure(one, dag, by=eli)
        tell(one, Verdict.FELT, number=number)

    agree_on_terms(work, escalate_to=eli, by=anne)
    more(1)
    queries()
    few = queries()
    for number in range(2, 7):
        more(number)

    assert queries() == few


def test_a_round_in_which_few_answered_unsays_nothing(leader: Client, measure: Measure) -> None:
    tell(measure, Verdict.FELT, number=1)
    tell(measure, Verdict.TOO_FEW, number=2, replies=None)
    [shown] = measures_of(measure.work)
    assert shown.felt_now is not None and shown.felt_now.row.verdict == Verdict.FELT
    told = leader.get(at("measure", measure.work, measure.pk)).content.decode()
    assert "Users notice it" in told and "Too few to say" in told
