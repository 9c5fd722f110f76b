"""What somebody is called on the net: @kari_88, "på insta heter jeg kari_88"."""

import re
from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.handle"
_SERVICE = (
    r"(?:insta(?:gram)?(?:en)?|snap(?:chat)?(?:en)?|tik ?tok(?:en)?|discord|twitter|twitch|reddit"
    r"|steam|signal|telegram|messenger|facebook|face|youtube|bluesky|kik|jodel|linkedin|whatsapp"
    r"|onlyfans|playstation|xbox)"
)
_SAID = r"(?:heter|heiter|hette|er|kalles|kaller|kallar|bruker|brukar|am|is|called|go by)"
_ME = r"(?:jeg|eg|hun|ho|han|hen|vi|i|she|he|they)"
_NAME = r"(?P<name>@?[\w.-]{2,40}\w)"
_MARKED = r"(?P<name>(?=[\w.-]{0,40}[\d_])@?[\w.-]{2,40}\w)"  # a digit or _: no ordinary word

AT = re.compile(r"(?<![\w.@])@ ?(?P<name>[\w.-]{2,60}\w)")
DISCORD = re.compile(r"(?<![\w#])(?P<name>[\w.]{2,32}#\d{4})(?!\w)")
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?:på|on) {_SERVICE},? {_SAID} {_ME}(?: meg| called)? {_NAME}",
        rf"\b(?:på|on) {_SERVICE},? {_ME}(?:'m| {_SAID})(?: meg| called)? {_NAME}",
        rf"\b{_ME}(?:'m| {_SAID})(?: meg| called)? {_MARKED},? (?:på|on) {_SERVICE}\b",
        rf"\b(?:snap|insta|discord|tiktok|bruker|nick)(?:navn)?: ?{_NAME}",
        rf"\b(?:min|mi|my|hans|hennes|her|his) {_SERVICE}(?:[ -]?(?:konto|profil|bruker))?"
        rf"(?: {_SAID}|:) {_MARKED}",
        rf"\b{_SERVICE}(?:en|profilen|kontoen)? (?:min|mi|hans|hennes)(?: {_SAID}|:) {_MARKED}",
        r"\b(?:bruk[ea]rna[vm]n|bruk[ea]rna[vm]net|nick(?:et|name)?|kallenavn(?:et)? på nettet"
        rf"|user ?name|screen name)(?: mitt| hans| hennes)?(?: {_SAID}|:) (?:jo )?{_NAME}",
        rf"\b(?:bruk[ea]r|navnet|namnet|name|kontoen|profilen|nick)(?:en|navn)? {_MARKED}",
        rf"\b(?:skriver|skriv|logger inn|loggar inn|poster|postar|heter|heiter|spiller|log in|post"
        rf"|write|known) (?:der |på nett(?:et)? |bare |online )?(?:som|as) {_MARKED}",
        rf"\b(?:følg|følge|legg|legge|finn|find|add|follow) (?:meg|me)(?: til)?(?: på| on)?"
        rf"(?: {_SERVICE})?(?: som| as)?[,:]? {_MARKED}",
        rf"\b(?:på|on) {_SERVICE}(?: som| as|:|,) {_MARKED}",
        rf"{_MARKED} (?:på|on) {_SERVICE}\b",
        rf"\b(?:profilen|kontoen|brukeren|profile|handle) (?:min |mi )?(?:{_SAID}|:) {_MARKED}",
    )
)


def find(reading: Reading) -> Iterator[Span]:
    """Names after an at sign, and where it is told what somebody is called on a service."""
    for match in AT.finditer(reading.text):
        yield _handle(match.span(), 0.9)
    for match in DISCORD.finditer(reading.text):
        yield _handle(match.span(), 0.9)
    for form in FORMS:
        for match in form.finditer(reading.text):
            if match["name"].lower() not in lexicon.function_words():
                yield _handle(match.span("name"), 0.8)


def _handle(span: tuple[int, int], score: float) -> Span:
    return Span(*span, Label.HANDLE, score, SOURCE, Why.LOOKS_LIKE_USER_NAME)
