"""A dialogue meeting with two findings, open for writing, and Anne in her browser."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues.actions import planning
from brukerstemmen.dialogues.models import Dialogue, DialogueKind
from brukerstemmen.dialogues.sides import Side
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.models import Turn
from brukerstemmen.people.models import Person
from tests.cast import TODAY


def a_finding(evaluation: Evaluation, position: int, title: str, **words: str) -> Finding:
    """As it lies in the database, however it came there."""
    made = Finding(evaluation=evaluation, position=position, turn=Turn.IMPROVE, key=evaluation.key)
    made.seal(title=title, **words)
    made.save(force_insert=True)
    return made


@pytest.fixture
def finding(evaluation: Evaluation) -> Finding:
    return a_finding(
        evaluation,
        1,
        "Utskrivning kommer brått",
        good="Brukerstyrt seng gir ro.",
        not_good="Ingen ringer etterpå.",
        question="Hvordan ser en god siste dag ut?",
    )


@pytest.fixture
def other(evaluation: Evaluation) -> Finding:
    return a_finding(evaluation, 2, "Luka avslører folk", not_good="Alle hører navnet.")


@pytest.fixture
def planned(evaluation: Evaluation, anne: Person) -> Dialogue:
    return planning.plan_dialogue(
        evaluation,
        kind=DialogueKind.CONFERENCE,
        on=TODAY,
        place="Samfunnshuset",
        programme="Velkommen\nFunn",
        ground_rules="Brukerne åpner",
        by=anne,
    )


@pytest.fixture
def room(planned: Dialogue, finding: Finding, other: Finding, anne: Person) -> Dialogue:
    """Open, with twelve users and thirteen from the service."""
    seats = [planning.SeatsTold(Side.STAFF, 13, 13), planning.SeatsTold(Side.USER, 12, 12)]
    planning.set_seats(planned, seats, by=anne)
    return planning.open_room(planned, by=anne)


@pytest.fixture
def client(signed_in: Callable[[Person], Client], anne: Person) -> Client:
    return signed_in(anne)


@pytest.fixture
def connection_queries() -> Callable[[Callable[[], object]], int]:
    """How many times the database is asked while something is done."""

    def count(act: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as asked:
            act()
        return len(asked)

    return count
