"""Headings: which lines are headings, and what they say about the statements below them.

A heading holds until the next one of the same sort, or of a higher level. At one level the order
is theme, question, kind, speaker: a new theme ends the question, the kind and the speaker.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from brukerstemmen.voices.kinds import Kind

from .blocks import Line
from .marks import Marks, is_name
from .reading import Role
from .speakers import speaker_code
from .vocabulary import ASKING, KIND_HEADINGS, LABELLED, METADATA, TITLES, folded

PLAIN = 7  # the level of a heading that only its place and wording give away
LONGEST_GUESS = 80  # characters

_RULED = re.compile(r"[-=_*~|:\s]{3,}")
# "Informasjon og brev:", but not the end of a sentence that leads up to what somebody said.
_COLON = re.compile(r"(?:[A-ZÆØÅ]|\d+\.)[^.,;:!?]{0,60}:")
_ORDER = (Role.THEME, Role.QUESTION, Role.KIND, Role.SPEAKER)


@dataclass(frozen=True)
class Found:
    """A heading and what it says. The value of a kind is its code; None ends what stood before.

    named: it looks like a speaker's name, which is not accepted.
    """

    role: Role
    level: int
    value: str | None = None
    named: bool = False


@dataclass(frozen=True)
class Place:
    """Where a line stands: what comes before and after it."""

    first: bool  # after a blank line, a heading, or at the beginning
    marked_below: bool  # the next line that is not blank begins a statement or is a heading


@dataclass
class Context:
    """What the headings so far say about the next statement."""

    entries: dict[Role, Found] = field(default_factory=dict)

    def enter(self, heading: Found) -> None:
        if heading.role not in _ORDER:
            return
        rank = _ORDER.index(heading.role)
        self.entries = {
            role: entry
            for role, entry in self.entries.items()
            if entry.level < heading.level
            or (entry.level == heading.level and _ORDER.index(role) < rank)
        }
        self.entries[heading.role] = heading

    def value(self, role: Role) -> str | None:
        entry = self.entries.get(role)
        return entry.value if entry else None

    @property
    def kind(self) -> Kind | None:
        value = self.value(Role.KIND)
        return Kind(value) if value else None


def explicit(line: Line, titles: frozenset[int]) -> Found:
    """What a heading that the format itself marks is about. titles: lines that are the title."""
    text = line.text.strip()
    if line.number in titles and not LABELLED.match(text):
        return Found(Role.TITLE, line.level)
    plain = by_wording(text)
    if plain is not None:
        return Found(plain.role, line.level, plain.value)
    if code := speaker_code(text):
        return Found(Role.SPEAKER, line.level, code)
    if TITLES.match(text):
        return Found(Role.TITLE, line.level)
    role = Role.QUESTION if text.endswith("?") else Role.THEME
    return Found(role, line.level, text.rstrip(":").rstrip())


def by_wording(text: str) -> Found | None:
    """A heading by its words alone: a label, a fact about the meeting, a turn, a ruled line."""
    labelled = LABELLED.match(text)
    if labelled:
        role = Role.THEME if labelled["theme"] else Role.QUESTION
        return Found(role, PLAIN, labelled["text"].strip() or None)
    if METADATA.match(text) or _RULED.fullmatch(text):
        return Found(Role.METADATA, PLAIN)
    kind = KIND_HEADINGS.get(folded(text)) if text[:1].isalpha() else None
    return Found(Role.KIND, PLAIN, kind.value) if kind else None


def by_place(line: Line, marks: Marks, place: Place, context: Context) -> Found | None:
    """A heading in notes with marks, known by standing alone and short above marked lines."""
    text = marks.words
    if marks.strong and not is_name(text):
        return None
    if _COLON.fullmatch(text) and not line.indented:
        named = is_name(text) and context.value(Role.SPEAKER) is not None
        role = Role.SPEAKER if named else Role.THEME
        return Found(role, PLAIN, None if named else text[:-1].rstrip(), named=named)
    alone = place.first and place.marked_below and not line.indented
    if marks.bullet or marks.doubts or not alone or len(text) > LONGEST_GUESS:
        return None
    return _guessed(text)


def only_speaker(marks: Marks) -> Found | None:
    """A line with nothing but a speaker: what stands below is theirs."""
    if marks.words or marks.kind or marks.misread or not (marks.speaker or marks.nobody):
        return None
    return Found(Role.SPEAKER, PLAIN, marks.speaker)


def lone_title(lines: Sequence[Line]) -> frozenset[int]:
    """The line of the title: the first heading, alone at the top, with themes below it."""
    marked = [line for line in lines if line.level]
    if not marked:
        return frozenset()
    first, others = marked[0], marked[1:]
    alone = all(line.level > first.level for line in others)
    themes = any(explicit(line, frozenset()).role is Role.THEME for line in others)
    return frozenset({first.number}) if alone and themes else frozenset()


def _guessed(text: str) -> Found | None:
    if TITLES.match(text):
        return Found(Role.TITLE, PLAIN)
    if text.endswith("?"):
        asking = text.split(maxsplit=1)[0].casefold() in ASKING or " – " in text
        return Found(Role.QUESTION, PLAIN, text) if asking else None
    if text.endswith((".", "!", "…", "»", ",", ";", '"', "”")) or not text[:1].isupper():
        return None
    return Found(Role.THEME, PLAIN, text)
