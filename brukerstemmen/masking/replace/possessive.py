"""Whose something is, when the name is gone: "Karis hus" becomes "Person 1 sitt hus"."""

from brukerstemmen.masking import lexicon

_NEUTER = (
    *("hus", "rom", "navn", "namn", "barn", "brev", "møte", "svar", "liv", "kontor", "språk"),
    *("team", "ord", "vedtak", "nummer", "bord", "arbeid", "ønske", "ønskje", "råd", "skjema"),
    *("ark", "problem", "hjem", "besøk", "opplegg", "ansvar", "valg", "val", "forslag", "bilde"),
    *("spørsmål", "sted", "tilbud", "tilbod", "ansikt", "andlet", "blikk", "nettverk", "telefonnr"),
)
_FEMININE = ("mor", "dotter", "syster", "kone", "tante", "hytte", "seng", "bok", "tid", "røyst")
_PLURAL = ("ene", "ane", "er", "ar")


def owned(words: str, lang: str, noun: str) -> str:
    """The words as the owner of what follows.

    words: who owns it; a phrase that ends with a comma cannot own and stays.
    noun: what is owned, in lower case; "" if nothing follows.

    >>> owned("Person 1", "nb", "hus"), owned("a neighbour", "en", "house")
    ('Person 1 sitt', "a neighbour's")
    """
    if not words or words.endswith(","):
        return words
    if lang == "en":
        return f"{words}'s"
    return f"{words} {_pronoun(noun, nynorsk=lang == 'nn')}"


def _pronoun(noun: str, *, nynorsk: bool) -> str:
    if noun.endswith(_NEUTER):
        return "sitt"
    if nynorsk and noun.endswith(_FEMININE):
        return "si"
    someone = noun in lexicon.words("roles", "kin")
    return "sine" if len(noun) > 4 and noun.endswith(_PLURAL) and not someone else "sin"
