"""Clues without a name: few people do this work, speak this language, hold this post.

Only a person can tell what they give away here and now, so they are shown and never replaced.
"""

import re
from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.numbers import SMALL
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.indirect"
_ONLY = r"(?:bare|berre|kun|only|just)"
_ONE = r"(?:én|en|ein|ett|one|1)"
_FEW = rf"(?:{SMALL}|[2-9])"
FEW = (
    r"\b(?:jeg|eg|vi|me|i|we)(?:'m| am| er| var| was| are)? (?:den |de |dei |the )?"
    r"(?:eneste|einaste|only (?:one|woman|man|person))\b(?: \w+)?(?: som\b)?",
    # "den eneste her", never "det eneste jeg fikk"
    r"\b(?:den|de|dei|the) (?:eneste|einaste|only) (?:\w+ )?(?:her|i|på|av|here|in|at)\b",
    # "eneste tamil i bygda"
    r"(?<!\bdet )\b(?:eneste|einaste) (?!gang|dag|time|ting|svar)\w+ (?:i|på|av)\b",
    rf"\b(?:(?:vi|me|we) (?:er|var|are|were) )?{_ONLY} (?:vi |oss |us )?(?:{_FEW}|{_ONE})"
    r"(?: stykker| stykk| personar| personer)? (?:av|of) (?:oss|dem|dei|us|them)\b",
    rf"\b(?:vi|me|we) (?:er|var|are|were) {_ONLY} {_FEW}\b",
    rf"\b{_ONLY} {_ONE} (?:alene|åleine|person|alone)\b(?: i (?:hele|heile) \w+)?",
    r"\b(?:alene|åleine|alone) i (?:hele|heile) \w+",
)
WORKPLACE = re.compile(
    r"\b(?:jobber|jobbar|jobba|jobbet|arbeider|arbeidar|arbeidet|arbeidde|work|works|worked"
    r"|working) (?:på|i|ved|hos|som|at|in|as|for) (?:(?:en|ei|et|eit|ett|a|an|the) )?"
    r"(?!natt|dag|kveld|skift|turnus|spreng|deltid|heltid|regel|lag\b|det\b|den\b|dette|meg\b|seg\b"
    r"|oss\b|med\b|frivillig|team|fred\b|it\b|that\b|this\b|me\b|shifts|nights|lenge|mange|flere"
    r"|årevis|årene|å\b|to\b|tre\b|sammen|en\b)[^\W\d_][\w-]*",
    re.IGNORECASE,
)
AT_OFFICE = re.compile(
    r"\b(?:hun|han|ho|hen|dama|damen|mannen|fyren|jenta|gutten|she|he|the (?:woman|man)) "
    r"(?:som (?:sitter|sit|jobber|jobbar|er) )?(?:nede |oppe |borte |over )?"
    r"(?:på|i|ved|hos|at|in) (?:the )?(?P<office>[\w-]+)",
    re.IGNORECASE,
)
KNOWN_BEFORE = re.compile(
    r"\b(?:kjent|kjend) (?:fra|frå) (?:før|tidligere|tidlegare)\b"
    r"|\bkjenner (?:meg|henne|ham|han|oss) (?:fra|frå) før\b|\bknown (?:to them )?from before\b",
    re.IGNORECASE,
)
LISTS = (
    ("rare_work", Why.RARE_WORK, 0.6),
    ("single_roles", Why.SINGLE_ROLE, 0.6),
    ("languages", Why.SPOKEN_LANGUAGE, 0.6),
    ("origins", Why.TELLS_ORIGIN, 0.6),
    ("special_categories", Why.SPECIAL_CATEGORY, 0.6),
    ("rare_conditions", Why.RARE_CONDITION, 0.6),
)
SENTENCES = (
    *((re.compile(few, re.IGNORECASE), Why.WORD_OF_FEW, 0.6) for few in FEW),
    (WORKPLACE, Why.TELLS_WORKPLACE, 0.4),
    (KNOWN_BEFORE, Why.KNOWN_BEFORE, 0.5),
)


def find(reading: Reading) -> Iterator[Span]:
    """Words of the lists, and turns of phrase that single somebody out."""
    for name, why, score in LISTS:
        yield from reading.spans(lexicon.pattern(name), Label.INDIRECT, score, SOURCE, why)
    for pattern, why, score in SENTENCES:
        yield from reading.spans(pattern, Label.INDIRECT, score, SOURCE, why)
    offices = lexicon.pattern("offices")
    for match in AT_OFFICE.finditer(reading.text):
        if offices.fullmatch(match.group("office")):
            span = match.span()
            yield Span(*span, Label.INDIRECT, 0.6, SOURCE, Why.PERSON_AT_OFFICE)
