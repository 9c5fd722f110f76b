"""Files that are not what they say: a plain sentence, nothing changed, and what was pasted kept."""

import io
import zipfile

import pytest
from playwright.sync_api import FilePayload, expect

from tests.journeys.first_steps import picture
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk

PASTED = "D01 + Dette sto her fra før."
MEETING = "/arbeid/evalueringer/sammen-om-overgangene-bruker-spor-bruker/moter/6/"
pytestmark = pytest.mark.usefixtures("demo")


def bomb() -> bytes:
    """A Word document of a few hundred kilobytes that holds 200 MB."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as document:
            for _megabyte in range(200):
                document.write(b" " * 1024 * 1024)
    return kept.getvalue()


def file_of(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


BAD = [
    pytest.param(
        file_of("notater.docx", b"PK\x03\x04" + b"\x00" * 500),
        "The file seems to be damaged. Open it, save it anew, and try again.",
        id="damaged",
    ),
    pytest.param(
        file_of("notater.docx", picture()),
        "We cannot read this kind of file. Use Word (.docx), text (.txt, .md) or a table (.csv).",
        id="a picture that calls itself Word",
    ),
    pytest.param(
        file_of("notater.docx", bomb()),
        "There is too much in it. Divide it, and take in one part at a time.",
        id="200 MB inside",
    ),
    pytest.param(
        file_of("notater.txt", b"Noen sa dette.\n" * 420_000),
        "The file is larger than 5 MB.",
        id="6 MB of text",
    ),
    pytest.param(
        file_of("notater.csv", bytes(range(256)) * 40),
        "This does not look like text. Save it as Word, text or CSV.",
        id="no table at all",
    ),
]


@pytest.fixture
def notes(laptop: Visitor) -> Walk:
    """An interviewer before the page that takes in notes."""
    walk = Walk(laptop)
    walk.become("Tor-Eirik Lund")
    walk.go(MEETING)
    walk.press("Open for writing again")
    walk.follow("Take in notes")
    return walk


@pytest.mark.parametrize(("file", "sentence"), BAD)
def test_a_bad_file_gets_a_plain_sentence_and_changes_nothing(
    notes: Walk, file: FilePayload, sentence: str
):
    notes.field("Or choose a file").set_input_files(file)
    notes.press("Look through the notes")

    notes.sees(sentence)
    notes.go(f"{MEETING}skriv/")
    expect(notes.page.locator("ol.statements > li")).to_have_count(4)


def test_what_was_pasted_is_kept_beside_a_bad_file(notes: Walk):
    notes.write("Paste your notes here", PASTED)
    notes.field("Or choose a file").set_input_files(file_of("notater.txt", b"x" * 6_000_000))
    notes.press("Look through the notes")

    notes.sees("The file is larger than 5 MB.")
    expect(notes.field("Paste your notes here")).to_have_value(PASTED)


def test_a_file_is_never_left_out_in_silence(notes: Walk):
    notes.write("Paste your notes here", PASTED)
    notes.field("Or choose a file").set_input_files(file_of("notater.txt", b"D20 + Bra."))
    notes.press("Look through the notes")

    notes.sees("You have pasted notes and chosen a file. Take in one at a time.")
    expect(notes.field("Paste your notes here")).to_have_value(PASTED)


def test_more_pasted_text_than_can_be_taken_gets_a_plain_sentence(notes: Walk):
    # As a paste does it: typing this would take minutes.
    pasted = "box => { box.value = 'Noen sa dette. '.repeat(400000); }"
    notes.field("Paste your notes here").evaluate(pasted)
    notes.press("Look through the notes")

    notes.sees("This is too large. The most we can take at once is 5 MB.")
