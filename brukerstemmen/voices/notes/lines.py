"""Plain text and Markdown to lines and tables."""

import re
from collections.abc import Sequence
from itertools import groupby

from .blocks import MOST_LINES, Block, Line, Record, Table
from .delimited import records_of
from .quoting import ends_quoted
from .reading import Reason, Unreadable

_HASHES = re.compile(r"(#{1,6})\s+(\S.*)")
_BOLD = re.compile(r"\*\*[^*]+\*\*:?")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_PIPE_RULE = re.compile(r"\|[-|:\s]*-[-|:\s]*")
BOLD_LEVEL = 6


def blocks_of(text: str) -> list[Block]:
    """The lines and tables of a text that has been decoded and tidied.

    Known: Markdown headings (#, underlined, a whole line in bold), Markdown tables, and a text
    that as a whole is a table with tabs, as it comes when pasted from a spreadsheet.
    Raises Unreadable(too_much_inside).
    """
    if text.count("\n") >= MOST_LINES:
        raise Unreadable(Reason.TOO_MUCH_INSIDE)
    if table := _with_tabs(text):
        return [table]
    lines = text.split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    blocks: list[Block] = []
    numbered = enumerate((line[margin:].rstrip() for line in lines), start=1)
    for piped, group in groupby(numbered, key=lambda one: one[1].lstrip().startswith("|")):
        together = list(group)
        blocks.extend(_piped(together) if piped else _plain(together))
    return blocks


def _with_tabs(text: str) -> Table | None:
    if "\t" not in text:
        return None
    table = Table(tuple(records_of(text, "\t").records))
    rows = [record.cells for record in table.records if any(record.cells)]
    even = len(rows) > 1 and len({len(cells) for cells in rows}) == 1 and len(rows[0]) > 1
    if not even or any(_is_a_line(cells) for cells in rows):
        return None
    return table if any(cells[0] for cells in rows) else None


def _is_a_line(cells: Sequence[str]) -> bool:
    """A heading, or words inside a quotation that goes on to the end: the tab is one of them."""
    return bool(_HASHES.fullmatch(cells[0])) or ends_quoted("\t".join(cells), len(cells[0]))


def _piped(lines: list[tuple[int, str]]) -> list[Block]:
    """A Markdown table, which has a ruled line; other lines with | are plain."""
    records: list[Record] = []
    rules: list[Block] = []
    for number, line in lines:
        if _PIPE_RULE.fullmatch(line.strip()):
            rules.append(Line(number, line))
            continue
        cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
        records.append(Record(number, tuple(c.replace(r"\|", "|").strip() for c in cells)))
    if not rules or not records:
        return [Line(number, line.strip()) for number, line in lines]
    return [*rules, Table(tuple(records))]


def _plain(lines: list[tuple[int, str]]) -> list[Block]:
    blocks: list[Block] = []
    for place, (number, line) in enumerate(lines):
        text = line.strip()
        below = lines[place + 1][1] if place + 1 < len(lines) else ""
        alone = place == 0 or not lines[place - 1][1].strip()
        if found := _HASHES.fullmatch(text):
            blocks.append(Line(number, found[2], level=len(found[1])))
        elif text and alone and _UNDERLINE.fullmatch(below) and not _UNDERLINE.fullmatch(text):
            blocks.append(Line(number, text, level=1 if below.startswith("=") else 2))
        elif _BOLD.fullmatch(text):
            blocks.append(Line(number, text.replace("**", ""), level=BOLD_LEVEL))
        else:
            blocks.append(Line(number, text, indented=line[:1].isspace()))
    return blocks
