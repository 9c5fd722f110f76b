"""Written and read again, the statements are the same, in every format."""

import io
from dataclasses import replace

import pytest
from docx import Document
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from brukerstemmen.voices.kinds import Kind
from brukerstemmen.voices.notes import parsing, sandbox
from brukerstemmen.voices.notes.decoding import tidied
from brukerstemmen.voices.notes.reading import Row
from brukerstemmen.voices.notes.writing import Encoding, write_csv, write_docx, write_txt

LETTERS = st.one_of(
    st.sampled_from("abcæøåÆØÅéáđŋ «»“”„\"';:,.?!+-−–→○=@#*|()0123456789\t"),
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Co", "Cn")),
)
# What an older Excel can write.
OLD_LETTERS = st.characters(codec="cp1252", exclude_categories=("Cc",))


def one_line(letters):
    return st.text(letters, min_size=1, max_size=60).map(lambda text: tidied(text).strip())


ONE_LINE, OLD_LINE = one_line(LETTERS), one_line(OLD_LETTERS)
SAID = st.one_of(
    ONE_LINE,
    st.sampled_from(
        [
            "D02: Vi har god tid",
            "+ bra",
            "- ikke bra",
            "«Vi» og «de»",
            "«Vi har god tid»",
            "=1+1",
            "'=1+1",
            "'-5",
            "-5 grader; og «vind»",
            "Tema: ikke et tema",
            "# ikke en overskrift",
            "| a | b |",
            "Kari: hei",
            '"',
            "»",
            "Bra",
        ]
    ),
)


def lines_of(said):
    return st.lists(said, min_size=1, max_size=3).map(
        lambda parts: "\n".join(part for part in parts if part)
    )


LINES, OLD_LINES = lines_of(SAID), lines_of(OLD_LINE)
LABELS = st.one_of(st.none(), ONE_LINE.filter(bool))
OLD_LABELS = st.one_of(st.none(), OLD_LINE.filter(bool))
SPEAKERS = st.one_of(st.none(), st.integers(1, 999).map(lambda number: f"D{number:02d}"))


def rows_of(words, labels=LABELS):
    row = st.builds(
        Row,
        line=st.just(0),
        words=words.filter(bool),
        speaker=SPEAKERS,
        kind=st.one_of(st.none(), st.sampled_from(Kind)),
        theme=labels,
        question=labels,
    )
    return st.lists(row, min_size=1, max_size=6)


def same(content, name):
    """What is read again, without the line numbers, and that nothing was reported."""
    reading = parsing.parse_file(content, name)
    assert not reading.problems
    return [replace(row, line=0) for row in reading.rows]


def holdable(write, rows, **options):
    try:
        return write(rows, **options)
    except ValueError:
        assume(False)


TABBED = Row(line=0, words="0\t0", speaker=None, kind=None, theme=None, question="0\t0")


@given(rows_of(SAID), st.sampled_from(["nb", "nn", "en"]))
@example([TABBED], "nb")
@example([replace(TABBED, question=None)] * 2, "nb")
@example([replace(TABBED, words="»”\t0", question=None)] * 2, "nb")
def test_plain_text(rows, language):
    for ending in ("txt", "md"):
        assert same(holdable(write_txt, rows, language=language), f"n.{ending}") == rows


@given(rows_of(LINES), st.sampled_from(["nb", "nn", "en"]))
def test_csv(rows, language):
    assert same(holdable(write_csv, rows, language=language), "n.csv") == rows


@given(rows_of(OLD_LINES, OLD_LABELS))
def test_csv_of_an_older_excel(rows):
    content = holdable(write_csv, rows, encoding=Encoding.CP1252)

    assert same(content, "n.csv") == rows


@given(rows_of(LINES))
@settings(max_examples=40)
def test_word(rows):
    assert same(holdable(write_docx, rows), "n.docx") == rows


WRITERS = {
    "n.txt": write_txt,
    "n.md": write_txt,
    "n.csv": write_csv,
    "n.docx": write_docx,
}


@pytest.mark.parametrize("name", WRITERS)
def test_the_demo_project_is_the_same_in_every_format(demo, name):
    reading = sandbox.read_file(WRITERS[name](demo), name)

    assert [replace(row, line=0) for row in reading.rows] == demo
    assert not reading.problems


def test_the_demo_project_from_an_older_excel(demo):
    reading = sandbox.read_file(write_csv(demo, encoding=Encoding.CP1252), "n.csv")

    assert [replace(row, line=0) for row in reading.rows] == demo
    assert reading.encoding == "cp1252"


def test_the_old_encoding_refuses_rather_than_lose_a_letter():
    with pytest.raises(UnicodeEncodeError):
        write_csv([Row(0, "Buorre beaivi, đ og ŋ")], encoding=Encoding.CP1252)


def test_a_document_says_nothing_of_who_wrote_it(demo):
    properties = Document(io.BytesIO(write_docx(demo))).core_properties
    assert properties.author == properties.last_modified_by == properties.comments == ""
