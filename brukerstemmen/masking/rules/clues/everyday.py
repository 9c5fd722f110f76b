"""What sounds like a clue and is said by many: ordinary work, praise, wishes, figures of speech."""

import re

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Span, Why

BEFORE = 40  # characters that are read before a word
LAST_WORD = re.compile(r"[\w-]+$")
# "Lærer på den minste skolen" tells more than the work.
TELLS_WHERE = re.compile(r" (?:her|i|på|ved|for|hos|here|in|at|for|on)\b", re.IGNORECASE)
WORK = frozenset({Why.RARE_WORK, Why.FAMILY_TOLD, Why.TELLS_WORKPLACE})
# "Som et ras", "like an earthquake", "i samme båt", "leste i avisa": nobody was there.
FIGURE = re.compile(
    r"\b(?:(?:som|enn|like|than) (?:om |in |i |at |på )?(?:en|ei|ein|et|eit|a|an) (?:\w+ )?"
    r"|(?:i|in the) (?:samme|same) |(?:noe|noko|rent|reint|min egen \w+|my own worst) "
    r"|(?:les|leser|leste|lest|lese|las|read)(?: (?:om|i|in|på|about)){0,2}"
    r"(?: (?:the|den|en|a))? )$",
    re.IGNORECASE,
)
LOOSE = frozenset({Why.RARE_WORK, Why.KNOWN_EVENT, Why.WORD_OF_FEW})
WISH = re.compile(
    r"\b(?:burde|bør|skulle ønske|trenger|treng|mangler|manglar|ønsker|ønskjer|should|need|want)"
    r"(?: \w+){0,3} (?:en|ei|ein|et|eit|a|an|flere|fleire|more) $",
    re.IGNORECASE,
)
WISHED = frozenset({Why.SINGLE_ROLE, Why.RARE_WORK})
_SPEAKER = r"(?:jeg|eg|æ|jæ|jei|je|vi|me|i|we)(?:'m| am| er| e| var| va| was| were| are)? "
_ONLY = r"(?:den |det |de |dei |the )?(?:eneste|einaste|only(?: one| person)?)"
# Of staff it is praise, of a service nothing.
OF_OTHERS = re.compile(
    rf"(?!{_SPEAKER})(?:(?:han|hun|ho|he|she) \w+ )?{_ONLY}\b(?: \w+){{0,3}}? (?:som|who|that)"
    r"(?: \w+)? (?:hørte|høyrde|høyrte|lyttet|lytta|lydde|spurte|spurde|så|såg|forsto|forstod"
    r"|skjønte|skjøna|brydde|trodde|trudde|hjalp|turte|torde|torte|snakket|snakka|ringte|ringde|svarte|svara"
    r"|husket|hugsa|ga|gav|smilte|banka|banket|forklarte|hadde tid|har tid|visste|listened|asked"
    r"|saw|looked|did(?:n't)?|helped|cared|cares|understood|believed|answered|remembered"
    r"|stayed|gave|talked|explained|noticed|smiled|listens|asks|helps|understands)\b",
    re.IGNORECASE,
)
OF_THINGS = re.compile(
    rf"(?:{_SPEAKER})?{_ONLY} (?:\w+ )?(?:grunn|måte|sjanse|plass|sted|stad|ting|gang|gong|løsning"
    r"|løysing|hjelp|tilbud|tilbod|forskjell|skilnad|problem|mulighet|moglegheit|samtale"
    r"|trøst|reason|way|place|thing|time|room|help|chance|solution|difference|problem|option)\w*"
    r"|(?:\w+ ){0,2}?" + _ONLY + r" (?:i verden|i verda|in the world) (?:som|who|that)\b"
    r"|(?:i|we)(?:'m| am| was| are| were|'re) only (?!one\b|two\b|three\b|four\b)",
    re.IGNORECASE,
)

SPEAKER_BEFORE = re.compile(rf"\b{_SPEAKER}\Z", re.IGNORECASE)


def is_everyday(reading: Reading, span: Span) -> bool:
    """Whether what was taken for a clue is said by so many that it need not be shown."""
    if span.why is Why.WORD_OF_FEW and _is_praise(reading, span):
        return True
    before = reading.text[max(0, span.start - BEFORE) : span.start]
    if span.why in WISHED and WISH.search(before):
        return True
    words = reading.text[span.start : span.end]
    if span.why in LOOSE and " " not in words and FIGURE.search(before):
        return True
    return span.why in WORK and _is_ordinary_work(reading, span, words)


def _is_praise(reading: Reading, span: Span) -> bool:
    text, start = reading.text, span.start
    if OF_THINGS.match(text, start):
        return True
    of_speaker = SPEAKER_BEFORE.search(text, max(0, start - BEFORE), start)
    return of_speaker is None and OF_OTHERS.match(text, start) is not None


def _is_ordinary_work(reading: Reading, span: Span, words: str) -> bool:
    """ "Jeg er lærer", and no more: where, or for whom, would be a clue."""
    last = LAST_WORD.search(words)
    if last is None or last.group().lower() not in lexicon.words("ordinary_work"):
        return False
    return TELLS_WHERE.match(reading.text, span.end) is None
