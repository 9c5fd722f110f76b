"""What a person can choose from for each hit, and the text with what was chosen."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from brukerstemmen.masking.lexicon import LANGUAGES
from brukerstemmen.masking.replace import clues, numbers, people, places, selected, times
from brukerstemmen.masking.replace.around import Around, Offer, capital
from brukerstemmen.masking.replace.naming import Naming
from brukerstemmen.masking.spans import Label, Span, Why

_BY_LABEL: dict[Label, Callable[[Around], Offer]] = {
    Label.PERSON: people.offer,
    Label.PLACE: places.offer_place,
    Label.ORG: places.offer_organisation,
    Label.ADDRESS: places.offer_address,
    Label.DATE: times.offer_date,
    Label.AGE: times.offer_age,
    Label.QUASI: clues.offer,
}
_CLOSING = frozenset(",.;:!?)")
_OPENS = re.compile(r"(?:^|[.!?\n]\s*[\u00ab\u201c\"]?)$")


@dataclass(frozen=True)
class Pick:
    """What somebody chose, or wrote, for text[start:end]."""

    start: int
    end: int
    words: str


def offer(text: str, span: Span, lang: str, naming: Naming) -> Offer:
    """Words to choose from, and the stretch they replace, which holds the hit.

    A relation before a name, a preposition before a place and a clause around a clue belong to
    the stretch, so that the sentence still reads. "" leaves the stretch out.
    naming: who is who in the meeting; who is new here gets a number in it.
    Raises IndexError if the span does not lie in the text.
    """
    if span.end > len(text):
        raise IndexError("the span does not lie in the text")
    around = Around(text, span, lang if lang in LANGUAGES else "nb", naming)
    return _BY_LABEL.get(span.label, numbers.offer)(around)


def offer_marked(text: str, start: int, end: int, lang: str, naming: Naming) -> Offer:
    """The same for text[start:end], which a person has marked and no rule has found.

    Raises ValueError if the stretch is empty.
    """
    unexplained = Span(start, end, Label.QUASI, 1.0, "by_hand", Why.WORD_OF_FEW)
    around = Around(text, unexplained, lang if lang in LANGUAGES else "nb", naming)
    return selected.offer(around) or around.offer(around.say(clues.ANYTHING))


def choices(text: str, span: Span, lang: str, naming: Naming) -> list[str]:
    """The words of `offer`: two to five, the best first.

    >>> from brukerstemmen.masking.spans import Why
    >>> name = Span(12, 16, Label.PERSON, 1.0, "somebody", Why.NAME_IN_LIST)
    >>> choices("Naboen min, Kåre, sang.", name, "nb", Naming())
    ['Naboen min', 'En nabo', 'En jeg kjenner,', 'Naboen min, Person 1,']
    """
    return list(offer(text, span, lang, naming).words)


def replaced(text: str, picks: Iterable[Pick]) -> str:
    """The text with every pick in its place, and the seams mended.

    A pick that lies inside another is covered by it; of two that cross, each replaces what the
    one before it leaves.
    """
    done = ""
    before = 0
    for pick in sorted(picks, key=lambda pick: (pick.start, -pick.end)):
        if pick.end <= before:
            continue
        done = _joined(done, text[before : max(before, pick.start)], mend=bool(before))
        done = (done.rstrip(" ") if pick.words[:1] in _CLOSING else done) + pick.words
        before = pick.end
    rest = text[before:]
    if not before:
        return rest
    return _joined(done, rest, mend=True) if rest else done.rstrip(" ")


def _joined(done: str, rest: str, *, mend: bool) -> str:
    """Both, without two blanks, a comma before a full stop or a small letter where one ends."""
    if not mend or not rest:
        return done + rest
    if rest[0] in _CLOSING:
        done = done.rstrip(" ")
        done = done.removesuffix(",")
    elif rest[0] == " " and (not done or done[-1] in " \n"):
        rest = rest[1:]
    if _OPENS.search(done) and not done.endswith("...") and rest[:1].islower():
        rest = capital(rest)
    return done + rest
