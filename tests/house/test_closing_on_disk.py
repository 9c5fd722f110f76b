"""What goes at closing, and on its day, is gone from the bytes of the files too."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from brukerstemmen.closing import destroying, papers
from brukerstemmen.people import clock, opening
from brukerstemmen.people.daily import do_chores
from brukerstemmen.people.models import SealingKey
from tests.closing.conftest import (
    KEPT_UNTIL,
    LastDay,
)
from tests.closing.conftest import (
    last_day as last_day,
)
from tests.closing.conftest import (
    lives_through as lives_through,
)
from tests.closing.conftest import (
    measures as measures,
)
from tests.house import lives
from tests.house.test_erasure_on_disk import db as db
from tests.house.test_erasure_on_disk import on_disk

pytestmark = pytest.mark.sqlite_only

CLOSE = {"voices_contact", "voices_companion", "voices_rawwording", "followups_replywords"}


@pytest.fixture(autouse=True)
def _head_file(settings: Settings, tmp_path: Path) -> None:
    settings.JOURNAL_HEAD_FILE = tmp_path / "journal.head"


def sealed(last_day: LastDay, *, close: bool) -> list[bytes]:
    """Ciphertexts as they stand: those close to a person, or the others under this evaluation."""
    return [
        bytes(getattr(row, column))
        for place, row, column in lives.sealed_columns()
        if (place.table in CLOSE) is close
    ]


def wrapped(keys: set[object]) -> list[bytes]:
    rows = SealingKey.objects.filter(pk__in=keys, wrapped__isnull=False)
    return [bytes(row.wrapped) for row in rows]


def left(blobs: list[bytes]) -> int:
    held = on_disk()
    return sum(blob in held for blob in blobs)


def test_no_byte_is_left_after_closing_nor_after_the_last_day(last_day: LastDay) -> None:
    keys = destroying.live(destroying.raw_keys_of(last_day.evaluation))
    raw, words = wrapped(keys), sealed(last_day, close=True)
    assert len(raw) >= 7 and left(raw) == len(raw) and left(words) == len(words) >= 9

    last_day.close()
    with opening.shut():
        do_chores()

    assert left(raw) == 0 and left(words) == 0
    masked = wrapped(destroying.live(papers.keys_of(last_day.evaluation)))
    kept = sealed(last_day, close=False)
    assert left(masked) == len(masked) >= 4 and left(kept) == len(kept) >= 10

    with clock.at(KEPT_UNTIL), opening.shut():
        do_chores()
    assert left(masked) == len(masked) and left(kept) == len(kept), "not before its day"

    with clock.at(KEPT_UNTIL + timedelta(days=1)), opening.shut():
        do_chores()
    assert left(masked) == 0 and left(kept) == 0
