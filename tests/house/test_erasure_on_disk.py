"""What is erased is gone from the bytes of the files too, and stays gone when an old file comes."""

import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from pytest_django.fixtures import Settings

from brukerstemmen.people import opening
from brukerstemmen.people.daily import do_chores
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions import withdrawal
from tests.house import lives
from tests.house.lives import Life
from tests.own_file import own_file
from tests.world import World

pytestmark = pytest.mark.sqlite_only


def database() -> Path:
    return Path(connection.settings_dict["NAME"])


def files_of_it() -> list[Path]:
    return sorted(database().parent.glob(f"{database().name}*"))


def on_disk() -> bytes:
    """Every byte of the database: the file, and the one where changes wait."""
    return b"".join(path.read_bytes() for path in files_of_it())


def put_in_place(copy: Path) -> None:
    """As somebody does who goes back to a backup."""
    connection.close()
    for path in files_of_it():
        path.unlink()
    shutil.copyfile(copy, database())


def copy_to(folder: Path) -> Path:
    with connection.cursor() as cursor:
        busy, _pages, _moved = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert not busy
    connection.close()
    copy = folder / "before.sqlite3"
    shutil.copyfile(database(), copy)
    return copy


@pytest.fixture
def db(django_db_setup: None, django_db_blocker, tmp_path: Path) -> Iterator[None]:
    """In place of a transaction: every commit is one, and afterwards the file is as it was."""
    with django_db_blocker.unblock(), own_file(tmp_path):
        yield


@pytest.fixture
def life(db: None, world: World, anne: Person, settings: Settings, tmp_path: Path) -> Life:
    settings.JOURNAL_HEAD_FILE = tmp_path / "journal.head"
    return lives.live_through(world, by=anne)


def left_behind(life: Life) -> tuple[int, int]:
    """How many of their wrapped keys, and of their ciphertexts, stand somewhere in the bytes."""
    held = on_disk()
    words = [one.blob for one in life.recorded]
    return sum(key in held for key in life.wrapped), sum(blob in held for blob in words)


def test_no_byte_of_a_destroyed_key_is_left_after_the_chores(life: Life) -> None:
    assert left_behind(life) == (len(life.wrapped), len(life.recorded))

    with opening.shut():
        withdrawal.withdraw(life.participant)
        done = do_chores()

    assert "pages overwritten" in done
    assert left_behind(life) == (0, 0)


def test_an_old_file_that_is_put_back_serves_nobody_until_the_replay(
    life: Life, client: Client, tmp_path: Path
) -> None:
    before = copy_to(tmp_path)
    with opening.shut():
        withdrawal.withdraw(life.participant)
    assert client.get("/").status_code == 200

    put_in_place(before)

    assert lives.readable(life.birds) == life.birds, "the old file has it all"
    assert client.get("/").status_code == 503
    call_command("replay_erasures", stdout=StringIO())
    assert client.get("/").status_code == 200
    assert lives.opens(life.recorded) == 0 and not lives.readable(life.birds)
    assert left_behind(life) == (0, 0)
