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
from brukerstemmen.voices.states import Answer, StatementState
from tests.voices.lifecycle import Lifecycle

NIGHTLY = os.environ.get("NIGHTLY") == "1"
RUNS = int(os.environ.get("RUNS", "2000" if NIGHTLY else "15"))
STEPS = int(os.environ.get("STEPS", "50" if NIGHTLY else "25"))
OFTEN = RUNS // 200  # how often a night's search must have come by each event

EVENTS = """
    note, place, say, paste, choose, write more, correct, correct late, finish writing, read aloud,
    mask, finish masking, round, deadline, previews forgotten, consent, yes again, take back,
    last day, quotes run out, quotes ran out, code, revoke code, contact, company, wall, walk in,
    withdraw, withdraw for
"""
STEPS_OF_A_STATEMENT = """
    noted → read_back, read_back → deidentified, deidentified → sent, sent → validated,
    sent → reworded, sent → count_only, sent → unanswered, sent → deidentified,
    reworded → changed, changed → reworded, validated → reworded, unanswered → validated
"""
MUST_COME = {
    *(" ".join(name.split()) for name in f"{EVENTS},{STEPS_OF_A_STATEMENT}".split(",")),
    *(f"answer {answer}" for answer in Answer),
    *(f"{state} → gone" for state in StatementState),
}


def test_no_order_of_events_breaks_a_promise(masked: UserMeeting, anne: Person) -> None:
    Lifecycle.evaluation, Lifecycle.start, Lifecycle.by = masked.evaluation, masked, anne
    Lifecycle.hit = Counter(dict.fromkeys(MUST_COME, 0))

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
        assert not {name: Lifecycle.hit[name] for name in MUST_COME if Lifecycle.hit[name] < OFTEN}
