"""Other words for places, addresses and services: what kind it is, never which one."""

import re
from dataclasses import dataclass

from brukerstemmen.masking.replace.around import Around, Offer, Words
from brukerstemmen.masking.replace.placeholders import bracketed
from brukerstemmen.masking.spans import Label

PREPOSITION = re.compile(
    r"\b(?P<word>i|på|fra|frå|til|ved|hos|mot|in|at|from|to|near|on) $", re.IGNORECASE
)


@dataclass(frozen=True)
class Kind:
    """A kind of place. at: what stands before it in each language: "på et sykehus"."""

    pattern: re.Pattern[str]
    words: Words
    at: tuple[str, str, str] = ("på", "på", "at")  # nb, nn, en


def _kind(pattern: str, nb: str, nn: str, en: str, at: str = "på|på|at") -> Kind:
    said = {"nb": nb.split("|"), "nn": nn.split("|"), "en": en.split("|")}
    first, second, third = at.split("|")
    return Kind(re.compile(rf"(?:{pattern})\w*", re.IGNORECASE), said, (first, second, third))


KINDS = (
    _kind(r"\w*treff(?:sted|stad)|\w*v(?:ær|er)est[ae]d|\w*aktivitets\w+|\w*dagsenter",
          "et treffsted|treffstedet", "ein treffstad|treffstaden",
          "a meeting place|the meeting place"),
    _kind(r"\w*s[jy]u?kehus|\w*hospital", "et sykehus|sykehuset", "eit sjukehus|sjukehuset",
          "a hospital|the hospital"),
    _kind(r"\w*sk[ou]le|\w*school|\w*gymnas", "en skole|skolen", "ein skule|skulen",
          "a school|the school"),
    _kind(r"nav", "NAV|et kontor", "NAV|eit kontor", "NAV|an office"),
    _kind(r"\w*dps|bup|\w*klinikk|\w*senter|\w*senteret|\w*avdeling|\w*team",
          "et behandlingssted|en tjeneste", "ein behandlingsstad|ei teneste",
          "a place of treatment|a service"),
    _kind(r"\w*kommune|\w*bydel|\w*municipality", "en kommune|kommunen", "ein kommune|kommunen",
          "a municipality|the municipality", "i|i|in"),
    _kind(r"\w*bolige?r?|\w*bustad\w*|\w*(?:bo|bu)fellesskap|\w*kollektiv|\w*housing",
          "en bolig|boligen", "ein bustad|bustaden", "a home|the home", "i|i|in"),
    _kind(r"\w*k[iy]r[kj]+[ea]|\w*church|\w*moské?", "et trossted|et sted",
          "ein stad for tru|ein stad", "a place of faith|a place"),
    _kind(r"\w*(?:fabrikk|verk|bruk|anlegg|mottak|bedrift|butikk|as|asa)",
          "en bedrift|en arbeidsplass", "ei bedrift|ein arbeidsplass",
          "a firm|a workplace", "i|i|in"),
)  # fmt: skip
# "på" goes with houses, islands and small places, "i" with towns.
SOMEWHERE: dict[str, Words] = {
    "på": {"nb": ("på et lite sted", "på treffstedet", "på et sted"),
           "nn": ("på ein liten stad", "på treffstaden", "på ein stad")},
    "i": {"nb": ("i en by", "i ei bygd", "på et lite sted"),
          "nn": ("i ein by", "i ei bygd", "på ein liten stad")},
    "fra": {"nb": ("fra en by", "fra et lite sted", "fra et annet sted")},
    "frå": {"nn": ("frå ein by", "frå ein liten stad", "frå ein annan stad"),
            "nb": ("fra en by", "fra et lite sted")},
    "til": {"nb": ("til en by", "til et lite sted", "til et annet sted"),
            "nn": ("til ein by", "til ein liten stad", "til ein annan stad")},
    "": {"nb": ("et lite sted", "en by", "stedet"),
         "nn": ("ein liten stad", "ein by", "staden"),
         "en": ("a small place", "a town", "the place")},
}  # fmt: skip
SERVICE: Words = {
    "nb": ("en tjeneste", "et tilbud", "et sted jeg fikk hjelp"),
    "nn": ("ei teneste", "eit tilbod", "ein stad eg fekk hjelp"),
    "en": ("a service", "a place I got help"),
}
HOME: Words = {
    "nb": ("i huset mitt", "der jeg bor", "hjemme"),
    "nn": ("i huset mitt", "der eg bur", "heime"),
    "en": ("in my house", "where I live", "at home"),
}
HOME_ALONE: Words = {
    "nb": ("der jeg bor", "et hus"),
    "nn": ("der eg bur", "eit hus"),
    "en": ("where I live", "a house"),
}


def offer_place(around: Around) -> Offer:
    """Words for a place, as its kind and the preposition before it ask for."""
    return _offer(around, Label.PLACE)


def offer_organisation(around: Around) -> Offer:
    """Words for a service or a firm."""
    return _offer(around, Label.ORG)


def offer_address(around: Around) -> Offer:
    """Words for an address: mostly somebody's home."""
    match = around.preceded(PREPOSITION)
    label = bracketed(Label.ADDRESS, around.lang)
    if not match:
        return around.offer([*around.say(HOME_ALONE), label])
    words = [*around.say(HOME), "", f"{match.group('word')} {label}"]
    return around.offer(words, len(match.group()))


def kind_of(around: Around, label: Label) -> Kind | None:
    """The kind of place, told by its name, or by the fuller name it has elsewhere."""
    words = (*around.written.lower().split(), *around.naming.whole(label, around.written))
    if label is Label.PLACE:
        words = (*words, *around.naming.whole(Label.ORG, around.written))
    # "sykehus" has lost what looked like a possessive.
    forms = [form for word in words for form in (word, f"{word}s")]
    return next((k for k in KINDS for form in forms if k.pattern.fullmatch(form)), None)


def _offer(around: Around, label: Label) -> Offer:
    match = around.preceded(PREPOSITION)
    numbered = bracketed(label, around.lang, around.naming.number(label, around.written))
    if not match:
        return around.offer([*_alone(around, label), numbered])
    before = match.group("word")
    words = [*_after(around, label, before.lower()), "", f"{before} {numbered}"]
    return around.offer(words, len(match.group()))


def _alone(around: Around, label: Label) -> list[str]:
    kind = kind_of(around, label)
    if kind:
        return around.say(kind.words)
    return around.say(SERVICE if label is Label.ORG else SOMEWHERE[""])


def _after(around: Around, label: Label, before: str) -> list[str]:
    """At most three, so that leaving it out and the neutral expression are among the five."""
    kind = kind_of(around, label)
    at = (
        kind.at[("nb", "nn", "en").index(around.lang) if around.lang in ("nn", "en") else 0]
        if kind and before in ("i", "på", "ved", "hos", "in", "at", "on")
        else before
    )
    if kind or label is Label.ORG:
        return [f"{at} {word}" for word in _alone(around, label)][:3]
    if around.lang == "en" or before not in SOMEWHERE:
        return [f"{before} {word}" for word in _alone(around, label)]
    return around.say(SOMEWHERE[before])
