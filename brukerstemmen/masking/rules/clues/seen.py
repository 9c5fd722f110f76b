"""What can be seen on somebody, and illnesses that are said to be rare."""

from functools import cache

from brukerstemmen.masking.rules.clues.turn import Turn, turn
from brukerstemmen.masking.spans import Why

_PART = (
    r"(?:arm\w*|hånd\w*|hand|handa|hender|hendene|fing\w+|tommel\w*|bein\w*|ben|beinet|fot|foten"
    r"|føtt\w*|fot\w*|øye|øyet|øyne|auge\w*|øre|øret|øyre\w*|tå|tær|tærne|tunge|nese|tenner|foten"
    r"|kneet|leppe\w*"
    r"|arms?|hands?|fingers?|thumbs?|legs?|foot|feet|eyes?|ears?|toes?|tongue)"
)
_FACE = (
    r"(?:ansikt\w*|andlet\w*|fjes\w*|trynet|kinn\w*|panna|pannen|hals\w*|nese\w*|nase\w*|hake\w*"
    r"|leppe\w*|øye\w*|øyret?|øret?|auge\w*|munn\w*|skalle\w*|hodet|hovudet|face|cheek|forehead"
    r"|neck|nose|chin|lip)"
)
_FEW = (
    r"(?:en|én|ei|ein|éin|ett|eitt|to|tre|tri|fire|seks|sju|elleve|tolv|one|two|three|four|six"
    r"|[1-4]|6|11|12)"
)
LOST = (
    rf"\b(?:bare|berre|bærre|kun|only|just|har|hadde|have|has) (?:har |hadde )?{_FEW} (?:\w+"
    rf" )?{_PART}\b",
    r"\b(?:mangler|manglar|mangla|manglet|mista|mistet|miste|misst|missa|kappa|kappet|amputerte"
    rf"|amputert|missing|lost) (?:\w+ ){{0,3}}?{_PART}\b(?! for| fra)",
    rf"\b(?:uten|utan|without) (?:\w+ ){{0,3}}?{_PART}\b(?! å| for)",
    r"\b(?:født|fødd|born) (?:\w+ )?(?:uten|utan|med|without|with) (?!nerver|angst|en sølv"
    r"|sølv)(?:\w+ ?){1,3}",
    r"\b(?:lam|lamma|lammet|paralysert|paralysed|paralyzed) (?:i|fra|frå|etter|av|på|from|after)"
    r" (?!skrekk|redsel|angst|frykt|fear)\w+",
    r"\b(?:blind|døv|døvblind|stum|døvstum|målløs|mållaus|deaf|mute) (?:på|sia|siden|sidan|fra"
    r"|frå|etter|av|i|from|since|in)\b",
    r"\b(?:medfødt|medfødd|congenital) \w+",
    r"\b(?:open|åpen|kløyvd|spaltet|cleft|split) (?:rygg|gane|leppe|palate|lip|spine)\w*",
    r"\b(?:krum|krumt|skjev|skjeiv|skakk|crooked) (?:rygg|nakke|nese|nase|fot|munn|back|nose)\w*",
    r"\b(?:haltet?|halter|haltar|halta|hinker|hinkar|hinke|hinka|limp|limps) (?:\w+ )?(?:med|på"
    r"|etter|sia|siden|on|since|with)\b",
)
FACE = (
    r"\b(?:arr|arret|et stort arr|flamme|flamma|brannsår|brannskade|tatover\w*|tatto\w*"
    r"|piercing\w*|fødselsmerk\w*|utslett|kul|svulst|scars?|tattoo\w*|burns?) (?:\w+"
    rf" ){{0,2}}?(?:i|på|over|frå|fra|rundt|tvers over|ved|in|on|across|from|down|over|around)"
    rf" (?:hele |heile |det |den |my |the |whole )*{_FACE}",
    rf"\b(?:tatovert|tatovera|tattooed) (?:\w+ )?(?:hele |heile )?{_FACE}|\b{_FACE}tatover\w*",
    r"\b(?:langt|rødt|raudt|rosa|grønt|lilla|blått|hvitt|kvitt|flettet|kritthvitt|oransje|red"
    r"|pink|green|purple|blue|long white) (?:\w+ )?(?:hår|skjegg|hår og|bart|hair|beard"
    r"|moustache)\b",
    r"\b(?:hår|håret|skjegg|skjegget|hestehale|flette|fletta|bart|fletter|hair|beard|braid)"
    r" (?:\w+ )?(?:ned )?(?:til|på|down to) (?:rumpa|knærne|knea|magen|livet|beltet|brystet"
    r"|hoftene|knees|waist|belly)\b",
    r"\b(?:måler|målte|er|e|var|measure|i'm|am) (?:over |nesten |bare |berre |knapt |only )?(?:to"
    r"|én|en|ein|ett|[12]|two) (?:meter|m)(?: og \w+)?(?: på| høy| lang| i|,|\.| og)",
    r"\b(?:én|en|ein|ett|1|to|2) meter og \w+|\b[12][.,]\d\d (?:høy|høg|lang|på sokkelesten)\b"
    r"|\b\d{3} (?:cm|centimeter) (?:høy|høg|lang)\b",
    r"\b(?:six|seven|five|four|\d) (?:foot|feet|ft)(?: \w+)?\b(?! away| from| deep)",
    r"\b(?:veier|veg|veide|vog|weigh|weighed) (?:over |nesten |snart )?(?:1[4-9]\d|[23]\d\d"
    r"|hundre og \w+|to hundre|tre hundre)\b",
    r"\b(?:høyeste|høgste|minste|største|tykkeste|feiteste|feteste|laveste|tallest|smallest"
    r"|biggest|fattest) (?:\w+ )?(?:i|på|in|on|av) (?:\w+)",
    r"\b(?:hvit|kvit|rød|grønn|white) (?:stokk|stav|krykke|cane|stick)\w*|\b(?:the|en|den) \w+"
    r" (?:krykka|rullatoren|rullestolen|rullestol)\b",
    r"\b(?:snakker|snakkar|prater|pratar|kommuniserer|speak|communicate) (?:\w+ )?(?:med|gjennom"
    r"|via|with|through) (?:talemaskin|maskin|tegn|teikn|hendene|øynene|pekebok|tavle|datastemme"
    r"|taleprogram|a machine|signs|my eyes)\w*",
    r"\b(?:svart|mørk|brun|black|brown) (?:i huden|i hua|i huda|kvinne|mann|jente|gutt|person"
    r"|woman|man|family|familie)\b|\b(?:mørkhuda|mørkhudet|mørkhudete|farga|farget)\b",
)
RARE = (
    r"\bsjeld(?:en|ent|an|ne|nen|nt)\w* (?:\w+ )?\w*(?:sykdom|sjukdom|tilstand|diagnose|syndrom"
    r"|lidelse|liding|feil|variant|form|kreft|reaksjon|genetisk|muskel|stoffskifte|blod|hud"
    r"|nevrologisk)\w*",
    r"\b(?:rare|unusual|orphan) (?:\w+ ){0,2}?(?:disorder|disease|condition|syndrome|illness|gene"
    r"|cancer|form|variant|blood type)\b",
    r"\b(?:sykdommen|sjukdomen|sykdom|diagnosen|diagnose|syndromet|tilstanden|the disease|a"
    r" disease|an illness) (?:\w+ ){0,4}?(?:bare|berre|kun|only) \w+ (?:har|i|have|in)\b",
    r"\b(?!metabolsk|abstinens|utmatt|prementr|stockholm|utbrent|stress|abstinens|serotonin"
    r"|smerte)\w{4,}s syndrom(?:et)?\b",
    r"\b(?:med|har|fått|fikk|fekk|av) \w{4,}s (?:sykdom|sjukdom|sjuke|syke)\b",
    r"\b(?:legene|legane|leger|doctors|ingen lege) (?:har |hadde |have )?(?:aldri|ikke|ikkje"
    r"|never) (?:sett|hørt om|høyrt om|opplevd|seen|heard)\b",
    r"\b(?:beskrevet|omtalt|skildra|presentert|written about) i (?:et |eit )?(?:tidsskrift"
    r"|forskning\w*|legetidsskrift\w*|doktorgrad\w*|artikkel|lærebok|lærebøk\w*)\b",
    r"\b(?:nytt|ny|nye|donert|new|donated) (?:hjerte|hjarte|nyre|nyrer|lever|lunge|lunger"
    r"|hornhinne\w*|hofter|heart|kidney|liver|lungs?)\b",
    r"\b(?:ga|gav|donerte|gave|donated) (?:bort |min |ei |en |the )*(?:nyre|nyra|nyren|leveren"
    r"|beinmarg|benmarg|kidney|bone marrow)\b",
)
KVEN = (
    # "Kven" asks who in nynorsk: only where the sentence ends with it, or it is half of somebody.
    r"\b(?:jeg|eg|æ|far|mor|faren|mora|bestemor|bestefar|mi|min|farmor|mormor|slekta|vi|me) (?:er"
    r"|e|va|var) (?:jo |litt |også |òg |halvt |egentlig |eigentleg )?kven\b(?=[,.!?;:]| og\b|"
    r" men\b| på\b|$)",
    r"\b(?:jeg|eg|æ|far|mor|faren|mora|bestemor|bestefar|mi|min|farmor|mormor|vi|me) (?:er|e|va"
    r"|var) (?:jo |litt |også |òg |halvt |egentlig |eigentleg )?(?:same|samer|samar|lapp|finne"
    r"|rom|tater)\b(?=[,.!?;:]| og\b| men\b| på\b|$)",
)


@cache
def turns() -> tuple[Turn, ...]:
    """Bodies and faces, rare illnesses, and two peoples with the names of other words."""
    return (
        *(turn(words, Why.RARE_CONDITION, 0.5) for words in (*LOST, *RARE)),
        *(turn(words, Why.WORD_OF_FEW, 0.5) for words in FACE),
        *(turn(words, Why.TELLS_ORIGIN, 0.6) for words in KVEN),
    )
