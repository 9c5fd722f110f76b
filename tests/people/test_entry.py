"""Visits without account: one sealed cookie, and nothing anywhere else."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from brukerstemmen.people import clock, entry, marks, opening
from brukerstemmen.people.entry import Way
from brukerstemmen.privacy.zones import Zone

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ABOUT = uuid.uuid4()


def cookie(way: Way = Way.OWN) -> str:
    response = HttpResponse()
    entry.begin(response, way, ABOUT)
    return response.cookies[entry.cookie_name()].value


def visit_with(value: str) -> entry.Visit | None:
    request = RequestFactory().get("/d/")
    request.COOKIES[entry.cookie_name()] = value
    return entry.visit_of(request)


def test_a_visit_is_known_again_and_says_nothing_to_who_reads_the_cookie() -> None:
    with clock.at(NOON):
        value = cookie()
        visit = visit_with(value)
    assert visit is not None and (visit.way, visit.about, visit.told) == (Way.OWN, ABOUT, "")
    assert str(ABOUT) not in value and "own" not in value


@pytest.mark.parametrize(("minutes", "holds"), [(0, True), (20, True), (21, False)])
def test_a_visit_that_rests_for_more_than_twenty_minutes_is_over(minutes: int, holds: bool) -> None:
    with clock.at(NOON):
        value = cookie()
    with clock.at(NOON + timedelta(minutes=minutes)):
        assert (visit_with(value) is not None) is holds


def test_a_visit_ends_after_four_hours_however_busy() -> None:
    with clock.at(NOON):
        visit = visit_with(cookie())
    late = NOON + timedelta(minutes=entry.LONGEST_MINUTES + 1)
    response = HttpResponse()
    assert visit is not None
    with clock.at(late):
        entry.keep(response, entry.replace(visit, seen=int(late.timestamp()) // 60))
        assert visit_with(response.cookies[entry.cookie_name()].value) is None


def test_a_changed_cookie_is_no_visit() -> None:
    with clock.at(NOON):
        value = cookie()
        for place in range(0, len(value), 7):
            other = "A" if value[place] != "A" else "B"
            assert visit_with(value[:place] + other + value[place + 1 :]) is None
        for nonsense in ("", "x", "æøå", "====", value[:-8]):
            assert visit_with(nonsense) is None


def test_leaving_takes_everything_out_of_the_browser() -> None:
    response = HttpResponse()
    entry.end(response)
    assert response["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert response.cookies[entry.cookie_name()]["max-age"] == 0


def test_a_visitor_opens_nothing_before_it_is_known_whose_they_are() -> None:
    with opening.opened(Zone.Z3_RAW, by="test", reason="visit", only=frozenset()) as held:
        opening.let_in([ABOUT])
        assert held.only == {ABOUT}


@pytest.mark.true_cost
def test_a_guess_costs_as_much_for_one_who_has_the_secret() -> None:
    """What offline guessing costs: memory and rounds, not the clock of this machine."""
    assert marks.MEMORY_KIB * marks.ROUNDS >= 2 * 46 * 1024
    code = "0123456789ABC"
    assert marks.mark_of_code(code) == marks.mark_of_code(code) != marks.mark_of_code(code[::-1])
    assert len(marks.mark_of_code(code)) == len(marks.mark_of_token("x")) == 64


def test_the_mark_of_a_window_needs_the_secret() -> None:
    name = "address 192.0.2.7 123"
    assert marks.mark_of_window(name) != marks.mark_of_token(name)
    assert "192" not in marks.mark_of_window(name)
