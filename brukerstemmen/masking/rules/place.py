"""Places: municipalities, towns and districts of the lists, and words built as places are."""

import re
from collections.abc import Iterator
from functools import cache

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading, Word
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.place"
_BEFORE = r"(?:i|fra|frå|på|til|oppi|nedi|uti|inni|borti|oppå|utpå|nedpå|bortpå|ifra)"
# In small letters only endings that hardly any ordinary word has, and only after "i" or "fra".
SMALL_LETTERS = re.compile(
    rf"\b{_BEFORE} (?P<place>(?!skan|van|san|me|pe|ped|mo|inn|utk|ned|opp|bak|tids"
    r"|[^\W\d_]*(?:arbeidet|skandalen|pedalen)\b|(?:lands|hjem|heim|barndoms|nabo|granne?)bygda\b)"
    r"[^\W\d_]{3,}(?:dalen|fjorden|vågen|sundet|eidet|bygda))\b"
)
# Where people say they live or come from, a word that no dictionary has is a place.
LIVES = re.compile(
    r"\b(?:bor|bur|bodde|budde|oppvokst|vokste opp|vaks opp|født|fødd|flytt\w*|flykt\w*|rømte|kjem"
    r"|kommer|kom|er|e|heime|hjemme|opprinnelig|reiste|dro|sendt|skulle) (?:\w+ ){0,1}"
    rf"{_BEFORE} (?P<place>[a-zæøåéäö]{{4,}})\b"
)


ENDS_AS_PLACE = re.compile(
    rf"\b(?:{_BEFORE}|ved|mot|nær|utenfor|utanfor|forbi) (?P<place>[a-zæøå]{{2,}}(?:vik|vika|dal"
    r"|dalen|nes|neset|øy|øya|fjord|fjorden|sund|sundet|stad|heim|haug|våg|vågen|foss|fossen|ås|åsen|moen|rud"
    r"|(?<!hu)set|seter|sæter|bygda|eid|eidet|strand|tveit|vang|vær|havn|hamn|voll|vollen|skog|berg|bakken"
    r"|lia|løkka|elva|land))\b"
)


def find(reading: Reading) -> Iterator[Span]:
    """Listed places, and capitals inside a sentence on words that end as places do."""
    several = lexicon.phrases("municipalities", "towns", "districts", "regions", "countries")
    yield from reading.spans(several, Label.PLACE, 0.9, SOURCE, Why.PLACE_IN_LIST)
    yield from reading.spans(SMALL_LETTERS, Label.PLACE, 0.4, SOURCE, Why.PLACE_ENDING, "place")
    yield from _where_people_live(reading)
    for index, word in enumerate(reading.words):
        after = index and reading.words[index - 1].lower in lexicon.words("before_places")
        if score := _listed(reading, word, bool(after)):
            # "Hamar" is a family name too; a preposition settles it.
            score = 0.97 if after and word.has_capital else score
            yield Span(word.start, word.end, Label.PLACE, score, SOURCE, Why.PLACE_IN_LIST)
        elif not word.opens and reading.may_be_a_name(word) and _ending().fullmatch(word.lower):
            # "Bakken" and "Sletta" are family names too: more than a name's score after "på".
            score = 0.85 if after else 0.75
            yield Span(word.start, word.end, Label.PLACE, score, SOURCE, Why.PLACE_ENDING)


def _where_people_live(reading: Reading) -> Iterator[Span]:
    for match in ENDS_AS_PLACE.finditer(reading.text):
        if lexicon.is_unknown(match.group("place"), reading.lang):
            yield Span(*match.span("place"), Label.PLACE, 0.5, SOURCE, Why.PLACE_ENDING)
    for match in LIVES.finditer(reading.text):
        word = match.group("place")
        strange = lexicon.is_unknown(word, reading.lang) and not lexicon.is_people(word)
        if strange and not any(base in lexicon.nobodys() for base in lexicon.base_forms(word)):
            score = 0.3 if lexicon.is_built(word) else 0.5
            yield Span(*match.span("place"), Label.PLACE, score, SOURCE, Why.PLACE_ENDING)


def _listed(reading: Reading, word: Word, after: bool) -> float:
    listed = [base for base in lexicon.base_forms(word.lower) if base in lexicon.places()]
    if not listed:
        return 0
    verbs = reading.lang == "nn" and word.lower in lexicon.words("ambiguous_nn")
    if verbs and not word.has_capital and not after:
        return 0  # "førde" is led there, but for "i førde"
    if all(base in lexicon.words("ambiguous") for base in listed):
        return 0.75 if word.is_titled and not word.opens else 0
    return 0.9 if word.has_capital else 0.6


@cache
def _ending() -> re.Pattern[str]:
    endings = "|".join(sorted(lexicon.words("place_endings")))
    return re.compile(rf"(?:\w{{2,}})?(?:{endings})s?")
