"""Words to avoid in what the public reads, and what to write instead.

From the glossary and the state's advice on plain language. A small table, to be read and changed
by whoever edits.
"""

import re
from dataclasses import dataclass

_BOTH = {
    "pasient": "bruker",
    "klient": "bruker",
    "informant": "deltaker",
    "respondent": "deltaker",
    "målgruppe": "de det gjelder",
    "implementere": "ta i bruk",
    "iverksette": "sette i gang",
    "iverksetje": "setje i gang",
    "eskalere": "ta videre",
    "adekvat": "god nok",
    "vedrørende": "om",
    "vedrørande": "om",
    "i forhold til": "for, om, mot",
    "i henhold til": "etter",
    "med hensyn til": "om, for",
    "foreligge": "finnes",
    "påse": "passe på",
    "herunder": "blant annet",
    "samt": "og",
    "dersom": "hvis",
    "således": "slik",
    "fortløpende": "etter hvert",
    "hensiktsmessig": "nyttig",
    "hensiktsmessige": "nyttige",
    "tilrettelegge": "legge til rette",
    "problematikk": "problem",
    "validere": "spørre om det stemmer",
}
WORDS: dict[str, dict[str, str]] = {
    "nb": _BOTH,
    "nn": _BOTH | {"dersom": "viss", "hensiktsmessig": "nyttig", "føreliggje": "finnast"},
    "en": {
        "patient": "service user",
        "client": "service user",
        "respondent": "participant",
        "target group": "the people it is about",
        "implement": "carry out",
        "utilise": "use",
        "facilitate": "help",
        "with regard to": "about",
        "in accordance with": "by",
        "prior to": "before",
        "commence": "begin",
        "stakeholder": "those it concerns",
    },
}
# Endings a word may carry: forms of nouns, verbs and adjectives, and the s of belonging.
_ENDINGS = {
    "nb": r"(?:e|en|et|er|r|ene|ane|a|ar|te|t|s|ers|enes|erte|ert|ering|ende)?",
    "nn": r"(?:e|en|et|er|r|ene|ane|a|ar|te|t|s|ers|erte|ert|ering|ande)?",
    "en": r"(?:s|es|ed|d|ing|'s|’s)?",
}


@dataclass(frozen=True)
class Found:
    """A word as it stands in the text, what to write instead, and how many times it stands."""

    word: str
    instead: str
    times: int


def avoided(text: str, language: str) -> list[Found]:
    """The words of the table that stand in a text, the most frequent first.

    >>> [(each.word, each.times) for each in avoided("Pasienten kom. Pasienter spør.", "nb")]
    [('pasient', 2)]
    """
    ending = _ENDINGS.get(language, "")
    found = [
        Found(word, instead, len(re.findall(rf"\b{word}{ending}\b", text, re.IGNORECASE)))
        for word, instead in WORDS.get(language, {}).items()
    ]
    return sorted((each for each in found if each.times), key=lambda each: -each.times)
