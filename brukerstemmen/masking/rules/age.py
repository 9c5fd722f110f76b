"""Ages: how old somebody is or was on a certain day. Words are read as digits, see `spoken`."""

import re
from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.numbers import SMALL
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.rules.age_words import (
    ANY,
    AT_ONCE,
    BABY,
    CHILD,
    DECADES,
    ENDS,
    FREE,
    HALF,
    IS,
    KIN,
    LIST,
    LONG_TIME,
    NEARLY,
    OF_AGE,
    OLD,
    OLD_WORD,
    ONE,
    ONE_AND_A_HALF,
    OTHERS,
    OWNER,
    PART,
    THINGS,
    WHO,
    begins,
)
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.age"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # Said of an age and of nothing else.
        rf"(?P<age>{ANY}[ -]?års?-?(?:dag|bursdag|lag(?=et\b|\b)|krise)\w*)",
        rf"(?P<age>{ANY}[ -]?åring\w*)",
        rf"(?P<age>{OLD}[ -]?årig(?:e|t)?(?= {CHILD}\b))",
        rf"(?P<age>{ANY} ?års? ?(?:{OLD_WORD}|alder\w{{0,3}}|ung))\b",
        rf"(?P<age>{ANY}[ -]års?alder\w*)",
        rf"(?P<age>{ANY}[ -]?(?:years?|yrs?)[ -]olds?)\b",
        rf"(?P<age>{ANY} ?(?:y/o|yo|y\.o\.?|yrs? old|years of age))\b",
        rf"(?P<age>{ANY} (?:somre|vintre|vintrar|summers|winters){OF_AGE}?)\b",
        rf"\b(?:{WHO}|{CHILD}{OWNER}) {IS} {NEARLY}(?P<age>{ONE_AND_A_HALF})(?=[.,]| og\b|$)",
        rf"(?P<age>{ONE_AND_A_HALF} {OLD_WORD})\b",
        rf"(?P<age>{ANY} {BABY}[ -]{OF_AGE})\b(?= {CHILD}\b)",
        rf"\b(?:aged|age of|age|alder(?:en)?(?: av| er| på)?:?) (?P<age>{OLD}){THINGS}\b",
        rf"(?P<age>{PART} {FREE}[2-9]0[ -]?år(?:a|ene|åra|åre)\b)",
        rf"\b(?:my|his|her|their) (?P<age>(?:early|mid|late)[- ]?(?:{DECADES}|[2-9]0'?s))\b",
        rf"(?P<age>{FREE}[2-9]0[ -]?år(?:a|ene|åra|åre|ane) (?:mine|hans|hennes|våre|hennar))\b",
        rf"\b(?:{WHO}|{CHILD}{OWNER}) {IS} {NEARLY}(?:langt |godt |midt |komm?e[nt]? |inne"
        rf" )?i "
        rf"(?P<age>{FREE}[2-9]0[ -]?år(?:a|ene|åra|åre|ane))\b",
        rf"\b(?:midt|langt|godt ute|komme[nt]?) i (?P<age>{FREE}[2-9]0[ -]?år(?:a|ene|åra|ane))\b",
        # What one does with an age.
        rf"\b(?:fyl(?:te|ler|le|t|de|la|lar|lande)|passer(?:t|te|er)|rund(?:er|ar|et|a)"
        rf"|bikk(?:er|ar|et|a)"
        rf"|nærm(?:er|ar|a|et|e) (?:seg|meg|deg|oss)|tipp(?:er|ar|et|a)|går mot|turn(?:s|ed"
        rf"|ing)?) {NEARLY}(?P<age>{OLD}(?: år)?)"
        rf"{THINGS}\b",
        rf"\bfyl(?:te|ler|le|t|de|la|lar|lande) {NEARLY}(?P<age>{ANY} år)\b",
        rf"\b(?:fyl(?:te|ler|le|t|de|la|lar)|turn(?:s|ed|ing)?) {NEARLY}(?P<age>{ANY})\b{THINGS}"
        rf"(?:(?= (?:mens|medan|while|da|då|i|på|før|rett|samme|same|in|the|on|last)\b)|{ENDS})",
        rf"\b(?:jeg|eg|æ|han|hun|ho),? (?P<age>{OLD})(?=,| og (?:jeg|eg|æ|hun|han|ho|h[ea]n)\b)"
        rf"{THINGS}",
        rf"\bog (?:jeg|eg|æ|hun|han|ho) (?P<age>{OLD})(?=[.,]|$)",
        rf"\b{CHILD}{OWNER} \((?P<age>{ANY}(?: år)?(?:(?:,| og|, og) {ANY}(?: år)?)*)\)",
        rf"\b(?:da|då|når|when) {ONE} {IS} {NEARLY}(?P<age>{ANY} {BABY})(?=,)",
        # Somebody is so and so old.
        rf"\b(?:{CHILD}{OWNER}|{WHO}) {IS} {NEARLY}(?P<age>{ANY} {BABY}[ -]{OF_AGE})\b",
        rf"(?<!\bdet )\b{IS} {NEARLY}(?P<age>{OLD} ?år){LONG_TIME}\b",
        rf"\b(?:{WHO}|{CHILD}{OWNER}) {IS} {NEARLY}(?P<age>{ANY} ?år){LONG_TIME}\b",
        rf"\b{ONE}(?:'m|'s| {IS}) {NEARLY}(?P<age>{OLD})\b{THINGS}(?! ?år\b)",
        rf"\b(?:han|hun|ho|hen|she|he) {IS} {NEARLY}(?P<age>{ANY}){ENDS}",
        rf"\b{ONE} {IS} \d{{1,3}},? (?:nei|eller|or) {NEARLY}(?P<age>{OLD})\b{THINGS}",
        rf"\b(?:da|når|før|til|siden|sidan|sia|fra|frå|when|since|until) {WHO} {IS} {NEARLY}"
        rf"(?P<age>{ANY}){ENDS}",
        rf"(?P<age>{OLD}(?: år)?) (?:var|er|va|blir|ble) {ONE}\b",
        rf"\bat (?P<age>(?!1[0-2]\b){OLD}),? (?:i|he|she|they|we)\b",
        rf"\b(?:im|i m|i'll be|i will be|hes|shes|he'll be|she'll be) {NEARLY}(?P<age>{OLD})\b"
        rf"{THINGS}",
        rf"\b(?:blitt|vorte|vorti|å bli|skal bli|skulle bli|å verte|to be|to turn) {NEARLY}"
        rf"(?P<age>{OLD}){ENDS}",
        rf"\b(?:jeg|eg|æ|jæ|je) (?:er|e|var|va|ble|vart|blei) {NEARLY}(?P<age>{ANY})(?="
        rf" (?:første|fyrste"
        rf"|da|då|når|\d\. gang) |[.!?]|$)",
        rf"\b(?:som|who) (?:er|e|var|va|is|was) {NEARLY}(?P<age>{OLD})\b{THINGS}(?:(?= (?:på"
        rf"|i|her|der"
        rf"|som|og|in|at)\b)|{ENDS})",
        rf"(?:^|(?<=[.!?,] ))(?:jeg |eg |æ )?(?:er|e|va|var|blir|ble|blei|vart|am) {NEARLY}"
        rf"(?P<age>{OLD})\b{THINGS}{AT_ONCE}",
        rf"\b(?:alder\w{{0,3}}(?: min| hans| hennes)?|meg|han|hun|ho|jeg|eg|gammel|gamal|gammal"
        rf"|gamle"
        rf"|me|him|her|old|age)\? (?P<age>{OLD}(?: år)?)(?=[.,!]|$)",
        rf"\b(?:over|rundt|passert|rundet|bikket|forbi|nær) de"
        rf" (?P<age>{FREE}[2-9]\d)\b{THINGS}(?! ?år)",
        rf"\b(?:levd|levet|leva|been alive|vært i live)(?: her)? (?:i |for )?"
        rf"(?P<age>{FREE}[1-9]\d (?:år|years))\b(?! (?:med|på|i|with|in))",
        rf"\bp?å (?:denne )?(?:jorda|jorden|kloden|jord) (?:her )?i (?P<age>{FREE}[1-9]\d år)\b",
        rf"\bmine (?P<age>{FREE}[1-9]\d år)\b(?! (?:i|på|med|som|hos)\b)",
        rf"\bi (?:mitt|sitt|ditt|hans|hennes|hennar) (?P<age>{FREE}[1-9]\d\. (?:leve)?år)\b",
        r"\b(?:my|his|her|their) (?P<age>\d\d(?:st|nd|rd|th) year)\b(?! (?:in|at|of|as)\b)",
        rf"\b(?:{ONE}|{CHILD}{OWNER}) {IS} {NEARLY}(?P<age>{ANY} ?år og \d{{1,2}} {BABY})\b",
        rf"\b(?:han|hun|ho|hen|{CHILD}{OWNER}) {IS} {NEARLY}(?P<age>(?:et|ett|eit|eitt) år)"
        r"(?= (?:og|no|nå)\b|[.,]|$)",
        rf"\b{ONE} {IS} {NEARLY}{ANY},? (?:nesten|snart|kanskje|almost) (?P<age>{ANY})"
        rf"(?=,|{ENDS})",
        rf"(?:\b(?:og|eller|and)|,) (?P<age>{ANY}) (?:da|då|når|when) {ONE}\b",
        rf"\b(?:da|då|når|før|siden|sidan|sia|when|since|until) {ONE} {IS} {NEARLY}"
        rf"(?P<age>{ANY})\b{THINGS}(?! ?år\b)(?! (?:på|i|av|som|til|med)\b)",
        rf"\b(?:er|e|var|va|blir) (?:jeg|eg|æ|jæ|je|han|hun|ho) {NEARLY}(?P<age>{OLD})\b{THINGS}"
        r"(?! ?år (?:siden|sidan|eldre|yngre))",
        # Children, parents, others: "på 6 og 9", "er fire", "10 år".
        rf"\b{CHILD}{OWNER},? (?:på|aged|of) {NEARLY}{LIST}",
        rf"\b{CHILD}{OWNER} {IS} {NEARLY}{LIST}{ENDS}",
        rf"\b{CHILD}{OWNER},? (?:som|who|han|ho|hun) {IS} {NEARLY}{LIST}{ENDS}",
        rf"\b{CHILD}{OWNER} {IS} {NEARLY}(?P<age>{ANY} {BABY})(?= (?:da|då|når|when)\b)",
        rf"\b{CHILD}{OWNER},? (?P<age>{ANY} år){LONG_TIME}\b",
        rf"\b{CHILD}{OWNER},? \(?(?P<age>{OLD}(?: år)?)(?=[,.;)]|$)(?!,\d)",
        rf"\b{CHILD}{OWNER}, (?P<age>{ANY}(?: år)?(?:, {ANY})*,? (?:og|and) {ANY}(?:"
        rf" år)?){ENDS}",
        rf"\b(?:{OTHERS})(?: (?:på|i|ved|med|in|with|from|fra|som) \w+(?: \w+)?) {IS} {NEARLY}"
        rf"(?P<age>{OLD})\b{THINGS}{ENDS}",
        rf"\b(?:er|e|var|va) (?:en|ei|ein|\d) på (?P<age>{OLD})\b{THINGS}(?= (?:her|der|på|i"
        rf"|og)\b)",
        rf"\b(?:en|ei|ein|han|hun|ho|noen|nokon|one) (?:\w{{1,12}} )?på (?P<age>{OLD} år)\b",
        rf"\b(?:en|ei|ein) på (?P<age>{ANY}(?: år)?,? og (?:en|ei|ein) på {ANY})\b{THINGS}",
        rf"\b(?:jenter|gutter|barn|{FREE}[2-9]) på (?P<age>{ANY} og {ANY})\b{THINGS}",
        r"\b[^\W\d_]{2,20},? \((?P<age>[1-9]\d?)(?: år)?\)",
    )
)
# After a name: "Sondre er 11", "Oda på tre", "Sondre, 11 år,".
AFTER_NAME = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?P<name>[^\W\d_]{{2,20}})(?:(?: (?:på|i|fra|frå|ved|hos|from|in) \w+)? {IS}"
        rf" {NEARLY}"
        rf"| på )(?P<age>{ANY}(?: år)?)\b"
        rf"{THINGS}{ENDS}",
        rf"\b(?P<name>[^\W\d_]{{2,20}}),? (?P<age>{ANY} (?:år|years))(?=[,.;)]|$)",
        rf"\b(?P<name>[^\W\d_]{{2,20}}), (?P<age>{OLD})(?=[,.;)](?!\d)|$)",
    )
)
# May be an age or how long something took, a count or a price: worth a look.
_NO_PERSON = (
    r"(?:det|dette|her|der|de|dei|vi|dere|dokker|klokka|klokken|tida|prisen|puls(?:en)?|vekta"
    r"|vekten|tallet"
    r"|talet|summen|nummeret|temperaturen|blodtrykket|alt|ting|som|what|it|this|there|they|we|that"
    r"|nivået|kvoten|grensen|grensa|svaret|sida|siden|dosen|de som|hva|kva|køen|blodsukkeret"
    r"|promillen"
    r"|pris|kostnaden|regninga|regningen|lønna|gjelda|boten|bota|temp|tempen|bmi|vekt)"
)
UNSURE = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:^|(?<=[.!?,:] ))(?P<age>{OLD} år)(?=,| (?:og|nå|no|allerede|men)\b)",
        rf"(?:^|(?<=[.!?,] ))(?:snart|nesten|godt over|langt over) (?P<age>{OLD})\b{THINGS}"
        r"(?= (?:og|men|nå|no)\b|,)",
        rf"(?:^|(?<=[.!?] ))(?P<age>{OLD}) (?:og|and) (?=(?!så\b|da\b)[^\W\d_]{{4,}})",
        rf"\b(?:altså|dvs\.?|med andre ord|that is) (?P<age>{OLD})\b{THINGS}(?=[.,]|$| (?:og"
        rf"|år)\b)",
        rf"\b(?:kvinne|kvinna|mann|dame|gutt|jente|gut|woman|man|male|female) (?P<age>{OLD})\b"
        rf"{THINGS}(?! ?år (?:siden|sidan))",
        rf"\b(?:gam\w{{1,4}}|old) {ONE} (?:var|er|e|was|am|is)\b[^.!?\n\d]{{0,25}}"
        rf" (?P<age>{OLD}{HALF})"
        rf"{THINGS}",
        rf"(?<!\bden )(?<!\bdet )(?<!\bden var )(?<!\bden er )"
        rf"(?P<age>{ANY} {BABY}[ -]{OF_AGE})\b",
        rf"\b{KIN} (?:min|mi|mitt|vår|vårt|hans|hennes|hennar) (?P<age>{OLD})(?= \w)\b{THINGS}",
        r"\b(?:fra|frå|from) (?P<age>\d{1,2} (?:til|to) \d{1,2})(?= (?:bodde|budde|gikk|gjekk"
        r"|var|rusa"
        r"|ruset|flytta|i)\b)",
        rf"\b(?:alder|aldr|aldrer|allder) (?:av|på) (?P<age>{ANY})\b{THINGS}",
        rf"\bvi (?:er|e|var) (?:\d|{SMALL}) på (?P<age>{OLD})\b{THINGS}",
        rf"\b(?:er|e|am) (?P<age>{FREE}[2-9]\d)\b{THINGS}(?= (?:nå|no|now)\b)",
        # Whoever it is that is so old, and nothing that is counted.
        rf"(?<![\w])(?!{_NO_PERSON}\b)[^\W\d_]+ (?:er|e|var|va|is|was|blir|ble|blei|vart) {NEARLY}"
        rf"(?P<age>{FREE}(?:1[3-9]|[2-9]\d)){THINGS}{AT_ONCE}",
        rf"\b(?:er|e|var|va) [^.,;:!?\d]{{0,20}}(?:\d+ \w+ )?og (?P<age>{OLD} år)(?=[.,!?]|$)",
        rf"\b(?:alder|age)\w{{0,2}}\b[^.!?\n\d]{{0,20}}(?P<age>{OLD})\b{THINGS}",
        # Small children are so many months, and half a number is an age where somebody is it.
        rf"\b{KIN}{OWNER} (?:{IS}|på) {NEARLY}(?P<age>{ANY} {BABY}){LONG_TIME}\b",
        rf"\b(?:{IS}|på) {NEARLY}(?P<age>halvannet|halvanna|halvtann[ae]t?)(?=[.,]| og\b|$)",
        rf"\b(?:ages?|aged|alder(?:en)?) (?P<age>{ANY} (?:til|to|og|and) {ANY})",
        r"\bbig (?P<age>\w{1,7}-(?:oh|o|0))\b",
        rf"\b(?:kar|mann|kvinne|dame|gutt|jente|fyr|type|person|woman|man|girl|boy) på "
        rf"{NEARLY}(?P<age>{OLD})\b{THINGS}",
    )
)
# How old a paper is tells nothing about anybody.
THING = re.compile(
    r"(?:sofa|seng|madrass|møbl|kontor|telefon|dusj|regl|rutine|system|medisin|skole|plan"
    r"|vedtak|brev|sak|bil|hus|journal|epikrise|søknad|rapport|bygg|maskin|skjema|avtale"
    r"|medisinliste|tilbud|lov|henvisning|pc|hund|katt)\w{0,8}(?: min| mi)? (?:er|var|is|was)"
    r" (?:\w{1,10} )?$",
    re.IGNORECASE,
)
LOOK_BACK = 50  # characters
DIGIT_OR_DECADE = re.compile(rf"\d|{DECADES}|halv|\bei?tt? år", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Span]:
    """Ages in digits; how long something took, and how old a thing is, is no age."""
    if not DIGIT_OR_DECADE.search(reading.text):
        return
    for form, score in (*((form, 0.8) for form in FORMS), *((form, 0.4) for form in UNSURE)):
        for match in form.finditer(reading.text):
            if not is_of_a_thing(reading.text, match.start("age")):
                yield _span(reading, match, score)
    for form in AFTER_NAME:
        for match in form.finditer(reading.text):
            if score := _of_a_name(match["name"]):
                yield _span(reading, match, score)


def is_of_a_thing(text: str, start: int) -> bool:
    """Whether a thing stands before the age at start: "planen min er fire år"."""
    return THING.search(text[max(0, start - LOOK_BACK) : start]) is not None


def _span(reading: Reading, match: re.Match[str], score: float) -> Span:
    start, end = match.span("age")
    start = begins(reading.text, start)
    return Span(start, end, Label.AGE, score, SOURCE, Why.TELLS_AGE)


def _of_a_name(word: str) -> float:
    """How sure it is that a word names somebody: hardly, if it is a word too and has no capital."""
    lower = word.lower()
    if lower not in lexicon.names() or lower in lexicon.function_words():
        return 0
    return 0.7 if word[0].isupper() or not lexicon.is_common(lower) else 0.3
