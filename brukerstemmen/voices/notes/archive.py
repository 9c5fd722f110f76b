"""Office files are archives. Looked at before anything is unpacked."""

import io
import zipfile
import zlib
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import ParseError, fromstring  # type: ignore[import-untyped]

from .reading import Reason, Unreadable

MOST_PARTS = 2_000
MOST_UNPACKED = 20 * 1024 * 1024  # bytes, all parts together, by what the archive says of itself
MOST_TIMES = 200  # a part packed tighter than this is no document; Word's own reach some 50
SMALL = 64 * 1024  # bytes; below this the rate says nothing
_ENCRYPTED = 0x1


class Archive:
    """The parts of an office file, unpacked one by one and never beyond their limit."""

    def __init__(self, content: bytes) -> None:
        """Raises Unreadable: not_this_type, damaged or too_much_inside."""
        if not content.startswith(b"PK"):
            raise Unreadable(Reason.NOT_THIS_TYPE)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise Unreadable(Reason.DAMAGED) from None
        self._look_over(self._zip.infolist())

    def __contains__(self, part: str) -> bool:
        return part in self._zip.NameToInfo

    def xml(self, part: str) -> Element:
        """A part as XML, without entities or a document type, which no office file has.

        Raises Unreadable(damaged) if it is missing, broken, or asks for anything from outside.
        """
        try:
            with self._zip.open(part) as packed:
                unpacked = packed.read(MOST_UNPACKED + 1)
            if len(unpacked) > MOST_UNPACKED:
                raise Unreadable(Reason.TOO_MUCH_INSIDE)
            root: Element = fromstring(unpacked, forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError, LookupError):
            raise Unreadable(Reason.DAMAGED) from None
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError):
            raise Unreadable(Reason.DAMAGED) from None
        return root

    def _look_over(self, parts: list[zipfile.ZipInfo]) -> None:
        unpacked = sum(part.file_size for part in parts)
        tight = any(part.file_size > max(SMALL, MOST_TIMES * part.compress_size) for part in parts)
        if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or tight:
            raise Unreadable(Reason.TOO_MUCH_INSIDE)
        if any(_unsafe(part) for part in parts):
            raise Unreadable(Reason.DAMAGED)


def _unsafe(part: zipfile.ZipInfo) -> bool:
    """A name that points out of the archive, or a part under a password."""
    names = part.filename.replace("\\", "/").split("/")
    rooted = part.filename.startswith(("/", "\\")) or ":" in names[0]
    return rooted or ".." in names or bool(part.flag_bits & _ENCRYPTED)
