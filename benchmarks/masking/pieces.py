"""What a detector is measured on: texts, their words, and what in them must be found."""

import re
from dataclasses import dataclass, field
from functools import cached_property

WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True)
class Mention:
    """A stretch that points at somebody. entity: who or what it is, the same for each mention.

    kind: a label of masking, "PERSON". direct: False for a clue that needs a person's judgement.
    wanted: False for what is marked in the text, so that masking it is no mistake, but not asked
    for, such as the name of a product.
    """

    start: int
    end: int
    kind: str
    entity: str
    direct: bool = True
    wanted: bool = True


@dataclass(frozen=True)
class Piece:
    """A statement or a sentence. group: its meeting or document, the unit that is drawn again.

    tags: what figures are told apart by, {"casing": "lower"}.
    given: the words where others have cut the text already; else runs of letters and digits.
    """

    name: str
    group: str
    lang: str
    text: str
    mentions: tuple[Mention, ...] = ()
    tags: dict[str, str] = field(default_factory=dict)
    given: tuple[tuple[int, int], ...] = ()

    @cached_property
    def words(self) -> tuple[tuple[int, int], ...]:
        return self.given or tuple(match.span() for match in WORD.finditer(self.text))

    def lowered(self) -> "Piece":
        """The same in small letters, of the same length so that every position holds."""
        text = "".join(map(_small, self.text))
        return Piece(self.name, self.group, self.lang, text, self.mentions, self.tags, self.words)


def _small(character: str) -> str:
    small = character.lower()
    return small if len(small) == 1 else character


def casing_of(text: str) -> str:
    """ "cased", "lower" or "upper": how somebody wrote the whole of a text."""
    if text == text.lower():
        return "lower"
    return "upper" if text == text.upper() else "cased"
