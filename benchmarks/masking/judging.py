"""What a detector answered, held against what had to be found: one score a word, one a mention.

A word counts as masked from the score of its weakest letter when we ask what was found, and as
touched from its strongest when we ask what was taken needlessly. So neither half a name nor half
an ordinary word makes a figure look better than it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.masking.pieces import Mention, Piece
from brukerstemmen.masking.spans import Label, Span

NEVER = 0.0
# Kinds that hide names: a newspaper may be called by its address on the net.
NAMES = frozenset(
    {
        Label.PERSON,
        Label.PLACE,
        Label.ORG,
        Label.ADDRESS,
        Label.HANDLE,
        Label.URL,
        Label.EMAIL,
    }
)


@dataclass(frozen=True, slots=True)
class JudgedWord:
    """found, touched: the score from which it is masked. kind: "" if it points at nobody."""

    piece: Piece
    start: int
    end: int
    found: float
    touched: float
    marked: bool
    kind: str

    @property
    def group(self) -> str:
        return self.piece.group


@dataclass(frozen=True, slots=True)
class JudgedMention:
    """found: the score from which all of it is masked; touched: from which some of it is."""

    piece: Piece
    mention: Mention
    found: float
    touched: float


@dataclass(frozen=True)
class Judged:
    """Every word and every wanted mention of some pieces, judged."""

    words: Sequence[JudgedWord]
    mentions: Sequence[JudgedMention]


def judge(
    pieces: Sequence[Piece],
    answers: Sequence[Sequence[Span]],
    labels: frozenset[Label] = frozenset(Label) - {Label.QUASI},
) -> Judged:
    """Judge the answers to some pieces, counting as masks the spans with one of the labels."""
    words: list[JudgedWord] = []
    mentions: list[JudgedMention] = []
    for piece, spans in zip(pieces, answers, strict=True):
        masks = _scores(piece.text, (span for span in spans if span.label in labels))
        clues = _scores(piece.text, spans)
        words += _words(piece, masks)
        for mention in piece.mentions:
            if mention.wanted:
                scores = masks if mention.direct else clues
                weakest, strongest = _ends(piece.text, mention.start, mention.end, scores)
                mentions.append(JudgedMention(piece, mention, weakest, strongest))
    return Judged(words, mentions)


def _scores(text: str, spans: Iterable[Span]) -> list[float]:
    """For each character the best score among the spans that cover it."""
    scores = [NEVER] * len(text)
    for span in spans:
        for at in range(span.start, span.end):
            scores[at] = max(scores[at], span.score)
    return scores


def _ends(text: str, start: int, end: int, scores: Sequence[float]) -> tuple[float, float]:
    """The weakest and the strongest score among the letters and digits of a stretch."""
    counted = [scores[at] for at in range(start, end) if text[at].isalnum()]
    counted = counted or list(scores[start:end])
    return min(counted), max(counted)


def _words(piece: Piece, scores: Sequence[float]) -> list[JudgedWord]:
    judged = []
    for start, end in piece.words:
        weakest, strongest = _ends(piece.text, start, end, scores)
        over = [one for one in piece.mentions if one.start < end and start < one.end]
        asked = [one.kind for one in over if one.wanted and one.direct]
        kind = asked[0] if asked else ""
        judged.append(JudgedWord(piece, start, end, weakest, strongest, bool(over), kind))
    return judged
