"""The service says something just as findings are put to it: each waits, and none for ever.

SQLite lets one transaction in at a time, so that only PostgreSQL has these moments.
"""

from concurrent.futures import ThreadPoolExecutor
from time import monotonic, sleep

import pytest
from django.db import transaction

from brukerstemmen.measures.actions import MatterTold, put_to_service, take_step
from brukerstemmen.measures.actions.standing_in import hold
from brukerstemmen.measures.models import Matter, Measure, Standing, Turn
from brukerstemmen.measures.states import Status
from brukerstemmen.people.models import Person
from tests.followups import rounds_cast
from tests.voices.test_at_the_same_time import PATIENCE, at_another_desk, waits_for_us

pytestmark = [pytest.mark.postgres_only, pytest.mark.django_db(transaction=True)]
measures = rounds_cast.measures


def test_a_step_is_said_just_as_findings_are_put(
    measures: list[Measure], anne: Person, eli: Person
) -> None:
    [matter] = Matter.objects.all()
    work = matter.work
    anew = MatterTold(
        id=matter.pk, number=1, turn=Turn.IMPROVE, standing=Standing.CONFIRMED, title="Nå"
    )

    with ThreadPoolExecutor(1) as desk:
        with transaction.atomic():
            hold(work)
            other = desk.submit(
                at_another_desk, lambda: put_to_service(work, [anew], quarter="2026-1", by=anne)
            )
            end = monotonic() + PATIENCE
            while not waits_for_us() and not other.done() and monotonic() < end:
                sleep(0.05)
            take_step(measures[1], Status.DONE, reason="Nå.", said_by="Leder DPS", by=eli)
        assert other.exception(PATIENCE) is None

    assert Measure.objects.get(pk=measures[1].pk).status_now is Status.DONE
    assert Matter.objects.get().title == "Nå"
