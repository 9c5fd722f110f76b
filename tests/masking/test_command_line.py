"""The engine on the command line."""

import io
import json

from brukerstemmen.masking.__main__ import UNREADABLE, main


def rows(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_line_of_a_file_gives_one_line_of_json(tmp_path, capsys):
    notes = tmp_path / "notes.txt"
    notes.write_text("Hun heter Qwzrtxil.\n\nqwzrtxil var snill.\n", encoding="utf-8")

    assert main([str(notes)]) == 0

    first, second = rows(capsys)
    assert (first["line"], second["line"]) == (1, 3)
    assert second["spans"][0]["label"] == "person"
    assert second["suggestion"] == "[navn] var snill."


def test_standard_input_and_lists_of_names_and_places(tmp_path, capsys, monkeypatch):
    names, places = tmp_path / "names.txt", tmp_path / "places.txt"
    names.write_text("Zqarb Mnopt\n", encoding="utf-8")
    places.write_text("Xylofund\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("I saw mnopt at xylofund."))

    assert main(["--lang", "en", "--names", str(names), "--places", str(places)]) == 0

    (row,) = rows(capsys)
    assert row["suggestion"] == "I saw [name] at [place]."


def test_what_cannot_be_read_is_said_plainly(tmp_path, capsys):
    broken = tmp_path / "notes.txt"
    broken.write_bytes(b"\xff\xfe\xe6")

    assert main([str(broken)]) == UNREADABLE
    assert "Cannot read" in capsys.readouterr().err
    assert main([str(tmp_path / "absent.txt")]) == UNREADABLE
