"""Somebody leaves just as it is closed, or on the last day: each waits, and none for ever.

SQLite lets one transaction in at a time, so that only PostgreSQL has these moments.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import monotonic, sleep

import pytest
from django.db import transaction

from brukerstemmen.closing.actions import close_evaluation, prepare, run
from brukerstemmen.people import clock
from brukerstemmen.people.models import Person, SealingKey
from brukerstemmen.voices.actions import withdrawal
from brukerstemmen.voices.models import Participant
from tests.closing.conftest import KEPT_UNTIL, LAST_DAY, LastDay
from tests.voices.test_at_the_same_time import PATIENCE, at_another_desk, waits_for_us

pytestmark = [pytest.mark.postgres_only, pytest.mark.django_db(transaction=True)]


def while_they_leave(one: Participant, act: Callable[[], object]) -> BaseException | None:
    """They are on their way out; the other begins and waits; then they are gone. What stopped the
    other, None if nothing did."""
    with ThreadPoolExecutor(1) as desk:
        with transaction.atomic():
            Participant.objects.select_for_update().get(pk=one.pk)
            other = desk.submit(at_another_desk, act)
            end = monotonic() + PATIENCE
            while not waits_for_us() and not other.done() and monotonic() < end:
                sleep(0.05)
            withdrawal.withdraw(one)
        return other.exception(PATIENCE)


def test_somebody_leaves_just_as_it_is_closed(last_day: LastDay, anne: Person) -> None:
    one = last_day.people[0]
    prepare(last_day.evaluation, print_offered=True, by=anne)

    def close() -> None:
        with clock.at(LAST_DAY):
            close_evaluation(last_day.evaluation, by=anne)

    assert while_they_leave(one, close) is None
    last_day.evaluation.work.refresh_from_db()
    assert last_day.evaluation.work.is_closed
    assert Participant.objects.get(pk=one.pk).is_withdrawn


def test_somebody_leaves_on_the_last_day_of_their_words(last_day: LastDay) -> None:
    one, other = last_day.people
    after = KEPT_UNTIL + timedelta(days=1)

    def chore() -> None:
        with clock.at(after):
            run(after)

    assert while_they_leave(one, chore) is None
    keys = [one.raw_key_id, one.masked_key_id, other.raw_key_id, other.masked_key_id]
    assert not SealingKey.objects.filter(pk__in=keys, wrapped__isnull=False).exists()
    assert Participant.objects.get(pk=one.pk).is_withdrawn
