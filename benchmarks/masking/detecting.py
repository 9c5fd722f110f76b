"""The detector under test, asked as the product asks it: a meeting at a time."""

from collections import defaultdict
from collections.abc import Sequence

from benchmarks.masking.pieces import Piece
from brukerstemmen.masking.engine import propagate
from brukerstemmen.masking.spans import Context, Span


def alone(pieces: Sequence[Piece], context: Context) -> list[list[Span]]:
    """Every text by itself, with nothing known around it."""
    return [propagate([piece.text], piece.lang, context)[0] for piece in pieces]


def together(pieces: Sequence[Piece], context: Context) -> list[list[Span]]:
    """Every group as one meeting: a name that one text gives away is found in all of them.

    A meeting in several languages is read in each for itself.
    """
    meetings: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for piece in pieces:
        meetings[piece.group, piece.lang].append(piece)
    answers: dict[str, list[Span]] = {}
    for (_group, lang), said in meetings.items():
        found = propagate([piece.text for piece in said], lang, context)
        answers |= {piece.name: spans for piece, spans in zip(said, found, strict=True)}
    return [answers[piece.name] for piece in pieces]
