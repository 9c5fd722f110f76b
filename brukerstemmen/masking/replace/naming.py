"""Who is who in one meeting: the same person has the same number in every text of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.folding import fold
from brukerstemmen.masking.replace.placeholders import PERSON
from brukerstemmen.masking.spans import Label, Span

MISSPELT_FROM = 6  # letters; shorter names are one letter from too many others
Words = tuple[str, ...]


@dataclass
class Naming:
    """Everything named so far, in the order it came up; kept by the caller for a meeting.

    things: for each label its things, each as the words it is called by. Numbers are places in
    these lists, so nothing about a name can be worked out of its number. The lists themselves
    are names of people: keep them as long and as close as the statements, and no longer.
    """

    things: dict[Label, list[Words]] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)  # a person's number: "psykologen"

    def learn(self, text: str, spans: Iterable[Span]) -> None:
        """Give everything in a text its number, in reading order; whole names settle parts."""
        self.learn_meeting([(text, spans)])

    def learn_meeting(self, texts: Iterable[tuple[str, Iterable[Span]]]) -> None:
        """The same for all texts of a meeting: best done before any of them gets other words."""
        named = [
            (span.label, words_of(text[span.start : span.end]))
            for text, spans in texts
            for span in sorted(spans, key=lambda span: span.start)
        ]
        whole = sorted(named, key=lambda thing: -len(thing[1]))
        for label, words in named:
            same_kind = (other for kind, other in whole if kind is label)
            self._number(label, next((w for w in same_kind if _fits(words, w)), words))

    def number(self, label: Label, written: str) -> int:
        """The number, from 1, of what is written so. What is new gets the next one."""
        return self._number(label, words_of(written))

    def numbers(self, label: Label, written: str) -> tuple[int, ...]:
        """Every number it may mean: more than one where two people share that part of a name."""
        found = self._found(label, words_of(written))
        return tuple(found) or (self.number(label, written),)

    def person(self, written: str) -> str:
        """The label of a person.

        >>> naming = Naming()
        >>> [naming.person(name) for name in ("Kari Vik", "Ola", "Karis", "VIK")]
        ['Person 1', 'Person 2', 'Person 1', 'Person 1']
        """
        return f"{PERSON} {self.number(Label.PERSON, written)}"

    def whole(self, label: Label, written: str) -> Words:
        """The fullest it is called in this meeting: "sletta" is "sletta treffsted"."""
        found = self._found(label, words_of(written))
        return self.things[label][found[0] - 1] if found else words_of(written)

    def is_possessive(self, written: str, known_only: bool = False) -> bool:
        """Whether the last word has a possessive ending rather than a name's own s.

        known_only: whether a name that no list has must have come up in the meeting.
        """
        last = fold(written).text.lower().split()[-1:]
        forms = lexicon.base_forms(last[0]) if last else ()
        if len(forms) < 2 or _keeps_its_s(forms[0]):
            return False
        if not forms[0].endswith(("'", "'s")) and forms[-1] not in lexicon.names():
            return not known_only or self._known_word(forms[-1])
        return True

    def rows(self) -> dict[str, list[list[str]]]:
        """Everything as plain lists, for a caller that stores it (sealed)."""
        return {label.value: [list(words) for words in t] for label, t in self.things.items()}

    @classmethod
    def of(cls, rows: Mapping[str, Sequence[Sequence[str]]]) -> Self:
        """What `rows` gave, as it was. Roles are learnt again from the texts."""
        return cls({Label(label): [tuple(words) for words in t] for label, t in rows.items()})

    def _known_word(self, word: str) -> bool:
        return any(word in words for words in self.things.get(Label.PERSON, ()))

    def _number(self, label: Label, words: Words) -> int:
        things = self.things.setdefault(label, [])
        if found := self._found(label, words):
            at = found[0] - 1
            if _fullness(words) > _fullness(things[at]) and _fits(things[at], words):
                things[at] = words
            return found[0]
        things.append(words)
        return len(things)

    def _found(self, label: Label, words: Words) -> list[int]:
        """The numbers of all it may be: exactly, then in part, then with a typing error."""
        things = self.things.get(label, [])
        for alike in (_is_same, _fits_either_way, _nearly_fits):
            if found := [at for at, thing in enumerate(things, 1) if alike(words, thing)]:
                return found
        return []


def words_of(written: str) -> Words:
    """What tells one thing from another: its words without possessive and titles, its digits."""
    folded = fold(written).text.lower()
    found = [_bare(word) for word in _tokens(folded)]
    named = [word for word in found if word not in lexicon.words("roles")]
    return tuple(dict.fromkeys(named or found))


def _tokens(folded: str) -> list[str]:
    kept = "".join(sign if sign.isalnum() or sign in "'-" else " " for sign in folded)
    return [token for token in (part.strip("-") for part in kept.split()) if token.strip("'")]


def _bare(word: str) -> str:
    return word if _keeps_its_s(word) else lexicon.base_forms(word)[-1]


def _keeps_its_s(word: str) -> bool:
    """Whether the s is the name's own: "Andreas" is no form of "Andrea", "Lars" none of "Lar"."""
    return word in lexicon.words("names_norwegian_first", "names_norwegian_last")


def _is_same(words: Words, thing: Words) -> bool:
    return set(words) == set(thing)


def _fits_either_way(words: Words, thing: Words) -> bool:
    return _fits(words, thing) or _fits(thing, words)


def _fits(part: Words, whole: Words) -> bool:
    """Whether every word of the part is in the whole; an initial stands for any name with it."""
    others = [word for word in whole if word not in part]
    return bool(part) and all(
        word in whole or any(_is_initial(word, other) for other in others) for word in part
    )


def _is_initial(word: str, other: str) -> bool:
    return len(word) == 1 and word.isalpha() and other.startswith(word)


def _fullness(words: Words) -> tuple[int, int]:
    return len(words), sum(map(len, words))


def _nearly_fits(words: Words, thing: Words) -> bool:
    """The same with one letter wrong, where the wrong word is nobody's listed name."""
    return bool(words) and all(
        word in thing
        or (
            word.isalpha()
            and len(word) >= MISSPELT_FROM
            and word not in lexicon.names()
            and any(_one_letter_apart(word, other) for other in thing)
        )
        for word in words
    )


def _one_letter_apart(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    if len(long) - len(short) > 1 or len(short) < MISSPELT_FROM - 1:
        return False
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    skip = 0 if len(long) > len(short) else 1
    return short[at + skip :] == long[at + 1 :]
