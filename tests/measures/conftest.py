"""Two findings put to Solbakken, and a leader who may answer."""

import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest

from brukerstemmen.evaluations.actions import starting
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.actions import MatterTold, add_measure, put_to_service
from brukerstemmen.measures.models import Matter, Measure, Standing, Turn
from brukerstemmen.people.actions import ethics
from brukerstemmen.people.models import Organisation, Person, Work
from tests.cast import TODAY

SOON = TODAY + timedelta(days=60)


def told(number: int, title: str = "", **more: object) -> MatterTold:
    return MatterTold(
        id=more.pop("id", None),
        number=number,
        turn=Turn.IMPROVE,
        standing=more.pop("standing", Standing.CONFIRMED),
        title=title or f"Det er funn {number}",
        **more,
    )


def named(name: str) -> uuid.UUID:
    """The same id for the same name."""
    return uuid.uuid5(uuid.NAMESPACE_URL, name)


@pytest.fixture
def work(evaluation: Evaluation) -> Work:
    return evaluation.work


@pytest.fixture
def matters(work: Work, anne: Person) -> list[Matter]:
    both = [
        told(1, "Små handlinger betyr mye", good="Noen husker navnet mitt."),
        told(2, "Det er vanskelig å nå noen", question="Hva kan vi endre først?"),
    ]
    return put_to_service(work, both, quarter="2026-1", by=anne)


@pytest.fixture
def elsewhere(centre: Organisation, anne: Person) -> Matter:
    """A finding of another evaluation that Anne leads."""
    other = starting.start_evaluation(
        title="Fjellheim", services=["Fjellheim"], centre=centre, by=anne
    )
    ethics.sign_pledge(other.work, by=anne)
    return put_to_service(other.work, [told(1, "Fremmed funn")], quarter="2026-1", by=anne)[0]


@pytest.fixture
def adds(work: Work, matters: list[Matter], eli: Person) -> Callable[..., Measure]:
    """Add a measure as Eli does, with anything else than usual."""

    def add(**other: object) -> Measure:
        usual: dict = {
            "matters": [matters[1]],
            "title": "Ringe tilbake neste virkedag",
            "owner": "Leder, poliklinikken",
            "deadline": SOON,
            "notice": "Noen ringer dagen etter.",
            "said_by": "Leder DPS",
            "by": eli,
        }
        return add_measure(work, **(usual | other))

    return add
