"""The log proves itself, and whoever touches it is seen."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings as house
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from brukerstemmen.closing.actions import run
from brukerstemmen.closing.models import Deletion
from brukerstemmen.closing.proving import prove
from brukerstemmen.closing.states import Kind
from brukerstemmen.people import clock
from brukerstemmen.people.models import ErasedKey, SealingKey
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions import withdrawal
from brukerstemmen.voices.models import Contact, Statement
from tests.closing.conftest import KEPT_UNTIL, LastDay

pytestmark = pytest.mark.django_db

Committed = Callable[..., object]


@pytest.fixture
def closed(last_day: LastDay, django_capture_on_commit_callbacks: Committed) -> LastDay:
    with django_capture_on_commit_callbacks(execute=True):
        last_day.close()
    return last_day


def test_it_holds_from_the_first_day_to_the_last(
    last_day: LastDay, django_capture_on_commit_callbacks: Committed
) -> None:
    work = last_day.evaluation.work
    assert prove(work).holds and not prove(work).lines
    with django_capture_on_commit_callbacks(execute=True):
        withdrawal.withdraw(last_day.people[0])
        last_day.close()
    proof = prove(last_day.evaluation.work)
    assert proof.holds and proof.lines == 4 and proof.keys >= 6, proof

    with django_capture_on_commit_callbacks(execute=True), clock.at(KEPT_UNTIL + timedelta(days=1)):
        run(clock.today())
        proof = prove(last_day.evaluation.work)
    with clock.at(KEPT_UNTIL + timedelta(days=1)):
        proof = prove(last_day.evaluation.work)
    assert proof.holds and proof.lines == 7, proof


def test_it_looks_only_and_needs_no_more_than_its_zone(closed: LastDay) -> None:
    with narrowed(Zone.Z4_IDENTITY):
        assert prove(closed.evaluation.work).holds


def test_a_line_cannot_be_changed_or_taken_away(closed: LastDay) -> None:
    for change in (
        lambda: Deletion.objects.update(rows=0),
        lambda: Deletion.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


@pytest.mark.parametrize(
    "change",
    ["rows = 0", "done_on = '2020-01-01'", "kind = 'codes'", "keys = ''", "mark = 'zz'"],
)
@pytest.mark.sqlite_only
def test_a_line_that_is_changed_is_seen(closed: LastDay, change: str) -> None:
    _without_guards()
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE closing_deletion SET {change} WHERE number = 1")

    proof = prove(closed.evaluation.work)

    assert not proof.holds and 1 in proof.broken


@pytest.mark.sqlite_only
@pytest.mark.parametrize("number", [1, 2, 4])
def test_a_line_that_is_taken_away_is_seen(closed: LastDay, number: int) -> None:
    """Also the last one, which no chain alone can tell."""
    _without_guards()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM closing_deletion WHERE number = %s", [number])

    proof = prove(closed.evaluation.work)

    assert not proof.holds and (proof.broken or proof.unnamed)


def _without_guards() -> None:
    with connection.cursor() as cursor:
        for act in ("update", "delete", "replace"):
            cursor.execute(f"DROP TRIGGER closing_deletion_{act}")


def test_a_key_that_came_back_is_seen(closed: LastDay) -> None:
    key = closed.people[0].raw_key_id
    SealingKey.objects.filter(pk=key).update(wrapped=b"as from a copy")

    proof = prove(closed.evaluation.work)

    assert proof.alive == {key} and not proof.holds


def test_a_ledger_that_lacks_a_key_is_seen(closed: LastDay) -> None:
    file = Path(house.ERASURE_LEDGER_FILE)
    key = closed.evaluation.identity_key_id
    kept = [line for line in file.read_text("ascii").splitlines() if str(key) not in line]
    file.write_text("\n".join(kept) + "\n", "ascii")

    assert prove(closed.evaluation.work).forgotten_outside == {key}


def test_a_row_that_is_left_is_seen(closed: LastDay) -> None:
    Contact.objects.create(
        pk=uuid.uuid4(),
        evaluation=closed.evaluation,
        key=closed.evaluation.identity_key,
        came_on=clock.today(),
    )

    proof = prove(closed.evaluation.work)

    assert proof.rows == {"voices.Contact": 1} and not proof.holds


def test_words_past_their_day_are_seen(closed: LastDay) -> None:
    with clock.at(KEPT_UNTIL + timedelta(days=1)):
        proof = prove(closed.evaluation.work)

    assert proof.overdue == [Kind.MASKED_WORDS, Kind.WORKING_PAPERS]
    assert Statement.objects.exists()


def test_the_command_tells_and_ends_with_one_where_something_is_wrong(closed: LastDay) -> None:
    out = StringIO()
    call_command("prove_deletions", stdout=out)
    assert "all as the log says" in out.getvalue()
    assert str(closed.people[0].pk) not in out.getvalue()

    SealingKey.objects.filter(pk=closed.people[0].raw_key_id).update(wrapped=b"back")
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("prove_deletions", closed.evaluation.work.slug, stdout=out)
    assert "keys that open something: 1" in out.getvalue()
    with pytest.raises(CommandError):
        call_command("prove_deletions", "finnes-ikke")


def test_the_command_says_where_there_is_nothing_yet(last_day: LastDay) -> None:
    out = StringIO()

    call_command("prove_deletions", stdout=out)

    assert out.getvalue() == "Nothing is deleted yet.\n"
    assert not ErasedKey.objects.filter(what=last_day.evaluation.identity_key_id).exists()
