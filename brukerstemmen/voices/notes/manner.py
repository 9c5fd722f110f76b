"""How the notes as a whole are written, which decides what a single line means.

Notes **with marks** have a speaker, a sign, a bullet or a number before at least some statements.
Notes **without marks** part the statements by blank lines, or give each a line of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .blocks import Line
from .headings import by_wording, only_speaker
from .marks import Habits, Marks, habits_of, read_marks

LONG = 40  # characters; a shorter line was ended on purpose
_ENDS = (".", "!", "?", "…", "»", "”", '"', ":", ";")


@dataclass(frozen=True)
class Manner:
    """What holds for all the lines of these notes.

    paragraphs: blank lines part the statements. small: a small first letter says that a line
    goes on (not so in notes that mostly begin with small letters). width: of wrapped text, in
    characters. guess: the format itself marks no heading, so that plain lines may be headings.
    """

    habits: Habits
    marked: bool
    paragraphs: bool
    small: bool
    width: int | None
    guess: bool

    def begins(self, line: Line, marks: Marks) -> bool:
        """Whether a statement begins here, by a mark of its own."""
        return line.listed or marks.certain or (self.marked and marks.misread is not None)

    def goes_on(self, before: Line, line: Line) -> bool:
        """Whether an unmarked line goes on from the one right before it."""
        if self.paragraphs and not self.marked:
            return True
        text, above = line.text.strip(), before.text.strip()
        if self.small and text[:1].islower():
            return self.marked or _broken(before)
        return self.width is not None and len(above) + 1 + len(text.split()[0]) > self.width


def manner_of(lines: Sequence[Line]) -> Manner:
    """How these lines are written."""
    habits = habits_of(line.text for line in lines if not line.level)
    read = [(line, read_marks(line.text, numbered=habits.numbered)) for line in lines]
    plain = [(line, marks) for line, marks in read if not _heads(line, marks)]
    said = [(line, marks) for line, marks in plain if line.text.strip()]
    marked = any(line.listed or marks.certain for line, marks in said)
    small = _small_means_something(said, marked)
    return Manner(
        habits=habits,
        marked=marked,
        paragraphs=_parted_by_blanks(read),
        small=small,
        width=_width(plain) if small else None,
        guess=not any(line.level for line in lines),
    )


def _heads(line: Line, marks: Marks) -> bool:
    text = line.text.strip()
    return bool(line.level or by_wording(text) or only_speaker(marks))


def _parted_by_blanks(read: Sequence[tuple[Line, Marks]]) -> bool:
    """Whether a blank line stands between two lines that are both something said."""
    said_above = gap = False
    for line, marks in read:
        if not line.text.strip():
            gap = True
        elif _heads(line, marks):
            said_above = gap = False
        elif said_above and gap:
            return True
        else:
            said_above, gap = True, False
    return False


def _small_means_something(said: Sequence[tuple[Line, Marks]], marked: bool) -> bool:
    """Whether statements mostly begin with a capital, so that a small letter says "goes on"."""
    begin = [
        marks.words[:1]
        for place, (line, marks) in enumerate(said)
        if (line.listed or marks.certain if marked else not (place and _broken(said[place - 1][0])))
    ]
    return sum(letter.islower() for letter in begin) <= len(begin) / 2


def _broken(above: Line) -> bool:
    """Whether the line is long and does not end as sentences do."""
    text = above.text.strip()
    return len(text) >= LONG and not text.endswith(_ENDS)


def _width(plain: Sequence[tuple[Line, Marks]]) -> int | None:
    """How wide the text was wrapped, told from lines that break in the middle of a sentence."""
    widths = [
        len(above[0].text.strip())
        for above, (below, marks) in pairwise(plain)
        if below.text.strip()[:1].islower()
        and not (below.whole or below.indented or marks.certain)
        and _broken(above[0])
    ]
    return max(widths, default=None)
