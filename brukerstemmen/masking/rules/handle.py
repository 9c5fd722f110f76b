"""What somebody is called on the net: @kari_88, "på insta heter jeg kari_88"."""

import re
from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.handle"
SHORTEST_WORD = 5  # letters; people choose longer words to be called by
_SERVICE = (
    r"(?:insta(?:gram)?(?:en|'?n|-en)?|snap(?:pen|en|chat)?(?:en|'?n)?|tik ?tok(?:en)?|discord"
    r"|twitter|twitch|reddit"
    r"|steam|signal|telegram|messenger|facebook|face|youtube|bluesky|kik|jodel|linkedin|whatsapp"
    r"|onlyfans|playstation|psn|xbox|fortnite|minecraft|roblox|vipps|tinder|grindr|hinge|skype"
    r"|blogg(?:en)?"
    r"|nett(?:et)?|youtube-?kanalen|soundcloud|spotify|strava|forum(?:et)?|chat(?:ten)?"
    r"|spill(?:et)?|spel(?:et)?|online|wow|world of warcraft|lol|valorant|fifa"
    r"|gaming|mastodon|quora|flashback|kvinneguiden|threads|be ?real|pinterest|tumblr"
    r"|teams)"
)
_SAID = (
    r"(?:heter|heiter|hette|het|heitte|er|e|kalles|kaller|kallar|bruker|brukar|am|is|called|go by)"
)
_ME = r"(?:jeg|eg|hun|ho|han|hen|vi|i|she|he|they)"
_NAME = r"(?P<name>@?[\w.-]{2,40}\w)"
# A digit, _ or a point inside: no ordinary word.
_MARKED = r"(?P<name>(?=[\w.-]{0,40}(?:[\d_]|\w\.\w))@?[\w.-]{2,40}\w)"
_WHOSE = r"(?:(?:min|mi|my|hans|hennes|hennar|her|his|vår) )"
_QUOTE = r"[\u00ab\"\u201c'\u201d]"
_IS_NAME = r"(?:heter|heiter|er|e|is|called|kalles|:|=)"

AT = re.compile(r"(?<![\w.@])@ ?(?P<name>[\w.-]{2,60}\w)")
# A line under, or letters with a year: no word is written so.
UNDER = re.compile(r"(?<![\w.@/-])(?=\w*[^\W\d_])[^\W_]\w{1,30}_[\w.]{0,60}(?<!\.)(?![\w@])")
WITH_DIGITS = re.compile(r"(?<![\w.@/-])[^\W\d_]{4,20}(?:\d{2}|(?:19|20)\d\d|\d)(?![\w%]|[.,/-]\d)")
# How a forum writes who somebody is: "u/stillevann".
OF_FORUM = re.compile(r"(?<![\w/])(?:u|r)/[\w-]{3,30}(?!\w)")
TWO_WORDS = re.compile(
    r"\b(?:søk(?: opp)?|søke|let|leit|finn(?: meg)?|add|heter|heiter|hette|er|e) (?:på "
    r"|etter |som )?"
    rf"(?P<name>[\w.]{{3,20}} (?!på\b|som\b|der\b)[\w.]{{2,20}}) (?:på|on) {_SERVICE}\b",
    re.IGNORECASE,
)
POINTED = re.compile(
    r"\b(?:kontoen|profilen|brukeren|brukaren|bloggen|kanalen|account|profile)(?: min| mi| hans"
    r"| hennes)? (?P<name>(?![\w.-]*\.(?:no|com|org|net|info|io|eu|blog)\b)"
    r"[\w-]{2,20}\.[\w.-]{1,20}\w)",
    re.IGNORECASE,
)
NO_HANDLE = re.compile(
    r"(?:covid|korona|corona|lov|versjon|windows|http|nrk|kanal|apotek|side|rom)\d", re.IGNORECASE
)
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

# What is said to be the name there, by any word that no dictionary has.
LOOSE = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_WHOSE}{_SERVICE}(?:[ -]?(?:konto|profil|bruker|navn))? ?{_IS_NAME} ?{_NAME}",
        rf"\b{_SERVICE}(?:en|profilen|kontoen)? (?:min|mi|hans|hennes|mine) ?{_IS_NAME} {_NAME}",
        rf"\b(?:søk|søke|leit|let|search|look) (?:meg )?(?:på|opp|etter|for|up) {_NAME}"
        rf",? (?:på|on|i) {_SERVICE}\b",
        rf"\b{_ME}(?:'m| {_SAID})(?: meg| called| by)? {_NAME},? (?:på|on) {_SERVICE}\b",
        rf"\b(?:go|goes|went|går|gjekk) (?:by|under)(?: navnet| namnet| nicket| the name)? {_NAME}",
        rf"\b(?:under|med) (?:navnet|namnet|nicket|pseudonymet|kallenavnet|aliaset|psevdonymet)"
        rf" {_NAME}",
        r"\b(?:blogger|bloggar|streamer|streamar|gamer|gamar|tvitrer|spiller|spelar|poster|postar"
        rf"|skriver|skriv|tegner|legger ut|stream|blog|post|play|game) (?:som|as) {_NAME}",
        r"\b(?:gamer ?tag|nick(?:et|name)?|alias(?:et)?|brukar?namn(?:et)?|bruker(?:en|navnet"
        r"|navn)?"
        r"|kontoen|profilen|kanalen|user ?name|handle|screen name)(?: mitt| min| mi| hans| hennes)?"
        rf"(?: (?:på|on|i) {_SERVICE})? {_IS_NAME} (?:jo |visst |bare )?{_NAME}",
        rf"\bgamer ?tag(?:gen|en)?(?: min)? {_IS_NAME} {_NAME}",
        rf"\b(?:legg|legge|add|adde?|følg|følge|finn|finne|skriv|find|follow|message"
        rf"|text)\b.{{0,25}}\b"
        rf"{_SERVICE}[,:.]? (?:(?:det er|it's|it is|jeg er|eg er|jeg heter|eg heiter|heter|heiter"
        rf"|som|as|der er jeg|I'm|I am|navnet er|der heter jeg) ){_NAME}",
        rf"\b{_SERVICE}[,:.]? (?:jeg er|eg er|jeg heter|eg heiter|der heter jeg|I'm|I am)"
        rf" {_NAME} (?:der|there)",
        rf"\b{_SERVICE}\b.{{0,25}}{_QUOTE}{_NAME}{_QUOTE}",
        rf"\b(?:snap|insta|discord|tiktok|twitter|face) \({_NAME}\)",
        rf"\b(?:legg til|add|adde?|følg|sjekk(?: ut)?|søk opp|finn|follow|find|dm|meld|skriv"
        rf" til|text)"
        rf" {_NAME},? (?:på|on|i) {_SERVICE}\b",
        r"\b(?:dm|follow|følg) (?P<name>@?(?=\w*[._\d])[\w.]{2,40}\w)",
        rf"\b(?:nettnavnet|nettnamnet|artistnavnet|artistnamnet|spillernavnet|brukernavn"
        rf"|brukarnamn|username"
        rf"|innlogging|login)(?: mitt| hans| hennes)?(?: {_IS_NAME}|:)? {_NAME}",
        rf"\b(?:kjent|kjend|known) (?:som|as) {_NAME} (?:på|on) {_SERVICE}\b",
        rf"\b(?:kaller|kallar|kalte|call)(?: jeg| eg| hun| han| ho)? (?:meg|seg|myself)"
        rf" {_NAME},? (?:på|i|on) "
        rf"{_SERVICE}\b",
        rf"\b(?:på|i|on) {_SERVICE},? (?:kaller|kallar|kalte|call)(?: jeg| eg| hun| han| ho)?"
        rf" (?:meg|seg) {_NAME}",
        rf"\b(?:på|i|on) {_SERVICE} (?:er|e) (?:jeg|eg|æ|hun|han|ho) (?:bare )?{_NAME}",
        rf"{_QUOTE}{_NAME}{_QUOTE} (?:på|on) {_SERVICE}\b",
        rf"\b(?:på|on) {_SERVICE}(?: som| as) {_NAME}",
    )
)

WEB = re.compile(r"\.(?:no|com|org|net|info|io|eu|blog)$")


def find(reading: Reading) -> Iterator[Span]:
    """Names after an at sign, and where it is told what somebody is called on a service."""
    yield from reading.spans(OF_FORUM, Label.HANDLE, 0.8, SOURCE, Why.LOOKS_LIKE_USER_NAME)
    for pattern, score in ((TWO_WORDS, 0.4), (POINTED, 0.7)):
        yield from reading.spans(
            pattern, Label.HANDLE, score, SOURCE, Why.LOOKS_LIKE_USER_NAME, "name"
        )
    for pattern in (AT, DISCORD):
        for match in pattern.finditer(reading.text):
            yield _handle(match.span(), 0.9)
    for pattern, score in ((UNDER, 0.7), (WITH_DIGITS, 0.3)):
        for match in pattern.finditer(reading.text):
            if not NO_HANDLE.match(match.group()) and not _numbered(match.group()):
                yield _handle(match.span(), score)
    yield from _told(reading)


def _numbered(word: str) -> bool:
    """A word everybody has, with one figure behind: "noen2", "tiltak3". The second of its kind."""
    return not word[-2].isdigit() and lexicon.is_word(word[:-1].lower())


def _told(reading: Reading) -> Iterator[Span]:
    for form in FORMS:
        for match in form.finditer(reading.text):
            name = match["name"].lower()
            if not _says_nothing(name) and not WEB.search(name):
                yield _handle(match.span("name"), 0.8)
    for form in LOOSE:
        for match in form.finditer(reading.text):
            if score := _score(match["name"].lower(), reading.lang):
                yield _handle(match.span("name"), score)


def _says_nothing(name: str) -> bool:
    return name in lexicon.function_words() or name in lexicon.words("said_of_accounts")


def _score(name: str, lang: str) -> float:
    """How sure it is that a word is what somebody is called: hardly, if dictionaries have it."""
    if _says_nothing(name):
        return 0
    if lexicon.is_word(name):
        return 0.3 if len(name) > SHORTEST_WORD else 0
    return 0.6 if lang == "en" else 0.7


def _handle(span: tuple[int, int], score: float) -> Span:
    return Span(*span, Label.HANDLE, score, SOURCE, Why.LOOKS_LIKE_USER_NAME)
