"""The poster: you said, we did, this became a no and why. What stands on it, and how large it can
be, so that it stays one sheet of A4. No framework.
"""

import math
import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from brukerstemmen.followups.story import DOES, Finding, Measure, Story
from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.states import Status

LONGEST = 110  # characters of what was said or done
LONGEST_WHY = 160
SIZES = (
    26,
    23,
    20,
    18,
    16.5,
    15,
    14,
    13,
    12,
    11,
    10,
)  # points; from two metres the large ones are read
WITH_SENTENCES = 5  # in the first five sizes there may be room for the sentences to people
# What is left of the sheet for words, in millimetres, and how Nunito Sans fills it.
_WIDTH, _HEIGHT = 178.0, 250.0
_POINT = 0.3528
_LETTER, _ROW = 0.48, 1.24  # of the size
_BETWEEN, _HEADING, _PANEL = 0.38, 1.9, 1.2  # of the size: between lines, a heading, around a part
_PERHAPS = 1.05  # words differ: what should just not fit is tried
_UNTOLD = frozenset({None, Status.DONE, Status.REJECTED})  # states that the heading tells


@dataclass(frozen=True)
class Line:
    """One line. key: what it is chosen by. more: the sentence, or why it is a no.

    status: how far it has come, None for what was said. felt: what users say, if enough of them do.
    """

    key: str
    words: str
    more: str = ""
    status: Status | None = None
    felt: Verdict | None = None

    @property
    def is_plain(self) -> bool:
        """Whether the heading above says how far it has come."""
        return self.status in _UNTOLD


@dataclass(frozen=True)
class Poster:
    title: str
    centre: str
    said: tuple[Line, ...]
    did: tuple[Line, ...]
    noes: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*self.said, *self.did, *self.noes)


def poster_of(story: Story, chosen: Collection[str] | None = None) -> Poster:
    """The poster of a story. chosen: the keys of the lines that shall stand on it; None for all."""
    taken_on = [one for one in story.measures if one.status in DOES]
    noes = [*filter(lambda one: one.is_no, story.measures)]
    refused = [*filter(lambda one: one.is_no, story.findings)]
    return Poster(
        title=story.title,
        centre=story.centre,
        said=_only(chosen, [_said(one) for one in story.findings]),
        did=_only(chosen, [_did(one) for one in taken_on]),
        noes=_only(chosen, [*map(_refused, refused), *map(_no, noes)]),
    )


def _only(chosen: Collection[str] | None, lines: Collection[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if chosen is None or line.key in chosen)


def _said(one: Finding) -> Line:
    return Line(f"f{one.number}", shortest(one.title, LONGEST))


def _did(one: Measure) -> Line:
    felt = one.newest.verdict if one.newest else None
    return Line(
        f"t{one.number}",
        shortest(one.title, LONGEST),
        more=shortest(one.line, LONGEST_WHY),
        status=one.status,
        felt=None if felt is Verdict.TOO_FEW else felt,
    )


def _no(one: Measure) -> Line:
    why = shortest(one.reason, LONGEST_WHY)
    return Line(f"n{one.number}", shortest(one.title, LONGEST), more=why, status=one.status)


def _refused(one: Finding) -> Line:
    why = shortest(one.reason, LONGEST_WHY)
    return Line(f"a{one.number}", shortest(one.title, LONGEST), more=why)


def shortest(words: str, most: int) -> str:
    """The words, or their first sentence, or as many whole words as there is room for.

    >>> shortest("Ikke midler i år. Meldt inn til budsjett.", 20)
    'Ikke midler i år.'
    >>> shortest("En lang setning uten ende", 12)
    'En lang …'
    """
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    sentence = re.split(r"(?<=[.!?]) ", words)[0]
    if len(sentence) <= most:
        return sentence
    return f"{words[: most - 1].rpartition(' ')[0] or words[: most - 2]} …"


@dataclass(frozen=True)
class Layout:
    """size: which of `SIZES`. sentences: whether there is room for those to people who spoke."""

    size: int
    sentences: bool


def layouts(poster: Poster) -> list[Layout]:
    """How it can be laid on one sheet, the largest letters first, by what words usually take. The
    one that makes the sheet tries them in turn. [] where it is too much for a sheet.

    With the sentences only as long as the letters can be read from some way off.
    """
    with_sentences = [Layout(size, sentences=True) for size in range(WITH_SENTENCES)]
    without = [Layout(size, sentences=False) for size in range(len(SIZES))]
    return [one for one in (*with_sentences, *without) if takes(poster, one) <= _HEIGHT * _PERHAPS]


def takes(poster: Poster, layout: Layout) -> float:
    """About how many millimetres of the sheet it takes."""
    points = SIZES[layout.size]
    ems = sum(_part(part, points) for part in _parts(poster, layout) if part)
    return ems * points * _POINT


def _parts(poster: Poster, layout: Layout) -> list[tuple[Line, ...]]:
    did = poster.did
    if not layout.sentences:
        did = tuple(replace(line, more="") for line in did)
    return [poster.said, did, poster.noes]


def _part(lines: tuple[Line, ...], points: float) -> float:
    return _HEADING + _PANEL + sum(_rows(line, points) * _ROW + _BETWEEN for line in lines)


def _rows(line: Line, points: float) -> int:
    letters = _WIDTH / (points * _POINT * _LETTER)
    beside = 12 * (not line.is_plain) + 16 * (line.felt is not None)  # states, in words
    return math.ceil((len(line.words) + beside) / letters) + math.ceil(len(line.more) / letters)
