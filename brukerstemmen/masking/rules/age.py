"""Ages: how old somebody is or was on a certain day. Words are read as digits, see `spoken`."""

import re
from collections.abc import Iterator

from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.age"
_ANY = r"(?<!\d)(?<!\d[.,])\d{1,3}(?!\d)(?![.,]\d)"
_OLD = r"(?<!\d)(?<!\d[.,])(?:[1-9]\d|1[01]\d)(?!\d)(?![.,]\d)"  # ten or more
_IS = (
    r"(?:er|var|blir|ble|blei|vart|vert|am|is|was|are|were|turned|turn|turns|turning|fylte|fyller"
    r"|fylt|fyllar)"
)
_WHO = r"(?:jeg|eg|han|hun|ho|hen|vi|me|du|she|he|i|they|we)"
_NEARLY = (
    r"(?:(?:nesten|snart|bare|berre|kun|rundt|over|under|ca\.?|cirka|godt over|vel|like|akkurat"
    r"|nettopp|jo|da|nå|no|liksom|almost|nearly|just|only|about|around) ){0,2}"
)
_CHILD = (
    r"(?:barn|barna|barnet|borna|born|unger|ungar|ungen|ungene|ungane|gutt|gutten|gut|guten|gutter"
    r"|gutar|guttene|gutane|jente|jenta|jenter|jentene|jentene|sønn|sønnen|son|sonen|sønner"
    r"|sønnene|datter|dattera|datteren|dotter|dottera|døtre|døtrene|mann|mannen|kvinne|kvinna"
    r"|kvinnen|kvinner|kar|dame|dama|bror|broren|søster|søstera|søsteren|syster|systera|tvillinger"
    r"|tvillingene|baby|babyen|tenåring|tenåringer|barnebarn|barnebarnet|barnebarna|mor|far"
    r"|mora|faren|moren|mamma|pappa|bestemor|bestefar|kona|kone|kjæreste|kjæresten|sambo|samboer"
    r"|samboeren|venninne|kompis|nabo|naboen|pasient|dama|fyr|fyren|sons?|daughters?|kids?|child"
    r"|children|boys?|girls?|man|woman|brother|sister|mother|father|mum|mom|dad|twins)"
)
_OWNER = r"(?: (?:min|mi|mine|mitt|vår|våre|hans|hennes|hennar|deres|til \w{1,20}))?"
# An age ends the thought; a count goes on: "jeg var 14 dager på avdelingen".
_ENDS = (
    r"(?=\s*(?:[.,;:!?)»\"]|$|\n)| (?:og|da|når|men|i dag|i år|den gangen|så|for|nå|no|og|eller"
    r"|and|when|but|now|then|som|første|den)\b)"
)
_THINGS = (
    r"(?! ?(?:dag|døgn|uk[er]|vek|måned|månad|mnd|tim|min\b|minutt|sekund|gang|gong|prosent|%|kr"
    r"|kilo|kg|cm|meter|m\b|mil\b|km|stk|stykk|personer|personar|sider|rom\b|av\b|of\b|mg|ml|poeng"
    r"|plasser|barn|unger|hours|days|weeks|months|times|minutes|pages|people|percent|andre|til\b"
    r"|:\d|\.\d))"
)
_LIST = (
    rf"(?P<age>{_ANY}(?: år)?(?:(?:,? | og | eller | and | or |, og |,){_ANY}(?: år)?){{0,8}})"
    rf"\b{_THINGS}"
)
_DECADES = r"(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"
_BABY = r"(?:måneder|månader|mnd\.?|uker|veker|dager|dagar|months?|weeks?|days?)"
_PART = (
    r"(?:(?:slutten|begynnelsen|starten|midten|byrjinga|midt|seint|sent|tidlig|tidleg) (?:av |i |på"
    r" )?)?"
)

FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<age>{_ANY}[ -]?års?-?dag\w*)",
        rf"(?P<age>{_ANY}[ -]?åring\w*)",
        rf"(?P<age>{_OLD}[ -]?årig(?:e|t)?(?= {_CHILD}\b))",
        rf"(?P<age>{_ANY} ?års? ?(?:gammel|gamal|gammalt|gamle|alder\w{{0,3}}|ung))\b",
        rf"(?P<age>{_ANY} ?år (?:gammelt|gamalt))\b(?= barn|[.,;!?]|$)",
        rf"(?P<age>{_ANY}[ -]års?alder\w*)",
        rf"(?P<age>{_ANY}[ -]?(?:years?|yrs?)[ -]olds?)\b",
        rf"(?P<age>{_ANY} (?:y/o|yo))\b",
        rf"(?P<age>{_ANY} {_BABY}[ -](?:gammel|gamal|gammelt|gamalt|gamle|olds?))\b(?= {_CHILD}\b)",
        rf"\b(?:{_CHILD}{_OWNER}|{_WHO}) {_IS} {_NEARLY}"
        rf"(?P<age>{_ANY} {_BABY}[ -](?:gammel|gamal|gammelt|gamalt|gamle|olds?))\b",
        rf"\bfyl(?:te|ler|le|t|de|la|lar|lande) {_NEARLY}(?P<age>{_OLD}(?: år)?){_THINGS}\b",
        rf"\bfyl(?:te|ler|le|t|de|la|lar|lande) {_NEARLY}(?P<age>{_ANY} år)\b",
        rf"\b(?:passert|passerte|rundet|rundeta|runda|nærmer seg|nærmar seg|bikket|bikka) "
        rf"(?P<age>{_OLD}(?: år)?){_THINGS}\b",
        rf"(?<!\bdet )\b{_IS} {_NEARLY}(?P<age>{_OLD} ?år)(?! (?:siden|sidan|igjen|til|med|i|på"
        r"|mellom|før|etter|sammen|saman|av|uten|utan|for|hos|ved|etterpå|fram|seinere|senere)\b)\b",
        rf"\b(?:{_WHO}|{_CHILD}{_OWNER}) {_IS} {_NEARLY}(?P<age>{_ANY} ?år)(?! (?:siden|sidan|igjen"
        r"|til|med|i|på|mellom|før|etter|sammen|saman|av|uten|utan|for|hos|ved|eldre|yngre)\b)\b",
        rf"\b{_WHO}(?:'m|'s|'re| {_IS}) {_NEARLY}(?P<age>{_OLD}){_ENDS}",
        rf"\b(?:da|når|før|til|siden|sidan|fra|frå|when|since|until) {_WHO} {_IS} {_NEARLY}"
        rf"(?P<age>{_ANY}){_ENDS}",
        rf"\bturn(?:s|ed|ing)? (?P<age>{_OLD})\b",
        rf"\b{_CHILD}{_OWNER}(?:,)? (?:på|aged|of) {_NEARLY}{_LIST}",
        rf"\b(?:barna|barnet|borna|ungene|ungane|guttene|jentene|kids|children|sønnen|datteren"
        rf"|dattera|dotter|son|sonen|daughter|mora|moren|faren|kona|mannen|broren|søstera)"
        rf"{_OWNER} (?:er|var|is|are|was|were) {_NEARLY}{_LIST}{_ENDS}",
        rf"\b(?:en|ei|ein|han|hun|ho|noen|nokon|dama|one) (?:\w{{1,12}} )?på (?P<age>{_OLD} år)\b",
        rf"\b(?:aged|age of|age|alder(?:en)?(?: av| er| på)?:?) (?P<age>{_OLD}){_THINGS}\b",
        rf"(?P<age>{_PART}(?<!\d)[2-9]0[ -]?år(?:a|ene|åra|åre)\b)",
        rf"\b(?:my|his|her|their) (?P<age>(?:early |mid[- ]?|late )?{_DECADES})\b",
        r"\b[^\W\d_]{2,20},? \((?P<age>[1-9]\d)(?: år)?\)",
    )
)
# How old a paper is tells nothing about anybody.
THING = re.compile(
    r"(?:plan|vedtak|brev|sak|bil|hus|journal|epikrise|søknad|rapport|bygg|maskin|skjema|avtale"
    r"|medisinliste|tilbud|lov|henvisning|pc|hund|katt)\w{0,8}(?: min| mi)? (?:er|var|is|was)"
    r" (?:\w{1,10} )?$",
    re.IGNORECASE,
)
LOOK_BACK = 50  # characters


def find(reading: Reading) -> Iterator[Span]:
    """Ages in digits; how long something took, and how old a thing is, is no age."""
    for form in FORMS:
        for span in reading.spans(form, Label.AGE, 0.8, SOURCE, Why.TELLS_AGE, "age"):
            if not THING.search(reading.text[max(0, span.start - LOOK_BACK) : span.start]):
                yield span
