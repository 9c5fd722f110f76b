"""What stands before the words in one line: number, bullet, speaker, sign.

Some marks may mean two things. A hyphen before the words is a bullet or "not good"; a small o
is Word's second bullet or "other". What it is depends on the habits of the whole notes:

- a hyphen or dash means *not good* only if the notes also use + in the same position,
  position being first in the line or after something else (a bullet, a speaker);
- o and ◦ mean *other* only if any certain sign is used in the same position;
- "1." is a number in a list only if the notes have both a 1 and a 2, and a capital follows.

The true minus (−), the arrow and the ring are certain everywhere.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from brukerstemmen.voices.kinds import Kind

from .speakers import CODE, LONG, speaker_code
from .vocabulary import KIND_WORDS, NOBODY_IN_PARTICULAR, folded


class At(StrEnum):
    FIRST = "first"
    AFTER = "after"


@dataclass(frozen=True)
class Marks:
    """A line taken apart. `words` is what is left.

    nobody: said by the group or somebody not known. misread: a name, or several codes.
    sign: where a certain sign stands. doubts: marks that may mean two things, and where.
    """

    words: str
    number: bool = False
    bullet: bool = False
    speaker: str | None = None
    nobody: bool = False
    misread: str | None = None
    kind: Kind | None = None
    sign: At | None = None
    doubts: tuple[tuple[At, str], ...] = ()

    @property
    def spoken_for(self) -> bool:
        return self.nobody or self.speaker is not None or self.misread is not None

    @property
    def strong(self) -> bool:
        """Says who or what kind, and not only that here begins something new."""
        return self.spoken_for or self.kind is not None

    @property
    def certain(self) -> bool:
        """Says without doubt that something new begins here; what may be a name does not."""
        named = self.misread is not None and self.words.startswith(self.misread)
        said = self.nobody or self.speaker or self.kind or (self.misread and not named)
        return bool(said or self.number or self.bullet or self.doubts)

    @property
    def here(self) -> At:
        return At.AFTER if self.spoken_for or self.bullet or self.doubts else At.FIRST


@dataclass(frozen=True)
class Habits:
    """How these notes use the marks that may mean two things."""

    numbered: bool = False
    plus_at: frozenset[At] = frozenset()
    sign_at: frozenset[At] = frozenset()


_NUMBER = re.compile(r"(\d{1,3})(?:\)\s*|\.\s+)(?=\S)")
_BULLET = re.compile(r"[*•·▪‣●■►>]\s+")
_AFTER_SIGN = r"(?=\s|$|[^\W\d_]|[«“\"”„])\s*"
_SIGNS = (
    (re.compile(rf"(?:\(\+\)|[+＋➕]){_AFTER_SIGN}"), Kind.GOOD),
    (re.compile(r"(?:-{1,2}>|=>|[→⇒➔➜\uf0e0\uf0e8]|à(?=\s))\s*"), Kind.PROPOSAL),
    (re.compile(rf"(?:\([-–−]\)|[−÷➖]){_AFTER_SIGN}"), Kind.NOT_GOOD),
    (re.compile(rf"(?:\(o\)|[○◯⚪]){_AFTER_SIGN}", re.IGNORECASE), Kind.OTHER),
)
_DOUBT = re.compile(r"([-–—o◦])(?:\s+|$)")
_DASH = re.compile(r"^[-–—]\s+")
_KIND_WORD = re.compile(
    r"\**(?P<colon>[^\W\d]+(?: [^\W\d]+){0,2})\**\s{0,3}:\**\s*"
    r"|[(\[](?P<brackets>[^\W\d]+(?: [^\W\d]+){0,2})[)\]]\s{0,3}:?\s*"
)
_BETWEEN = r"\s{0,3}(?:,|/|&|og\b|and\b)\s{0,3}"
_PLAIN_CODE = r"d\s?\d{1,3}"
_SEVERAL = re.compile(
    rf"{_PLAIN_CODE}(?:{_BETWEEN}{_PLAIN_CODE})+\b\s{{0,3}}[:;.)]?\s*", re.IGNORECASE
)
_SHORT = re.compile(
    rf"(?:\*\*)?[(\[]?(?P<code>{CODE})(?!\d)(?:(?=\s*$)|(?=\s)|(?=[-–—+−→○*:;.,)\]]))"
    r"(?:\s{0,3}[:;.,)\]*]{1,4})?\s*",
    re.IGNORECASE,
)
_LONG = re.compile(
    rf"(?:\*\*)?(?P<code>{LONG}\d{{1,3}})(?!\d)\s{{0,3}}(?:[:;)\]*]{{1,4}}|(?=[-–—+−→○])|$)\s*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?P<who>[^\W\d][^:\n]{0,30}?)\s{0,3}:\s*")
_NAME = re.compile(r"(?P<name>[A-ZÆØÅ][\w.'’-]{0,30}(?: [A-ZÆØÅ][\w.'’-]{0,30}){0,2}):(?:\s|$)")
_AT_END = re.compile(rf"\s[(\[](?P<code>{CODE})[)\]]$", re.IGNORECASE)


def read_marks(text: str, *, numbered: bool = False) -> Marks:
    """Take the line apart. Says what stands there, not yet what a doubtful mark means.

    numbered: whether these notes have numbered lists.
    """
    marks = Marks(words=text.strip())
    if numbered:
        marks = _number(marks) or marks
    while taken := next((t for t in (take(marks) for take in _TAKERS) if t is not None), None):
        marks = taken
    return _name(_at_end(marks))


def habits_of(texts: Iterable[str]) -> Habits:
    """How these lines use the marks that may mean two things."""
    lines = [text.strip() for text in texts]
    numbers = {found[1] for line in lines if (found := _numbered(line))}
    numbered = {"1", "2"} <= numbers
    certain = [one for line in lines if (one := read_marks(line, numbered=numbered)).sign]
    return Habits(
        numbered=numbered,
        plus_at=frozenset(one.sign for one in certain if one.sign and one.kind is Kind.GOOD),
        sign_at=frozenset(one.sign for one in certain if one.sign),
    )


def kind_in(marks: Marks, habits: Habits) -> Kind | None:
    """The kind the line carries, doubtful marks read by the habits of these notes."""
    if marks.kind is not None:
        return marks.kind
    for at, mark in reversed(marks.doubts):
        if mark in "-–—" and at in habits.plus_at:
            return Kind.NOT_GOOD
        if mark in "o◦" and at in habits.sign_at:
            return Kind.OTHER
    return None


def is_name(text: str) -> bool:
    """Whether a line is nothing but what may be a name and a colon."""
    found = _NAME.match(text)
    return found is not None and found.end() == len(text)


def _numbered(line: str) -> re.Match[str] | None:
    found = _NUMBER.match(line)
    if found is None:
        return None
    bracket = ")" in found[0]
    return found if bracket or not line[found.end()].islower() else None


def _number(marks: Marks) -> Marks | None:
    found = _numbered(marks.words)
    return replace(marks, words=marks.words[found.end() :], number=True) if found else None


def _bullet(marks: Marks) -> Marks | None:
    found = None if marks.strong or marks.bullet else _BULLET.match(marks.words)
    return replace(marks, words=marks.words[found.end() :], bullet=True) if found else None


def _sign(marks: Marks) -> Marks | None:
    if marks.kind is not None:
        return None
    for pattern, kind in _SIGNS:
        if found := pattern.match(marks.words):
            rest = marks.words[found.end() :]
            return replace(marks, words=rest, kind=kind, sign=marks.here)
    return None


def _kind_word(marks: Marks) -> Marks | None:
    found = None if marks.kind is not None else _KIND_WORD.match(marks.words)
    if found is None:
        return None
    kind = KIND_WORDS.get(folded(found["colon"] or found["brackets"]))
    return replace(marks, words=marks.words[found.end() :], kind=kind) if kind else None


def _doubt(marks: Marks) -> Marks | None:
    if marks.kind is not None or len(marks.doubts) == 2:
        return None
    found = _DOUBT.match(marks.words)
    if found is None:
        return None
    doubts = (*marks.doubts, (marks.here, found[1]))
    return replace(marks, words=marks.words[found.end() :], doubts=doubts)


def _speaker(marks: Marks) -> Marks | None:
    if marks.spoken_for:
        return None
    if found := _SEVERAL.match(marks.words):
        return replace(marks, words=marks.words[found.end() :], misread=found[0].strip(" :;.)"))
    if found := _SHORT.match(marks.words) or _LONG.match(marks.words):
        code = speaker_code(found["code"])
        misread = None if code else found["code"]
        words = marks.words[found.end() :]
        if marks.kind is not None:  # the sign has been, so a dash here only parts
            words = _DASH.sub("", words)
        return replace(marks, words=words, speaker=code, misread=misread)
    found = _LABEL.match(marks.words)
    if found and folded(found["who"]) in NOBODY_IN_PARTICULAR:
        return replace(marks, words=marks.words[found.end() :], nobody=True)
    return None


def _at_end(marks: Marks) -> Marks:
    found = None if marks.spoken_for else _AT_END.search(marks.words)
    code = speaker_code(found["code"]) if found else None
    if found is None or code is None:
        return marks
    return replace(marks, words=marks.words[: found.start()].rstrip(), speaker=code)


def _name(marks: Marks) -> Marks:
    """A name before a colon is no speaker; the words keep it, for masking to find."""
    found = None if marks.spoken_for else _NAME.match(marks.words)
    return replace(marks, misread=found["name"]) if found else marks


_TAKERS: tuple[Callable[[Marks], Marks | None], ...] = (
    _bullet,
    _sign,
    _kind_word,
    _doubt,
    _speaker,
)
