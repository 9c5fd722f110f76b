"""`make run` starts, says where, stops cleanly, starts again with what it had."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.house.source import ROOT

pytestmark = pytest.mark.sqlite_only
PATIENCE_SECONDS = 240  # it is slow to end where many work


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def start(tmp_path: Path, port: int) -> Iterator[Callable[[], subprocess.Popen]]:
    """Start an empty installation in a folder of its own."""
    own = {"BRUKERSTEMMEN_VAR": str(tmp_path), "EMPTY": "1", "PORT": str(port)}
    begun = []

    def run() -> subprocess.Popen:
        begun.append(
            subprocess.Popen(
                [sys.executable, "tools/run.py"],
                cwd=ROOT,
                env={"PATH": os.environ["PATH"], **own},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
        )
        return begun[-1]

    yield run
    for process in begun:
        process.terminate()
        process.communicate()


def address_told_by(process: subprocess.Popen) -> str:
    said = []
    for line in process.stdout:
        said.append(line)
        if line.startswith("http://"):
            return line.strip()
    pytest.fail("".join(said))


def answer(address: str) -> int:
    with urlopen(address) as page:
        return page.status


def stop(process: subprocess.Popen) -> int:
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=PATIENCE_SECONDS)
    return process.returncode


def made(folder: Path) -> list[tuple]:
    """What a first start makes, and when it did: tables, pages of the public site, rights."""
    asked = (
        "select name, applied from django_migrations",
        "select id, latest_revision_created_at from wagtailcore_page",
        "select id, name from auth_group",
    )
    with sqlite3.connect(folder / "data" / "db.sqlite3") as there:
        return [row for each in asked for row in sorted(there.execute(each).fetchall())]


def test_it_starts_stops_and_starts_again_with_what_it_had(start, tmp_path, port):
    first = start()
    assert answer(address_told_by(first)) == 200
    keys = {path.name: path.read_bytes() for path in (tmp_path / "keys").iterdir()}
    assert {oct(path.stat().st_mode)[-3:] for path in (tmp_path / "keys").iterdir()} == {"600"}
    assert stop(first) == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0

    then = made(tmp_path)
    second = start()
    assert answer(address_told_by(second)) == 200
    assert made(tmp_path) == then
    assert {path.name: path.read_bytes() for path in (tmp_path / "keys").iterdir()} == keys
    assert stop(second) == 0


def test_a_taken_port_is_said_before_anything_is_made(start, tmp_path, port):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        process = start()
        said, _ = process.communicate(timeout=PATIENCE_SECONDS)

    assert process.returncode == 1
    assert "in use" in said
    assert not list(tmp_path.iterdir())
