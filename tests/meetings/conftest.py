"""What is paid, and who may write it down."""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from brukerstemmen.meetings import actions
from brukerstemmen.meetings.actions import Claim
from brukerstemmen.meetings.honorarium import Unit
from brukerstemmen.meetings.models.payments import Kind, Way
from brukerstemmen.people.actions.setup import centre_work
from brukerstemmen.people.models import Organisation, Person, Work
from tests.cast import TODAY

ACCOUNT = "1234.56.78903"


@pytest.fixture
def own_work(centre: Organisation) -> Work:
    """The centre's own work, where payments belong."""
    return centre_work(centre)


@pytest.fixture
def rate(own_work: Work, inger: Person) -> Any:
    return actions.set_rate(
        own_work,
        kind=Kind.HONORARIUM,
        unit=Unit.HOUR,
        amount=35500,
        from_day=date(2026, 1, 1),
        by=inger,
    )


def claim(**other: Any) -> Claim:
    told = {"name": "Kari Nordmann", "kind": Kind.HONORARIUM, "day": TODAY, "way": Way.ACCOUNT}
    return Claim(**(told | {"account": ACCOUNT, "amount": 71000} | other))


@pytest.fixture
def register(own_work: Work, anne: Person) -> Callable[..., actions.Receipt]:
    """Write down a payment."""

    def write(by: Person = anne, once: uuid.UUID | None = None, **other: Any) -> actions.Receipt:
        return actions.register_payment(own_work, claim(**other), by=by, once=once)

    return write
