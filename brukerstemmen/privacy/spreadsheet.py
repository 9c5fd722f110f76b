"""Words in a spreadsheet stay words: a cell must never be run as a formula.

Excel, LibreOffice and Google Sheets run a cell of a CSV file that begins with = + - or @, also
in the wide forms of East Asian keyboards, and after a tab or a line end. A leading apostrophe
makes it text. What the apostrophe was added to can be told again, so that a file read back
holds the same words.
"""

import re

# Spaces and signs without width, which some programs skip before they look for a formula.
_SKIPPED = r"[\s\u00ad\u200b-\u200f\u2060\ufeff]*"
_RUNS = rf"(?:[\t\r\n]|{_SKIPPED}[=+\-@＝＋－＠])"
_WOULD_RUN = re.compile(rf"'*{_RUNS}")
_MADE_TEXT = re.compile(rf"'+{_RUNS}")
_UNWRITTEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def written(text: str) -> str:
    """The text without control characters, which no spreadsheet shows and some stumble over."""
    return _UNWRITTEN.sub("", text)


def to_cell(text: str) -> str:
    """The text as a cell of a CSV file. An apostrophe goes before whatever might be run.

    >>> to_cell("=1+1"), to_cell("-5 grader"), to_cell("Vi har god tid")
    ("'=1+1", "'-5 grader", 'Vi har god tid')
    """
    plain = written(text)
    return f"'{plain}" if _WOULD_RUN.match(plain) else plain


def from_cell(cell: str) -> str:
    """The text that `to_cell` made the cell from.

    >>> from_cell("'-5 grader"), from_cell("'n Trond")
    ('-5 grader', "'n Trond")
    """
    return cell[1:] if _MADE_TEXT.match(cell) else cell
