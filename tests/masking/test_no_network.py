"""The engine and its command line need no network, and ship all they need in little room."""

import json
import shutil
import subprocess
import sys

import pytest

from tests.house.source import PACKAGE, ROOT, files

MOST_BYTES = 12_000_000
LINES = "\n".join(
    json.dumps({"id": number, "text": text, "meeting": "B1"})
    for number, text in enumerate(
        [
            "Hun heter Qwzrtxil og bor i Storgata 14 på Oppdal. Ring 20 55 01 47.",
            "Eg veit ikkje kva dei meinte, men kari.nordmann@example.com svarte.",
            "They sent a letter to www.example.com and to qwzrtxil.",
        ]
    )
).encode()

# Every attempt is written down as Python makes it, and none is let through.
CUT = """
import sys
attempts = []
def watch(event, arguments):
    asks = event.startswith(("socket.connect", "socket.get", "socket.send", "socket.bind"))
    if asks or event in ("urllib.Request", "http.client.connect", "ftplib.connect"):
        attempts.append(event)
        raise OSError("no network here")
sys.addaudithook(watch)
"""
IMPORT_ALL = """
import importlib, pkgutil
import brukerstemmen.masking as room
names = [found.name for found in pkgutil.walk_packages(room.__path__, room.__name__ + ".")]
for name in names:
    importlib.import_module(name)
assert {"brukerstemmen.masking.engine", "brukerstemmen.masking.adapters.service"} <= set(names)
"""
RUN = """
from brukerstemmen.masking.__main__ import main
assert main(OPTIONS) == 0
"""
TELL = "\nprint('attempts', attempts, file=sys.stderr)\n"
WITHOUT_MODELS = "\nassert not {'pycrfsuite', 'onnxruntime'} & set(sys.modules)\n"


def run(script, before=()):
    done = subprocess.run(
        [*before, sys.executable, "-c", script],
        cwd=ROOT,
        input=LINES,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def script_with(*options):
    return CUT + RUN.replace("OPTIONS", repr(list(options))) + TELL


def test_the_watch_sees_attempts():
    attempt = "import socket\ntry:\n socket.create_connection(('192.0.2.7', 9))\nexcept OSError: 0"

    assert run(CUT + attempt + TELL)[2] == "attempts ['socket.getaddrinfo']\n"


def test_nothing_in_the_room_reaches_out_when_it_is_loaded():
    assert run(CUT + IMPORT_ALL + TELL) == (0, "", "attempts []\n")


@pytest.mark.parametrize("options", [[], ["--explain"], ["--rules-only"]], ids=str)
def test_the_command_line_reaches_for_nothing(options):
    code, said, told = run(script_with(*options))

    assert (code, told) == (0, "attempts []\n")
    rows = [json.loads(line) for line in said.splitlines()]
    assert [row["id"] for row in rows] == [0, 1, 2]
    assert all(row["spans"] for row in rows)


def test_rules_alone_load_no_model():
    assert run(script_with("--rules-only") + WITHOUT_MODELS)[0] == 0


def unshared():
    """A command that runs another where there is no network at all, if the machine allows it."""
    for command in (["unshare", "-n"], ["unshare", "-rn"]):
        if (
            shutil.which("unshare")
            and not subprocess.run([*command, "true"], capture_output=True, check=False).returncode
        ):
            return command
    pytest.skip("this machine does not let the network be cut")


def test_it_answers_the_same_where_there_is_no_network():
    before = unshared()

    assert run(script_with(), before) == run(script_with())


def test_its_process_answers_where_there_is_no_network():
    ask = """
from brukerstemmen.masking import process
from brukerstemmen.masking.spans import Context
(spans,) = process.ask(["Hun heter Qwzrtxil."], "nb", Context(tagger=True))
print([(span.start, span.end) for span in spans])
"""
    assert run(ask, unshared()) == (0, "[(10, 18)]\n", "")


def test_what_ships_is_small():
    shipped = [path for path in files() if PACKAGE / "masking" in path.parents]

    assert sum(path.stat().st_size for path in shipped) <= MOST_BYTES
