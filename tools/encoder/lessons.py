"""What the encoder learns from: sentences as pieces, with the answer at the first of each word."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from brukerstemmen.masking.encoder.pieces import BEGINS, ENDS, Vocabulary, written
from brukerstemmen.masking.folding import fold
from brukerstemmen.masking.tagger.tokens import sentences as cut
from tools import norne
from tools.make_models import labels

ANSWERS = ("O", "PER", "LOC", "ORG", "MISC")
UNASKED = -100  # at pieces that do not begin a word
LOWERED, SHOUTED, BEGUN = 0.2, 0.03, 0.05  # shares read in other letters than they are written in
LONGEST = 200  # pieces; what is longer is not learnt from
AT_ONCE = 1000  # pieces in a batch


@dataclass(frozen=True)
class Lesson:
    """pieces: with the marks of beginning and end; answers: one for each piece, or UNASKED."""

    pieces: tuple[int, ...]
    answers: tuple[int, ...]


def lessons(
    taught: Iterable[norne.Sentence], vocabulary: Vocabulary, dice: random.Random
) -> Iterator[Lesson]:
    """One or more for each sentence, some of them in other letters."""
    for sentence in taught:
        in_case = _case(dice)
        for tokens in cut(fold(sentence.text).text):
            said = [in_case(word) for word in written(tokens)]
            lesson = _lesson(said, labels(sentence, tokens), vocabulary)
            if len(lesson.pieces) <= LONGEST:
                yield lesson


def _case(dice: random.Random) -> Callable[[str], str]:
    thrown = dice.random()
    for share, case in ((LOWERED, str.lower), (SHOUTED, str.upper), (BEGUN, str.title)):
        if thrown < share:
            return case
        thrown -= share
    return str


def _lesson(said: Sequence[str], kinds: Sequence[str], vocabulary: Vocabulary) -> Lesson:
    pieces, answers = [BEGINS], [UNASKED]
    for word, kind in zip(said, kinds, strict=True):
        numbers = vocabulary.numbers(word)
        pieces += numbers
        answers += [ANSWERS.index(kind), *([UNASKED] * (len(numbers) - 1))]
    return Lesson((*pieces, ENDS), (*answers, UNASKED))


def chosen(
    taught: Sequence[norne.Sentence], share: float, dice: random.Random
) -> Iterator[norne.Sentence]:
    """All sentences with names, and a share of the others."""
    for sentence in taught:
        named = any(mark.kind != "O" for mark in sentence.marks)
        if named or dice.random() < share:
            yield sentence


def batches(learnt: Sequence[Lesson], dice: random.Random) -> list[list[Lesson]]:
    """Lessons of about the same length together, in any order."""
    ordered = sorted(learnt, key=lambda one: (len(one.pieces), dice.random()))
    found, batch = [], list[Lesson]()
    for lesson in ordered:
        if batch and (len(batch) + 1) * len(lesson.pieces) > AT_ONCE:
            found.append(batch)
            batch = []
        batch.append(lesson)
    if batch:
        found.append(batch)
    dice.shuffle(found)
    return found
