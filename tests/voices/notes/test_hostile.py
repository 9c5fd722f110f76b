"""Uploads that mean harm, or are simply broken: a plain reason, within the ten seconds given."""

import io
import json
import logging
import random
import struct
import subprocess
import sys
import zipfile
import zlib

import pytest

from brukerstemmen.voices.notes import sandbox
from brukerstemmen.voices.notes.reading import Field, Reason, Unreadable
from brukerstemmen.voices.notes.sandbox import LARGEST, ROOT, WORKER, read_file, read_pasted
from brukerstemmen.voices.notes.worker import MOST_MEMORY

MEGABYTE = 1024 * 1024


def refused(content, name, **options):
    with pytest.raises(Unreadable) as refusal:
        read_file(content, name, **options)
    return refusal.value.reason


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "notater.docx", Reason.EMPTY),
        (b"", "notater.csv", Reason.EMPTY),
        (b"\n \n", "notater.txt", Reason.EMPTY),
        (b"\xef\xbb\xbf", "notater.csv", Reason.EMPTY),
        (b"x" * (LARGEST + 1), "notater.txt", Reason.TOO_LARGE),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "notater.docx", Reason.NOT_THIS_TYPE),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "notater.md", Reason.NOT_THIS_TYPE),
        (b"MZ\x90\x00\x03" + b"\0" * 500, "notater.csv", Reason.NOT_THIS_TYPE),
        (b"%PDF-1.7", "notater.txt", Reason.NOT_THIS_TYPE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "notater.docx", Reason.NOT_THIS_TYPE),
        (b"Vi har god tid", "notater.docx", Reason.NOT_THIS_TYPE),
        (b"Vi har god tid", "notater.pdf", Reason.NOT_THIS_TYPE),
        (b"Vi har god tid", "notater", Reason.NOT_THIS_TYPE),
        (b"Vi har\0 god tid\0", "notater.txt", Reason.NOT_TEXT),
        (b"Deltaker;Utsagn\nD01;Vi\0 har\n", "notater.csv", Reason.NOT_TEXT),
        (b"\x01\x02\x03\x04\x05\x81", "notater.csv", Reason.NOT_TEXT),
        (b"Vi har \x8d god tid", "notater.txt", Reason.NOT_TEXT),
        (b"\xff\xfeV\x00i\x00\x00\xd8", "notater.csv", Reason.NOT_TEXT),
        (b"a" * (2 * MEGABYTE), "notater.txt", Reason.TOO_MUCH_INSIDE),
        (b"a;" * (2 * MEGABYTE), "notater.csv", Reason.TOO_MUCH_INSIDE),
        (b"a;b\n" * MEGABYTE, "notater.csv", Reason.TOO_MUCH_INSIDE),
        (b"a\n" * (2 * MEGABYTE), "notater.txt", Reason.TOO_MUCH_INSIDE),
        (b'"' * (4 * MEGABYTE), "notater.csv", Reason.TOO_MUCH_INSIDE),
        (b'a;"' + b"b\n" * MEGABYTE, "notater.csv", Reason.TOO_MUCH_INSIDE),
        (("a" + "\u0315\u0327" * 800_000).encode(), "notater.txt", Reason.TOO_SLOW),
    ],
    ids=lambda value: None if isinstance(value, bytes) else str(value),
)
def test_what_is_not_notes_is_refused_in_plain_words(content, name, reason):
    assert refused(content, name, seconds=2 if reason is Reason.TOO_SLOW else 10) is reason


def test_a_damaged_document(word, paragraph):
    whole = word(paragraph("D01 + Vi har god tid"))
    flipped = bytearray(whole)
    flipped[whole.index(b"word/document.xml") + 30] ^= 0xFF

    assert refused(whole[: len(whole) // 2], "notater.docx") is Reason.DAMAGED
    assert refused(bytes(flipped), "notater.docx") is Reason.DAMAGED
    assert refused(word("<w:p><w:r>"), "notater.docx") is Reason.DAMAGED


def test_archives_that_are_no_documents(archive, word):
    nested = archive({"inner.zip": archive({"word/document.xml": "<a/>"})})

    assert refused(archive({}), "notater.docx") is Reason.NOT_THIS_TYPE
    assert refused(nested, "notater.docx") is Reason.NOT_THIS_TYPE
    assert refused(nested, "notater.csv") is Reason.NOT_THIS_TYPE
    assert refused(archive({"xl/workbook.xml": "<a/>"}), "notater.docx") is Reason.NOT_THIS_TYPE
    assert refused(word("<w:p/>"), "notater.docx") is Reason.EMPTY


def test_names_that_point_out_of_the_archive(archive):
    for name in ("../../etc/passwd", "/etc/passwd", "word\\..\\..\\x", "c:/x"):
        assert refused(archive({name: "x"}), "notater.docx") is Reason.DAMAGED


def test_two_hundred_megabytes_inside(word):
    content = word("<w:p/>" * (200 * MEGABYTE // 6))

    assert len(content) < LARGEST
    assert refused(content, "notater.docx") is Reason.TOO_MUCH_INSIDE


def test_a_bomb_of_many_parts_or_little_parts(archive):
    zeros = bytes(MEGABYTE)

    many = archive({f"word/{number}.xml": zeros for number in range(100)})
    tiny = archive({f"word/{number}.xml": "x" for number in range(3000)})

    assert refused(many, "notater.docx") is Reason.TOO_MUCH_INSIDE
    assert refused(tiny, "notater.docx") is Reason.TOO_MUCH_INSIDE


def test_an_archive_that_lies_about_its_size(word):
    """The directory says 100 bytes; the part holds 50 MB, and unpacks no further than it said."""
    content = bytearray(word("<w:p/>" * (50 * MEGABYTE // 6)))
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        part = file.getinfo("word/document.xml")
    true_size = struct.pack("<I", part.file_size)
    for _place in range(content.count(true_size)):
        place = content.index(true_size)
        content[place : place + 4] = struct.pack("<I", 100)

    assert refused(bytes(content), "notater.docx") is Reason.DAMAGED


def test_twenty_megabytes_of_small_elements(word):
    """Just below the limit unpacked, but far more as a tree, and far too many paragraphs."""
    noise = "".join(
        f"<w:p><w:r><w:t>{zlib.crc32(bytes([n % 256, n // 256 % 256, n >> 16])):x}"
        "</w:t></w:r></w:p>"
        for n in range(430_000)
    )
    assert 15 * MEGABYTE < len(noise) < 20 * MEGABYTE

    assert refused(word(noise), "notater.docx") is Reason.TOO_MUCH_INSIDE


def test_more_elements_than_the_memory_holds(archive):
    """Two names in turn by chance, so that the part packs no tighter than a document does."""
    chance = random.Random(2024)
    elements = "".join(chance.choices(('<a x=""/>', '<b x=""/>'), k=2_200_000))
    content = archive({"_rels/.rels": f"<x>{elements}</x>"})

    assert len(content) < LARGEST
    assert refused(content, "notater.docx") is Reason.TOO_MUCH_INSIDE


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY x "&a;&a;&a;">]>',
        '<!DOCTYPE w SYSTEM "https://example.com/w.dtd">',
        "<!DOCTYPE w>",
    ],
)
def test_nothing_is_fetched_or_expanded(word, head):
    entity = "&x;" if "ENTITY" in head else ""

    content = word(f"<w:p><w:r><w:t>a{entity}</w:t></w:r></w:p>", head)

    assert refused(content, "notater.docx") is Reason.DAMAGED


def test_elements_inside_each_other_without_end(word):
    deep = "<w:ins>" * 200_000 + "</w:ins>" * 200_000

    assert refused(word(f"<w:p>{deep}</w:p>"), "notater.docx") is Reason.TOO_MUCH_INSIDE


def test_a_password_is_not_asked_for(archive):
    content = bytearray(archive({"word/document.xml": "x"}, zipfile.ZIP_STORED))
    content[content.index(b"PK\x01\x02") + 8] |= 1

    assert refused(bytes(content), "notater.docx") is Reason.DAMAGED


def test_a_name_is_never_a_path():
    assert len(read_file(b"Vi har god tid", "../../../etc/passwd/../x.TXT").rows) == 1


def test_pasted_text_is_read_apart_as_well():
    assert read_pasted("D01 + Vi har god tid").rows[0].speaker == "D01"
    for text, reason in ((" \n", Reason.EMPTY), ("x" * (LARGEST + 1), Reason.TOO_LARGE)):
        with pytest.raises(Unreadable) as refusal:
            read_pasted(text)
        assert refusal.value.reason is reason


def test_what_a_person_says_of_the_columns_reaches_the_worker():
    content = b"a;b\nD01;Jeg ventet\n"

    reading = read_file(content, "n.csv", mapping={1: Field.WORDS})

    assert [(row.speaker, row.words) for row in reading.rows] == [(None, "Jeg ventet")]
    assert [column.field for column in reading.columns] == [None, Field.WORDS]


def test_nothing_of_the_content_is_in_the_error():
    with pytest.raises(Unreadable) as refusal:
        read_pasted("kanari" * 100_000)
    error: BaseException | None = refusal.value
    while error is not None:
        assert "kanari" not in f"{error!r}{vars(error)}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def test_a_worker_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(sandbox, "WORKER", "timeit")  # busy for some seconds, and no reader
    with pytest.raises(Unreadable) as refusal:
        read_pasted("D01 + Vi har god tid", seconds=0.2)
    assert refusal.value.reason is Reason.TOO_SLOW


def test_a_bug_is_told_by_its_place_and_never_by_the_words(monkeypatch, caplog):
    answer = json.dumps({"unreadable": "damaged", "bug": "KeyError in read:3"}).encode()
    monkeypatch.setattr(
        subprocess, "run", lambda *args, **options: subprocess.CompletedProcess(args, 0, answer)
    )
    with caplog.at_level(logging.ERROR), pytest.raises(Unreadable) as refusal:
        read_pasted("kanari")
    assert refusal.value.reason is Reason.DAMAGED
    assert "KeyError in read:3" in caplog.text
    assert "kanari" not in caplog.text


CONFINED = """
import os, resource, sys, tempfile
from brukerstemmen.voices.notes import worker
worker.confine()
assert "django" not in sys.modules, "the worker must not need Django"
assert resource.getrlimit(resource.RLIMIT_AS) == (worker.MOST_MEMORY, worker.MOST_MEMORY)
try:
    held = bytearray(worker.MOST_MEMORY)
except MemoryError:
    print("memory", end=" ")
try:
    with tempfile.TemporaryFile(buffering=0) as file:
        file.write(b"words")
except OSError:
    print("disk", end=" ")
print(sorted(os.environ))
"""


def test_the_worker_is_confined_and_knows_nothing_of_us():
    done = subprocess.run(
        [sys.executable, "-E", "-s", "-B", "-c", CONFINED],
        cwd=ROOT,
        env={},
        capture_output=True,
        check=True,
        text=True,
    )

    assert done.stdout.startswith("memory disk ")
    assert not any(name in done.stdout for name in ("KEY", "SECRET", "DJANGO", "DATABASE"))
    assert MOST_MEMORY <= 512 * MEGABYTE
    assert WORKER == "brukerstemmen.voices.notes.worker"
