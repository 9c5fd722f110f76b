"""Other words for telephone numbers, addresses on the net, and numbers of people and things."""

import re

from brukerstemmen.masking.replace.around import Around, Offer, Words
from brukerstemmen.masking.replace.placeholders import bracketed
from brukerstemmen.masking.spans import Label

WORDS: dict[Label, Words] = {
    Label.PHONE: {
        "nb": ("nummeret mitt", "et nummer"),
        "nn": ("nummeret mitt", "eit nummer"),
        "en": ("my number", "a number"),
    },
    Label.EMAIL: {
        "nb": ("e-post", "e-posten min"),
        "nn": ("e-post", "e-posten min"),
        "en": ("e-mail", "my e-mail"),
    },
    Label.URL: {
        "nb": ("en nettside",),
        "nn": ("ei nettside",),
        "en": ("a web page",),
    },
    Label.HANDLE: {
        "nb": ("brukernavnet mitt", "en profil på nett"),
        "nn": ("brukarnamnet mitt", "ein profil på nett"),
        "en": ("my user name", "a profile on the net"),
    },
    Label.VEHICLE: {
        "nb": ("bilen", "en bil"),
        "nn": ("bilen", "ein bil"),
        "en": ("the car", "a car"),
    },
    Label.ACCOUNT: {
        "nb": ("kontoen min", "et kontonummer"),
        "nn": ("kontoen min", "eit kontonummer"),
        "en": ("my account", "an account number"),
    },
    Label.ID_NUMBER: {
        "nb": ("nummeret mitt", "nummeret"),
        "nn": ("nummeret mitt", "nummeret"),
        "en": ("my number", "the number"),
    },
}
# ". Jeg sa 14897731232 høyt": without the number the sentence says nothing.
SAID_ALOUD = re.compile(r"[.,;]? ?\b(?P<who>jeg|eg|i) (?P<said>sa|sa opp|måtte si|said) $", re.I)
ALOUD = re.compile(r" (?:høyt|høgt|out loud|aloud|til henne|til han|til ham)\b")
TOWARDS = re.compile(r"\b(?:til|to|på|at) $", re.IGNORECASE)
BESIDE = re.compile(r",? $")


def offer(around: Around) -> Offer:
    """Words for a number or an address on the net. Beside a noun it can simply go."""
    label = around.span.label
    words = [*around.say(WORDS[label]), bracketed(label, around.lang)]
    if label is Label.ID_NUMBER and (aloud := around.preceded(SAID_ALOUD)):
        return _said(around, aloud, words)
    if around.before.endswith(", ") and around.after[:1] in (",", ".", ""):
        words = ["", *(f", {word}{around.after[:1]}" for word in words)]
        return around.offer(words if around.after[:1] == "," else _open(words), 2, _closing(around))
    if (towards := around.preceded(TOWARDS)) and label in (Label.EMAIL, Label.URL, Label.HANDLE):
        said = [words[0], *(f"{towards.group()}{word}" for word in words[1:]), ""]
        return around.offer(said, len(towards.group()))
    return around.offer([*words, ""])


def _closing(around: Around) -> int:
    return 1 if around.after[:1] == "," else 0


def _open(words: list[str]) -> list[str]:
    """The same where a full stop follows, which stays in the text."""
    return [word.removesuffix(".") for word in words]


def _said(around: Around, said: re.Match[str], words: list[str]) -> Offer:
    after = ALOUD.match(around.after)
    tail = after.group() if after else ""
    kept = [f"{said.group()}{word}{tail}" for word in words]
    return around.offer(["", *kept], len(said.group()), len(tail), sets_capital=False)
