"""The expressions that stand where something was taken out; the finder never finds them."""

import re

from brukerstemmen.masking.spans import Label

WORDING: dict[str, dict[Label, str]] = {
    "nb": {
        Label.PERSON: "navn",
        Label.PLACE: "sted",
        Label.ADDRESS: "adresse",
        Label.PHONE: "telefonnummer",
        Label.EMAIL: "e-postadresse",
        Label.URL: "nettadresse",
        Label.DATE: "dato",
        Label.AGE: "alder",
        Label.ID_NUMBER: "fødselsnummer",
        Label.ORG: "virksomhet",
        Label.HANDLE: "brukernavn",
        Label.VEHICLE: "bilnummer",
        Label.ACCOUNT: "kontonummer",
    },
    "nn": {
        Label.PERSON: "namn",
        Label.PLACE: "stad",
        Label.ADDRESS: "adresse",
        Label.PHONE: "telefonnummer",
        Label.EMAIL: "e-postadresse",
        Label.URL: "nettadresse",
        Label.DATE: "dato",
        Label.AGE: "alder",
        Label.ID_NUMBER: "fødselsnummer",
        Label.ORG: "verksemd",
        Label.HANDLE: "brukarnamn",
        Label.VEHICLE: "bilnummer",
        Label.ACCOUNT: "kontonummer",
    },
    "en": {
        Label.PERSON: "name",
        Label.PLACE: "place",
        Label.ADDRESS: "address",
        Label.PHONE: "phone number",
        Label.EMAIL: "e-mail address",
        Label.URL: "web address",
        Label.DATE: "date",
        Label.AGE: "age",
        Label.ID_NUMBER: "identity number",
        Label.ORG: "organisation",
        Label.HANDLE: "user name",
        Label.VEHICLE: "number plate",
        Label.ACCOUNT: "account number",
    },
}
PERSON = "Person"  # "Person 1": the same word in all three languages
_EVERY = sorted({word for words in WORDING.values() for word in words.values()}, key=len)
# What is written here, so that nothing in it is ever taken for a find. A telephone number after
# the word "Person" is no placeholder.
PLACEHOLDER = re.compile(
    rf"\[(?:{'|'.join(map(re.escape, reversed(_EVERY)))})(?: \d+)?\]"
    rf"|\b{PERSON} \d{{1,3}}(?![\w\u0300-\u036f]|[ .,/:-]{{0,3}}\d)"
    # Ten years of a life; "midt i 40-årene" is closer than that.
    r"|(?<!midt )(?<!seint )(?<!sent )(?<!tidlig )(?<!tidleg )\bi [2-8]0-år(?:ene|a)\b"
)

# What a model reads in the place of an expression, so that it reads the words around it as before.
_READ_AS = {
    Label.PERSON: "Kari",
    Label.PLACE: "Oslo",
    Label.ADDRESS: "Storgata",
    Label.ORG: "Røde Kors",
    Label.HANDLE: "kari88",
    Label.AGE: "30 år",
}
_READ = {
    word: _READ_AS.get(label, "1990") for words in WORDING.values() for label, word in words.items()
}


def stood_in(text: str) -> str:
    """The text as models read it: in each bracket something of its kind, and as long as before.

    >>> stood_in("Dr. [navn] sa det.")
    'Dr. Kari   sa det.'
    """

    def written(match: re.Match[str]) -> str:
        told = _READ.get(match[0].strip("[] 0123456789"), match[0])
        told = told if any(map(str.isupper, text)) else told.lower()
        return told.ljust(len(match[0]))

    return PLACEHOLDER.sub(written, text)


def bracketed(label: Label, lang: str, number: int = 0) -> str:
    """The neutral expression for one thing.

    number: which of several of its kind; 0 if there is only one.

    >>> bracketed(Label.PLACE, "nb", 2)
    '[sted 2]'
    """
    word = WORDING.get(lang, WORDING["nb"])[label]
    return f"[{word} {number}]" if number else f"[{word}]"
