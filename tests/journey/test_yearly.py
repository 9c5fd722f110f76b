"""The yearly sheet: what was put, answered, done, felt and left, from released rows only."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.journey.yearly import sheet_of, years_of
from brukerstemmen.measures.actions import (
    MatterTold,
    add_measure,
    answer_matters,
    put_to_service,
    take_step,
)
from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.models import FeltTold, FollowUpTold, Matter, Standing, Turn
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.people import paper
from brukerstemmen.people.models import Grant, Person, Work
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone
from tests.cast import TODAY

DAY = timedelta(days=1)
YEAR = TODAY.year
TEAM, SERVICE = "/arbeid/evalueringer/{}/arsark/{}{}", "/tjeneste/{}/arsark/{}{}"


@pytest.fixture
def told(evaluation: Evaluation, anne: Person, eli: Person) -> Evaluation:
    """Three findings: a yes with two measures, a no, and one without an answer."""
    work = evaluation.work
    put = [
        MatterTold(None, number, Turn.IMPROVE, Standing.CONFIRMED, f"Funn {number}")
        for number in (1, 2, 3)
    ]
    matters = put_to_service(work, put, quarter=f"{YEAR}-1", by=anne)
    said = {"given_by": "Leder", "by": eli}
    answer_matters(matters[:1], says=Says.YES, **said)
    answer_matters(matters[1:2], says=Says.NO, reason="Det krever penger.", **said)
    for title in ("Skjerm i ekspedisjonen", "Ny postkasse"):
        add_measure(
            work,
            matters[:1],
            title=title,
            owner="Leder",
            deadline=TODAY + 20 * DAY,
            notice="Den er der",
            status=Status.PLANNED,
            said_by="Leder",
            by=eli,
        )
    first = work.measures.get(number=1)
    take_step(first, Status.DONE, reason="", said_by="Leder", by=eli)
    last = FollowUpTold.objects.create(work=work, number=1, quarter=f"{YEAR}-3", replies=11)
    FeltTold.objects.create(
        follow_up=last, measure=first, verdict=Verdict.HALFWAY, claimed=Status.DONE
    )
    return evaluation


def test_the_year_is_told_in_words_and_counts(told: Evaluation) -> None:
    sheet = sheet_of(told.work, YEAR)

    assert (sheet.findings, sheet.new, sheet.as_of) == (3, 3, TODAY)
    assert [(str(one["term"]), one["value"]) for one in sheet.answers] == [("Yes", 1), ("No", 1)]
    assert [(str(one["term"]), one["value"]) for one in sheet.measures] == [
        ("Planned", 1),
        ("The service says: done", 1),
    ]
    [felt] = sheet.felt
    assert [str(one["verdict"]) for one in felt["rounds"]] == ["Half way, users say"]
    assert [(one["name"], one["why"]) for one in sheet.noes] == [
        ("Finding 2: Funn 2", "Det krever penger.")
    ]
    assert [one["name"] for one in sheet.left] == ["Finding 3: Funn 3", "Measure 2: Ny postkasse"]


def test_a_year_that_is_over_stays_as_it_was_on_its_last_day(
    told: Evaluation, eli: Person, clock_at: Callable
) -> None:
    Grant.objects.update(until=date(YEAR + 2, 1, 1))
    Work.objects.update(ends_on=date(YEAR + 2, 1, 1))
    told = Evaluation.objects.get(pk=told.pk)
    clock_at(date(YEAR + 1, 5, 1))
    measure = told.work.measures.get(number=2)
    take_step(measure, Status.NOT_DONE, reason="Glemt ved lederbytte.", said_by="Leder", by=eli)
    matters = Matter.objects.filter(work=told.work, number=3)
    answer_matters(list(matters), says=Says.YES, given_by="Leder", by=eli)

    before, after = sheet_of(told.work, YEAR), sheet_of(told.work, YEAR + 1)

    assert before.as_of == date(YEAR, 12, 31)
    assert [one["name"] for one in before.left] == ["Finding 3: Funn 3", "Measure 2: Ny postkasse"]
    assert [one["why"] for one in before.noes] == ["Det krever penger."]
    assert after.left == []
    assert [one["why"] for one in after.noes] == ["Det krever penger.", "Glemt ved lederbytte."]
    assert (after.findings, after.new, after.felt) == (3, 0, [])


def test_there_is_a_sheet_for_each_year_from_the_first_finding(
    told: Evaluation, clock_at: Callable
) -> None:
    clock_at(date(YEAR + 2, 1, 1))

    assert list(years_of(told.work)) == [YEAR, YEAR + 1, YEAR + 2]


def test_it_is_made_where_only_released_rows_exist(told: Evaluation) -> None:
    with narrowed(Zone.Z1_RELEASED):
        assert sheet_of(told.work, YEAR).findings == 3


def test_the_team_and_the_service_read_the_same_sheet(
    told: Evaluation, anne: Person, dag: Person, signed_in: Callable
) -> None:
    slug = told.work.slug
    inside = signed_in(anne).get(TEAM.format(slug, YEAR, "/"))
    outside = signed_in(dag).get(SERVICE.format(slug, YEAR, "/"))

    assert inside.status_code == outside.status_code == 200
    assert inside.context["sheet"] == outside.context["sheet"]
    for page in (inside, outside):
        assert "Det krever penger." in page.content.decode()
        assert "%" not in page.content.decode().split("<main")[1].split("</main>")[0]


@pytest.mark.parametrize("year", [YEAR - 1, YEAR + 1, 1, 9999])
def test_there_is_no_sheet_of_other_years(
    year: int, told: Evaluation, anne: Person, dag: Person, signed_in: Callable
) -> None:
    slug = told.work.slug
    for ending in ("/", ".pdf"):
        assert signed_in(anne).get(TEAM.format(slug, year, ending)).status_code == 404
        assert signed_in(dag).get(SERVICE.format(slug, year, ending)).status_code == 404


@pytest.mark.parametrize(
    ("who", "team", "service"),
    [
        ("anne", 200, 404),
        ("frida", 200, 404),
        ("dag", 404, 200),
        ("eli", 404, 200),
        ("cecilie", 404, 404),
        ("gro", 404, 404),
    ],
)
def test_each_side_has_its_own_door(
    who: str,
    team: int,
    service: int,
    told: Evaluation,
    signed_in: Callable[[Person], Client],
    request: pytest.FixtureRequest,
) -> None:
    client, slug = signed_in(request.getfixturevalue(who)), told.work.slug

    assert client.get(TEAM.format(slug, YEAR, "/")).status_code == team
    assert client.get(SERVICE.format(slug, YEAR, "/")).status_code == service


@pytest.mark.skipif(not paper.can_make(), reason="Pango is missing")
def test_it_can_be_taken_along_as_pdf(
    told: Evaluation, anne: Person, dag: Person, signed_in: Callable
) -> None:
    slug = told.work.slug
    for who, at in ((anne, TEAM), (dag, SERVICE)):
        file = signed_in(who).get(at.format(slug, YEAR, ".pdf"))
        assert file["Content-Type"] == "application/pdf"
        assert file.content.startswith(b"%PDF")


def test_a_service_without_findings_has_an_empty_sheet(
    evaluation: Evaluation, dag: Person, signed_in: Callable
) -> None:
    page = signed_in(dag).get(SERVICE.format(evaluation.work.slug, YEAR, "/"))

    assert page.status_code == 200
    assert page.context["sheet"].left == []


def test_many_measures_ask_as_little_as_few(
    told: Evaluation, dag: Person, eli: Person, signed_in: Callable
) -> None:
    client, at = signed_in(dag), SERVICE.format(told.work.slug, YEAR, "/")

    def queries() -> int:
        client.get(at)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(at).status_code == 200
        return len(asked)

    few = queries()
    matters = list(Matter.objects.filter(work=told.work))
    for number in range(30):
        add_measure(told.work, matters, title=f"Nr {number}", notice="Ja", said_by="Leder", by=eli)

    assert queries() == few
