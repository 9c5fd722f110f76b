"""Lives that few have led: deeds, homes, bodies and births that people remember."""

import re
from functools import cache

from brukerstemmen.masking.rules.clues.turn import Turn, turn
from brukerstemmen.masking.spans import Why

_SMALL = r"(?:en|ett|én|ei|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|two|three|four|five|six|\d{1,2})"
DEEDS = (
    r"\b(?:vant|vunnet|vunne|vann) (?:i |en |ei )?(?:lotto|nm|vm|em|ol|millioner|gull|sølv|bronse"
    r"|premie|mesterskap|viking|flax|idol|farmen|skal vi danse|stjernekamp)\w*",
    r"\b(?:var|vært|vore|deltok|deltatt|med) (?:med )?(?:i|på) (?:farmen|idol|paradise|stjernekamp"
    r"|skal vi danse|tv|gullrekka|mesternes mester|ol|vm|em|nm|tour de)\b",
    r"\b(?:skrev|skrevet|skriv|skreiv|skrive|ga ut|gitt ut|gav ut|utgitt) (?:en |ei |to |min |mi "
    r"|flere )?(?:egen |eigen |første )?(?:bok|boka|diktsamling|roman|plate|plater|album)\w*",
    r"\b(?:på langs|på tvers av norge|jorda rundt|verden rundt|over grønland|til sydpolen"
    r"|mount everest|over atlanteren)\b",
    r"\b(?:klaget|klaga|klagde|anmeldte|saksøkte|vant over|vant saka|vant mot) (?:\w+ )?(?:til|inn"
    r"|over|mot|for)? ?(?:sivilombud\w*|menneskerettsdomstol\w*|strasbourg|staten|kommunen i retten"
    r"|høyesterett)",
    r"\b(?:klatra|klatret|hoppa|hoppet|kasta meg|kastet meg) (?:\w+ )?(?:fra|frå|ut|opp|av|i|ned)"
    r" (?:i |på |fra )?(?:brua|broa|broen|taket|vinduet|vindauget|tårnet|kirketårnet|krana|masta"
    r"|masten|elva|fossen|ferja|fergen|balkongen|stupet)",
    r"\b(?:satte|sette|tente|tende) (?:fyr|på brann|eld) (?:på|i)\b|\btente på (?:huset|rommet)",
    r"\b(?:fant|fann) (?:ham|han|henne|ho|mor|far|broren|søstera|mannen|kona)(?: \w+)?"
    r" (?:hengende|hengande|død|daud|livløs|livlaus)\b",
    r"\b(?:overlevde|overlevd|survived) (?!uten|utan|dagen|natta|så|på|ikke|ikkje|en|ei|det)\w+",
    r"\bsom overlevde\b|\b(?:gikk ned|forliste|forlist|kantret|kantra|havarerte|sank)\b",
    r"\b(?:satt|sat|sitter|sit|valgt inn|møtte) (?:\w+ )?(?:i|på) (?:regjering\w*|storting\w*"
    r"|kommunestyr\w*|formannskap\w*|fylkesting\w*|sameting\w*|bystyr\w*)",
    r"\b(?:barnesoldat|krigsfange|motstands\w+|torturert|torturoffer|fremmedkriger|politisk fange"
    r"|fengslet i|gissel|livvakt|statsløs|enslig mindreårig|einsleg mindreårig|tidligere nonne"
    r"|nonne|munk|prestesønn|prestedatter|bispesønn)\b",
    r"\b(?:tjenestegjorde|tenestegjorde|soldat|veteran|deltok|stasjonert|ut[e] i|krigen) (?:i|fra"
    r"|frå) (?:afghanistan|libanon|bosnia|kosovo|irak|mali|fn|nato|krigen|syria|ukraina)",
    r"\bpolitiet (?:sperra|sperret|omringa|omringet|stormet|stengte|skjøt|skaut)\b",
    r"\b(?:killed himself|killed herself|took his own life|hanged himself|shot himself)\b",
    r"\b(?:på mottak|på asylmottak|i flyktningleir\w*|in a refugee camp|over middelhavet"
    r"|alene til norge|åleine til noreg)\b",
)
HOMES = (
    r"\b(?:bor|bur|bodde|budde|lever|live|lived) (?:\w+ )?(?:i|på|in|on) (?:en |ein |ei |et |eit "
    r"|min |a )?(?:båt|seilbåt|husbåt|campingvogn|bobil|bil|telt|tipi|hytte|koie|lavvo|fyr"
    r"|fyrstasjon|kloster|prestegård|slott|låve|garasje|hule|stall|boat|caravan|tent)\w*\b",
    r"\b(?:driv|driver|dreiv|drev|held) (?:på )?(?:med )?(?:geit|sau|rein|gris|kyr|mink|bier"
    r"|oppdrett|pelsdyr|hest|hunder|ku|melk|mjølk|høns|fiske|selfangst|fangst|alpakka)\w*",
    r"\b(?:ror|rodde|ro) fiske\b|\bpå lofotfiske\b",
)
LOOKS = (
    r"\b(?:lapp|klaff) (?:for|foran|over) (?:øyet|auget|det ene)|\b(?:glassøye|glassauge)\b",
    r"\b(?:tatover\w+) (?:\w+ ){0,2}(?:ansikt\w*|hals\w*|panna|skallen|hodet|kroppen)",
    r"\b(?:to meter|1[,.]?\d\d meter|2[,.]\d\d)(?: og \w+)? (?:høy|høg|lang)\b",
    r"\b(?:veier|veg|vog|veide) (?:over )?(?:1[5-9]\d|2\d\d|3\d\d|to hundre|hundre og femti)"
    r"\w* kilo",
    r"\b(?:mørk|brun|svart|lys) i (?:huden|hua|huda)\b|\beneste svarte\b|\bhudfarge\w*",
    r"\b(?:bare|berre|kun|har) (?:én|en|ein|ei|eitt|ett|1) (?:arm|hånd|hand|bein|fot|øye|auge|nyre"
    r"|lunge|finger)\b",
    r"\b(?:nytt|ny) (?:hjerte|hjarte|nyre|lever|lunge\w*)\b",
    r"\b(?:a|my|use|uses|in a|the) wheelchair\b",
    r"\b(?:albino|kortvokst|rødhåra|rødhårede|skalla|kløyvd leppe)\b",
)
FAMILIES = (
    r"\b(?:mor|mora|moren|far|faren|mamma|pappa) til (?:fire|fem|seks|sju|syv|åtte|ni|ti|[4-9])\b",
    r"\b(?:oldemor|oldefar|oldeforeldre|tippoldemor)\b",
    rf"\b{_SMALL} (?:barn|unger|ungar|born) med (?:to|tre|fire|ulike|forskjellige)\b",
    r"\benebarn av\b|\bbarn av (?:to )?(?:døve|blinde|rusmisbrukere|prester|krigsseiler)\w*",
    r"\b(?:fosterforelder|fosterforeldre|beredskapshjem|adoptivforeldre|surrogat)\w*",
    r"\bgravid (?:i|med|da|på|mens)\b|\b(?:fødte|fødde) (?:\w+ )?(?:på|i) (?!19|20|samme)\w+",
)
SELF = (
    r"\b(?:er|e|var|va) (?:jo |åpen |open )?trans\b|\b(?:levde|levd|født|fødd|lever) som"
    r" (?:kvinne|mann|gutt|jente|gut)\b",
    r"\b(?:gift|sambuar|samboer|kjæreste|kjærast|forlovet|forlova) med (?:en|ei|ein) annen? ?"
    r"(?:mann|kvinne|dame|jente|gutt)\b",
    r"\b(?:gift|sambuar|samboer|kjæreste|kjærast) med (?:en|ei|ein)"
    r" (?:mann|kvinne|dame|jente|gutt)\b",
    r"\bfem ganger (?:om dagen|hver dag|daglig)\b",
)
SHORT_DIAGNOSES = re.compile(r"\b(?:MS|ALS|HIV|AIDS|DID|EDS|PWS|SMA|PKU)\b")


@cache
def turns() -> tuple[Turn, ...]:
    """What a person has done, where and how they live, and what they look like."""
    return (
        *(turn(words, Why.KNOWN_EVENT, 0.5) for words in DEEDS),
        *(turn(words, Why.WORD_OF_FEW, 0.5) for words in (*HOMES, *LOOKS)),
        *(turn(words, Why.FAMILY_TOLD, 0.5) for words in FAMILIES),
        *(turn(words, Why.SPECIAL_CATEGORY, 0.5) for words in SELF),
        Turn(SHORT_DIAGNOSES, Why.RARE_CONDITION, 0.5),
    )
