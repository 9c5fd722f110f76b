"""Other words for what a person has marked by hand: mostly people and days told too closely."""

import re

from brukerstemmen.masking.replace import clues, places, times
from brukerstemmen.masking.replace.around import Around, Offer, Words, any_of
from brukerstemmen.masking.replace.people import kind_of

_SOMEBODY = any_of("kin", "roles")
ONE_OF_THEM: Words = {
    "nb": ("en fagperson", "en ansatt", "en jeg møtte"),
    "nn": ("ein fagperson", "ein tilsett", "ein eg møtte"),
    "en": ("a professional", "a member of staff", "somebody I met"),
}
ANOTHER: Words = {"nb": ("en annen",), "nn": ("ein annan",), "en": ("somebody else",)}
CHILDREN: Words = {
    "nb": ("ungene", "barna", "noen barn"),
    "nn": ("ungane", "barna", "nokre barn"),
    "en": ("the children", "some children"),
}
EVERYBODY: Words = {
    "nb": ("alle", "mange", "de andre"),
    "nn": ("alle", "mange", "dei andre"),
    "en": ("everybody", "many", "the others"),
}
SOMEBODY = re.compile(
    rf"(?:(?:en|ei|et|ein|eit|a|an|the) )?(?P<who>{_SOMEBODY})"
    r"(?: (?P<owner>min|mi|mitt|mine|vår))?",
    re.IGNORECASE,
)
ONE_OF = re.compile(r"(?:en|ei|ein|one) (?:av|of) [^\W\d_]+", re.IGNORECASE)
SOME_CHILDREN = re.compile(
    r"(?:[^\W\d_]+|\d+) (?:små )?(?:unger|ungar|barn|children|kids)", re.IGNORECASE
)
SERVICE = re.compile(r"(?:på|i|ved|hos|at|in|from|fra|frå|til) [A-ZÆØÅ]{2,}")
WHOLE = re.compile(r"(?:hele|heile|the whole) [^\W\d_]+", re.IGNORECASE)


def offer(around: Around) -> Offer | None:
    """Words for the marked stretch; None if it is none of these."""
    written = around.written
    if ONE_OF.fullmatch(written):
        return around.offer(around.say(ONE_OF_THEM))
    if SOME_CHILDREN.fullmatch(written):
        return around.offer(around.say(CHILDREN))
    if WHOLE.fullmatch(written):
        return around.offer(around.say(EVERYBODY))
    if match := SOMEBODY.fullmatch(written):
        return _somebody(around, match)
    return times.offer_weekdays(around) or _service(around)


def _service(around: Around) -> Offer | None:
    """ "på BUP": a service by its short name, with the preposition before it."""
    if not SERVICE.fullmatch(around.written):
        return None
    preposition = around.written.split()[0]
    return around.offer(["", *(f"{preposition} {word}" for word in around.say(places.SERVICE)[:2])])


def _somebody(around: Around, match: re.Match[str]) -> Offer:
    """Which kind of person it is, without gender or post."""
    kind = kind_of(match.group("who"))
    owner = match.group("owner") or ""
    said = around.say(kind.words) if kind else []
    named = [word.format(s=f" {owner}" if owner else "").strip() for word in said]
    last = around.say(ANOTHER) if kind and kind.at_work else around.say(clues.ANYTHING)[:1]
    return around.offer([*named, *last])
