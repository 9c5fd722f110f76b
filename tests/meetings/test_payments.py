"""The register of payments: written by the team, seen by payroll, joined with nothing."""

import uuid
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.meetings import actions, rates
from brukerstemmen.meetings.honorarium import Unit
from brukerstemmen.meetings.models import Payment, PaymentExport, Rate
from brukerstemmen.meetings.models.payments import Kind, Way
from brukerstemmen.people.daily import do_chores
from brukerstemmen.people.journal import enter_day_entries
from brukerstemmen.people.models import (
    DayEntry,
    JournalEntry,
    Organisation,
    Person,
    SealingKey,
    Work,
)
from brukerstemmen.people.models.work import WorkKind
from brukerstemmen.privacy import retention
from tests.cast import TODAY
from tests.house.test_canaries import everything_stored, forms_of

from .conftest import claim
from .test_honorarium import SOMEBODY

Register = Callable[..., actions.Receipt]
Move = Callable[[date], None]
CONTENT = {"evaluations", "voices", "analysis", "reports"}


def test_the_team_registers_for_the_centre_not_for_the_evaluation(
    evaluation: Evaluation, frida: Person, anne: Person, own_work: Work
) -> None:
    """Frida has a role in the evaluation only."""
    for by in (frida, anne):
        assert actions.own_work_of_centres(by) == [own_work]
        actions.register_payment(own_work, claim(), by=by)
        with pytest.raises(PermissionDenied):
            actions.register_payment(evaluation.work, claim(), by=by)

    assert {row.work.kind for row in Payment.objects.all()} == {WorkKind.CENTRE}


@pytest.mark.parametrize("who", ["dag", "eli", "gro", "hans", "inger", "kirsten"])
def test_nobody_else_registers(own_work: Work, request: pytest.FixtureRequest, who: str) -> None:
    with pytest.raises(PermissionDenied):
        actions.register_payment(own_work, claim(), by=request.getfixturevalue(who))


def test_the_rate_of_the_day_gives_the_sum(register: Register, rate: Rate) -> None:
    receipt = register(amount=None, half_hours=1, in_person=True)

    assert receipt.amount == 35500
    assert receipt.worked_out == "1 hour, 355 kroner an hour"
    assert Payment.objects.get().amount == 35500


def test_a_sum_that_is_written_is_what_is_paid(register: Register, rate: Rate) -> None:
    assert register(amount=12345, half_hours=8).amount == 12345


def test_rates_hold_from_their_day_and_the_history_stays(
    own_work: Work, centre: Organisation, rate: Rate, inger: Person, register: Register
) -> None:
    actions.set_rate(
        own_work,
        kind=Kind.HONORARIUM,
        unit=Unit.MEETING,
        amount=50000,
        from_day=TODAY,
        by=inger,
    )
    yesterday = TODAY - timedelta(days=1)

    assert register(amount=None, half_hours=4, day=yesterday).amount == 71000
    assert register(amount=None, half_hours=4, day=TODAY).amount == 50000
    assert [one["is_now"] for one in rates.history(centre)] == [True, False]
    with pytest.raises(ValidationError, match="no rate for this day"):
        register(amount=None, half_hours=4, day=date(2025, 12, 31))


def test_a_rate_set_twice_is_one(own_work: Work, rate: Rate, inger: Person) -> None:
    told = {"kind": Kind.HONORARIUM, "unit": Unit.HOUR, "amount": 35500}

    assert actions.set_rate(own_work, **told, from_day=rate.from_day, by=inger) == rate
    assert Rate.objects.count() == 1


def test_only_those_who_operate_the_centre_set_rates(
    own_work: Work, anne: Person, kirsten: Person, gro: Person
) -> None:
    for by in (anne, kirsten, gro):
        with pytest.raises(PermissionDenied):
            actions.set_rate(
                own_work,
                kind=Kind.TRAVEL,
                unit=Unit.KILOMETRE,
                amount=500,
                from_day=TODAY,
                by=by,
            )


def test_a_unit_that_does_not_fit_is_refused(own_work: Work, inger: Person) -> None:
    with pytest.raises(ValidationError):
        actions.set_rate(
            own_work,
            kind=Kind.LOST_INCOME,
            unit=Unit.HOUR,
            amount=500,
            from_day=TODAY,
            by=inger,
        )


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"name": f"Kari {SOMEBODY}"}, "name"),
        ({"day": TODAY + timedelta(days=1)}, "day"),
        ({"account": "12345678901"}, "account"),
        ({"account": ""}, "account"),
        ({"account": SOMEBODY}, "account"),
        ({"kind": Kind.LOST_INCOME}, "is_documented"),
        ({"kind": Kind.LOST_INCOME, "is_documented": True, "amount": None}, "amount"),
        ({"kind": Kind.TRAVEL, "amount": None}, "amount"),
        ({"amount": 10_000_001}, "amount"),
        ({"amount": None}, "amount"),
    ],
)
def test_what_cannot_be_paid_is_refused_beside_its_field(
    register: Register, other: dict[str, Any], field: str
) -> None:
    with pytest.raises(ValidationError) as refusal:
        register(**other)

    assert set(refusal.value.message_dict) == {field}
    assert not Payment.objects.exists() and not DayEntry.objects.exists()


def test_a_gift_card_keeps_no_account(register: Register) -> None:
    assert register(way=Way.GIFT_CARD).account == ""
    assert bytes(Payment.objects.get().account) == b""


def test_a_double_click_is_one_payment(register: Register) -> None:
    once = uuid.uuid4()

    assert register(once=once) == register(once=once)
    assert Payment.objects.count() == DayEntry.objects.count() == 1


def test_the_same_form_with_something_else_in_it_is_not_lost_in_silence(
    register: Register,
) -> None:
    once = uuid.uuid4()
    register(once=once)

    with pytest.raises(actions.SavedBefore):
        register(once=once, name="Ola Nordmann")


def _reached_from(model: type[models.Model]) -> Iterator[type[models.Model]]:
    """Every model that foreign keys lead to from here, however far, and those that point here."""
    seen, waiting = set(), [model]
    while waiting:
        one = waiting.pop()
        for field in one._meta.concrete_fields:
            target = field.related_model
            if field.remote_field and target not in seen:
                seen.add(target)
                waiting.append(target)
    yield from seen
    for other in apps.get_models(include_auto_created=True):
        if any(field.related_model is model for field in other._meta.concrete_fields):
            yield other


@pytest.mark.parametrize("model", [Payment, PaymentExport])
def test_no_foreign_key_leads_from_a_payment_to_what_people_said(
    model: type[models.Model],
) -> None:
    reached = {one._meta.label for one in _reached_from(model)}

    assert reached == {
        "people.Work",
        "people.Organisation",
        *(["people.SealingKey", "meetings.PaymentExport"] if model is Payment else []),
        *(["meetings.Payment"] if model is PaymentExport else []),
    }
    assert not {label for label in reached if label.split(".")[0] in CONTENT}


def test_no_column_of_a_payment_can_be_joined_with_anybody_or_holds_an_hour() -> None:
    columns = {field.name: field for field in Payment._meta.concrete_fields}

    assert set(columns) == {
        "id",
        "key",
        "work",
        "kind",
        "day",
        "amount",
        "way",
        "export",
        "name",
        "account",
    }
    for model in (Payment, PaymentExport):
        for field in model._meta.concrete_fields:
            assert not isinstance(field, models.DateTimeField | models.TimeField)
    # Which Person registered it stands nowhere.
    assert not any(field.related_model is Person for field in columns.values())


def test_nothing_of_the_registering_says_who_when_or_where(
    register: Register, frida: Person, evaluation: Evaluation, clock_at: Move
) -> None:
    lines = JournalEntry.objects.count()
    register(by=frida)
    assert JournalEntry.objects.count() == lines, "the journal waits until the day is over"

    clock_at(TODAY + timedelta(days=1))
    enter_day_entries()
    line = JournalEntry.objects.get(what="payment.registered")

    assert line.by is None and line.about == "" and line.count is None
    assert line.work.kind == WorkKind.CENTRE
    assert line.at.astimezone().hour in {0, 23, 22}, "midnight, however it is counted"


def test_keys_of_payments_hang_under_the_centre_and_each_is_its_own(
    register: Register, centre: Organisation
) -> None:
    register()
    register(name="Ola Nordmann")
    rows = Payment.objects.select_related("key")

    assert {row.key.outer_id for row in rows} == {centre.profile.key_id}
    assert len({row.key_id for row in rows}) == 2
    assert {row.read("name") for row in rows} == {"Kari Nordmann", "Ola Nordmann"}


def test_name_and_account_stand_nowhere_in_plain_text(
    register: Register, own_work: Work, kirsten: Person
) -> None:
    register(name="Kanarifugl Nordmann")
    actions.hand_to_payroll(own_work, once=uuid.uuid4(), by=kirsten)
    stored = list(everything_stored())

    for word in ("Kanarifugl", "12345678903", "1234.56.78903"):
        for form in forms_of(word):
            assert not any(form in value for value in stored), word


def test_a_list_is_handed_over_once(
    register: Register, own_work: Work, kirsten: Person, clock_at: Move
) -> None:
    register()
    once = uuid.uuid4()
    first = actions.hand_to_payroll(own_work, once=once, by=kirsten)
    register(name="Ola Nordmann")

    assert actions.hand_to_payroll(own_work, once=once, by=kirsten) == first
    assert [row.read("name") for row in first.payments.all()] == ["Kari Nordmann"]
    second = actions.hand_to_payroll(own_work, once=uuid.uuid4(), by=kirsten)
    assert [row.read("name") for row in second.payments.all()] == ["Ola Nordmann"]
    with pytest.raises(ValidationError):
        actions.hand_to_payroll(own_work, once=uuid.uuid4(), by=kirsten)
    assert JournalEntry.objects.filter(what="payments.exported").count() == 2


@pytest.mark.parametrize("who", ["anne", "frida", "inger", "gro", "dag"])
def test_nobody_but_payroll_takes_or_strikes(
    register: Register, own_work: Work, request: pytest.FixtureRequest, who: str
) -> None:
    register()
    by = request.getfixturevalue(who)

    with pytest.raises(PermissionDenied):
        actions.hand_to_payroll(own_work, once=uuid.uuid4(), by=by)
    with pytest.raises(PermissionDenied):
        actions.strike(Payment.objects.get(), by=by)


def test_what_is_struck_is_forgotten_and_what_is_handed_over_stays(
    register: Register, own_work: Work, kirsten: Person
) -> None:
    register()
    row = Payment.objects.get()
    actions.strike(row, by=kirsten)
    assert not Payment.objects.exists()
    assert SealingKey.objects.get(pk=row.key_id).wrapped is None

    register()
    actions.hand_to_payroll(own_work, once=uuid.uuid4(), by=kirsten)
    with pytest.raises(ValidationError):
        actions.strike(Payment.objects.get(), by=kirsten)


def test_a_payment_is_kept_five_years_after_the_year_and_not_a_day_longer(
    register: Register, clock_at: Move
) -> None:
    register()
    row = Payment.objects.get()
    last_day = date(TODAY.year + 5, 12, 31)
    assert retention.payment_until(TODAY) == last_day

    clock_at(last_day)
    assert actions.forget_old_payments() == 0
    assert Payment.objects.exists()

    clock_at(last_day + timedelta(days=1))
    assert do_chores()["payments forgotten"] == 1
    assert not Payment.objects.exists()
    assert SealingKey.objects.get(pk=row.key_id).wrapped is None


def test_the_year_is_that_in_which_payroll_got_it(
    register: Register, own_work: Work, kirsten: Person, clock_at: Move, person: Any
) -> None:
    register()
    handed_over = date(TODAY.year + 1, 1, 11)
    kirsten.grants.update(until=date(2199, 1, 1))
    clock_at(handed_over)
    actions.hand_to_payroll(own_work, once=uuid.uuid4(), by=kirsten)

    clock_at(date(TODAY.year + 6, 12, 31))
    assert actions.forget_old_payments() == 0
    clock_at(date(TODAY.year + 7, 1, 1))
    assert actions.forget_old_payments() == 1
    assert not PaymentExport.objects.exists(), "a list of nothing is no list"


def test_what_comes_back_from_a_backup_without_its_key_goes_again(register: Register) -> None:
    register()
    SealingKey.objects.filter(pk=Payment.objects.get().key_id).update(wrapped=None)

    assert actions.forget_old_payments() == 1
    assert not Payment.objects.exists()
