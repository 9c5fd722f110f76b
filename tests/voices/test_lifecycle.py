"""The life of somebody's words, as a search for an order of events that breaks a promise.

    NIGHTLY=1 pytest tests/voices/test_lifecycle.py -n 0 -s       2,000 runs of 50 steps

RUNS and STEPS choose another size.
"""

import os
from collections import Counter

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from brukerstemmen.people.models import Person
from brukerstemmen.voices.models import UserMeeting
from tests.voices.lifecycle import Lifecycle

NIGHTLY = os.environ.get("NIGHTLY") == "1"
RUNS = int(os.environ.get("RUNS", "2000" if NIGHTLY else "15"))
STEPS = int(os.environ.get("STEPS", "50" if NIGHTLY else "25"))
OFTEN = 20  # how often a night's search must have come by each transition


def test_no_order_of_events_breaks_a_promise(masked: UserMeeting, anne: Person) -> None:
    Lifecycle.evaluation, Lifecycle.start, Lifecycle.by = masked.evaluation, masked, anne
    Lifecycle.hit = Counter()

    try:
        run_state_machine_as_test(
            Lifecycle,
            settings=settings(
                max_examples=RUNS,
                stateful_step_count=STEPS,
                deadline=None,
                database=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    finally:
        for name, number in sorted(Lifecycle.hit.items()):
            print(f"{number:8d}  {name}")
    if NIGHTLY:
        assert not {name: n for name, n in Lifecycle.hit.items() if n < OFTEN}
