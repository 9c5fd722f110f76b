"""The doors to the register of payments: who comes through, and what they see."""

import csv
import io
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.meetings import actions
from brukerstemmen.meetings.models import Payment, PaymentExport, Rate
from brukerstemmen.people import clock
from brukerstemmen.people.access import Role
from brukerstemmen.people.models import Grant, JournalEntry, Person, Work
from tests.cast import LATER, TODAY

from .conftest import ACCOUNT
from .test_honorarium import SOMEBODY

HERE = "/arbeid/honorar/"
LIST, CSV, XLSX = f"{HERE}liste/", f"{HERE}uttrekk.csv", f"{HERE}uttrekk.xlsx"
RATES, PAPER = f"{HERE}satser/", f"{HERE}skjema/"
SignedIn = Callable[[Person], Client]
Register = Callable[..., actions.Receipt]


def typed(**other: Any) -> dict[str, Any]:
    told = {
        "name": "Kari Nordmann",
        "kind": "honorarium",
        "day": TODAY.isoformat(),
        "half_hours": "5",
        "in_person": "on",
        "way": "account",
        "account": ACCOUNT,
        "once": str(uuid.uuid4()),
    }
    return told | other


@pytest.mark.parametrize("who", ["anne", "frida", "cecilie"])
def test_the_team_and_the_staff_register_and_see_the_receipt_only(
    request: pytest.FixtureRequest, who: str, signed_in: SignedIn, rate: Rate
) -> None:
    client = signed_in(request.getfixturevalue(who))
    assert client.get(HERE).status_code == 200
    assert client.get(PAPER).status_code == 200

    page = client.post(HERE, typed())

    assert page.status_code == 200
    for told in ("Kari Nordmann", "887,50", "2½ hours", ACCOUNT, "NAV"):
        assert told in page.content.decode()
    for hidden in (LIST, CSV, XLSX, RATES, f"{HERE}{Payment.objects.get().pk}/stryk/"):
        assert client.get(hidden).status_code == 404
    assert "Kari" not in client.get(HERE).content.decode()


@pytest.mark.parametrize("who", ["dag", "eli", "hans", "inger", "kirsten"])
def test_others_do_not_register(
    evaluation: Evaluation, request: pytest.FixtureRequest, who: str, signed_in: SignedIn
) -> None:
    client = signed_in(request.getfixturevalue(who))

    for send in (client.get, client.post):
        assert send(HERE, typed()).status_code == 404
        assert send(PAPER).status_code == 404
    assert not Payment.objects.exists()


def test_what_was_typed_stays_when_it_is_not_right(anne: Person, signed_in: SignedIn) -> None:
    page = signed_in(anne).post(HERE, typed(account="1234", name="Kari fra Moss"))

    assert page.status_code == 422
    assert "Kari fra Moss" in page.content.decode()
    assert not Payment.objects.exists()


@pytest.mark.parametrize(
    "field", ["name", "day", "half_hours", "kilometres", "amount", "account", "kind", "way"]
)
def test_eleven_digits_are_refused_in_every_field(
    anne: Person, signed_in: SignedIn, rate: Rate, field: str
) -> None:
    page = signed_in(anne).post(HERE, typed(**{field: SOMEBODY}))

    assert page.status_code == 422
    assert "national identity number" in str(page.context["form"].errors[field])
    assert not Payment.objects.exists()


def test_a_double_click_gives_the_same_receipt(
    anne: Person, signed_in: SignedIn, rate: Rate
) -> None:
    client, told = signed_in(anne), typed()

    pages = [client.post(HERE, told) for _press in range(2)]

    assert [page.status_code for page in pages] == [200, 200]
    assert Payment.objects.count() == 1


def test_going_back_and_writing_somebody_else_asks_once_more(
    anne: Person, signed_in: SignedIn, rate: Rate
) -> None:
    client, told = signed_in(anne), typed()
    client.post(HERE, told)

    page = client.post(HERE, told | {"name": "Ola Nordmann"})
    assert page.status_code == 422
    anew = page.context["form"]["once"].value()
    assert anew != told["once"]

    assert client.post(HERE, told | {"name": "Ola Nordmann", "once": anew}).status_code == 200
    assert Payment.objects.count() == 2


def test_somebody_at_two_centres_says_which_one_pays(
    anne: Person, gro: Person, signed_in: SignedIn
) -> None:
    other = gro.grants.get().work
    Grant.objects.create(
        person=anne, work=other, role=Role.STAFF, side="inside", since=TODAY, until=LATER
    )
    client = signed_in(anne)

    assert client.post(HERE, typed(amount="100")).status_code == 422
    assert client.post(HERE, typed(amount="100", centre=str(other.pk))).status_code == 200
    assert Payment.objects.get().work == other


def test_payroll_sees_what_waits_by_day_with_sums(
    register: Register, kirsten: Person, signed_in: SignedIn
) -> None:
    register(amount=71000)
    register(name="Ola Nordmann", amount=12050)
    register(name="Per Hansen", day=TODAY - timedelta(days=1), amount=5000)

    page = signed_in(kirsten).get(LIST)

    days = [(day.day, day.kroner) for day in page.context["days"]]
    assert days == [(TODAY - timedelta(days=1), "50"), (TODAY, "830,50")]
    said = page.content.decode()
    assert all(name in said for name in ("Kari Nordmann", "Ola Nordmann", "Per Hansen", ACCOUNT))
    assert JournalEntry.objects.filter(what="payments.read", by=kirsten).count() == 1


def test_payroll_sees_no_name_of_any_evaluation(
    register: Register, evaluation: Evaluation, kirsten: Person, signed_in: SignedIn
) -> None:
    register()
    client = signed_in(kirsten)
    pages = [client.get(LIST), client.post(CSV, {"once": str(uuid.uuid4())}), client.get(LIST)]

    for page in pages:
        assert page.status_code == 200
        for hidden in ("Solbakken", evaluation.work.slug, "Anne"):
            assert hidden not in page.content.decode()
    assert client.get(reverse("journey:workspace")).status_code == 404


def test_the_list_takes_as_many_queries_for_many_as_for_few(
    register: Register, kirsten: Person, signed_in: SignedIn
) -> None:
    client = signed_in(kirsten)
    register()
    client.get(LIST)
    counts = []
    for _round in range(2):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(LIST).status_code == 200
        counts.append(len(asked))
        for number in range(6):
            register(name=f"Person {number}")

    assert counts[0] == counts[1]


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("address", [CSV, XLSX])
def test_a_list_taken_twice_is_the_same_file(
    register: Register, kirsten: Person, signed_in: SignedIn, address: str, clock_at: Any
) -> None:
    register()
    client, once = signed_in(kirsten), {"once": str(uuid.uuid4())}
    first = client.post(address, once)
    register(name="Ola Nordmann")
    again = client.post(address, once)
    with clock.at(clock.now() + timedelta(minutes=5)):
        later = client.get(address, {"nr": "1"})

    assert first.status_code == 200
    assert first.content == again.content == later.content
    assert PaymentExport.objects.count() == 1
    assert Payment.objects.filter(export=None).count() == 1


def test_both_kinds_of_file_hold_the_same_list(
    register: Register, kirsten: Person, signed_in: SignedIn
) -> None:
    register(amount=142050)
    client, once = signed_in(kirsten), {"once": str(uuid.uuid4())}
    as_csv = rows_of(client.post(CSV, once).content)
    book = load_workbook(io.BytesIO(client.post(XLSX, once).content))
    cells = [[cell.value for cell in row] for row in book.active.iter_rows()]

    assert as_csv[0] == cells[0] == ["Person", "Day", "What for", "Kroner", "How to pay"]
    told = ["Kari Nordmann", TODAY.isoformat(), "Honorarium"]
    assert as_csv[1:] == [[*told, "1420,50", f"To account {ACCOUNT}"]]
    assert cells[1:] == [[*told, 1420.5, f"To account {ACCOUNT}"]]


@pytest.mark.parametrize("name", ["=1+1", "+47 Kari", "-Kari", "@SUM(A1)", "＝1", "\t=1"])
def test_a_name_is_never_run_as_a_formula(
    register: Register, kirsten: Person, signed_in: SignedIn, name: str
) -> None:
    register(name=name)
    client, once = signed_in(kirsten), {"once": str(uuid.uuid4())}

    cell = rows_of(client.post(CSV, once).content)[1][0]
    assert cell == f"'{name.strip()}"
    book = load_workbook(io.BytesIO(client.post(XLSX, once).content))
    assert book.active["A2"].data_type == "s"


def test_nothing_to_hand_over_is_said(kirsten: Person, signed_in: SignedIn) -> None:
    page = signed_in(kirsten).post(CSV, {"once": str(uuid.uuid4())}, follow=True)

    assert "nothing new" in page.content.decode()
    assert not PaymentExport.objects.exists()


@pytest.mark.parametrize("sent", [{}, {"once": "x"}])
def test_a_form_without_its_number_hands_nothing_over(
    register: Register, kirsten: Person, signed_in: SignedIn, sent: dict[str, str]
) -> None:
    register()

    assert signed_in(kirsten).post(CSV, sent).status_code == 302
    assert not PaymentExport.objects.exists()


@pytest.mark.parametrize("number", ["2", "x", "-1", "9" * 40, "²"])
def test_a_list_that_is_not_there_is_not_found(
    register: Register, own_work: Work, kirsten: Person, signed_in: SignedIn, number: str
) -> None:
    register()
    actions.hand_to_payroll(own_work, once=uuid.uuid4(), by=kirsten)

    for address in (LIST, CSV, XLSX):
        assert signed_in(kirsten).get(address, {"nr": number}).status_code == 404


@pytest.mark.parametrize("address", [LIST, CSV, XLSX])
def test_payroll_shows_anew_who_it_is(kirsten: Person, signed_in: SignedIn, address: str) -> None:
    client = signed_in(kirsten)
    client.get(LIST)

    with clock.at(clock.now() + timedelta(minutes=16)):
        asked = client.get(address)
    assert asked.status_code == 302 and asked.url.startswith(reverse("account_reauthenticate"))


def test_payroll_of_another_centre_sees_nothing_from_here(
    register: Register, own_work: Work, kirsten: Person, gro: Person, signed_in: SignedIn
) -> None:
    register()
    actions.hand_to_payroll(own_work, once=uuid.uuid4(), by=kirsten)
    register(name="Ola Nordmann")
    waiting = Payment.objects.get(export=None)
    other = gro.grants.get().work
    Grant.objects.create(
        person=gro, work=other, role=Role.PAYROLL, side="inside", since=TODAY, until=LATER
    )
    client = signed_in(gro)

    assert "Nordmann" not in client.get(LIST).content.decode()
    assert client.get(CSV, {"nr": "1"}).status_code == 404
    assert client.post(f"{HERE}{waiting.pk}/stryk/").status_code == 404
    assert Payment.objects.count() == 2


def test_payroll_strikes_what_was_a_mistake(
    register: Register, kirsten: Person, signed_in: SignedIn
) -> None:
    register()
    client, address = signed_in(kirsten), f"{HERE}{Payment.objects.get().pk}/stryk/"

    assert "Kari Nordmann" in client.get(address).content.decode()
    assert client.post(address).status_code == 302
    assert not Payment.objects.exists()
    assert client.post(address).status_code == 404


def test_what_is_handed_over_is_not_struck(
    register: Register, own_work: Work, kirsten: Person, signed_in: SignedIn
) -> None:
    register()
    actions.hand_to_payroll(own_work, once=uuid.uuid4(), by=kirsten)

    page = signed_in(kirsten).post(f"{HERE}{Payment.objects.get().pk}/stryk/")

    assert page.status_code == 422 and Payment.objects.exists()


def test_the_administrator_sets_rates(inger: Person, signed_in: SignedIn) -> None:
    client = signed_in(inger)
    told = {"what": "honorarium-hour", "amount": "355,50", "from_day": TODAY.isoformat()}

    assert client.get(RATES).status_code == 200
    assert client.post(RATES, told).status_code == 302
    assert client.post(RATES, told).status_code == 302
    assert client.post(RATES, told | {"amount": "mye"}).status_code == 422
    assert [rate.amount for rate in Rate.objects.all()] == [35550]
    assert "355,50 kroner an hour" in client.get(RATES).content.decode()


@pytest.mark.parametrize("who", ["anne", "frida", "kirsten", "dag"])
def test_others_do_not_set_rates(
    evaluation: Evaluation, request: pytest.FixtureRequest, who: str, signed_in: SignedIn
) -> None:
    assert signed_in(request.getfixturevalue(who)).get(RATES).status_code == 404


def test_the_menu_leads_each_to_their_own(
    anne: Person, kirsten: Person, own_work: Work, signed_in: SignedIn
) -> None:
    menu = signed_in(anne).get(HERE).context["menu"]
    assert [entry["url"] for entry in menu if entry["current"]] == [HERE]

    home = signed_in(kirsten).get(reverse("people:home"))
    assert home.url == LIST
    menu = signed_in(kirsten).get(LIST).context["menu"]
    assert [(entry["url"], entry["current"]) for entry in menu] == [(LIST, True)]


def test_one_with_both_roles_has_one_place_in_the_menu(
    anne: Person, own_work: Work, signed_in: SignedIn
) -> None:
    Grant.objects.create(
        person=anne, work=own_work, role=Role.PAYROLL, side="inside", since=TODAY, until=LATER
    )
    menu = signed_in(anne).get(LIST).context["menu"]

    assert [entry["url"] for entry in menu if entry["current"]] == [LIST]


def test_the_administrator_gives_the_role_at_the_centre_only(
    inger: Person, own_work: Work, evaluation: Evaluation, anne: Person, signed_in: SignedIn
) -> None:
    told = {"name": "Lise", "email": "lise@example.com", "role": "payroll", "until": LATER}
    client = signed_in(inger)

    assert client.post(reverse("people:centre_invite"), told).status_code == 302
    assert Grant.objects.get(role=Role.PAYROLL).work == own_work
    from brukerstemmen.people.actions.team import give_role

    with pytest.raises(ValidationError):
        give_role(evaluation.work, inger, Role.PAYROLL, until=LATER, by=anne)
