"""What a document that arrives really is, told by what is in it and never by its name."""

import zipfile
from io import BytesIO

from brukerstemmen.people.filetypes import UNPACKED_BYTES, is_word_document

_HEAD, _TAIL = 1024, 2048  # bytes in which a PDF says that it is one, and where it ends


def is_what_it_says(data: bytes, ending: str) -> bool:
    """Whether a file with this ending holds what such a file holds.

    >>> is_what_it_says(b"MZ", "pdf"), is_what_it_says("kommune;tal".encode(), "csv")
    (False, True)
    """
    test = _TESTS.get(ending.lower())
    return test is not None and test(data)


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:_HEAD] and b"startxref" in data[-_TAIL:]


def _is_text(data: bytes) -> bool:
    if b"\x00" in data:
        return False
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # As Norwegian offices wrote it before; some signs are in no such file.
        return not set(data) & set(range(0x01, 0x09))
    return True


def _is_sheet(data: bytes) -> bool:
    return _holds(data, {"[Content_Types].xml", "xl/workbook.xml"})


def _is_open_document(data: bytes) -> bool:
    return _holds(data, {"mimetype", "content.xml"})


def _holds(data: bytes, needed: set[str]) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    names = {entry.filename for entry in entries}
    size = sum(entry.file_size for entry in entries)
    runs = any("vbaproject" in name.lower() or name.startswith("Basic/") for name in names)
    return names >= needed and size <= UNPACKED_BYTES and not runs


_TESTS = {
    "pdf": _is_pdf,
    "csv": _is_text,
    "docx": is_word_document,
    "xlsx": _is_sheet,
    "odt": _is_open_document,
}
