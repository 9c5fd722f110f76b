"""Ages: how old somebody is or was on a certain day. Words are read as digits, see `spoken`."""

import re
from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.age"
_FREE = r"(?<!\d)(?<!\d[.,/:])"
_ALONE = r"(?!\d)(?![.,/:]\d)"
_HALF = r"(?: og (?:et|en|eit|ein) halvt?)?"
_ANY = rf"{_FREE}\d{{1,3}}{_ALONE}(?: ?[-\u2013] ?\d{{1,2}}{_ALONE})?{_HALF}"
_OLD = rf"{_FREE}(?:[1-9]\d|1[01]\d){_ALONE}(?: ?[-\u2013] ?[1-9]\d{_ALONE})?{_HALF}"  # ten or more
_IS = (
    r"(?:er|var|blir|ble|blei|bli|vart|vert|e|va|vært|vore|am|is|was|are|were|turned|turn|turns"
    r"|turning|fylte|fyller|fylt|fyllar)"
)
_ONE = r"(?:jeg|eg|han|hun|ho|hen|du|æ|jæ|je|she|he|i)"  # of one: what follows is no count
_WHO = rf"(?:{_ONE}|vi|me|de|dei|they|we)"
_NEARLY = (
    r"(?:(?:nesten|snart|straks|bare|berre|kun|rundt|over|under|ca\.?|cirka|godt|vel|like|akkurat"
    r"|nettopp|jo|da|nå|no|liksom|kanskje|litt|fortsatt|fremdeles|framleis|allerede|så vidt|alt"
    r"|ikke mer enn|ikkje meir enn|almost|nearly|just|only|about|around|still) ){0,3}"
)
_KIN = (
    r"barn|barna|barnet|borna|born|ungen?|unger|ungar|ungene|ungane|gutt|gutten|gut|guten|gutter"
    r"|gutar|guttene|gutane|guttunge|jentunge|jente|jenta|jenter|jentene|sønn|sønnen|son|sonen"
    r"|sønner|sønnene|datter|dattera|datteren|dotter|dottera|døtre|døtrene|bror|broren|søster"
    r"|søstera|søsteren|syster|systera|tvillinger|tvillingene|baby|babyen|barnebarn|barnebarnet"
    r"|barnebarna|mor|far|mora|faren|moren|mamma|pappa|bestemor|bestefar|kona|kone|kjæreste"
    r"|kjæresten|sambo|samboer|samboeren|nevø|niese|fetter|kusine|tante|onkel|eldste|eldstemann"
    r"|eldsten|yngste|yngstemann|yngsten|minste|minstemann|minsten|mellomste|stesønn|stedatter"
    r"|fosterbarn|bonusbarn|sons?|daughters?|kids?|child|children|boys?|girls?|brother|sister"
    r"|mother|father|mum|mom|dad|twins|eldest|youngest"
)
_OTHERS = (
    r"mann|mannen|kvinne|kvinna|kvinnen|kvinner|menn|kar|dame|dama|tenåring|tenåringer|ungdom"
    r"|ungdommen|venninne|venninna|kompis|kompisen|nabo|naboen|pasient|bruker|brukar|fyr|fyren"
    r"|student|elev|klient|småbarn|spedbarn|man|woman|women|men"
)
_CHILD = rf"(?:{_KIN}|{_OTHERS})"
_OWNER = r"(?: (?:min|mi|mine|mitt|vår|våre|vårt|hans|hennes|hennar|deres|til \w{1,20}))?"
# What stands after a small number that is an age: the end, or another thought.
_ENDS = (
    r"(?=\s*(?:[.,;:!?)»\"]|$|\n)| (?:og|da|når|men|i dag|i år|den gangen|så|for|nå|no|eller|til"
    r"|når|som|første|den|straks|snart|nei|ja|liksom|sjøl|sjølv|selv|også"
    r"|and|when|but|now|then|at|or)\b)"
)
_THINGS = (
    r"(?! ?(?:dag|døgn|uk[er]|vek|måned|månad|mnd|tim|min\b|minutt|sekund|gang|gong|prosent|%|kr"
    r"|kilo|kg|cm|meter|m\b|mil\b|km|stk|stykk|person|sider|side\b|rom\b|av\b|of\b|mg|ml|poeng"
    r"|plass|barn|unger|hours?|days?|weeks?|months?|times|minutes|pages|people|percent|andre\b"
    r"|milligram|gram|skritt|senger|møter|samtaler|ansatte|behandlere|kamerat|venner|grader"
    r"|pund|dollar|euro|tabletter|piller|øl|kvadrat|etasje|kapittel|spørsmål|skjema|\d))"
)
_LONG_TIME = (
    r"(?! (?:siden|sidan|igjen|til|med|i|på|mellom|før|etter|sammen|saman|av|uten|utan|for|hos"
    r"|ved|etterpå|fram|seinere|senere|eldre|yngre|eldst)\b)"
)
_LIST = (
    rf"(?P<age>{_ANY}(?: år)?(?:(?:,? | og | eller | and | or |, og |,){_ANY}(?: år)?){{0,8}})"
    rf"\b{_THINGS}"
)
_BABY = r"(?:måneder|månader|mnd\.?|uker|veker|dager|dagar|months?|weeks?|days?)"
_OF_AGE = r"(?:gammel|gamal|gammelt|gamalt|gamle|olds?)"
_DECADES = r"(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"
_PART = (
    r"(?:slutten|begynnelsen|starten|midten|byrjinga|midt|seint|sent|tidlig|tidleg)"
    r"(?: (?:av|i|på))?"
)

FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # Said of an age and of nothing else.
        rf"(?P<age>{_ANY}[ -]?års?-?dag\w*)",
        rf"(?P<age>{_ANY}[ -]?åring\w*)",
        rf"(?P<age>{_OLD}[ -]?årig(?:e|t)?(?= {_CHILD}\b))",
        rf"(?P<age>{_ANY} ?års? ?(?:gammel|gamal|gammalt|gamle|alder\w{{0,3}}|ung))\b",
        rf"(?P<age>{_ANY} ?år (?:gammelt|gamalt))\b(?= barn|[.,;!?]|$)",
        rf"(?P<age>{_ANY}[ -]års?alder\w*)",
        rf"(?P<age>{_ANY}[ -]?(?:years?|yrs?)[ -]olds?)\b",
        rf"(?P<age>{_ANY} (?:y/o|yo))\b",
        rf"(?P<age>{_ANY} {_BABY}[ -]{_OF_AGE})\b(?= {_CHILD}\b)",
        rf"\b(?:aged|age of|age|alder(?:en)?(?: av| er| på)?:?) (?P<age>{_OLD}){_THINGS}\b",
        rf"(?P<age>{_PART} {_FREE}[2-9]0[ -]?år(?:a|ene|åra|åre)\b)",
        rf"\b(?:my|his|her|their) (?P<age>(?:early|mid|late)[- ]?{_DECADES})\b",
        # What one does with an age.
        rf"\b(?:fyl(?:te|ler|le|t|de|la|lar|lande)|passert|passerte|rundet|rundeta|runda|bikket"
        rf"|bikka|nærmer seg|nærmar seg|turn(?:s|ed|ing)?) {_NEARLY}(?P<age>{_OLD}(?: år)?)"
        rf"{_THINGS}\b",
        rf"\bfyl(?:te|ler|le|t|de|la|lar|lande) {_NEARLY}(?P<age>{_ANY} år)\b",
        # Somebody is so and so old.
        rf"\b(?:{_CHILD}{_OWNER}|{_WHO}) {_IS} {_NEARLY}(?P<age>{_ANY} {_BABY}[ -]{_OF_AGE})\b",
        rf"(?<!\bdet )\b{_IS} {_NEARLY}(?P<age>{_OLD} ?år){_LONG_TIME}\b",
        rf"\b(?:{_WHO}|{_CHILD}{_OWNER}) {_IS} {_NEARLY}(?P<age>{_ANY} ?år){_LONG_TIME}\b",
        rf"\b{_ONE}(?:'m|'s| {_IS}) {_NEARLY}(?P<age>{_OLD})\b{_THINGS}(?! ?år\b)",
        rf"\b(?:han|hun|ho|hen|she|he) {_IS} {_NEARLY}(?P<age>{_ANY}){_ENDS}",
        rf"\b{_ONE} {_IS} \d{{1,3}},? (?:nei|eller|or) {_NEARLY}(?P<age>{_OLD})\b{_THINGS}",
        rf"\b(?:da|når|før|til|siden|sidan|sia|fra|frå|when|since|until) {_WHO} {_IS} {_NEARLY}"
        rf"(?P<age>{_ANY}){_ENDS}",
        rf"(?P<age>{_OLD}(?: år)?) (?:var|er|va|blir|ble) {_ONE}\b",
        rf"\bat (?P<age>{_OLD}),? (?:i|he|she|they|we)\b",
        # Children, parents, others: "på 6 og 9", "er fire", "10 år".
        rf"\b{_CHILD}{_OWNER},? (?:på|aged|of) {_NEARLY}{_LIST}",
        rf"\b{_CHILD}{_OWNER} {_IS} {_NEARLY}{_LIST}{_ENDS}",
        rf"\b{_CHILD}{_OWNER},? (?P<age>{_ANY} år){_LONG_TIME}\b",
        rf"\b(?:en|ei|ein|han|hun|ho|noen|nokon|one) (?:\w{{1,12}} )?på (?P<age>{_OLD} år)\b",
        rf"\b(?:en|ei|ein) på (?P<age>{_ANY}(?: år)?,? og (?:en|ei|ein) på {_ANY})\b{_THINGS}",
        rf"\b(?:jenter|gutter|barn|{_FREE}[2-9]) på (?P<age>{_ANY} og {_ANY})\b{_THINGS}",
        r"\b[^\W\d_]{2,20},? \((?P<age>[1-9]\d?)(?: år)?\)",
    )
)
# After a name: "Sondre er 11", "Oda på tre".
AFTER_NAME = re.compile(
    rf"\b(?P<name>[^\W\d_]{{2,20}})(?: {_IS} {_NEARLY}| på )(?P<age>{_ANY}(?: år)?)\b"
    rf"{_THINGS}{_ENDS}",
    re.IGNORECASE,
)
# How old a paper is tells nothing about anybody.
THING = re.compile(
    r"(?:plan|vedtak|brev|sak|bil|hus|journal|epikrise|søknad|rapport|bygg|maskin|skjema|avtale"
    r"|medisinliste|tilbud|lov|henvisning|pc|hund|katt)\w{0,8}(?: min| mi)? (?:er|var|is|was)"
    r" (?:\w{1,10} )?$",
    re.IGNORECASE,
)
LOOK_BACK = 50  # characters
DIGIT_OR_DECADE = re.compile(rf"\d|{_DECADES}", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Span]:
    """Ages in digits; how long something took, and how old a thing is, is no age."""
    if not DIGIT_OR_DECADE.search(reading.text):
        return
    for form in FORMS:
        for span in reading.spans(form, Label.AGE, 0.8, SOURCE, Why.TELLS_AGE, "age"):
            if not THING.search(reading.text[max(0, span.start - LOOK_BACK) : span.start]):
                yield span
    for match in AFTER_NAME.finditer(reading.text):
        if _is_a_name(match["name"]):
            yield Span(*match.span("age"), Label.AGE, 0.7, SOURCE, Why.TELLS_AGE)


def _is_a_name(word: str) -> bool:
    """A listed name; one that is a word as well needs its capital."""
    lower = word.lower()
    if lower not in lexicon.names() or lower in lexicon.function_words():
        return False
    return word[0].isupper() or not lexicon.is_common(lower)
