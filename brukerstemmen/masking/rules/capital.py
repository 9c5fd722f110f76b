"""The last net: a capital inside a sentence, which Norwegian gives to names alone."""

from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.capital"


def find(reading: Reading) -> Iterator[Span]:
    """Words no list knows, so that protection does not depend on where a name comes from."""
    for index, word in enumerate(reading.words):
        if word.opens or not reading.may_be_a_name(word):
            continue
        if lexicon.is_people(word.text):
            continue  # an indirect clue, and shown as such
        place = index and reading.words[index - 1].lower in lexicon.words("before_places")
        label = Label.PLACE if place else Label.PERSON
        yield Span(word.start, word.end, label, 0.5, SOURCE, Why.CAPITAL_LETTER)
