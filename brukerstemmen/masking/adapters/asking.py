"""What another detector is asked, and what of its answer is believed."""

import json
from collections.abc import Sequence
from typing import Any, Protocol

from brukerstemmen.masking.wire import BadAnswer, Stretch, stretch_of

SECONDS = 30.0  # for all texts that are asked about together
LEAST_ALLOWED = 1_000_000  # bytes of an answer; more where the question is long
ALLOWED_PER_BYTE = 20


class AdapterFailed(Exception):
    """Another detector did not answer as it should; says how, without a word of the text."""


class Detector(Protocol):
    """Something that takes lines and gives lines."""

    @property
    def name(self) -> str: ...

    def exchange(self, question: bytes, most: int) -> bytes:
        """What it says to the question. Raises AdapterFailed, also if it says more than `most`
        bytes."""


def ask(detector: Detector, texts: Sequence[str], langs: Sequence[str]) -> list[list[Stretch]]:
    """What the detector finds in each text. It is told no names of texts, only running numbers.

    Raises AdapterFailed unless every text is answered once, with stretches that lie in it.
    """
    rows = [
        {"id": str(number), "text": text, "lang": lang}
        for number, (text, lang) in enumerate(zip(texts, langs, strict=True))
    ]
    question = "".join(json.dumps(row) + "\n" for row in rows).encode("ascii")
    said = detector.exchange(question, LEAST_ALLOWED + ALLOWED_PER_BYTE * len(question))
    answers = _answers(said)
    if sorted(answers) != sorted(row["id"] for row in rows):
        raise AdapterFailed("it did not answer every text once")
    return [_stretches(answers[row["id"]], len(row["text"])) for row in rows]


def _answers(said: bytes) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for line in said.split(b"\n"):
        if line.strip():
            row = _row(line)
            name = row.get("id")
            if not isinstance(name, str) or name in found:
                raise AdapterFailed("it answered a text twice, or none")
            found[name] = row
    return found


def _row(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):  # their own errors carry the line
        raise AdapterFailed("it did not answer in JSON lines") from None
    if not isinstance(row, dict):
        raise AdapterFailed("it did not answer in JSON objects")
    return row


def _stretches(row: dict[str, Any], length: int) -> list[Stretch]:
    spans = row.get("spans")
    if "error" in row or not isinstance(spans, list):
        raise AdapterFailed("it could not answer a text")
    try:
        return [stretch_of(span, length) for span in spans]
    except BadAnswer as problem:
        raise AdapterFailed(f"it answered wrongly: {problem}") from None
