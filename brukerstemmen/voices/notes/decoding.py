"""Bytes to text: the encodings that Norwegian offices really send, and what is no text at all."""

import codecs
import re
import unicodedata

from .reading import Reason, Unreadable

# How other kinds of file begin. Office documents are archives; old .doc files are OLE.
OTHER_FILES = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"MZ\x90\x00",
    b"\x7fELF",
    b"{\\rtf",
)
MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Other line ends, among them Word's soft break, and the page break, which parts paragraphs.
_LINE_ENDS = re.compile("\r\n|[\r\v\u2028\u2029\x85]")
# What no person writes: control characters, halves of pairs, and the non-characters XML refuses.
_UNWRITTEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def decode(content: bytes) -> tuple[str, str]:
    """The text of these bytes, tidied, and the name of the encoding they were in.

    A byte order mark decides; then UTF-8, UTF-16 without mark, and Windows' cp1252.
    Raises Unreadable: not_this_type for another kind of file, not_text for anything else.
    """
    if content.startswith(OTHER_FILES):
        raise Unreadable(Reason.NOT_THIS_TYPE)
    try:
        encoding = _encoding(content)
        text = content.decode(encoding)
    except UnicodeError:
        raise Unreadable(Reason.NOT_TEXT) from None
    unwritten = len(_UNWRITTEN.findall(text.replace("\f", "").replace("\v", "")))
    if "\0" in text or unwritten > max(2, len(text) // 200):
        raise Unreadable(Reason.NOT_TEXT)
    return tidied(text), encoding


def tidied(text: str) -> str:
    """The text with one kind of line end, composed letters (å as one sign) and nothing unseen."""
    lines = _LINE_ENDS.sub("\n", text.replace("\f", "\n\n"))
    return unicodedata.normalize("NFC", _UNWRITTEN.sub("", lines))


def _encoding(content: bytes) -> str:
    for mark, encoding in MARKED:
        if content.startswith(mark):
            return encoding
    low, high = content[1::2].count(0), content[0::2].count(0)
    if len(content) % 2 == 0 and max(low, high) > len(content) // 4:
        return "utf-16-le" if low > high else "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
