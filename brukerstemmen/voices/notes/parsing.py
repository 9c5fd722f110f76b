"""One file or one pasted text to a reading, in this very process.

Meant for the worker, which is confined, and for content of our own. Whatever comes from outside
goes through `sandbox`.
"""

from collections.abc import Mapping
from pathlib import PurePath

from .blocks import Table
from .decoding import decode, tidied
from .delimited import delimited
from .lines import blocks_of
from .reading import Field, Reading, Reason, Unreadable
from .statements import read_blocks
from .tables import Gathered
from .word import document_of

LARGEST = 5 * 1024 * 1024  # bytes of an upload
WORD = frozenset((".docx",))
TABLES = frozenset((".csv", ".tsv"))
TEXTS = frozenset((".txt", ".text", ".md", ".markdown"))


def check_upload(content: bytes, name: str) -> str:
    """The ending of the file's name, if the file may be read at all.

    Raises Unreadable: empty, too_large, not_this_type.
    """
    if not content:
        raise Unreadable(Reason.EMPTY)
    if len(content) > LARGEST:
        raise Unreadable(Reason.TOO_LARGE)
    ending = PurePath(name.replace("\\", "/")).suffix.casefold()
    if ending not in WORD | TABLES | TEXTS:
        raise Unreadable(Reason.NOT_THIS_TYPE)
    return ending


def parse_file(content: bytes, name: str, *, mapping: Mapping[int, Field] | None = None) -> Reading:
    """What stands in a file. The name's ending says which format it is.

    mapping: what the columns of tables hold, column (from 0) to field.
    Raises Unreadable.
    """
    ending = check_upload(content, name)
    if ending in WORD:
        document = document_of(content)
        gathered = read_blocks(document.blocks, mapping=mapping)
        gathered.problems += document.problems
        return _reading(gathered)
    text, encoding = decode(content)
    if ending in TEXTS:
        return _reading(read_blocks(blocks_of(text), mapping=mapping), encoding=encoding)
    table = delimited(text)
    gathered = read_blocks(
        [Table(tuple(table.records))], mapping=mapping, delimiter=table.delimiter or " "
    )
    gathered.problems += table.problems
    return _reading(gathered, encoding=encoding, delimiter=table.delimiter)


def parse_pasted(text: str, *, mapping: Mapping[int, Field] | None = None) -> Reading:
    """What stands in a pasted text. Raises Unreadable: empty, too_large, too_much_inside."""
    if len(text.encode("utf-8", "replace")) > LARGEST:
        raise Unreadable(Reason.TOO_LARGE)
    return _reading(read_blocks(blocks_of(tidied(text)), mapping=mapping))


def _reading(
    gathered: Gathered, *, encoding: str | None = None, delimiter: str | None = None
) -> Reading:
    if not (gathered.rows or gathered.problems or gathered.headings):
        raise Unreadable(Reason.EMPTY)
    return Reading(
        rows=tuple(gathered.rows),
        problems=tuple(sorted(gathered.problems, key=lambda problem: problem.line)),
        headings=tuple(gathered.headings),
        columns=gathered.columns,
        encoding=encoding,
        delimiter=delimiter,
    )
