"""Ages: how old somebody is or was on a certain day. Words are read as digits, see `spoken`."""

import re
from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.numbers import SMALL
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.age"
_FREE = r"(?<!\d)(?<!\d[.,/:])"
_ALONE = r"(?!\d)(?![.,/:]\d)"
_HALF = r"(?: ?(?:og|å) ?(?:et|en|eit|ein)? ?halvt?\b| and a half)?"
_FRACTION = r"(?:[.,]5| ?\u00bd| 1/2)?"
_ANY = rf"{_FREE}\d{{1,3}}{_FRACTION}{_ALONE}(?: ?[-\u2013] ?\d{{1,2}}{_ALONE})?{_HALF}"
_OLD = rf"{_FREE}(?:[1-9]\d|1[01]\d){_ALONE}(?: ?[-\u2013] ?[1-9]\d{_ALONE})?{_HALF}"  # ten or more
_IS = (
    r"(?:er|var|blir|ble|blei|bli|blitt|vart|vert|vorte|vorti|e|va|vært|vore|am|is|was|are|were"
    r"|been"
    r"|turned|turn|turns|turning|fylte|fyller|fylt|fyllar|fyllte|fylde|bi|blri|bler|ver|verte)"
)
_ONE = r"(?:jeg|eg|han|hun|hu|ho|hen|du|æ|jæ|jei|je|she|he|i)"  # of one: what follows is no count
_WHO = rf"(?:{_ONE}|vi|me|de|dei|they|we)"
_NEARLY = (
    r"(?:(?:nesten|snart|straks|knapt|såvidt|så godt som|bare|berre|kun|rundt|over|under"
    r"|ca\.?|cirka|godt|vel|like|akkurat"
    r"|nettopp|jo|da|nå|no|liksom|kanskje|litt|fortsatt|fremdeles|framleis|allerede|så vidt|alt"
    r"|visst|sikkert|rett|tett|ikke mer enn|ikkje meir enn|ikkje eldre enn|ikke eldre enn"
    r"|kommet til"
    r"|på vei mot|opp mot|på (?:feil|andre|den andre) sid[ea] av|almost|nearly|just|only|about"
    r"|around|still|now|already|about to turn|over de|rundt de) ){0,3}"
)
_KIN = (
    r"(?:lille|vesle|store|tvilling|halv|ste|svi[gk]er|olde|foster|bonus|eks|grand|minste|eldste"
    r"|yngste|små)?"
    r"(?:barn|barna|barnet|borna|born|ungen?|unger|ungar|ungene|ungane|gutt|gutten|gut|guten|gutter"
    r"|gutar|guttene|gutane|guttunge|jentunge|jente|jenta|jenter|jentene|sønn|sønnen|son|sonen"
    r"|sønner|sønnene|datter|dattera|datteren|dotter|dottera|døtre|døtrene|bror|broren|søster"
    r"|søstera|søsteren|syster|systera|tvillinger|tvillingene|baby|babyen|barnebarn|barnebarnet"
    r"|barnebarna|mor|far|mora|faren|moren|mamma|pappa|bestemor|bestefar|kona|kone|kjæreste"
    r"|kjæresten|sambo|samboer|samboeren|nevø|niese|fetter|kusine|tante|onkel|eldste|eldstemann"
    r"|eldsten|yngste|yngstemann|yngsten|minste|minstemann|minsten|mellomste|stesønn|stedatter"
    r"|fosterbarn|bonusbarn|sons?|daughters?|kids?|child|children|boys?|girls?|brother|sister"
    r"|mother|father|mum|mom|dad|twins|eldest|youngest|oldest|wife|husband|partner|girlfriend"
    r"|boyfriend|grandma|grandmother|grandfather|mormor|farmor|morfar|farfar|svoger|mannen|mutter"
    r"|fatter|minsta|eldsta|yngsta|mellomste|lillegutt|lillejenta|veslejenta|søskenbarnet)"
)
_OTHERS = (
    r"mann|mannen|kvinne|kvinna|kvinnen|kvinner|menn|kar|dame|dama|tenåring|tenåringer|ungdom"
    r"|ungdommen|venninne|venninna|kompis|kompisen|nabo|naboen|pasient|bruker|brukar|fyr|fyren"
    r"|student|elev|klient|småbarn|spedbarn|man|woman|women|men|kjerring|kjerringa|gubben|kallen"
    r"|damen|jente|konfirmanten|romkameraten|sidemannen|pasienten|brukeren|brukaren|kameraten"
    r"|venninnen|typen|kvinnfolk|mannfolk|guy|lady|girl|patient|roommate|neighbour|friend"
)
_CHILD = rf"(?:{_KIN}|{_OTHERS})"
_OWNER = r"(?: (?:min|mi|mine|mitt|vår|våre|vårt|hans|hennes|hennar|deres|til \w{1,20}))?"
# What stands after a small number that is an age: the end, or another thought.
_ENDS = (
    r"(?=\s*(?:[.,;:!?)»\"]|$|\n)| (?:og|da|når|men|i dag|i år|den gangen|så|for|nå|no|eller|til"
    r"|når|som|første|fyrste|siste|den|straks|snart|nei|ja|liksom|sjøl|sjølv|selv|også|å|her|der"
    r"|i (?:mai|mars|april|juni|juli|august|år|fjor|går|dag|vår|høst|sommer|vinter|haust|januar)"
    r"|i (?:påsken|påska|jula|julen|sommeren|vinteren|høsten|hausten|våren|pinsen|ferien|forfjor)"
    r"|før|innan|mens|medan|utan|uten|a|ho|han|hun|hu|eg|jeg|æ|and|while|when|but|now|then|at|or)\b)"
)
_THINGS = (
    r"(?! ?(?:dag|døgn|uk[er]|vek|måned|månad|mnd|tim|min\b|minutt|sekund|gang|gong|prosent|%|kr"
    r"|kilo|kg|cm|meter|m\b|mil\b|km|stk|stykk|person|sider|side\b|rom\b|av\b|of\b|mg|ml|poeng"
    r"|plass|barn|unger|hours?|days?|weeks?|months?|times|minutes|pages|people|percent|andre\b"
    r"|milligram|gram|skritt|senger|møter|samtaler|ansatte|behandlere|kamerat|venner|grader"
    r"|pund|dollar|euro|tabletter|piller|øl|kvadrat|etasje|kapittel|spørsmål|skjema|\d(?!\. gang)))"
)
_LONG_TIME = (
    r"(?! (?:siden|sidan|igjen|til|med|i|på|mellom|før|etter|sammen|saman|av|uten|utan|for|hos"
    r"|ved|etterpå|fram|seinere|senere|eldre|yngre|eldst)\b)"
)
_LIST = (
    rf"(?P<age>{_ANY}(?: år)?(?:(?:,? | og | eller | and | or |, og |,){_ANY}(?: år)?){{0,8}})"
    rf"\b{_THINGS}"
)
# Where somebody is not said, the end or a word of time has to follow.
_AT_ONCE = r"(?=\s*(?:[.,;!?]|$|\n)| (?:nå|no|år|så|da|då|og|men|i (?:år|fjor|mai|mars|dag)|now)\b)"
_BABY = r"(?:måneder|månader|mnd\.?|uker|veker|dager|dagar|months?|weeks?|days?)"
_OLD_WORD = r"(?:gammel|gamal|gammal|gammelt|gamalt|gammalt|gamle|gaml|gammæl|gammul)"
_OF_AGE = rf"(?:{_OLD_WORD}|olds?)"
_ONE_AND_A_HALF = r"(?:halvannet|halvanna|halvtannet|halvtanna|halvt? ?anna) år"
_DECADES = r"(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"
_PART = (
    r"(?:slutten|begynnelsen|starten|midten|byrjinga|midt|seint|sent|tidlig|tidleg)"
    r"(?: (?:av|i|på))?"
)

FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # Said of an age and of nothing else.
        rf"(?P<age>{_ANY}[ -]?års?-?(?:dag|bursdag|lag(?=et\b|\b)|krise)\w*)",
        rf"(?P<age>{_ANY}[ -]?åring\w*)",
        rf"(?P<age>{_OLD}[ -]?årig(?:e|t)?(?= {_CHILD}\b))",
        rf"(?P<age>{_ANY} ?års? ?(?:{_OLD_WORD}|alder\w{{0,3}}|ung))\b",
        rf"(?P<age>{_ANY}[ -]års?alder\w*)",
        rf"(?P<age>{_ANY}[ -]?(?:years?|yrs?)[ -]olds?)\b",
        rf"(?P<age>{_ANY} ?(?:y/o|yo|y\.o\.?|yrs? old|years of age))\b",
        rf"(?P<age>{_ANY} (?:somre|vintre|vintrar|summers|winters){_OF_AGE}?)\b",
        rf"\b(?:{_WHO}|{_CHILD}{_OWNER}) {_IS} {_NEARLY}(?P<age>{_ONE_AND_A_HALF})(?=[.,]| og\b|$)",
        rf"(?P<age>{_ONE_AND_A_HALF} {_OLD_WORD})\b",
        rf"(?P<age>{_ANY} {_BABY}[ -]{_OF_AGE})\b(?= {_CHILD}\b)",
        rf"\b(?:aged|age of|age|alder(?:en)?(?: av| er| på)?:?) (?P<age>{_OLD}){_THINGS}\b",
        rf"(?P<age>{_PART} {_FREE}[2-9]0[ -]?år(?:a|ene|åra|åre)\b)",
        rf"\b(?:my|his|her|their) (?P<age>(?:early|mid|late)[- ]?(?:{_DECADES}|[2-9]0'?s))\b",
        rf"(?P<age>{_FREE}[2-9]0[ -]?år(?:a|ene|åra|åre|ane) (?:mine|hans|hennes|våre|hennar))\b",
        rf"\b(?:{_WHO}|{_CHILD}{_OWNER}) {_IS} {_NEARLY}(?:langt |godt |midt |komm?e[nt]? |inne"
        rf" )?i "
        rf"(?P<age>{_FREE}[2-9]0[ -]?år(?:a|ene|åra|åre|ane))\b",
        rf"\b(?:midt|langt|godt ute|komme[nt]?) i (?P<age>{_FREE}[2-9]0[ -]?år(?:a|ene|åra|ane))\b",
        # What one does with an age.
        rf"\b(?:fyl(?:te|ler|le|t|de|la|lar|lande)|passer(?:t|te|er)|rund(?:er|ar|et|a)"
        rf"|bikk(?:er|ar|et|a)"
        rf"|nærm(?:er|ar|a|et|e) (?:seg|meg|deg|oss)|tipp(?:er|ar|et|a)|går mot|turn(?:s|ed"
        rf"|ing)?) {_NEARLY}(?P<age>{_OLD}(?: år)?)"
        rf"{_THINGS}\b",
        rf"\bfyl(?:te|ler|le|t|de|la|lar|lande) {_NEARLY}(?P<age>{_ANY} år)\b",
        rf"\b(?:fyl(?:te|ler|le|t|de|la|lar)|turn(?:s|ed|ing)?) {_NEARLY}(?P<age>{_ANY})\b{_THINGS}"
        rf"(?:(?= (?:mens|medan|while|da|då|i|på|før|rett|samme|same|in|the|on|last)\b)|{_ENDS})",
        rf"\b(?:jeg|eg|æ|han|hun|ho),? (?P<age>{_OLD})(?=,| og (?:jeg|eg|æ|hun|han|ho|h[ea]n)\b)"
        rf"{_THINGS}",
        rf"\bog (?:jeg|eg|æ|hun|han|ho) (?P<age>{_OLD})(?=[.,]|$)",
        rf"\b{_CHILD}{_OWNER} \((?P<age>{_ANY}(?: år)?(?:(?:,| og|, og) {_ANY}(?: år)?)*)\)",
        rf"\b(?:da|då|når|when) {_ONE} {_IS} {_NEARLY}(?P<age>{_ANY} {_BABY})(?=,)",
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
        rf"\bat (?P<age>(?!1[0-2]\b){_OLD}),? (?:i|he|she|they|we)\b",
        rf"\b(?:im|i m|i'll be|i will be|hes|shes|he'll be|she'll be) {_NEARLY}(?P<age>{_OLD})\b"
        rf"{_THINGS}",
        rf"\b(?:blitt|vorte|vorti|å bli|skal bli|skulle bli|å verte|to be|to turn) {_NEARLY}"
        rf"(?P<age>{_OLD}){_ENDS}",
        rf"\b(?:jeg|eg|æ|jæ|je) (?:er|e|var|va|ble|vart|blei) {_NEARLY}(?P<age>{_ANY})(?="
        rf" (?:første|fyrste"
        rf"|da|då|når|\d\. gang) |[.!?]|$)",
        rf"\b(?:som|who) (?:er|e|var|va|is|was) {_NEARLY}(?P<age>{_OLD})\b{_THINGS}(?:(?= (?:på"
        rf"|i|her|der"
        rf"|som|og|in|at)\b)|{_ENDS})",
        rf"(?:^|(?<=[.!?,] ))(?:jeg |eg |æ )?(?:er|e|va|var|blir|ble|blei|vart|am) {_NEARLY}"
        rf"(?P<age>{_OLD})\b{_THINGS}{_AT_ONCE}",
        rf"\b(?:alder\w{{0,3}}(?: min| hans| hennes)?|meg|han|hun|ho|jeg|eg|gammel|gamal|gammal"
        rf"|gamle"
        rf"|me|him|her|old|age)\? (?P<age>{_OLD}(?: år)?)(?=[.,!]|$)",
        rf"\b(?:over|rundt|passert|rundet|bikket|forbi|nær) de"
        rf" (?P<age>{_FREE}[2-9]\d)\b{_THINGS}(?! ?år)",
        rf"\b(?:levd|levet|leva|been alive|vært i live)(?: her)? (?:i |for )?"
        rf"(?P<age>{_FREE}[1-9]\d (?:år|years))\b(?! (?:med|på|i|with|in))",
        rf"\bp?å (?:denne )?(?:jorda|jorden|kloden|jord) (?:her )?i (?P<age>{_FREE}[1-9]\d år)\b",
        rf"\bmine (?P<age>{_FREE}[1-9]\d år)\b(?! (?:i|på|med|som|hos)\b)",
        rf"\bi (?:mitt|sitt|ditt|hans|hennes|hennar) (?P<age>{_FREE}[1-9]\d\. (?:leve)?år)\b",
        r"\b(?:my|his|her|their) (?P<age>\d\d(?:st|nd|rd|th) year)\b(?! (?:in|at|of|as)\b)",
        rf"\b(?:{_ONE}|{_CHILD}{_OWNER}) {_IS} {_NEARLY}(?P<age>{_ANY} ?år og \d{{1,2}} {_BABY})\b",
        rf"\b(?:han|hun|ho|hen|{_CHILD}{_OWNER}) {_IS} {_NEARLY}(?P<age>(?:et|ett|eit|eitt) år)"
        r"(?= (?:og|no|nå)\b|[.,]|$)",
        rf"\b{_ONE} {_IS} {_NEARLY}{_ANY},? (?:nesten|snart|kanskje|almost) (?P<age>{_ANY})"
        rf"(?=,|{_ENDS})",
        rf"(?:\b(?:og|eller|and)|,) (?P<age>{_ANY}) (?:da|då|når|when) {_ONE}\b",
        rf"\b(?:da|då|når|før|siden|sidan|sia|when|since|until) {_ONE} {_IS} {_NEARLY}"
        rf"(?P<age>{_ANY})\b{_THINGS}(?! ?år\b)(?! (?:på|i|av|som|til|med)\b)",
        rf"\b(?:er|e|var|va|blir) (?:jeg|eg|æ|jæ|je|han|hun|ho) {_NEARLY}(?P<age>{_OLD})\b{_THINGS}"
        r"(?! ?år (?:siden|sidan|eldre|yngre))",
        # Children, parents, others: "på 6 og 9", "er fire", "10 år".
        rf"\b{_CHILD}{_OWNER},? (?:på|aged|of) {_NEARLY}{_LIST}",
        rf"\b{_CHILD}{_OWNER} {_IS} {_NEARLY}{_LIST}{_ENDS}",
        rf"\b{_CHILD}{_OWNER},? (?:som|who|han|ho|hun) {_IS} {_NEARLY}{_LIST}{_ENDS}",
        rf"\b{_CHILD}{_OWNER} {_IS} {_NEARLY}(?P<age>{_ANY} {_BABY})(?= (?:da|då|når|when)\b)",
        rf"\b{_CHILD}{_OWNER},? (?P<age>{_ANY} år){_LONG_TIME}\b",
        rf"\b{_CHILD}{_OWNER},? \(?(?P<age>{_OLD}(?: år)?)(?=[,.;)]|$)(?!,\d)",
        rf"\b{_CHILD}{_OWNER}, (?P<age>{_ANY}(?: år)?(?:, {_ANY})*,? (?:og|and) {_ANY}(?:"
        rf" år)?){_ENDS}",
        rf"\b(?:{_OTHERS})(?: (?:på|i|ved|med|in|with|from|fra|som) \w+(?: \w+)?) {_IS} {_NEARLY}"
        rf"(?P<age>{_OLD})\b{_THINGS}{_ENDS}",
        rf"\b(?:er|e|var|va) (?:en|ei|ein|\d) på (?P<age>{_OLD})\b{_THINGS}(?= (?:her|der|på|i"
        rf"|og)\b)",
        rf"\b(?:en|ei|ein|han|hun|ho|noen|nokon|one) (?:\w{{1,12}} )?på (?P<age>{_OLD} år)\b",
        rf"\b(?:en|ei|ein) på (?P<age>{_ANY}(?: år)?,? og (?:en|ei|ein) på {_ANY})\b{_THINGS}",
        rf"\b(?:jenter|gutter|barn|{_FREE}[2-9]) på (?P<age>{_ANY} og {_ANY})\b{_THINGS}",
        r"\b[^\W\d_]{2,20},? \((?P<age>[1-9]\d?)(?: år)?\)",
    )
)
# After a name: "Sondre er 11", "Oda på tre", "Sondre, 11 år,".
AFTER_NAME = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?P<name>[^\W\d_]{{2,20}})(?:(?: (?:på|i|fra|frå|ved|hos|from|in) \w+)? {_IS}"
        rf" {_NEARLY}"
        rf"| på )(?P<age>{_ANY}(?: år)?)\b"
        rf"{_THINGS}{_ENDS}",
        rf"\b(?P<name>[^\W\d_]{{2,20}}),? (?P<age>{_ANY} (?:år|years))(?=[,.;)]|$)",
        rf"\b(?P<name>[^\W\d_]{{2,20}}), (?P<age>{_OLD})(?=[,.;)](?!\d)|$)",
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
        rf"(?:^|(?<=[.!?,:] ))(?P<age>{_OLD} år)(?=,| (?:og|nå|no|allerede|men)\b)",
        rf"(?:^|(?<=[.!?,] ))(?:snart|nesten|godt over|langt over) (?P<age>{_OLD})\b{_THINGS}"
        r"(?= (?:og|men|nå|no)\b|,)",
        rf"(?:^|(?<=[.!?] ))(?P<age>{_OLD}) (?:og|and) (?=(?!så\b|da\b)[^\W\d_]{{4,}})",
        rf"\b(?:altså|dvs\.?|med andre ord|that is) (?P<age>{_OLD})\b{_THINGS}(?=[.,]|$| (?:og"
        rf"|år)\b)",
        rf"\b(?:kvinne|kvinna|mann|dame|gutt|jente|gut|woman|man|male|female) (?P<age>{_OLD})\b"
        rf"{_THINGS}(?! ?år (?:siden|sidan))",
        rf"\b(?:gam\w{{1,4}}|old) {_ONE} (?:var|er|e|was|am|is)\b[^.!?\n\d]{{0,25}}"
        rf" (?P<age>{_OLD}{_HALF})"
        rf"{_THINGS}",
        rf"(?<!\bden )(?<!\bdet )(?<!\bden var )(?<!\bden er )"
        rf"(?P<age>{_ANY} {_BABY}[ -]{_OF_AGE})\b",
        rf"\b{_KIN} (?:min|mi|mitt|vår|vårt|hans|hennes|hennar) (?P<age>{_OLD})(?= \w)\b{_THINGS}",
        r"\b(?:fra|frå|from) (?P<age>\d{1,2} (?:til|to) \d{1,2})(?= (?:bodde|budde|gikk|gjekk"
        r"|var|rusa"
        r"|ruset|flytta|i)\b)",
        rf"\b(?:alder|aldr|aldrer|allder) (?:av|på) (?P<age>{_ANY})\b{_THINGS}",
        rf"\bvi (?:er|e|var) (?:\d|{SMALL}) på (?P<age>{_OLD})\b{_THINGS}",
        rf"\b(?:er|e|am) (?P<age>{_FREE}[2-9]\d)\b{_THINGS}(?= (?:nå|no|now)\b)",
        # Whoever it is that is so old, and nothing that is counted.
        rf"(?<![\w])(?!{_NO_PERSON}\b)[^\W\d_]+ (?:er|e|var|va|is|was|blir|ble|blei|vart) {_NEARLY}"
        rf"(?P<age>{_FREE}(?:1[3-9]|[2-9]\d)){_THINGS}{_AT_ONCE}",
        rf"\b(?:er|e|var|va) [^.,;:!?\d]{{0,20}}(?:\d+ \w+ )?og (?P<age>{_OLD} år)(?=[.,!?]|$)",
        rf"\b(?:alder|age)\w{{0,2}}\b[^.!?\n\d]{{0,20}}(?P<age>{_OLD})\b{_THINGS}",
        rf"\b(?:kar|mann|kvinne|dame|gutt|jente|fyr|type|person|woman|man|girl|boy) på "
        rf"{_NEARLY}(?P<age>{_OLD})\b{_THINGS}",
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
DIGIT_OR_DECADE = re.compile(rf"\d|{_DECADES}|halv|\bei?tt? år", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Span]:
    """Ages in digits; how long something took, and how old a thing is, is no age."""
    if not DIGIT_OR_DECADE.search(reading.text):
        return
    for form, score in (*((form, 0.8) for form in FORMS), *((form, 0.4) for form in UNSURE)):
        for span in reading.spans(form, Label.AGE, score, SOURCE, Why.TELLS_AGE, "age"):
            if not THING.search(reading.text[max(0, span.start - LOOK_BACK) : span.start]):
                yield span
    for form in AFTER_NAME:
        for match in form.finditer(reading.text):
            if score := _of_a_name(match["name"]):
                yield Span(*match.span("age"), Label.AGE, score, SOURCE, Why.TELLS_AGE)


def _of_a_name(word: str) -> float:
    """How sure it is that a word names somebody: hardly, if it is a word too and has no capital."""
    lower = word.lower()
    if lower not in lexicon.names() or lower in lexicon.function_words():
        return 0
    return 0.7 if word[0].isupper() or not lexicon.is_common(lower) else 0.3
