"""The service's pages and the lead's: who sees, who says, and what comes back."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.measures.actions import answer_matters, ask_for_answers, put_to_service
from brukerstemmen.measures.models import Answer, Asking, Matter, Measure
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.people.models import Person, Work
from tests.cast import TODAY

from .conftest import SOON, named
from .conftest import told as matter_told

Adds = Callable[..., Measure]
SignIn = Callable[[Person], Client]
SHOWN = ("answers", "measures", "plan", "plan_pdf", "plan_xlsx")
SAID = ("answer", "measure_new")


@pytest.fixture
def leader(signed_in: SignIn, eli: Person) -> Client:
    """Eli's browser, in English, so that tests can read the pages."""
    return english(signed_in(eli))


@pytest.fixture
def lead(signed_in: SignIn, anne: Person) -> Client:
    return english(signed_in(anne))


def english(client: Client) -> Client:
    client.cookies["language"] = "en"
    return client


def at(name: str, work: Work, *more: object, **asked: object) -> str:
    return reverse(f"measures:{name}", args=[work.slug, *more], query=asked or None)


def reading(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_both_in_the_service_see_and_only_the_leader_says(
    work: Work, matters: list[Matter], adds: Adds, signed_in: SignIn, dag: Person, eli: Person
) -> None:
    measure = adds()
    there = [at(name, work) for name in SHOWN] + [at("measure", work, measure.pk)]
    written = [at(name, work) for name in SAID]
    written += [at(name, work, measure.pk) for name in ("measure_change", "measure_step")]

    for who, says in ((dag, 403), (eli, 200)):
        client = signed_in(who)
        assert {client.get(address).status_code for address in there} == {200}
        assert {client.get(address).status_code for address in written} == {says}
        assert {client.post(address).status_code for address in written} == {
            403 if says == 403 else 422
        }


@pytest.mark.parametrize("who", ["anne", "frida", "cecilie", "gro", "hans", "inger", "kirsten"])
def test_nobody_else_comes_into_the_service_room(
    who: str,
    work: Work,
    adds: Adds,
    signed_in: SignIn,
    request: pytest.FixtureRequest,
) -> None:
    measure = adds()
    client = signed_in(request.getfixturevalue(who))

    for address in [*(at(name, work) for name in SHOWN + SAID), at("measure", work, measure.pk)]:
        assert client.get(address).status_code == 404


def test_another_service_is_not_there(
    work: Work, matters: list[Matter], elsewhere: Matter, leader: Client
) -> None:
    for name in SHOWN + SAID:
        assert leader.get(at(name, elsewhere.work)).status_code == 404

    data = {"matters": [str(elsewhere.pk)], "says": "yes", "given_by": "Leder", "once": named("x")}
    assert leader.post(at("answer", work), data).status_code == 422
    assert not Answer.objects.exists()


def test_a_measure_is_found_under_its_own_evaluation_only(
    work: Work, adds: Adds, elsewhere: Matter, lead: Client
) -> None:
    measure = adds()

    assert lead.get(at("for_service_measure", elsewhere.work, measure.pk)).status_code == 404
    assert lead.get(at("for_service_measure", work, measure.pk)).status_code == 200


def test_the_team_reads_what_the_service_says_and_the_lead_writes_it_down(
    work: Work, adds: Adds, signed_in: SignIn, anne: Person, frida: Person
) -> None:
    measure = adds()
    shown = [at("for_service", work), at("for_service_measures", work)]
    shown.append(at("for_service_measure", work, measure.pk))
    written = [at(f"for_service_{name}", work) for name in (*SAID, "ask")]
    written += [
        at(f"for_service_{name}", work, measure.pk) for name in ("measure_change", "measure_step")
    ]

    for who, says in ((frida, 403), (anne, 200)):
        client = signed_in(who)
        assert {client.get(address).status_code for address in shown} == {200}
        assert {client.get(address).status_code for address in written} == {says}


@pytest.mark.parametrize("who", ["dag", "eli", "cecilie", "gro", "hans", "inger"])
def test_nobody_else_comes_to_the_lead(
    who: str, work: Work, matters: list[Matter], signed_in: SignIn, request: pytest.FixtureRequest
) -> None:
    client = signed_in(request.getfixturevalue(who))

    assert client.get(at("for_service", work)).status_code == 404
    assert client.get(at("for_service_answer", work)).status_code == 404


def test_the_page_shows_everything_put_with_answer_or_waiting(
    work: Work, matters: list[Matter], leader: Client, anne: Person, eli: Person, clock_at: object
) -> None:
    ask_for_answers(work, answer_by=SOON, by=anne)
    clock_at(TODAY + timedelta(days=12))
    for says, reason in ((Says.NO, "Vi har ikke penger."), (Says.PARTLY, "Fra høsten.")):
        answer_matters(matters[:1], says=says, reason=reason, given_by="Leder DPS", by=eli)

    page = reading(leader, at("answers", work))

    for told in (
        *("Små handlinger betyr mye", "Noen husker navnet mitt.", "Hva kan vi endre først?"),
        *("Fra høsten.", "Vi har ikke penger.", "Leder DPS", "1 earlier answer"),
        *("has waited 12 days", "1 finding waits", "1 of 2 are answered"),
    ):
        assert told in page
    assert "Eli" not in page.split("<main")[1], "a function, never a name"


def test_nothing_put_is_told_warmly(work: Work, leader: Client, lead: Client) -> None:
    assert "Nothing has been put to you yet" in reading(leader, at("answers", work))
    assert "Nothing has been put to the service" in reading(lead, at("for_service", work))
    assert "No measures yet" in reading(leader, at("measures", work))
    assert "No measures yet" in reading(leader, at("plan", work))
    assert leader.get(at("plan_pdf", work)).status_code == 200


def test_the_leader_answers_two_findings_at_once(
    work: Work, matters: list[Matter], leader: Client
) -> None:
    address = at("answer", work, funn=str(matters[1].pk))
    page = reading(leader, address)
    ticked = [tag for tag in re.findall(r"<input[^>]*>", page) if " checked" in tag]
    assert len(ticked) == 1 and str(matters[1].pk) in ticked[0]

    data = {
        "matters": [str(one.pk) for one in matters],
        "says": "no",
        "reason": "Det krever vedtak.",
        "given_by": "Leder DPS",
        "once": named("svar"),
    }
    for _click in range(2):
        assert leader.post(address, data).status_code == 302

    answer = Answer.objects.get()
    assert set(answer.matters.all()) == set(matters) and not answer.on_behalf


def test_what_was_typed_comes_back_with_what_is_missing(
    work: Work, matters: list[Matter], leader: Client
) -> None:
    data = {
        "matters": [str(matters[0].pk)],
        "says": "to_be_clarified",
        "reason": "Vi spør helseforetaket.",
        "given_by": "Leder DPS",
        "once": named("svar"),
    }
    answer = leader.post(at("answer", work), data)

    page = answer.content.decode()
    assert answer.status_code == 422 and not Answer.objects.exists()
    assert (
        "Vi spør helseforetaket." in page and "Leder DPS" in page and named("svar").hex[:8] in page
    )
    assert "Write the function" in page


def test_the_lead_writes_down_and_the_service_sees_that(
    work: Work, matters: list[Matter], lead: Client, leader: Client
) -> None:
    data = {
        "matters": [str(matters[0].pk)],
        "says": "yes",
        "given_by": "Leder DPS",
        "once": named("svar"),
    }
    assert lead.post(at("for_service_answer", work), data).status_code == 302

    assert "written down by the centre" in reading(leader, at("answers", work))


def test_the_lead_asks_by_a_day(work: Work, matters: list[Matter], lead: Client) -> None:
    address = at("for_service_ask", work)

    assert lead.post(address, {"answer_by": "2020-01-01"}).status_code == 422
    assert lead.post(address, {"answer_by": SOON.isoformat()}).status_code == 302
    assert Asking.objects.get().answer_by == SOON


def measure_data(matters: list[Matter], **other: object) -> dict:
    usual = {
        "title": "Kveldstelefon",
        "notice": "Noen tar telefonen.",
        "owner": "Helseforetaket",
        "kind": "decision",
        "matters": [str(one.pk) for one in matters],
        "partly": [str(matters[0].pk)],
        "status": "rejected",
        "reason": "Ikke midler i år. Meldt inn til budsjettet.",
        "said_by": "Leder DPS",
        "once": named("tiltak"),
    }
    return usual | other


def test_a_no_with_a_reason_is_a_measure_too(
    work: Work, matters: list[Matter], leader: Client
) -> None:
    address = at("measure_new", work)
    assert leader.post(address, measure_data(matters, reason="")).status_code == 422
    for _click in range(2):
        assert leader.post(address, measure_data(matters)).status_code == 302

    measure = Measure.objects.get()
    page = reading(leader, at("measure", work, measure.pk))
    assert "Meldt inn til budsjettet." in page and "(in part)" in page


def test_a_step_and_a_change_keep_what_was_said(
    work: Work, matters: list[Matter], adds: Adds, leader: Client
) -> None:
    measure = adds(status=Status.PLANNED)
    step = {"status": "not_done", "reason": "", "said_by": "Leder DPS"}
    address = at("measure_step", work, measure.pk)
    assert leader.post(address, step).status_code == 422
    for _click in range(2):
        leader.post(address, step | {"reason": "Glemt ved lederbytte."})
    change = measure_data(matters, kind="routine", title="Ringe tilbake", reason="Lederbytte")
    change |= {"deadline": (SOON + timedelta(days=9)).isoformat()}
    assert leader.post(at("measure_change", work, measure.pk), change).status_code == 302

    page = reading(leader, at("measure", work, measure.pk))
    for told in ("Glemt ved lederbytte.", "Lederbytte", "Ringe tilbake neste virkedag"):
        assert told in page
    assert measure.steps.count() == 3


@pytest.mark.parametrize("name", ["answers", "measures", "plan", "plan_xlsx"])
def test_pages_take_as_many_queries_for_many_as_for_few(
    name: str, work: Work, matters: list[Matter], adds: Adds, leader: Client, eli: Person
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert leader.get(at(name, work)).status_code == 200
        return len(asked)

    adds()
    answer_matters(matters, says=Says.YES, given_by="Leder", by=eli)
    queries()
    few = queries()
    for _each in range(5):
        adds(matters=matters)
        answer_matters(matters, says=Says.YES, given_by="Leder", by=eli)

    assert queries() == few


def test_no_page_deletes(work: Work, matters: list[Matter], adds: Adds, leader: Client) -> None:
    measure = adds()
    for address in (at("answers", work), at("measure", work, measure.pk)):
        assert leader.delete(address).status_code == 405


def test_what_is_put_in_other_words_meanwhile_is_not_answered_unread(
    work: Work, matters: list[Matter], anne: Person, leader: Client
) -> None:
    address = at("answer", work)
    page = leader.get(address).content.decode()
    shown = {
        name: page.split(f'name="{name}" value="')[1].split('"')[0] for name in ("once", "read")
    }
    other = matter_told(1, "Ingen vil ha små handlinger", id=matters[0].pk)
    put_to_service(work, [other], quarter="2026-2", by=anne)
    sent = {"says": "yes", "given_by": "Leder", "matters": [str(matters[0].pk)], **shown}

    stale = leader.post(address, sent)
    assert stale.status_code == 422
    assert "in other words" in stale.content.decode()
    assert not Answer.objects.exists()

    read = stale.content.decode().split('name="read" value="')[1].split('"')[0]
    assert leader.post(address, sent | {"read": read}).status_code == 302
    assert Answer.objects.count() == 1
