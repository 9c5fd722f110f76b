"""Another detector beside ours: shown, never trusted alone, and never passed over."""

import contextlib
import io
import json
import shlex
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.masking.__main__ import FAILED, main
from brukerstemmen.masking.adapters import command, service
from brukerstemmen.masking.adapters.asking import AdapterFailed, ask
from brukerstemmen.masking.adapters.command import Command
from brukerstemmen.masking.adapters.joining import beside, detector, joined
from brukerstemmen.masking.adapters.service import Service
from brukerstemmen.masking.engine import find
from brukerstemmen.masking.spans import Context, Label, Span, Why
from tests.masking import toy_detector

TOY = str(Path(toy_detector.__file__))
TEXTS, LANGS = ["Zorbliq 😀 kom.", "ingenting her"], ["nb", "nb"]


def as_command(fault="", **more):
    return Command([sys.executable, TOY, "command", fault], **more)


@contextlib.contextmanager
def running_service(fault=""):
    arguments = [sys.executable, TOY, "service", fault]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as toy:
        try:
            yield f"http://127.0.0.1:{int(toy.stdout.readline())}/"
        finally:
            toy.kill()


@contextlib.contextmanager
def as_service(fault="", **more):
    with running_service(fault) as address:
        yield Service(address, **more)


@contextlib.contextmanager
def either(kind, fault="", **more):
    if kind == "command":
        yield as_command(fault, **more)
    else:
        with as_service(fault, **more) as toy:
            yield toy


BOTH = pytest.mark.parametrize("kind", ["command", "service"])


@BOTH
def test_another_detector_is_asked(kind):
    with either(kind) as toy:
        first, second = ask(toy, TEXTS, LANGS)

    assert [(one.start, one.end, one.label, one.score) for one in first] == [(0, 7, "PER", 0.99)]
    assert second == []


@BOTH
def test_what_only_it_finds_is_for_a_person_to_look_at(kind):
    def see_nothing(texts, langs, context):
        return [[] for _text in texts]

    with either(kind) as toy:
        first, second = beside([toy], see_nothing)(TEXTS, LANGS, Context())

    assert first == [Span(0, 7, Label.PERSON, 0.49, f"other.{toy.name}", Why.OTHER_DETECTOR)]
    assert second == []


@BOTH
@pytest.mark.parametrize("fault", [*toy_detector.FAULTS, *toy_detector.RAW])
def test_a_wrong_answer_stops_the_masking(kind, fault):
    with either(kind, fault) as toy, pytest.raises(AdapterFailed) as stopped:
        beside([toy])(["Kari Nordmann", "Ola"], LANGS, Context())

    assert "Kari" not in str(stopped.value)
    assert stopped.value.__suppress_context__ or stopped.value.__context__ is None


@pytest.mark.parametrize(
    ("kind", "fault"),
    [
        ("command", "never_ends"),
        ("command", "answers_and_stays"),
        ("service", "never_ends"),
        ("service", "drips"),
    ],
)
def test_nobody_waits_for_it_longer_than_said(kind, fault):
    began = time.monotonic()
    with either(kind, fault, seconds=0.6) as toy, pytest.raises(AdapterFailed, match="too long"):
        ask(toy, TEXTS, LANGS)

    assert time.monotonic() - began < 10


@BOTH
def test_it_is_not_listened_to_for_ever(kind):
    with either(kind, "never_stops") as toy, pytest.raises(AdapterFailed, match="too much"):
        ask(toy, TEXTS, LANGS)


def test_a_command_that_complains_has_failed():
    with pytest.raises(AdapterFailed, match="ended with 1"):
        ask(as_command("complains"), TEXTS, LANGS)
    with pytest.raises(AdapterFailed):
        ask(as_command("does_not_listen"), ["Kari " * 100_000], ["nb"])
    with pytest.raises(AdapterFailed, match="could not be started"):
        ask(Command([TOY + ".absent"]), TEXTS, LANGS)
    with pytest.raises(AdapterFailed):
        Command([])


def test_what_a_command_has_started_is_ended_with_it(tmp_path):
    beat = tmp_path / "beat"
    child = f"import time\nwhile True:\n open({str(beat)!r}, 'a').write('x')\n time.sleep(0.02)"
    parent = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {child!r}]).wait()"

    with pytest.raises(AdapterFailed, match="too long"):
        ask(Command([sys.executable, "-c", parent], seconds=1.5), TEXTS, LANGS)

    time.sleep(0.2)
    counted = beat.stat().st_size
    time.sleep(0.2)
    assert counted == beat.stat().st_size > 0


def test_a_command_knows_none_of_our_keys(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "hush")
    tell = "import os, json; print(json.dumps({'id': '0', 'spans': [], 'env': dict(os.environ)}))"

    said = json.loads(Command([sys.executable, "-c", tell]).exchange(b"", 10_000))

    assert set(said["env"]) <= {*command.KNOWN, "LC_CTYPE"}


@pytest.mark.parametrize("fault", ["hangs_up", "refuses", "sends_elsewhere", "cut_short"])
def test_a_service_that_does_not_answer_has_failed(fault):
    with as_service(fault) as toy, pytest.raises(AdapterFailed):
        ask(toy, TEXTS, LANGS)


def test_a_service_that_is_not_there_has_failed():
    with running_service() as address:
        pass

    with pytest.raises(AdapterFailed, match="cannot be reached"):
        ask(Service(address), TEXTS, LANGS)


@pytest.mark.parametrize(
    "address",
    [
        "http://192.0.2.7:80/",
        "http://example.com:80/",
        "http://localhost:80/",
        "http://127.0.0.1.example.com:80/",
        "http://127.0.0.1@192.0.2.7:80/",
        "http://kari@127.0.0.1:80/",
        "http://0.0.0.0:80/",
        "http://2130706433:80/",
        "http://[::ffff:192.0.2.7]:80/",
        "https://127.0.0.1:80/",
        "ftp://127.0.0.1:80/",
        "http://127.0.0.1/",
        "http://127.0.0.1:80000/",
        "http://[::1/",
        "http://:80/",
    ],
)
def test_nothing_leaves_the_machine(address, monkeypatch):
    monkeypatch.setattr(service.http.client, "HTTPConnection", None)

    with pytest.raises(AdapterFailed, match="a number of this machine"):
        detector(address)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:80/", "http://[::1]:80", "http://127.8.0.2:1/f?a=b"]
)
def test_the_machine_itself_is_taken(address):
    assert isinstance(detector(address), Service)


def test_it_learns_no_name_of_a_text_and_nothing_around_it():
    heard = []
    quiet = SimpleNamespace(name="quiet", exchange=lambda question, most: heard.append(question))

    with contextlib.suppress(AttributeError):
        beside([quiet])(["Kari"], ["nb"], Context(local_names=frozenset({"Zorbliq"})))

    assert [json.loads(line) for line in heard[0].splitlines()] == [
        {"id": "0", "text": "Kari", "lang": "nb"}
    ]


def a_span(start, end, score, label=Label.PERSON, why=Why.OTHER_DETECTOR):
    return Span(start, end, label, score, "toy", why)


def test_who_agrees_makes_surer_and_who_does_not_is_heard_quietly():
    text = "Zorbliq Vraz bor her"
    ours = a_span(0, 7, 0.4, why=Why.CAPITAL_LETTER)
    whole = a_span(0, 12, 0.9)

    first, second = joined(text, [ours], [whole])
    assert (first.start, first.end, round(first.score, 2), first.why) == (0, 7, 0.65, ours.why)
    assert (text[second.start : second.end], second.score) == ("Vraz", 0.49)
    assert joined(text, [ours], [a_span(0, 7, 0.9, Label.PLACE)]) == [ours]
    assert joined(text, [ours], [a_span(0, 7, 0.1)]) == [ours]
    assert joined(text, [], [a_span(0, 7, 0.3)]) == [a_span(0, 7, 0.3)]


def test_what_is_masked_already_is_no_find():
    assert joined("[navn 1] ringte", [], [a_span(0, 8, 0.9), a_span(1, 5, 0.9)]) == []


PARTS = st.tuples(st.integers(0, 18), st.integers(1, 6), st.floats(0.01, 1))
SPANS = st.builds(
    lambda part, label: a_span(part[0], min(part[0] + part[1], 20), part[2], label),
    PARTS,
    st.sampled_from(Label),
)


@given(st.text(min_size=20, max_size=20), st.lists(SPANS), st.lists(SPANS, max_size=1))
def test_ours_are_never_hidden_and_theirs_never_mask_alone(text, theirs, ours):
    together = joined(text, ours, theirs)

    mine = [span for span in together if any(span.start == one.start for one in ours)]
    for one, after in zip(ours, mine, strict=True):
        assert (one.start, one.end, one.label, one.why) == (
            after.start,
            after.end,
            after.label,
            after.why,
        )
        assert after.score >= one.score
    assert all(span.score < 0.5 for span in together if span not in mine)
    assert all(a.end <= b.start for a, b in pairwise(together))


def test_off_unless_asked_for(capsys, monkeypatch):
    text = "så kom zorbliq Vraz inn"
    row = json.dumps({"id": 1, "text": text}).encode()

    def answered(*options):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(row)))
        code = main(["--rules-only", *options])
        return code, json.loads(capsys.readouterr().out)

    toy = shlex.join([sys.executable, TOY, "command"])
    alone = answered()[1]["spans"]
    assert [span["start"] for span in alone] == [span.start for span in find(text, "nb")]
    assert len(answered("--also", toy)[1]["spans"]) >= len(alone)

    code, refused = answered("--also", f"{toy} outside")
    assert code == FAILED
    assert refused["error"] == "the text could not be read through (AdapterFailed)"
    assert main(["--also", "http://192.0.2.7:80/"]) == FAILED
    assert "a number of this machine" in capsys.readouterr().err
