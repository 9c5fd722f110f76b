"""CSV in the ways it really comes, and tables in general."""

import pytest

from brukerstemmen.voices.kinds import Kind
from brukerstemmen.voices.notes.parsing import parse_file, parse_pasted
from brukerstemmen.voices.notes.reading import Field, Reason, Role, Row, Unreadable, Why


def parsed(text, encoding="utf-8", **options):
    return parse_file(text.encode(encoding), "notater.csv", **options)


def told(reading):
    return [(row.speaker, row.kind, row.words) for row in reading.rows]


TABLE = "Deltaker;Type;Utsagn\nD01;bra;Vi har god tid\nd2;ikke bra;«Jeg ventet på svar»\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_the_encodings_of_norwegian_offices(encoding):
    reading = parsed(TABLE, encoding)

    assert told(reading) == [
        ("D01", Kind.GOOD, "Vi har god tid"),
        ("D02", Kind.NOT_GOOD, "Jeg ventet på svar"),
    ]
    assert reading.encoding == encoding
    assert reading.delimiter == ";"


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_delimiter_is_found(delimiter):
    text = TABLE.replace(";", delimiter).replace("Vi har god tid", '"Vi, alle; har\tgod tid"')

    reading = parsed(text)

    assert reading.delimiter == delimiter
    assert reading.rows[0].words == "Vi, alle; har\tgod tid"


def test_excel_may_name_the_delimiter_itself():
    reading = parsed("sep=,\nUtsagn,Tema\nJeg ventet,T2\n")

    assert reading.delimiter == ","
    assert reading.rows == (Row(3, "Jeg ventet", theme="T2"),)


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("Rånotat;Delt.;Type;Tema", [Field.WORDS, Field.SPEAKER, Field.KIND, Field.THEME]),
        ("Utsegn;Deltakar;Bra;Spørsmål", [Field.WORDS, Field.SPEAKER, Field.KIND, Field.QUESTION]),
        ("TEKST;kode;+/-;emne", [Field.WORDS, Field.SPEAKER, Field.KIND, Field.THEME]),
        ("statement;speaker;kind;theme", [Field.WORDS, Field.SPEAKER, Field.KIND, Field.THEME]),
    ],
)
def test_headings_in_three_languages(header, fields):
    reading = parsed(f"{header}\nJeg ventet;D01;+;Noe\n")

    assert [column.field for column in reading.columns] == fields
    assert reading.headings[0].role is Role.COLUMNS
    assert told(reading) == [("D01", Kind.GOOD, "Jeg ventet")]


def test_columns_nobody_knows_are_guessed_by_content_and_reported():
    reading = parsed("Nr;Person;Hva\n1;D01;Jeg ventet lenge\n2;D02;Ingen ringte tilbake\n")

    assert [(c.index, c.name, c.field) for c in reading.columns] == [
        (0, "Nr", None),
        (1, "Person", Field.SPEAKER),
        (2, "Hva", Field.WORDS),
    ]
    assert [row.speaker for row in reading.rows] == ["D01", "D02"]


def test_a_table_without_headings_loses_no_row():
    reading = parsed("D01;bra;Vi har god tid\nD02;ikke bra;Jeg ventet\n")

    assert len(reading.rows) == 2
    assert not reading.headings


def test_a_person_may_say_what_the_columns_hold():
    text = "Hvem;Notat;Kommentar\nD01;vår;Jeg ventet\n"

    reading = parsed(text, mapping={0: Field.SPEAKER, 2: Field.WORDS})

    assert told(reading) == [("D01", None, "Jeg ventet")]
    assert [column.field for column in reading.columns] == [Field.SPEAKER, None, Field.WORDS]


def test_cells_may_hold_line_ends_and_quotation_marks():
    reading = parsed('Utsagn;Deltaker\n"Jeg ventet.\nSå sa hun ""hei"".";D01\nx;D02\n')

    assert [(row.line, row.words) for row in reading.rows] == [
        (2, 'Jeg ventet.\nSå sa hun "hei".'),
        (4, "x"),
    ]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing():
    reading = parsed('Deltaker;Utsagn\nD01;"Jeg ventet\nD02;Ingen ringte\n')

    assert [row.speaker for row in reading.rows] == ["D01", "D02"]
    assert [(p.line, p.why) for p in reading.problems] == [(2, Why.QUOTES)]


def test_words_parted_by_their_own_semicolon_are_mended_if_they_stand_last():
    last = parsed("Deltaker;Utsagn\nD01;Jeg ventet; så gikk jeg\n")
    first = parsed("Utsagn;Deltaker\nJeg ventet; så gikk jeg;D01\n")

    assert last.rows[0].words == "Jeg ventet;så gikk jeg"
    assert not first.rows
    assert [(p.line, p.why) for p in first.problems] == [(2, Why.CELLS)]


def test_cells_that_are_not_understood_are_reported_and_the_words_kept():
    reading = parsed(
        "Deltaker;Type;Utsagn\nKari;kanskje;Jeg ventet\nukjent;;Ingen ringte\nD03;+;\n"
    )

    assert told(reading) == [(None, None, "Jeg ventet"), (None, None, "Ingen ringte")]
    assert [(p.line, p.text, p.why) for p in reading.problems] == [
        (2, "Kari", Why.SPEAKER),
        (2, "kanskje", Why.KIND),
        (4, "D03 +", Why.NO_WORDS),
    ]


def test_one_column_is_lines_with_marks():
    reading = parsed("D01 + Vi har god tid, du\nD02 − Jeg ventet, og ventet\n")

    assert [row.speaker for row in reading.rows] == ["D01", "D02"]
    assert reading.delimiter is None


def test_a_column_for_each_turn():
    reading = parsed(
        'Tema;Bra;Ikke bra;Forslag\nT1;"D01: Vi har god tid\nDe ringer";;Skjerm\n;;;\n'
    )

    assert [(row.theme, row.speaker, row.kind, row.words) for row in reading.rows] == [
        ("T1", "D01", Kind.GOOD, "Vi har god tid"),
        ("T1", None, Kind.GOOD, "De ringer"),
        ("T1", None, Kind.PROPOSAL, "Skjerm"),
    ]


def test_a_formula_made_text_is_told_as_it_was():
    reading = parsed("Utsagn;Deltaker\n'-5 grader var det;D01\n'=1+1;D02\n")

    assert [row.words for row in reading.rows] == ["-5 grader var det", "=1+1"]


def test_more_columns_than_notes_have_are_refused():
    with pytest.raises(Unreadable) as refused:
        parse_pasted("\n".join("\t".join(["D01"] * 300) for _row in range(3)))
    assert refused.value.reason is Reason.TOO_MUCH_INSIDE


def test_excel_saved_as_unicode_text_is_a_table_too():
    text = TABLE.replace(";", "\t")

    assert len(parse_file(text.encode("utf-16"), "notater.txt").rows) == 2
