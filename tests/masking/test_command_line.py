"""The engine on the command line: JSON lines in, JSON lines out."""

import io
import json
import subprocess
import sys
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.masking import wire
from brukerstemmen.masking.__main__ import FAILED, main
from brukerstemmen.masking.answering import Wanted, answers
from brukerstemmen.masking.spans import Context, Label, Span, Why

TOLD = "Hun heter Solstråle."
SAID = "Da var solstråle snill."


def as_lines(*rows):
    return [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]


def asked(*rows, **wanted):
    """What the lines are answered with, by the rules."""
    return [json.loads(one.line) for one in answers(as_lines(*rows), Wanted(**wanted))]


def shown(row, text):
    return [(text[span["start"] : span["end"]], span["label"]) for span in row["spans"]]


@pytest.fixture
def run(capsys, monkeypatch):
    """Runs the command, by the rules, on some lines."""

    def _run(*rows, options=()):
        given = io.BytesIO(b"\n".join(as_lines(*rows)))
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=given))
        code = main(["--rules-only", *map(str, options)])
        said = capsys.readouterr()
        return code, [json.loads(line) for line in said.out.splitlines()], said.err

    return _run


def test_every_line_is_answered_in_its_order(run):
    text = "😀 Ring Kari Nordmann på 20 55 01 47."

    code, rows, said = run({"id": "b", "text": text}, {"id": 7, "text": "Kaffen var god."})

    assert (code, said) == (0, "")
    assert [(row["id"], row["lang"]) for row in rows] == [("b", "nb"), (7, "nb")]
    assert shown(rows[0], text) == [("Kari Nordmann", "PERSON"), ("20 55 01 47", "PHONE")]
    assert set(rows[0]["spans"][0]) == {"start", "end", "label", "score", "source", "why"}
    assert rows[1]["spans"] == []


def test_files_are_read_one_after_the_other(run, tmp_path):
    files = [tmp_path / "first.jsonl", tmp_path / "second.jsonl"]
    for number, path in enumerate(files):
        path.write_text(json.dumps({"id": number, "text": SAID}), encoding="utf-8-sig")

    assert [row["id"] for row in run(options=files)[1]] == [0, 1]


def test_a_language_is_as_said_or_guessed():
    rows = asked(
        {"id": 1, "text": "Ja.", "lang": "en"},
        {"id": 2, "text": "They never asked me."},
        {"id": 3, "text": "Eg veit ikkje kva dei meinte.", "lang": None},
        {"id": 4, "text": "They never asked me.", "lang": "xx"},
    )

    assert [row["lang"] for row in rows] == ["en", "en", "nn", "en"]


def test_each_text_stands_alone_unless_they_are_one_meeting():
    told, said = {"id": 1, "text": TOLD}, {"id": 2, "text": SAID}

    assert [bool(row["spans"]) for row in asked(said, told)] == [False, True]
    assert [bool(row["spans"]) for row in asked(said, told, one_meeting=True)] == [True, True]


def test_a_meeting_in_several_languages_is_one_meeting():
    rows = asked(
        {"id": 1, "text": "They said solstråle was kind.", "lang": "en"},
        {"id": 2, "text": TOLD, "lang": "nb"},
        one_meeting=True,
    )

    assert [row["lang"] for row in rows] == ["en", "nb"]
    assert rows[0]["spans"]


def test_lines_of_a_meeting_give_names_away_to_each_other_only():
    rows = asked(
        {"id": 1, "text": SAID, "meeting": "B1"},
        {"id": 2, "text": TOLD, "meeting": "B1"},
        {"id": 3, "text": SAID, "meeting": "B2"},
        {"id": 4, "text": SAID},
    )

    assert [bool(row["spans"]) for row in rows] == [True, True, False, False]


def test_a_meeting_that_is_taken_up_again_is_refused():
    """Its names would not be found in what was answered before."""
    rows = asked(
        {"id": 1, "text": SAID, "meeting": "B1"},
        {"id": 2, "text": SAID, "meeting": "B2"},
        {"id": 3, "text": TOLD, "meeting": "B1"},
    )

    assert rows[2] == {"id": 3, "line": 3, "error": "the lines of one meeting must stand together"}


BAD = {
    b"{": "the line is not JSON",
    b"[" * 100_000: "the line is not JSON",
    b'{"id": ' + b"1" * 5000 + b"}": "the line is not JSON",
    b"[1]": "the line is not a JSON object",
    b'{"text": "\xff"}': "the line is not UTF-8",
    b'{"text": "Kari"}': "id must be a text or a whole number",
    b'{"id": true, "text": "Kari"}': "id must be a text or a whole number",
    b'{"id": 1}': "text must be a text",
    b'{"id": 1, "text": ["Kari"]}': "text must be a text",
    b'{"id": 1, "text": "Kari", "lang": 1}': "lang must be a text",
    b'{"id": 1, "text": "Kari", "meeting": 1.5}': "meeting must be a text or a whole number",
}


@pytest.mark.parametrize("line", BAD, ids=BAD.values())
@pytest.mark.parametrize("options", [[], ["--one-meeting"]], ids=["alone", "one meeting"])
def test_a_bad_line_is_told_and_the_others_are_answered(run, line, options):
    good, textless = {"id": "a", "text": TOLD}, {"id": "c"}

    code, rows, said = run(good, line, textless, good, options=options)

    assert (code, said) == (FAILED, "")
    assert [rows[at]["id"] for at in (0, 2, 3)] == ["a", "c", "a"]
    assert [bool(row.get("spans")) for row in rows] == [True, False, False, True]
    assert (rows[1]["line"], rows[1]["error"]) == (2, BAD[line])
    assert "Kari" not in json.dumps(rows[1])


def test_what_is_too_long_is_refused_and_not_kept(monkeypatch):
    monkeypatch.setattr(wire, "LONGEST_LINE", 60)
    monkeypatch.setattr(wire, "LONGEST_TEXT", 20)
    long_line = json.dumps({"id": 1, "text": "a" * 500}).encode()
    long_text = json.dumps({"id": 2, "text": "a" * 21}).encode()
    fits = json.dumps({"id": 3, "text": "a" * 20}).encode()

    lines = list(wire.lines_of(io.BytesIO(b"\n".join([long_line, long_text, fits, long_line]))))

    assert max(map(len, lines)) == 61
    rows = [json.loads(one.line) for one in answers(lines, Wanted())]
    assert [row.get("error") for row in rows] == [
        "the line is longer than 60 bytes",
        "the text is longer than 20 characters",
        None,
        "the line is longer than 60 bytes",
    ]


def test_a_finder_that_fails_blocks_and_tells_no_word():
    def fail(texts, lang, context):
        raise ValueError(texts[0])

    rows = asked({"id": 1, "text": TOLD, "meeting": 1}, b"{", {"id": 2, "text": SAID}, find=fail)

    assert [row["error"] for row in rows] == [
        "the text could not be read through (ValueError)",
        "the line is not JSON",
        "the text could not be read through (ValueError)",
    ]


def test_answers_come_before_the_last_line_is_there():
    def lines():
        yield from as_lines({"id": 1, "text": SAID})
        raise AssertionError("it should have answered first")

    assert json.loads(next(answers(lines(), Wanted())).line)["id"] == 1


def scored(*scores):
    return lambda texts, langs, context: [
        [
            Span(at, at + 1, Label.PERSON, score, "toy", Why.NAME_IN_LIST)
            for at, score in enumerate(scores)
        ]
        for _ in texts
    ]


def test_what_scores_less_than_the_threshold_is_left_out():
    row = {"id": 1, "text": "abc"}
    find = scored(0.04, 0.05, 1 / 3)

    assert [span["score"] for span in asked(row, find=find)[0]["spans"]] == [0.05, 0.3333]
    assert len(asked(row, find=find, threshold=0)[0]["spans"]) == 3
    assert asked(row, find=find, threshold=0.5)[0]["spans"] == []


@pytest.mark.parametrize("value", ["-0.1", "1.1", "nan", "much"])
def test_a_threshold_is_a_share(run, value):
    with pytest.raises(SystemExit) as stopped:
        run(options=["--threshold", value])
    assert stopped.value.code == FAILED


def test_local_names_and_places(run, tmp_path):
    names, more, places = (tmp_path / name for name in ("names", "more", "places"))
    names.write_text("\ufeff# who takes part\nZqarb Mnopt\n\n", encoding="utf-8")
    more.write_text("Vyrtelo\n", encoding="utf-8")
    places.write_text("Xylofund\n", encoding="utf-8")
    text = "I saw mnopt and vyrtelo at xylofund. Who takes part?"

    options = ["--list", names, "--list", more, "--places", places]
    _code, rows, _said = run({"id": 1, "text": text, "lang": "en"}, options=options)

    assert shown(rows[0], text) == [
        ("mnopt", "PERSON"),
        ("vyrtelo", "PERSON"),
        ("xylofund", "PLACE"),
    ]


def test_a_file_that_cannot_be_read_is_said_plainly(run, tmp_path):
    broken = tmp_path / "names.txt"
    broken.write_bytes(b"Kari \xff")

    code, rows, said = run({"id": 1, "text": SAID}, options=["--list", broken])

    assert (code, rows) == (FAILED, [])
    assert said == "Cannot begin: a list is not UTF-8\n"
    assert run(options=[tmp_path / "absent.jsonl"])[0] == FAILED


def test_the_model_reads_too_unless_it_is_told_not_to(capsys, monkeypatch):
    asked_with = []
    monkeypatch.setattr(
        "brukerstemmen.masking.__main__.answers",
        lambda lines, wanted: asked_with.append(wanted.context) or [],
    )

    assert main([]) == main(["--rules-only"]) == 0

    assert asked_with == [Context(tagger=True), Context(tagger=False)]


@pytest.mark.parametrize("why", list(Why))
def test_every_reason_is_told_in_plain_words(why):
    told = wire.explained(Span(0, 1, Label.PERSON, 0.4, "toy", why))

    assert told.endswith(". Check this.")
    assert "_" not in told


def test_explaining_tells_what_becomes_of_it(run):
    text = "Ring Kari Nordmann. Jeg er samisk."

    _code, rows, _said = run({"id": 1, "text": text}, options=["--explain"])

    name, clue = rows[0]["spans"]
    assert name["explained"] == "Name in list. Masked unless a person says no."
    assert clue["explained"].endswith("A clue: a person must judge.")
    assert "explained" not in run({"id": 1, "text": text})[1][0]["spans"][0]


ANY_TEXT = st.text(st.characters(codec=None), max_size=60)


@given(ANY_TEXT, st.one_of(st.integers(), ANY_TEXT), st.booleans())
def test_any_unicode_comes_through_with_its_positions(text, name, explain):
    line = json.dumps({"id": name, "text": f"Hun heter Kari. {text}"}).encode()

    (answered,) = answers([line], Wanted(explain=explain))

    row = json.loads(answered.line)
    assert row["id"] == name
    assert answered.line.isascii() and "\n" not in answered.line
    for span in row["spans"]:
        assert wire.stretch_of(span, len(text) + 16)
    assert shown(row, f"Hun heter Kari. {text}")[0][0].startswith("Kari")


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_any_bytes_are_answered_line_by_line(lines):
    lines = [line.replace(b"\n", b" ") for line in lines]

    answered = list(answers(lines, Wanted()))

    assert len(answered) == len([line for line in lines if line.strip()])
    assert all(one.is_refusal for one in answered)


def test_it_runs_by_itself():
    command = [sys.executable, "-m", "brukerstemmen.masking", "--rules-only"]
    given = b'{"id": 1, "text": "Hun heter Qwzrtxil."}\nKari\n'

    done = subprocess.run(command, input=given, capture_output=True)

    assert done.returncode == FAILED
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [1, None]
    assert done.stderr == b""
