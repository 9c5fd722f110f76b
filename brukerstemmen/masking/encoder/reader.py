"""What the encoder thinks of each word. It sees a sentence at a time, several at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from brukerstemmen.masking.encoder import folder
from brukerstemmen.masking.encoder.pieces import BEGINS, ENDS, PADDING, Vocabulary, written
from brukerstemmen.masking.tagger.tagging import LABELS, Chances
from brukerstemmen.masking.tagger.tokens import sentences

ANSWERS = ("O", *LABELS)  # in the order of the model's answers
LONGEST = 200  # pieces read together; what is longer is read in stretches
SHARED = 16  # words that two such stretches have in common, so that none lacks its neighbours
AT_ONCE = 1_600  # pieces in a batch


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring words as pieces. kept: those whose answers are taken from here.

    first: the number of its first word in the text.
    """

    first: int
    words: tuple[tuple[int, ...], ...]
    kept: range

    @property
    def pieces(self) -> list[int]:
        return [BEGINS, *(number for word in self.words for number in word), ENDS]


class Encoder:
    """A model with its vocabulary, opened and ready."""

    def __init__(self, vocabulary: Vocabulary, session: Any) -> None:
        self._vocabulary = vocabulary
        self._session = session

    def read(self, text: str) -> list[Chances]:
        """The chance of each of LABELS for every token of a folded text, in reading order."""
        stretches = list(self._stretches(text))
        found: dict[int, Chances] = {}
        for batch in batches(stretches):
            for stretch, answers in zip(batch, self._answers(batch), strict=True):
                found |= _of_words(stretch, answers)
        return [found[number] for number in range(len(found))]

    def _stretches(self, text: str) -> Iterator[Stretch]:
        first = 0
        for sentence in sentences(text):
            words = [self._vocabulary.numbers(word) for word in written(sentence)]
            yield from stretched(words, first)
            first += len(words)

    def _answers(self, batch: Sequence[Stretch]) -> Any:
        import numpy as np

        rows = [stretch.pieces for stretch in batch]
        table = np.full((len(rows), max(map(len, rows))), PADDING, np.int64)
        for row, pieces in zip(table, rows, strict=True):
            row[: len(pieces)] = pieces
        return self._session.run(None, {"pieces": table})[0].tolist()


def stretched(words: Sequence[tuple[int, ...]], first: int) -> Iterator[Stretch]:
    """A sentence in stretches that the model can hold; nearly always one."""
    start = kept = 0
    while start < len(words):
        end, held = start, 2
        while end < len(words) and held + len(words[end]) <= LONGEST:
            held += len(words[end])
            end += 1
        last = end == len(words)
        till = end if last else max(kept + 1, end - SHARED // 2)
        yield Stretch(first + start, tuple(words[start:end]), range(first + kept, first + till))
        if last:
            return
        kept, start = till, max(start + 1, min(till, end - SHARED))


def batches(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Stretches of about the same length together, so that little is filled up."""
    batch: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda one: len(one.pieces)):
        if batch and (len(batch) + 1) * len(stretch.pieces) > AT_ONCE:
            yield batch
            batch = []
        batch.append(stretch)
    if batch:
        yield batch


def _of_words(stretch: Stretch, answers: Sequence[Sequence[float]]) -> dict[int, Chances]:
    """The answer at the first piece of each word that is kept."""
    found, at = {}, 1
    for number, word in enumerate(stretch.words, stretch.first):
        if number in stretch.kept:
            found[number] = tuple(min(1.0, max(0.0, chance)) for chance in answers[at][1:])
        at += len(word)
    return found


def mean(one: Chances, other: Chances) -> Chances:
    """The chances of one word as two have judged them, each counting as much as the other.

    >>> mean((1.0, 0.0), (0.5, 0.5))
    (0.75, 0.25)
    """
    return tuple((first + second) / 2 for first, second in zip(one, other, strict=True))


def encoder() -> Encoder | None:
    """The encoder of this installation, opened when first asked; None if it has none.

    Raises EncoderBroken if its folder cannot be used.
    """
    place = folder.folder()
    return None if place is None else _opened(folder.checked(place))


@cache
def _opened(place: Path) -> Encoder:
    try:
        import onnxruntime
    except ImportError:
        raise folder.EncoderBroken("ONNX Runtime is not installed") from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only
    session = onnxruntime.InferenceSession(
        str(place / folder.MODEL), options, providers=["CPUExecutionProvider"]
    )
    return Encoder(Vocabulary.opened(place / folder.PIECES), session)
