"""Pasted text, .txt and .md: what is a statement, whose it is, and what kind."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.voices.kinds import SIGNS, Kind
from brukerstemmen.voices.notes.parsing import parse_pasted
from brukerstemmen.voices.notes.reading import Reason, Role, Unreadable, Why


def told(reading):
    return [(row.speaker, row.kind, row.words) for row in reading.rows]


@pytest.mark.parametrize(
    ("line", "speaker", "kind"),
    [
        ("D01 + Vi har god tid", "D01", Kind.GOOD),
        ("+ D01 Vi har god tid", "D01", Kind.GOOD),
        ("+ D01 – Vi har god tid", "D01", Kind.GOOD),
        ("d1: Vi har god tid", "D01", None),
        ("D 01. Vi har god tid", "D01", None),
        ("(D1) Vi har god tid", "D01", None),
        ("Vi har god tid (D01)", "D01", None),
        ("Deltaker 1: Vi har god tid", "D01", None),
        ("Deltakar nr. 12 − Vi har god tid", "D12", Kind.NOT_GOOD),
        ("**D01:** Vi har god tid", "D01", None),
        ("− Vi har god tid", None, Kind.NOT_GOOD),
        ("÷ Vi har god tid", None, Kind.NOT_GOOD),
        ("(-) Vi har god tid", None, Kind.NOT_GOOD),
        ("-> Vi har god tid", None, Kind.PROPOSAL),
        ("D19 → Vi har god tid", "D19", Kind.PROPOSAL),
        ("D19 ○ Vi har god tid", "D19", Kind.OTHER),
        ("+Vi har god tid", None, Kind.GOOD),
        ("* D01 + «Vi har god tid»", "D01", Kind.GOOD),
        ("- D01 + Vi har god tid", "D01", Kind.GOOD),
        ("Ikke bra: Vi har god tid", None, Kind.NOT_GOOD),
        ("D02 (forslag) Vi har god tid", "D02", Kind.PROPOSAL),
        ("D02 framlegg: Vi har god tid", "D02", Kind.PROPOSAL),
        ("Anna viktig: Vi har god tid", None, Kind.OTHER),
        ("not good: Vi har god tid", None, Kind.NOT_GOOD),
        ("Gruppa: Vi har god tid", None, None),
        ("ukjent/gruppa: + Vi har god tid", None, Kind.GOOD),
        ("“Vi har god tid”", None, None),
    ],
)
def test_a_line_says_who_and_what_kind(read, line, speaker, kind):
    reading = read(line)

    assert told(reading) == [(speaker, kind, "Vi har god tid")]
    assert not reading.problems


@pytest.mark.parametrize(
    "words",
    [
        "+47 20 55 01 47 ringte jeg tre ganger",
        "−5 grader var det i gangen",
        "14. mars ble jeg skrevet ut",
        "D-vitamin fikk jeg",
        "0 kontakt etterpå",
        "«Vi har god tid», sa hun, «du»",
        "#takk for at dere spør",
    ],
)
def test_words_that_look_like_marks_are_left_alone(read, words):
    assert told(read(words)) == [(None, None, words)]


def test_a_hyphen_is_a_bullet_unless_plus_stands_in_the_same_place(read):
    bullets = read("- Vi har god tid\n- Jeg ventet")
    signs = read("+ Vi har god tid\n- Jeg ventet\n– Ingen ringte")
    after = read("- D01 + Vi har god tid\n- D02 - Jeg ventet\n- D03 Ingen ringte")

    assert [row.kind for row in bullets.rows] == [None, None]
    assert [row.kind for row in signs.rows] == [Kind.GOOD, Kind.NOT_GOOD, Kind.NOT_GOOD]
    assert [row.kind for row in after.rows] == [Kind.GOOD, Kind.NOT_GOOD, None]
    assert after.rows[2].words == "Ingen ringte"


def test_a_small_o_is_a_bullet_unless_signs_stand_in_the_same_place(read):
    assert [row.kind for row in read("o Vi har god tid\no Jeg ventet").rows] == [None, None]
    assert read("+ Vi har god tid\no Jeg ventet").rows[1].kind is Kind.OTHER


def test_numbers_are_a_list_only_if_they_count(read):
    counted = read("1. Vi har god tid\n2. Jeg ventet")
    alone = read("1. Vi har god tid\nJeg ventet")

    assert [row.words for row in counted.rows] == ["Vi har god tid", "Jeg ventet"]
    assert alone.rows[0].words == "1. Vi har god tid"


@pytest.mark.parametrize("name", ["Kari", "Kari Lien", "Bjørn-Egil", "Dr. Østmo"])
def test_a_name_is_no_speaker_and_stays_in_the_words_for_masking(read, name):
    reading = read(f"D01: Vi har god tid\n{name}: Jeg ventet")

    assert told(reading)[1] == (None, None, f"{name}: Jeg ventet")
    assert [(p.line, p.text, p.why) for p in reading.problems] == [(2, name, Why.SPEAKER)]


def test_several_speakers_are_no_speaker(read):
    reading = read("D01 og D02: Vi var uenige")

    assert told(reading) == [(None, None, "Vi var uenige")]
    assert reading.problems[0].why is Why.SPEAKER


def test_what_somebody_says_under_a_name_is_not_given_to_the_one_before(read):
    reading = read("D01:\n+ Vi har god tid\nKari:\n+ Jeg ventet")

    assert [row.speaker for row in reading.rows] == ["D01", None]
    assert [(p.line, p.why) for p in reading.problems] == [(3, Why.SPEAKER)]


def test_a_line_without_marks_among_marked_ones_is_kept_and_reported(read):
    reading = read("D01 + Vi har god tid.\nJeg ventet i fjorten uker.\nD02 - Ingen ringte.")

    assert told(reading)[1] == (None, None, "Jeg ventet i fjorten uker.")
    assert [(p.line, p.why) for p in reading.problems] == [(2, Why.NO_MARK)]


def test_a_mark_without_words_is_reported(read):
    reading = read("D01 + Vi har god tid\nD02 +")

    assert [(p.line, p.text, p.why) for p in reading.problems] == [(2, "D02 +", Why.NO_WORDS)]


@pytest.mark.parametrize(
    "text",
    [
        "D01 + Jeg ventet i fjorten uker, og\n    Mandag ringte de.\nD02 + x",
        "D01 + Jeg ventet i fjorten uker, og\nmandag ringte de.\nD02 + x",
        "D01 + «Jeg ventet i fjorten uker, og\nMandag ringte de.»\nD02 + x",
        "D01 +\nJeg ventet i fjorten uker, og Mandag ringte de.\nD02 + x",
    ],
)
def test_lines_that_go_on_are_joined(read, text):
    reading = read(text)

    joined = "Jeg ventet i fjorten uker, og mandag ringte de."
    assert reading.rows[0].words.casefold() == joined.casefold()
    assert reading.rows[1].speaker == "D02"
    assert not reading.problems


def test_text_wrapped_at_a_width_is_joined_also_where_a_sentence_ends(demo):
    told_there = [(row.speaker, row.kind, row.words) for row in demo]
    lines = [f"{row.speaker} {SIGNS[row.kind]} {row.words}" for row in demo]

    for width in (50, 64, 72, 80):
        text = "\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in lines)
        assert told(parse_pasted(text)) == told_there


def test_without_marks_a_paragraph_between_blank_lines_is_one_statement(read):
    reading = read("Vi har god tid.\nDet sa hun.\n\nJeg ventet.\n\n\nIngen ringte.")

    assert [(row.line, row.words) for row in reading.rows] == [
        (1, "Vi har god tid. Det sa hun."),
        (4, "Jeg ventet."),
        (7, "Ingen ringte."),
    ]


def test_without_marks_and_blank_lines_each_line_is_one(read):
    reading = read(
        "Vi har god tid\nJeg ventet i fjorten uker, og det eneste jeg fikk, var\net brev\n"
        "Ingen ringte"
    )

    assert [row.words.split()[0] for row in reading.rows] == ["Vi", "Jeg", "Ingen"]
    assert reading.rows[1].words.endswith("var et brev")


def test_notes_in_small_letters_are_one_statement_a_line(read):
    lines = [
        "god tid i luka når en kommer dit for aller første gang",
        "ventet lenge",
        "ingen ringte",
    ]

    assert [row.words for row in read("\n".join(lines)).rows] == lines


def test_markdown_headings_are_themes_and_questions(read):
    reading = read(
        """
# Brukermøte B1
## Å bli møtt
### Hvordan ble du tatt imot?
- D01 + Vi har god tid
## Informasjon
- D02 Jeg visste ikke
"""
    )

    assert [(row.theme, row.question) for row in reading.rows] == [
        ("Å bli møtt", "Hvordan ble du tatt imot?"),
        ("Informasjon", None),
    ]
    assert [heading.role for heading in reading.headings] == [
        Role.TITLE,
        Role.THEME,
        Role.QUESTION,
        Role.THEME,
    ]


def test_the_turns_of_the_guide_give_the_kind(read):
    reading = read(
        """
Tema: Å bli møtt
Hva er bra?
- Vi har god tid
Kva er ikkje bra?
- Eg venta lenge
Hvordan kan det bli bedre?
- D01 Ha en skjerm
- + Snakk med oss
Tema: Informasjon
- Jeg visste ikke
"""
    )

    assert [row.kind for row in reading.rows] == [
        Kind.GOOD,
        Kind.NOT_GOOD,
        Kind.PROPOSAL,
        Kind.GOOD,
        None,
    ]
    assert [row.theme for row in reading.rows] == ["Å bli møtt"] * 4 + ["Informasjon"]


def test_plain_headings_stand_alone_above_marked_lines(read):
    reading = read(
        """
Brukermøte B1
Dato: 22.10.2024
Til stede: fem deltakere

1. Å komme første gang – hvordan ble du tatt imot?

D01 + Vi har god tid

2. Informasjon

D02 − Jeg visste ikke
"""
    )

    assert [row.question for row in reading.rows] == [
        "Å komme første gang – hvordan ble du tatt imot?",
        None,
    ]
    assert reading.rows[1].theme == "Informasjon"
    assert [heading.role for heading in reading.headings][:3] == [
        Role.TITLE,
        Role.METADATA,
        Role.METADATA,
    ]


def test_a_numbered_statement_is_no_heading(read):
    reading = read("1. Vi har god tid\n2. Jeg ventet\n3. Ingen ringte")

    assert len(reading.rows) == 3
    assert not reading.headings


def test_a_speaker_on_a_line_alone_owns_what_stands_below(read):
    reading = read("D01\n+ Vi har god tid\n- Jeg ventet\n\nD02:\n+ Fint")

    assert [row.speaker for row in reading.rows] == ["D01", "D01", "D02"]


def test_a_markdown_table_is_a_table(read):
    reading = read("| ID | Delt. | Type | Rånotat |\n|---|---|---|---|\n| U01 | D01 | + | «Vi» |")

    assert told(reading) == [("D01", Kind.GOOD, "Vi")]


def test_cells_pasted_from_a_spreadsheet_are_a_table(read):
    reading = read("Deltaker\tType\tUtsagn\nD01\t+\tVi har god tid\nD02\t−\tJeg ventet")

    assert told(reading) == [
        ("D01", Kind.GOOD, "Vi har god tid"),
        ("D02", Kind.NOT_GOOD, "Jeg ventet"),
    ]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\x00\x07"])
def test_nothing_is_empty(text):
    with pytest.raises(Unreadable) as refused:
        parse_pasted(text)
    assert refused.value.reason is Reason.EMPTY


LINES = st.one_of(
    st.text(alphabet="abcÆØÅ «»+-−→○:.?!#*|1234567890D\t\"'()", max_size=40),
    st.sampled_from(
        [
            "",
            "D01 + Vi har god tid",
            "D02:",
            "- Jeg ventet",
            "+ Bra",
            "# Tema",
            "Hva er bra?",
            "Bra:",
            "Kari: hei",
            "  og så videre",
            "| a | b |",
            "| --- | --- |",
            "1. Først",
            "2. Så",
            "===",
            "Dato: i dag",
        ]
    ),
)


@given(st.lists(LINES, max_size=12))
def test_nothing_is_lost(lines):
    """The end of every line is in a row, a problem or a heading; of a table, the line itself.

    Columns of a table that hold nothing known are left out, and reported as columns.
    """
    marked = [
        f"{line} x{place}y" if line.strip(" |-") else line for place, line in enumerate(lines)
    ]
    text = "\n".join(marked)
    try:
        reading = parse_pasted(text)
    except Unreadable:
        assert not text.strip(" \n\t|-:=*_")
        return
    found = (*reading.rows, *reading.problems, *reading.headings)
    held = [f"{row.words} {row.theme} {row.question}" for row in reading.rows]
    held += [one.text for one in (*reading.problems, *reading.headings)]
    begun = {one.line for one in found}
    for place, line in enumerate(lines):
        in_table = bool(reading.columns) and ("|" in line or "\t" in line)
        told = any(f"x{place}y" in one for one in held)
        assert told or not line.strip(" |-") or (in_table and place + 1 in begun)
