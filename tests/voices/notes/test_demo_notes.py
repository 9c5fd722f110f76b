"""The demo project's material is what its answer key says."""

import csv
from collections import Counter

from brukerstemmen.voices.kinds import Kind
from brukerstemmen.voices.notes.parsing import parse_file

from .conftest import DEMO

# Good, not good, proposal, other per theme, after D11 has withdrawn.
ANSWER_KEY = {
    "T1": (6, 2, 1, 2),
    "T2": (1, 4, 1, 2),
    "T3": (0, 4, 2, 0),
    "T4": (1, 2, 1, 1),
    "T5": (1, 4, 1, 0),
    "T6": (0, 3, 3, 1),
    "T7": (0, 4, 2, 0),
    "T8": (3, 1, 2, 0),
    "T9": (0, 2, 1, 0),
}


def material(name):
    with (DEMO / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def counted(told):
    counts = Counter((one["theme"], Kind(one["kind"])) for one in told)
    return {theme: tuple(counts[theme, kind] for kind in Kind) for theme in ANSWER_KEY}


def test_sixty_statements_by_twenty_people_before_anybody_withdraws():
    notes = material("notes.csv")

    assert [one["id"] for one in notes] == [f"U{number:02d}" for number in range(1, 61)]
    assert {one["speaker"] for one in notes} == {f"D{number:02d}" for number in range(1, 21)}
    assert Counter(one["theme"] for one in notes)["T5"] == 8
    assert len({(one["meeting"], one["speaker"]) for one in notes}) == 21


def test_the_kinds_are_those_of_the_answer_key():
    notes = material("notes.csv")
    before, after = counted(notes), counted(n for n in notes if n["validation"] != "trukket")

    assert after == ANSWER_KEY
    assert before == {**ANSWER_KEY, "T5": (1, 5, 1, 1)}
    assert {n["speaker"] for n in notes if n["validation"] == "trukket"} == {"D11"}


def test_words_hold_no_quotation_marks_round_them_and_no_remarks():
    for one in (*material("notes.csv"), *material("masked.csv")):
        assert one["words"] == one["words"].strip(" «»")
        assert "(nynorsk)" not in one["words"]
        assert "…" not in one["words"]
    assert {n["id"] for n in material("notes.csv") if n["language"] == "nn"} == {
        "U53",
        "U54",
        "U55",
        "U56",
    }


def test_masked_words_differ_from_the_raw_and_hold_none_of_their_names():
    raw = {one["id"]: one["words"] for one in material("notes.csv")}
    names = ["Kåre", "Marit", "Sletta", "Myrdalen", "20 55", "1963", "Solveig", "Storgata"]
    names += ["Bjørn-Egil", "Steinbakken", "Trond", "boligkontoret", "@", "samisk", "Østmo"]

    masked = material("masked.csv")

    assert len(masked) == 21
    for one in masked:
        assert one["words"] != raw[one["id"]]
        assert not any(name in one["words"] for name in names)


def test_themes_and_guide():
    guide = material("guide.csv")

    assert [one["code"] for one in material("themes.csv")] == list(ANSWER_KEY)
    assert [one["number"] for one in guide] == [str(number) for number in range(1, 11)]
    assert all(one["good"] == "Hva er bra?" for one in guide[:9])


def test_the_file_itself_can_be_imported():
    reading = parse_file((DEMO / "notes.csv").read_bytes(), "notes.csv")

    assert len(reading.rows) == 60
    assert not reading.problems
