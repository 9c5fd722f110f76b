"""The journal only grows, and whoever tampers with it all the same is seen."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import chaining, clock, guards, journal
from brukerstemmen.people.models import JournalEntry, JournalLink, Person

ENTRIES, LINKS = JournalEntry._meta.db_table, JournalLink._meta.db_table


@pytest.fixture(autouse=True)
def head_file(settings: Any, tmp_path: Path) -> Path:
    settings.JOURNAL_HEAD_FILE = tmp_path / "keys" / "journal.head"
    return settings.JOURNAL_HEAD_FILE


@pytest.fixture
def later(evaluation: Evaluation) -> Iterator[None]:
    """Two hours on, so that everything that happened has settled."""
    with clock.at(clock.now() + timedelta(hours=2)):
        yield


@pytest.fixture
def chained(evaluation: Evaluation, anne: Person, later: None) -> list[int]:
    """The numbers of ten entries, in a chain."""
    with clock.at(clock.now() - timedelta(hours=2)):
        for count in range(10 - JournalEntry.objects.count()):
            journal.record(by=anne, what="test.done", about=evaluation, count=count)
    assert chaining.chain_journal() == 10
    return list(JournalEntry.objects.values_list("pk", flat=True))


@pytest.fixture
def by_hand(chained: list[int]) -> Iterator[Callable[[str, list[object]], None]]:
    """SQL by somebody who owns the database and has taken the guards away."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        guards.remove(SimpleNamespace(connection=connection, execute=cursor.execute))
        yield cursor.execute


@pytest.mark.parametrize("table", [ENTRIES, LINKS])
@pytest.mark.parametrize("deed", ["UPDATE {} SET {}", "DELETE FROM {}"])
def test_the_journal_only_grows(chained: list[int], table: str, deed: str) -> None:
    column = "what = 'else'" if table == ENTRIES else "digest = NULL"

    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        connection.cursor().execute(deed.format(table, column))

    assert chaining.broken() == []


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    "deed",
    [
        "REPLACE INTO people_journalentry (id, at, what, about) VALUES ({}, '2026-01-01', 'x', '')",
        "REPLACE INTO people_journallink (entry_id, digest) VALUES ({}, x'00')",
    ],
)
def test_no_entry_is_replaced(chained: list[int], deed: str) -> None:
    """SQLite asks no guard against deletion when a new row takes the place of an old one."""
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        connection.cursor().execute(deed.format(chained[0]))

    assert chaining.broken() == []


def test_a_whole_chain_is_told_whole(chained: list[int], capsys: pytest.CaptureFixture) -> None:
    call_command("verify_journal")

    said = capsys.readouterr().out
    assert "whole" in said
    assert "not known" not in said


def test_chaining_twice_chains_once(chained: list[int]) -> None:
    assert chaining.chain_journal() == 0
    assert JournalLink.objects.count() == 10


def test_an_entry_waits_until_it_has_settled(evaluation: Evaluation, later: None) -> None:
    before = chaining.chain_journal()
    journal.record(by=None, what="test.done", about=evaluation)

    assert before > 0
    assert chaining.chain_journal() == 0


def test_a_long_journal_is_chained_and_checked_in_parts(
    chained: list[int], monkeypatch: pytest.MonkeyPatch, evaluation: Evaluation
) -> None:
    monkeypatch.setattr(chaining, "AT_ONCE", 3)
    with clock.at(clock.now() - timedelta(hours=2)):
        for _entry in range(7):
            journal.record(by=None, what="test.done", about=evaluation)

    assert chaining.chain_journal() == 7
    assert chaining.broken(chaining.kept_outside()) == []


@pytest.mark.parametrize(
    "change",
    [
        "at = '2020-01-01 00:00:00'",
        "by_id = NULL",
        "what = 'test.else'",
        "work_id = NULL",
        "about = 'x'",
        "count = 99",
    ],
)
def test_an_altered_entry_is_seen(chained: list[int], by_hand: Callable, change: str) -> None:
    by_hand(f"UPDATE {ENTRIES} SET {change} WHERE id = %s", [chained[4]])

    assert chaining.broken() == [chained[4]]
    with pytest.raises(CommandError, match=f"entry {chained[4]}"):
        call_command("verify_journal")


def test_a_deleted_entry_is_seen(chained: list[int], by_hand: Callable) -> None:
    by_hand(f"DELETE FROM {LINKS} WHERE entry_id = %s", [chained[4]])
    by_hand(f"DELETE FROM {ENTRIES} WHERE id = %s", [chained[4]])

    assert chaining.broken() == [chained[5]]


def test_a_cut_off_end_is_seen_by_the_head_outside(chained: list[int], by_hand: Callable) -> None:
    by_hand(f"DELETE FROM {LINKS} WHERE entry_id >= %s", [chained[8]])
    by_hand(f"DELETE FROM {ENTRIES} WHERE id >= %s", [chained[8]])

    assert chaining.broken() == []
    assert chaining.broken(chaining.kept_outside()) == [chained[9]]
    with pytest.raises(CommandError):
        call_command("verify_journal")


def test_a_journal_emptied_is_seen_by_the_head_outside(
    chained: list[int], by_hand: Callable
) -> None:
    by_hand(f"DELETE FROM {LINKS}", [])
    by_hand(f"DELETE FROM {ENTRIES}", [])

    assert chaining.broken(chaining.kept_outside()) == [chained[9]]


def test_two_entries_that_changed_places_are_seen(chained: list[int], by_hand: Callable) -> None:
    early, late = chained[3], chained[6]
    entries = {entry.pk: entry for entry in JournalEntry.objects.filter(pk__in=[early, late])}
    for number, other in ((early, entries[late]), (late, entries[early])):
        by_hand(
            f"UPDATE {ENTRIES} SET what = %s, count = %s WHERE id = %s",
            [other.what, other.count, number],
        )

    assert chaining.broken() == [early, late]


def test_an_entry_put_in_between_is_seen(chained: list[int], by_hand: Callable) -> None:
    by_hand(f"DELETE FROM {LINKS} WHERE entry_id = %s", [chained[4]])
    by_hand(f"DELETE FROM {ENTRIES} WHERE id = %s", [chained[4]])
    by_hand(
        f"INSERT INTO {ENTRIES} (id, at, what, about) VALUES (%s, %s, 'test.forged', '')",
        [chained[4], clock.now()],
    )

    assert chaining.broken() == [chained[4], chained[5]]


def test_a_chain_made_anew_is_seen_by_the_head_outside(
    chained: list[int], by_hand: Callable, head_file: Path
) -> None:
    head = head_file.read_text()
    by_hand(f"UPDATE {ENTRIES} SET what = 'test.else' WHERE id = %s", [chained[4]])
    by_hand(f"DELETE FROM {LINKS}", [])
    assert chaining.chain_journal() == 10

    assert chaining.broken() == []
    with pytest.raises(CommandError):
        call_command("verify_journal", head=chaining.head_from(head))


def test_a_head_that_is_none_is_refused() -> None:
    with pytest.raises(CommandError, match="NUMBER:DIGEST"):
        call_command("verify_journal", "--head", "twelve")
