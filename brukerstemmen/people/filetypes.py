"""What an uploaded file is, told by what is in it and never by its name."""

import zipfile
from io import BytesIO

PICTURE_BYTES = 200 * 1024
TEMPLATE_BYTES = 5 * 1024 * 1024
# A template of ordinary size unpacks to a few megabytes; more is somebody's joke.
UNPACKED_BYTES = 40 * 1024 * 1024
_SIGNS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_NEEDED = {"[Content_Types].xml", "word/document.xml"}


def picture_type(data: bytes) -> str:
    """image/png or image/jpeg by the first bytes; "" for anything else.

    >>> picture_type(b"\\x89PNG\\r\\n\\x1a\\n...")
    'image/png'
    >>> picture_type(b"<svg/>")
    ''
    """
    return next((kind for sign, kind in _SIGNS.items() if data.startswith(sign)), "")


def is_word_document(data: bytes) -> bool:
    """Whether the bytes are a .docx without macros that unpacks to a reasonable size."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            size = sum(entry.file_size for entry in entries)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    has_macros = any(name.lower().endswith("vbaproject.bin") for name in names)
    return names >= _NEEDED and size <= UNPACKED_BYTES and not has_macros
