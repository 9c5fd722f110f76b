"""What the archive takes from a released document, and how words are taken out of it again.

No database: documents in, plain values out.
"""

import re
from dataclasses import dataclass
from typing import Any

from brukerstemmen.reports.document import (
    Chart,
    Document,
    Heading,
    Paragraph,
    Part,
    Quote,
    from_json,
    to_json,
)

_FINDING = re.compile(r"^(?P<number>\d{1,3})\. (?P<title>.+)$", re.DOTALL)
_LONGEST_SUMMARY = 300
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class FindingIn:
    """A finding as the document has it. text: its paragraphs; quotes: words and their language."""

    number: int
    title: str
    text: str
    quotes: tuple[tuple[str, str], ...]


def findings_in(document: Document) -> list[FindingIn]:
    """The findings: headings of the third level that begin with a number, in a chapter that holds
    quotes or headings of the fourth level.

    >>> parts = (Heading("Funn"), Heading("2. Å vente", 3), Heading("Det som er bra", 4),
    ...          Paragraph("Lite."), Quote("Jeg ventet lenge."), Heading("Hva nå"))
    >>> findings_in(Document("T", "", "", "", "2025-1", "nb", parts=parts))
    [FindingIn(number=2, title='Å vente', text='Lite.', quotes=(('Jeg ventet lenge.', 'nb'),))]
    """
    found: list[tuple[int, str, list[Part]]] = []
    inside = False
    for part in document.parts:
        if isinstance(part, Heading) and part.level <= 3:
            match = _FINDING.match(part.text) if part.level == 3 else None
            inside = match is not None
            if match:
                found.append((int(match["number"]), match["title"], []))
        elif inside:
            found[-1][2].append(part)
    return [_finding(*one) for one in found if any(isinstance(part, Heading) for part in one[2])]


def _finding(number: int, title: str, parts: list[Part]) -> FindingIn:
    told = [part.text for part in parts if isinstance(part, Paragraph)]
    quotes = [(part.words, part.lang) for part in parts if isinstance(part, Quote)]
    return FindingIn(number, title, "\n\n".join(told), tuple(quotes))


def themes_in(document: Document) -> list[str]:
    """What the drawing of people by theme calls them; the findings, where there is none."""
    charts = [part for part in document.parts if isinstance(part, Chart)]
    return [bar.label for chart in charts for bar in chart.bars] or [
        finding.title for finding in findings_in(document)
    ]


def summary_in(document: Document) -> str:
    """The first sentences of the document, as many as there is room for.

    >>> parts = (Heading("Sammendrag"), Paragraph("Det betyr mye å bli hørt. Mange venter."))
    >>> summary_in(Document("T", "", "", "", "2025-1", "nb", parts=parts))
    'Det betyr mye å bli hørt. Mange venter.'
    """
    first = next((part.text for part in document.parts if isinstance(part, Paragraph)), "")
    summary = ""
    for sentence in _SENTENCE.split(" ".join(first.split())):
        if len(summary) + len(sentence) + 1 > _LONGEST_SUMMARY:
            break
        summary = f"{summary} {sentence}".strip()
    return summary


def year_in(document: Document, otherwise: int) -> int:
    """The year on its front."""
    found = re.search(r"(?:19|20)\d\d", document.quarter)
    return int(found[0]) if found else otherwise


def without(content: dict[str, Any], words: list[str]) -> dict[str, Any]:
    """The document as JSON without these quotes, each taken out once; and without a heading that
    then stands above nothing.

    >>> told = to_json(Document("T", "", "", "", "2025-1", "nb",
    ...     parts=(Heading("Funn"), Heading("Egne ord", 4), Quote("A"), Heading("Mer"))))
    >>> [part["text"] for part in without(told, ["A"])["parts"]]
    ['Funn', 'Mer']
    """
    document, gone = from_json(content), list(words)
    kept: list[Part] = []
    emptied = False
    for part in document.parts:
        if isinstance(part, Quote) and part.words in gone:
            gone.remove(part.words)
            emptied = emptied or _is_deep(kept)
            continue
        if emptied and isinstance(part, Heading) and _is_deep(kept):
            kept.pop()
        emptied = False
        kept.append(part)
    if emptied and _is_deep(kept):
        kept.pop()
    return {**content, "parts": to_json(Document("", "", "", "", "", "", tuple(kept)))["parts"]}


def _is_deep(kept: list[Part]) -> bool:
    """Whether what stands last is the heading of some quotes."""
    return bool(kept) and isinstance(kept[-1], Heading) and kept[-1].level == 4
