"""The place in a text that answers a question, in pieces, with the words that were asked for
marked."""

from bisect import bisect_left
from collections.abc import Collection

from brukerstemmen.library.words.spelling import fold, found
from brukerstemmen.library.words.stemming import stem

MOST_READ = 60_000  # signs of a text; an answer further out is shown by the text's beginning
_BEFORE = 60  # signs: how far before the first marked word a sentence may begin
_ENDS = ".!?:"
CUT = "…"

Piece = tuple[str, bool]  # words as they stand, and whether they are marked
Span = tuple[int, int, str]  # from, to, stem


def extract(text: str, stems: Collection[str], language: str, length: int = 220) -> list[Piece]:
    """At most so many signs of the text, from where most of the stems stand together; the
    beginning, where none does. Without the signs of a cut, the pieces are the text as it stands,
    but for its white space.

    >>> extract("Vi møtes. Honoraret er 400 kroner i timen.", {"honor"}, "nb", 25)
    [('… ', False), ('Honoraret', True), (' er 400 kroner i', False), (' …', False)]
    """
    whole = " ".join(text[:MOST_READ].split())
    marked = _marked(whole, frozenset(stems), language)
    start = _start(whole, marked, length) if len(whole) > length else 0
    end = _end(whole, start, length)
    pieces = _pieces(
        whole, [one for one in marked if start <= one[0] and one[1] <= end], start, end
    )
    before: list[Piece] = [(CUT + " ", False)] if start else []
    after: list[Piece] = [(" " + CUT, False)] if end < len(whole) else []
    return before + pieces + after


def _marked(whole: str, stems: frozenset[str], language: str) -> list[Span]:
    spans = ((*match.span(), stem(fold(match[0]), language)) for match in found(whole))
    return [span for span in spans if span[2] in stems]


def _start(whole: str, marked: list[Span], length: int) -> int:
    """Where the stretch begins that holds most different stems, then most marked words."""
    if not marked:
        return 0
    begins = [span[0] for span in marked]

    def worth(place: int) -> tuple[int, int]:
        last = bisect_left(begins, begins[place] + length - _BEFORE)
        return len({span[2] for span in marked[place:last]}), last - place

    best = begins[max(range(len(marked)), key=worth)]
    room = min(_BEFORE, length // 3)
    earliest = max(0, best - room)
    if earliest == 0:
        return 0
    return _beginning(whole, earliest, best)


def _beginning(whole: str, earliest: int, best: int) -> int:
    """The beginning of the sentence, or else of a word, not before the earliest place."""
    for place in range(best, earliest, -1):
        if whole[place - 1] == " " and whole[place - 2] in _ENDS:
            return place
    gap = whole.find(" ", earliest, best)
    return gap + 1 if gap >= 0 else best


def _end(whole: str, start: int, length: int) -> int:
    if start + length >= len(whole):
        return len(whole)
    gap = whole.rfind(" ", start + 1, start + length + 1)
    return gap if gap > start else start + length


def _pieces(whole: str, marked: list[Span], start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    at = start
    for begins, ends, _ in marked:
        pieces += [(whole[at:begins], False), (whole[begins:ends], True)]
        at = ends
    pieces.append((whole[at:end], False))
    return [piece for piece in pieces if piece[0]]
