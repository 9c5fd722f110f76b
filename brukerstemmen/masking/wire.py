"""Texts and answers as JSON, one object a line: spoken on the command line, by the process that
reads for the web, and by other detectors.

In:  {"id": "U01", "text": "Kari ringte.", "lang": "nb", "meeting": "B1"}, the last two if wanted.
Out: {"id": "U01", "lang": "nb", "spans": [{"start": 0, "end": 4, "label": "PERSON", ...}]}
or   {"id": "U01", "line": 7, "error": "what is wrong with the line"}.
Positions count Unicode code points. No sentence written here ever holds words of a text.
"""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, BinaryIO, TypeGuard

from brukerstemmen.masking.language import guess
from brukerstemmen.masking.lexicon import LANGUAGES
from brukerstemmen.masking.spans import LONGEST_TEXT, Label, Span

LONGEST_LINE = 8_000_000  # bytes
MASKED_FROM = 0.5  # the score from which a person has to say no, instead of yes


class BadLine(Exception):
    """A line that cannot be answered; says why, without the text."""

    def __init__(self, why: str, name: str | int | None = None) -> None:
        super().__init__(why)
        self.name = name


class BadAnswer(ValueError):
    """An answer that does not fit the text it is about; says why, without the text."""


@dataclass(frozen=True)
class Asked:
    """One text to look through. meeting: texts that share it give names away to each other."""

    name: str | int
    text: str
    lang: str
    meeting: str | int | None = None


@dataclass(frozen=True)
class Stretch:
    """Where something was found, with a label in the words of whoever found it."""

    start: int
    end: int
    label: str
    score: float


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream, one at a time. One that is too long is cut, and so never answered."""
    while line := stream.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE + 1)
            if len(line) <= LONGEST_LINE:
                break


def read(line: bytes) -> Asked:
    """What a line asks. A language nobody named is guessed from the text.

    Raises BadLine if it is no such line, or too long.

    >>> read(b'{"id": 7, "text": "Eg veit ikkje kva dei meinte."}').lang
    'nn'
    """
    row = _object_in(line)
    name = row.get("id")
    if not _is_name(name):
        raise BadLine("id must be a text or a whole number")
    text = row.get("text")
    if not isinstance(text, str):
        raise BadLine("text must be a text", name)
    if len(text) > LONGEST_TEXT:
        raise BadLine(f"the text is longer than {LONGEST_TEXT} characters", name)
    return Asked(name, text, _language(row, text), _meeting(row))


def _object_in(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise BadLine(f"the line is longer than {LONGEST_LINE} bytes")
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadLine("the line is not UTF-8") from None  # their own errors carry the text
    except (ValueError, RecursionError):
        raise BadLine("the line is not JSON") from None
    if not isinstance(row, dict):
        raise BadLine("the line is not a JSON object")
    return row


def _is_name(value: object) -> TypeGuard[str | int]:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _language(row: dict[str, Any], text: str) -> str:
    lang = row.get("lang")
    if lang is not None and not isinstance(lang, str):
        raise BadLine("lang must be a text", row["id"])
    return lang if lang in LANGUAGES else guess(text)


def _meeting(row: dict[str, Any]) -> str | int | None:
    meeting: str | int | None = row.get("meeting")
    if meeting is not None and not _is_name(meeting):
        raise BadLine("meeting must be a text or a whole number", row["id"])
    return meeting


def answer(asked: Asked, spans: Sequence[Span], *, explain: bool = False) -> str:
    """The line that answers a text.

    explain: say in plain words why each was found and what becomes of it.
    """
    rows = [asdict(span) | {"score": _shown(span.score)} for span in spans]
    if explain:
        for row, span in zip(rows, spans, strict=True):
            row["explained"] = explained(span)
    return json.dumps({"id": asked.name, "lang": asked.lang, "spans": rows})


def refusal(problem: BadLine, number: int) -> str:
    """The line that answers a bad line. number: which line it was, from 1."""
    return json.dumps({"id": problem.name, "line": number, "error": str(problem)})


def explained(span: Span) -> str:
    """Why something was found and what becomes of it, without a word of the text.

    >>> from brukerstemmen.masking.spans import Why
    >>> explained(Span(0, 4, Label.PERSON, 0.9, "toy", Why.NAME_IN_LIST))
    'Name in list. Masked unless a person says no.'
    """
    reason = span.why.replace("_", " ").capitalize()
    if span.label is Label.QUASI:
        return f"{reason}. A clue: a person must judge."
    if span.score >= MASKED_FROM:
        return f"{reason}. Masked unless a person says no."
    return f"{reason}. Check this."


def _shown(score: float) -> float:
    return max(round(score, 4), 0.0001)


def stretch_of(row: object, length: int) -> Stretch:
    """A found stretch as somebody else told it. length: of the text, in code points.

    Raises BadAnswer if it is none, or does not lie in the text.
    """
    if not isinstance(row, dict):
        raise BadAnswer("a span is not an object")
    start, end, label, score = row.get("start"), row.get("end"), row.get("label"), row.get("score")
    if not (_is_whole(start) and _is_whole(end) and 0 <= start < end <= length):
        raise BadAnswer("a span does not lie in its text")
    if not (isinstance(label, str) and label):
        raise BadAnswer("a span has no label")
    if not _is_score(score):
        raise BadAnswer("a score does not lie between 0 and 1")
    return Stretch(start, end, label, float(score))


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_score(value: object) -> TypeGuard[float]:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value) and 0 < value <= 1
