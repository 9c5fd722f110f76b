"""The finder in a process of its own: the same answers, and no answer at all rather than half."""

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path

import pytest

from brukerstemmen.masking import process, serving
from brukerstemmen.masking.engine import find, propagate
from brukerstemmen.masking.process import Finder, FinderFailed
from brukerstemmen.masking.spans import Context

TEXTS = ["Hun heter Qwzrtxil 😀.", "Da kom qwzrtxil.", "Ingen sa noe."]
AROUND = Context(local_names=frozenset({"Zorbliq"}), local_places=frozenset({"Vraz"}))
ROOT = Path(__file__).resolve().parents[2]
# What reads the models. The word forms are mapped, not read: the rules may use them anywhere.
MODELS = ("pycrfsuite", "onnxruntime", "brukerstemmen.masking.tagger.models")


@pytest.fixture
def finder():
    made = Finder()
    yield made
    made.close()


def pid_of(finder):
    return finder._running[0].pid


def is_there(pid):
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


def ends_soon(pid):
    until = time.monotonic() + 10
    while is_there(pid) and time.monotonic() < until:
        time.sleep(0.02)
    return not is_there(pid)


def toy(script, **more):
    """A finder of which one can decide how it behaves. It may use `line`, a socket."""
    start = "import socket, sys, time\nline = socket.socket(fileno=0)\n"
    return Finder([sys.executable, "-c", start + script], **more)


def test_it_answers_as_the_engine_does(finder):
    assert finder.ask(TEXTS, "nb", AROUND) == propagate(TEXTS, "nb", AROUND)
    assert finder.ask(TEXTS, ["nb", "en", "nn"], AROUND) == propagate(
        TEXTS, ["nb", "en", "nn"], AROUND
    )
    assert finder.ask([], "nb", AROUND) == []
    around = finder.ask(["så zorbliq i vraz", "Hei \ud800 Zorbliq"], "nb", AROUND)
    assert [len(spans) for spans in around] == [2, 1]


def test_one_process_answers_again_and_again(finder):
    finder.ask(TEXTS, "nb", AROUND)
    first = pid_of(finder)
    finder.ask(TEXTS, "nb", AROUND)

    assert pid_of(finder) == first
    finder.close()
    assert ends_soon(first)
    assert finder.ask(TEXTS, "nb", AROUND)


def test_nothing_is_started_before_it_is_asked(finder):
    assert finder._running is None
    assert process._one._running is None


def test_one_that_was_killed_is_started_again(finder):
    finder.ask(TEXTS, "nb", AROUND)
    first = pid_of(finder)
    os.kill(first, signal.SIGKILL)

    assert finder.ask(TEXTS, "nb", AROUND) == propagate(TEXTS, "nb", AROUND)
    assert pid_of(finder) != first


def test_one_that_dies_of_the_question_is_asked_once_more_only(tmp_path):
    starts = tmp_path / "starts"
    finder = toy(f"open({str(starts)!r}, 'a').write('x')\nline.recv(9)\nsys.exit()")

    with pytest.raises(FinderFailed, match="ended before"):
        finder.ask(["Qwzrtxil"], "nb", AROUND)

    assert starts.read_text() == "xx"
    assert finder._running is None


def test_nobody_waits_for_ever():
    finder = toy("time.sleep(60)", seconds=0.5)

    with pytest.raises(FinderFailed, match="too long"):
        finder.ask(TEXTS, "nb", AROUND)

    assert finder._running is None


def test_one_that_drips_is_not_waited_for_either():
    drip = "while True:\n line.sendall(b'\\0')\n time.sleep(0.05)"
    huge = "line.sendall((10**8).to_bytes(4, 'big'))\n"
    finder = toy(huge + drip, seconds=0.8)

    with pytest.raises(FinderFailed, match="too long"):
        finder.ask(TEXTS, "nb", AROUND)


def test_a_turn_that_does_not_come_is_a_failure():
    finder = toy("", seconds=0.2)

    with finder._lock, pytest.raises(FinderFailed, match="turn"):
        finder.ask(TEXTS, "nb", AROUND)


SPAN = {
    "start": 0,
    "end": 1,
    "label": "PERSON",
    "score": 0.9,
    "source": "toy",
    "why": "name_in_list",
}
WRONG = [
    [],
    {},
    {"spans": None},
    {"spans": []},
    {"spans": [[], []]},
    {"spans": [{}]},
    {"spans": [[[]]]},
    {"spans": [[SPAN | {"end": 9}]]},
    {"spans": [[SPAN | {"start": 1}]]},
    {"spans": [[SPAN | {"label": "ROCKET"}]]},
    {"spans": [[SPAN | {"why": "because"}]]},
    {"spans": [[SPAN | {"source": None}]]},
    {"spans": [[SPAN | {"score": 7}]]},
    {"failed": "ValueError"},
]


def saying(body):
    """A finder that says the same to everything, and stays."""
    message = len(body).to_bytes(4, "big") + body
    return toy(f"line.recv(9)\nline.sendall({message!r})\ntime.sleep(60)")


@pytest.mark.parametrize("answer", WRONG, ids=json.dumps)
def test_a_wrong_answer_is_no_answer(answer):
    finder = saying(json.dumps(answer).encode())

    with pytest.raises(FinderFailed) as stopped:
        finder.ask(["Qwzrtxil"[:3]], "nb", AROUND)

    assert stopped.value.__context__ is None or stopped.value.__suppress_context__
    finder.close()


def test_a_right_answer_in_the_same_way_is_one():
    finder = saying(json.dumps({"spans": [[SPAN]]}).encode())

    assert finder.ask(["Qwz"], "nb", AROUND)[0][0].end == 1
    finder.close()


@pytest.mark.parametrize("body", [b"{", b"\xff", b"[" * 100_000], ids=["cut", "bytes", "deep"])
def test_what_is_no_message_is_no_answer(body):
    finder = saying(body)

    with pytest.raises(FinderFailed, match="wrongly"):
        finder.ask(["Qwz"], "nb", AROUND)

    assert finder._running is None


def test_a_message_without_end_is_not_read(monkeypatch):
    monkeypatch.setattr(serving, "LONGEST", 10)
    finder = saying(b"[" + b" " * 20 + b"]")

    with pytest.raises(FinderFailed, match="too long"):
        finder.ask(["Qwz"], "nb", AROUND)


def test_an_error_in_the_engine_is_a_failure_without_words(finder):
    with pytest.raises(FinderFailed, match=r"met an error \(ValueError\)") as stopped:
        finder.ask(["Qwzrtxil"], ["nb", "nn"], AROUND)

    assert "Qwz" not in str(stopped.value)
    assert finder.ask(TEXTS, "nb", AROUND)


def test_one_that_cannot_be_started_is_a_failure(tmp_path):
    with pytest.raises(FinderFailed):
        Finder([str(tmp_path / "absent")]).ask(TEXTS, "nb", AROUND)


def test_threads_take_turns(finder):
    def ask(number):
        (spans,) = finder.ask([" " * number + "Qwzrtxil kom. Hun heter Qwzrtxil."], "nb", AROUND)
        return spans[0].start

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, range(24))) == list(range(24))


def test_everything_known_around_a_text_travels():
    odd = {"known": frozenset({"Æ\ud800", "b"}), "tagger": True}
    context = Context(**odd, local_names=frozenset({"x"}), local_places=frozenset({"y"}))

    through = serving._unpacked(json.loads(json.dumps(serving.packed(context))))

    assert through == context
    plain = {field.name: field.default for field in fields(Context)}
    assert all(isinstance(value, bool | frozenset) for value in plain.values())


def test_rooms_ask_here_only_where_the_models_are_wanted(monkeypatch):
    asked = []
    monkeypatch.setattr(process, "_one", Finder(["absent"]))
    monkeypatch.setattr(Finder, "ask", lambda self, *given: asked.append(given) or [[]])

    assert process.ask(TEXTS, "nb", AROUND) == propagate(TEXTS, "nb", AROUND)
    assert not asked
    with_models = Context(tagger=True)
    assert process.ask(TEXTS, "nb", with_models) == [[]]
    assert asked == [(TEXTS, "nb", with_models)]


def alone(script, **environment):
    """What a Python of its own prints."""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_what_serves_pages_does_not_hold_the_models():
    script = f"""
import sys
import brukerstemmen.wsgi
from brukerstemmen.masking import process
from brukerstemmen.masking.engine import find
from brukerstemmen.masking.spans import Context
from brukerstemmen.voices import finding
assert find("Hun heter Kari.", "nb", Context())
print([name for name in {MODELS} if name in sys.modules])
"""
    assert alone(script, DJANGO_SETTINGS_MODULE="tests.settings") == "[]"


def test_it_ends_when_who_started_it_is_killed():
    script = """
import os, signal
from brukerstemmen.masking.process import Finder
from brukerstemmen.masking.spans import Context
finder = Finder()
finder.ask(["Hei"], "nb", Context())
print(finder._running[0].pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == -signal.SIGKILL
    assert ends_soon(int(done.stdout))


def test_a_fork_has_one_of_its_own():
    """A server may start its workers as forks of itself, in the middle of a question."""
    script = """
import os
from brukerstemmen.masking import process
from brukerstemmen.masking.spans import Context
def ask():
    process._one.ask(["Hei"], "nb", Context())
    return process._one._running[0].pid
first = ask()
process._one._lock.acquire()
if (child := os.fork()) == 0:
    os._exit(0 if ask() != first else 7)
process._one._lock.release()
_pid, status = os.waitpid(child, 0)
assert status == 0, status
print(ask() == first)
"""
    assert alone(script) == "True"


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="asks Linux what is open")
def test_it_leaves_no_file_and_knows_no_keys(finder, monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "hush")
    monkeypatch.chdir(tmp_path)
    finder.ask(TEXTS, "nb", AROUND)

    about = Path(f"/proc/{pid_of(finder)}")
    open_files = {path.name: os.readlink(path) for path in (about / "fd").iterdir()}
    limits = (about / "limits").read_text()

    others = {
        number: name
        for number, name in open_files.items()
        if name != "/dev/null" and not name.startswith("socket:")
    }
    # The word files that ship, mapped and only read.
    assert all(Path(name).is_relative_to(ROOT / "brukerstemmen") for name in others.values())
    modes = [(about / "fdinfo" / number).read_text().split("flags:")[1] for number in others]
    assert all(int(mode.split()[0], 8) & os.O_ACCMODE == os.O_RDONLY for mode in modes)
    assert b"hush" not in (about / "environ").read_bytes()
    assert limits.split("Max core file size")[1].split()[:2] == ["0", "0"]
    assert list(tmp_path.iterdir()) == []


def test_the_engine_alone_is_asked_as_before():
    assert process.ask(["Hun heter Kari."], "nb", Context()) == [find("Hun heter Kari.", "nb")]
