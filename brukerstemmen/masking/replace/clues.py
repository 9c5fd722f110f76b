"""Other words for clues that point at somebody without a name: what was meant, told wider.

Each shape is a turn of phrase the clue stands in. All of the phrase is replaced, so that the
sentence still reads.
"""

import re
from dataclasses import dataclass

from brukerstemmen.masking.replace.around import Around, Offer, Words
from brukerstemmen.masking.spans import Why

_PEOPLE = r"(?:samisk\w*|[a-zæøå]+sk|[A-Z][a-z]+)"
_SPEAK = r"(?:snakke|snakka|prate|prata|speak|talk)"


@dataclass(frozen=True)
class Shape:
    """A phrase, and what may stand for it. Groups of the pattern may be used in the words.

    whys: the reasons it is for; none: any.
    """

    pattern: re.Pattern[str]
    words: Words
    whys: frozenset[Why] = frozenset()


def _shape(pattern: str, nb: str, nn: str, en: str, *whys: Why) -> Shape:
    said = {"nb": nb.split("|"), "nn": nn.split("|"), "en": en.split("|")}
    return Shape(re.compile(pattern, re.IGNORECASE), said, frozenset(whys))


_TONGUES = (Why.SPOKEN_LANGUAGE, Why.TELLS_ORIGIN)
SHAPES = (
    _shape(rf"\b(?:om|whether|if) (?P<who>jeg|eg|vi|me|i|we) (?P<will>\w+) (?:to )?{_SPEAK} [\w-]+",
           "hvilket språk {who} {will} snakke|om {who} {will} snakke morsmålet mitt",
           "kva språk {who} {will} snakke|om {who} {will} snakke morsmålet mitt",
           "which language {who} {will} speak|whether {who} {will} speak my own language",
           *_TONGUES),
    _shape(r"\b(?:(?:et|en|ei|eit|ein|a) )?(?P<what>[^\W\d_]+) (?:på|in) [\w-]+"
           r"(?: (?:også|òg|too|as well)\b)?",
           "{what} på flere språk|{what} på flere språk enn norsk|{what} på morsmålet",
           "{what} på fleire språk|{what} på fleire språk enn norsk|{what} på morsmålet",
           "{what} in several languages|{what} in more languages", *_TONGUES),
    _shape(r"\b(?:snakker|snakkar|snakke|prater|speak|speaks|talk) [\w-]+",
           "snakker et annet språk|har et annet morsmål",
           "snakkar eit anna språk|har eit anna morsmål",
           "speak another language|have another first language", *_TONGUES),
    _shape(r"[^.!?\n]*\b(?:kjent|kjend|kjenner|kjenne|known)\b[^.!?\n]*[.!?]?",
           "Jeg hørte at jeg var kjent fra før.|De snakket om meg som en de visste om.|",
           "Eg høyrde at eg var kjend frå før.|Dei snakka om meg som ein dei visste om.|",
           "I heard that they knew of me.|", Why.KNOWN_BEFORE),
    _shape(r"\b(?P<verb>(?:jobb|arbeid|work)\w*) (?:på|i|ved|hos|som|at|in|as|for) [^.!?,;\n]+?"
           r"(?=$|[.!?,;\n]|\bi [A-ZÆØÅ]| (?:og|men|så|når|da|and|but)\b| (?-i:i|på|in|at) )",
           "{verb} et lite sted|{verb} et sted med få ansatte|er i jobb|har et arbeid",
           "{verb} ein liten stad|{verb} ein stad med få tilsette|er i jobb|har eit arbeid",
           "{verb} in a small place|have a job", Why.TELLS_WORKPLACE, Why.RARE_WORK),
    _shape(r"\b(?P<who>jeg|eg|vi|me|i) (?:er|var) (?:den|dei|de) (?:eneste|einaste)[^.!?,;\n]*",
           "{who} er en av få|det er ikke mange som meg",
           "{who} er ein av få|det er ikkje mange som meg",
           "{who} am one of a few", Why.WORD_OF_FEW),
    _shape(r", (?:(?:det|there) (?:er|var|is|are) |(?:for|og|vi|me|we)\b)[^.!?,;\n]*",
           "|, vi er ikke mange", "|, vi er ikkje mange", "|, we are not many", Why.WORD_OF_FEW),
    _shape(r"[^.!?\n]*[.!?]?", "|Vi er ikke mange.", "|Vi er ikkje mange.", "|We are not many.",
           Why.WORD_OF_FEW),
    _shape(r"\b(?P<who>hun|han|ho|hen|dama|mannen|she|he)\b[^.!?,;\n]{0,30} (?:på|i|ved|hos|at|in)"
           r" (?:the )?[\w-]+",
           "{who} jeg snakket med,|en jeg snakket med,|en ansatt",
           "{who} eg snakka med,|ein eg snakka med,|ein tilsett",
           "somebody I talked to|a member of staff", Why.PERSON_AT_OFFICE),
    _shape(r"\berfaring\w*|\bpeer (?:support )?worker\w*",
           "hun med egen erfaring|han med egen erfaring|en med egen erfaring|en ansatt",
           "ho med eiga erfaring|han med eiga erfaring|ein med eiga erfaring|ein tilsett",
           "someone with own experience|a member of staff", Why.SINGLE_ROLE),
)  # fmt: skip
# What a clue of each kind may be called where no turn of phrase fits.
PLAIN: dict[Why, Words] = {
    Why.SINGLE_ROLE: {
        "nb": ("en ansatt", "en fagperson", "en av dem som jobber der"),
        "nn": ("ein tilsett", "ein fagperson", "ein av dei som jobbar der"),
        "en": ("a member of staff", "a professional"),
    },
    Why.RARE_WORK: {
        "nb": ("en jobb", "et yrke", "på jobben"),
        "nn": ("ein jobb", "eit yrke", "på jobben"),
        "en": ("a job", "at work"),
    },
    Why.TELLS_WORKPLACE: {
        "nb": ("er i jobb", "har et arbeid"),
        "nn": ("er i jobb", "har eit arbeid"),
        "en": ("have a job", "work"),
    },
    Why.PERSON_AT_OFFICE: {
        "nb": ("en jeg snakket med,", "en ansatt"),
        "nn": ("ein eg snakka med,", "ein tilsett"),
        "en": ("somebody I talked to", "a member of staff"),
    },
    Why.SPOKEN_LANGUAGE: {
        "nb": ("morsmålet mitt", "et annet språk", "språket vårt"),
        "nn": ("morsmålet mitt", "eit anna språk", "språket vårt"),
        "en": ("my own language", "another language"),
    },
    Why.TELLS_ORIGIN: {
        "nb": ("morsmålet mitt", "bakgrunnen min", "der jeg kommer fra"),
        "nn": ("morsmålet mitt", "bakgrunnen min", "der eg kjem frå"),
        "en": ("my own language", "my background"),
    },
    Why.SPECIAL_CATEGORY: {
        "nb": ("den jeg er", "det jeg tror på", "noe som er viktig for meg"),
        "nn": ("den eg er", "det eg trur på", "noko som er viktig for meg"),
        "en": ("who I am", "what I believe", "something that matters to me"),
    },
    Why.RARE_CONDITION: {
        "nb": ("en sykdom", "diagnosen min", "en sjelden sykdom"),
        "nn": ("ein sjukdom", "diagnosen min", "ein sjeldan sjukdom"),
        "en": ("an illness", "my diagnosis", "a rare illness"),
    },
    Why.KNOWN_EVENT: {
        "nb": ("noe som skjedde", "det som hendte", "en vond hendelse"),
        "nn": ("noko som skjedde", "det som hende", "ei vond hending"),
        "en": ("something that happened", "what happened"),
    },
    Why.FAMILY_TOLD: {
        "nb": ("familien min", "noe som gjelder familien", "de nærmeste mine"),
        "nn": ("familien min", "noko som gjeld familien", "dei nærmaste mine"),
        "en": ("my family", "something about my family"),
    },
    Why.KNOWN_BEFORE: {
        "nb": ("en de visste om", "kjent for dem"),
        "nn": ("ein dei visste om", "kjend for dei"),
        "en": ("somebody they knew of", "no stranger"),
    },
}
ANYTHING: Words = {
    "nb": ("noe personlig", "noe jeg ikke går nærmere inn på"),
    "nn": ("noko personleg", "noko eg ikkje går nærare inn på"),
    "en": ("something personal", "something I will not go into"),
}


def offer(around: Around) -> Offer:
    """Words for a clue: for the phrase it stands in, or for the clue alone."""
    why = around.span.why
    for shape in SHAPES:
        if why in shape.whys and (covered := around.covered(shape.pattern)):
            return in_shape(around, shape.words, *covered)
    return around.offer(around.say(PLAIN.get(why, ANYTHING)))


def in_shape(around: Around, words: Words, offset: int, match: re.Match[str]) -> Offer:
    """The words for all that a pattern has matched, which begins at offset plus its start."""
    start = match.start() + offset
    # The blank before a sentence is not part of it.
    start += len(match.group()) - len(match.group().lstrip())
    groups = {name: _as_said(text or "") for name, text in match.groupdict().items()}
    said = [word.format(**groups) for word in around.say(words)]
    back, on = around.span.start - start, match.end() + offset - around.span.end
    return around.offer(said, back, on)


def _as_said(text: str) -> str:
    return text if text == "I" else text.lower()
