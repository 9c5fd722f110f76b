"""Fortunes, records and long journeys, and what somebody always does."""

from functools import cache

from brukerstemmen.masking.rules.clues.turn import Turn, turn
from brukerstemmen.masking.spans import Why

_AMOUNT = (
    r"(?<![\w.])(?:\d[\d .]{2,18}\d(?: ?(?:kr|kroner|,-|nok|euro|dollar))?"
    r"|\d{1,9} (?:tusen|tusind|millioner|mill|million|thousand)"
    r"|(?:\w{1,20} )?(?:hundre ?tusen|hundretusen|million\w*|milliard\w*|tusen kroner|thousand"
    r"|hundred thousand))"
)
MONEY = (
    r"\b(?:vant|vann|vunnet|vunne|won|win) (?:\w+ ){0,4}?(?:million\w*|tusen|lotto\w*|premie\w*"
    r"|pris\w*|konkurranse\w*|cup\w*|løp\w*|mesterskap\w*|meisterskap\w*"
    r"|stipend\w*|gull|sølv|bronse|pokal\w*|kongepokal\w*|kamp\w*|sak\w*|rettssak\w*|valg\w*"
    r"|lottery|prize|championship|medal|cup|race|case|scholarship)\b",
    r"\b(?:erstatning|erstatting|oppreisning|oppreising|arv|arvet|arva|arveoppgjør\w*|forlik|bot"
    r"|boten|forelegg|gevinst|vant|vann|stipend|legat|inherited|compensation"
    rf"|settlement|fine|damages) (?:på |av |til |of )?(?:over |nesten |nær |nearly )?{_AMOUNT}",
    rf"\b{_AMOUNT} (?:i|in|som|as) (?:erstatning|erstatting|oppreisning|oppreising|arv|bot|forelegg"
    r"|gevinst|premie|stipend|lotto\w*|compensation|damages|prize)",
    r"\b(?:skylder|skulder|skuldar|gjeld på|gjeld til|solgte \w+ for|selde \w+ for|tapte|spilte"
    rf" bort|spelte bort|lost) (?:over |nesten )?{_AMOUNT}",
    r"\b(?:arva|arvet|inherited) (?:hele |heile |the )?(?:garden|gården|øya|skogen|hotellet"
    r"|firmaet|butikken|huset til|farm|island|firm|slottet)\b",
)
RECORDS = (
    r"\b\w{4,}rekord(?:en|ar|er)?\b|\b(?:har|hadde|satte|sette|holder|held|hold|set) (?:\w+"
    r" )?(?:rekorden|rekord|the (?:\w+ )?record)\b",
    r"\b(?:ble|blei|vart|var|er|e|was|kåra til|kåret til|kåra|kåret) (?:til )?årets \w+",
    r"\b(?:gått|gikk|gjekk|løpt|løp|sprang|syklet|sykla|sykler|rodd|rodde|padlet|padla|seilt"
    r"|seilte|segla|ridd|red|kjørt|svømt|svømte|symt|walked|ran|cycled|rowed|sailed|swam|paddled)"
    r" (?:\w+ ){0,2}?"
    r"(?:rundt (?:hele |heile )?(?:landet|norge|noreg|jorda|kysten|verden|øya)|til (?:nordkapp"
    r"|lindesnes|nidaros|roma|santiago|paris|kina|kirkenes|nordpolen|trondheim)|(?:norge|noreg)"
    r" på langs|over (?:atlant\w+|grønland"
    r"|hardangervidda|alpene|kanalen|fjorden|vidda)|\w+ (?:birken|maraton\w*|marathon\w*|ganger"
    r" rundt)|around|across the|the (?:\w+ )?marathon)\b",
    r"\b(?:spilte|spelte|spilt|spelt|kjørte|kjempet|boksa|bokset|løp|hoppa|hoppet|played|boxed"
    r"|fought|skied) (?:\w+ )?(?:for|i|på|in) (?:\w*liga\w*|\w*divisjon\w*|landslag\w*"
    r"|toppserie\w*|eliteserie\w*|utlandet|england|tyskland"
    r"|\w+ fk|\w+ il|norge|noreg|verdenscup\w*|ol|vm|the (?:national|premier|\w+ league)|a band"
    r"|et band|eit band)\b",
    r"\b(?:gullplate|platekontrakt|hitlåt|hitlista|listetopp|norsktopp\w*|spellemann\w*|plate på"
    r"|ga ut (?:en |ei )?(?:plate|bok|diktsamling)|gav ut (?:ei )?(?:plate|bok)|skrev (?:en |ei"
    r" )?(?:bok|boka|sang|salme|låt)"
    r"|skreiv (?:ei )?(?:bok|vise|låt)|published a|wrote a book|my (?:book|album|novel))\b",
    r"\b(?:malte|tegnet|teikna|komponerte|skrev|skreiv|designa|designet|tegna|painted|composed"
    r"|designed) (?:\w+ )?(?:kommunevåpen\w*|altertavl\w*|veggmaleri\w*|logoen|fanen|fana"
    r"|byvåpen\w*|lokalspalt\w*|spalte\w*|fast spalte|salme\w*|bygdesong\w*"
    r"|fylkesvåpen\w*|the (?:mural|logo|column|hymn|altar\w*))\b",
    r"\b(?:statue|byste|bauta|plakett|gate|veg|vei|minnesmerke|portrett|malerier?) (?:av|etter"
    r"|oppkalt etter|med navnet|of) (?:meg|far|mor|bestefar|oldefar|mannen|him|me)\b",
    r"\b(?:skoleskyter|opera\w*|solo på|spilte (?:hovedrollen|julenissen|jesus|maria)|spelte"
    r" (?:hovudrolla|julenissen|jesus|maria)|(?:var|er|e) (?:julenisse|lucia|julenissen|maskot\w*"
    r"|påskehare))\b",
)
ALWAYS = (
    r"\b(?:alltid|bestandig|støtt|hver dag|kvar dag|året rundt|always|every day) (?:\w+ )?(?:går"
    r"|gikk|gjekk|kledd|iført|har på|går med|har|wear|wears|wearing|dressed) (?:\w+ )?(?:med|i|på"
    r"|in|lue|hatt|kappe|kjole|caps|solbriller|hansker|rødt|svart|hvitt"
    r"|kvitt|dress|slips|skjerf|a)\b",
    r"\b(?:går|gjeng|gikk|gjekk|kler meg|kled meg|goes|dress) (?:\w+ )?(?:med|i|in) (?:\w+"
    r" )?(?:lue|hatt|kappe|kilt|bunad|kjole|slør|cowboyhatt|cowboystøvler|frakk|pels|pelskåpe"
    r"|turban|dameklær|kjole|regnbue\w*|uniform) ?(?:om|hele|heile|året|til|på|som|til"
    r" hverdags)?\b",
    r"\b(?:rød|rosa|grønn|gul|blå|lilla|svær|stor|hvit|kvit|red|pink|green|big|yellow)e? (?:hatt"
    r"|hatten|lue|lua|frakk|frakken|kåpe|kåpa|hår|håret|skjegg|skjegget|parykk|parykken|sko"
    r"|skoene|dress|dressen|krykk\w*|hat|coat|hair|beard|wig)\b",
)


@cache
def turns() -> tuple[Turn, ...]:
    """What somebody won, did and is seen in."""
    return (
        *(turn(words, Why.KNOWN_EVENT, 0.5) for words in (*MONEY, *RECORDS)),
        *(turn(words, Why.WORD_OF_FEW, 0.5) for words in ALWAYS),
    )
