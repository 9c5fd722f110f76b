"""What happened to somebody, told with a verb: people in a place remember it."""

from functools import cache

from brukerstemmen.masking.rules.clues.turn import Turn, turn
from brukerstemmen.masking.spans import Why

_WAS = r"(?:ble|blei|blitt|vart|vorte|vert|blir|var|va|er|e|was|were|got|been)"
_CRAFT = (
    r"(?:båten?|skuta|skipet|ferja|ferga|fergen|ferjen|bussen|toget|flyet|helikopteret|bilen"
    r"|traktoren|scooteren|skøyta|sjarken|hurtigbåten|trikken|traileren|the (?:boat|ship|ferry|bus"
    r"|train|plane|car|tractor|trawler))"
)
_BUILDING = (
    r"(?:\w*huset|\w*bygget|\w*bygningen|\w*gården|\w*garden|fjøset|låven|fabrikken|siloen|skolen"
    r"|skulen|kirken|kirka|kyrkja|hotellet|butikken|verkstedet|verkstaden|bruket|verftet|gruva|brua"
    r"|broen|demningen|demninga|dammen|taket|tanken|stillaset|heisen|tunnelen|kaia|blokka|hytta"
    r"|leiligheten|leilegheita|heimen|hjemmet|stallen|naustet|(?:the|our|my) (?:\w+ )?(?:house|barn"
    r"|factory|school|church|hotel|shop|bridge|roof|mine|cabin|farm|home|flat))"
)
_GAVE_WAY = (
    r"(?:brant|brann|brente|brende|brendt|brunnet|brunne|strøk med|tok fyr|eksploderte|raste|rasa"
    r"|rast"
    r"|seig ut|gled ut|kollapset|kollapsa|styrta|styrtet|brast|brakk|falt ned|fall ned|datt ned"
    r"|ble sprengt|blei sprengt|vart sprengt|gikk i lufta|gjekk i lufta|oversvømt|overfløymt"
    r"|burned|burnt|exploded|collapsed|fell down|flooded)"
)
_SANK = (
    r"(?:sank|sokk|søkk|gikk ned|gjekk ned|gikk rundt|gjekk rundt|gikk på|gjekk på|forliste|kantret"
    r"|kantra|kvelva|havarerte|grunnstøtte|velta|veltet|kjørte av|køyrde av|kjørte utfor|køyrde"
    r" utfor"
    r"|krasja|krasjet|kræsja|kolliderte|styrta|styrtet|sporet av|spora av|brant|brann|eksploderte"
    r"|capsized|went down|crashed|overturned|caught fire)"
)
_NATURE = (
    r"(?:ras|raset|skred|skredet|snøskred\w*|snøras\w*|flom\w*|flaum\w*|bølg\w+|sjøen|havet|elva"
    r"|fossen"
    r"|isen|straumen|strømmen|lyn\w*|bjørn\w*|ulv\w*|okse\w*|hest\w*|traktor\w*|tog\w*|maskin\w*"
    r"|båt\w*"
    r"|propell\w*|heis\w*|hai\w*|storm\w*|orkan\w*|brann\w*|slåmaskin\w*|skurtresk\w*|høypress\w*)"
)
WENT_WRONG = (
    rf"\b{_CRAFT} (?:\w+ ){{0,2}}?{_SANK}\b",
    rf"\b{_BUILDING} (?:\w+ ){{0,3}}?{_GAVE_WAY}\b",
    rf"\b{_WAS} (?:\w+ )?(?:tatt|teken|tatt med|drept|dratt ned|meid ned|knust|klemt|truffet|treft"
    r"|overkjørt|bitt|skada|skadet|killed|hit|caught|taken) (?:av|under|mellom|i|by|in) (?:en "
    r"|ei |ein"
    rf" |et |eit |den |det |the |an? )?{_NATURE}",
    r"\b(?:påkjørt|påkøyrd|overkjørt|overkøyrd|meid ned|run over|knocked down) (?:av|på|ved|utenfor"
    r"|utanfor|i|foran|by|outside|on)\b",
    r"\b(?:falt|fall|datt|ramla|ramlet|stupte|fell) (?:\w+ )?(?:ned fra|ned frå|ned i|ned av|utfor"
    r"|av|fra|frå|from|off|gjennom|i) (?:en |ei |ein |et |the |a )?(?:stillas\w*|tak\w*|stige\w*"
    r"|brua|broen|brønn\w*|båt\w*|hest\w*|scooter\w*|kirke\w*|kyrkj\w*|fjell\w*|stup\w*|isen"
    r"|klippe\w*"
    r"|mast\w*|tre\w*|kran\w*|låve\w*|sjøen|elva|fossen|roof|ladder|scaffolding|bridge|horse"
    r"|cliff)",
    r"\b(?:ramma|ramlet|kjørte|køyrde|kjørt|kræsja|krasja|krasjet|crashed|drove) (?:\w+"
    r" ){0,3}?(?:av"
    r" vei|av veg|utfor|utafor|ut i elva|i grøfta|i sjøen|på sjøen|ambulans\w*|politibil\w*|tog\w*"
    r"|off the road|into the)\w*",
    r"\b(?:mista|mistet|missa|lost) (?:\w+ ){0,2}?(?:i|in|under|på|to) (?:\w+ )?(?:\w*ulykk\w*"
    r"|\w*ulukk\w*"
    r"|brann\w*|ras\w*|skred\w*|flom\w*|flaum\w*|krig\w*|afghanistan|libanon|syria|bosnia|havet"
    r"|sjøen|fjellet|utøya|tsunami\w*|selvmord\w*|sjølvmord\w*|war|fire|flood|accident|avalanche"
    r"|sea)",
    r"\b(?:mista|mistet|missa|mistet vi|mista vi|lost) (?:\w+ )?(?:huset|heimen|hjemmet|garden"
    r"|gården"
    r"|båten|fjøset|the house|the farm|our home)\b",
    r"\b(?:mista|mistet|missa|mister|lost) (?:begge|alle|to|tre|både|both|all|two|three)(?: \w+)?"
    r" (?:gutt|gut|sønn|son|barn|born|ung|jent|datter|dotter|døtr|bror|brør|søst|syst|foreldr|child"
    r"|brothers|sisters|sons|daughters|kids|parents)\w*",
    r"\b(?:omkom|omkommet|omkomne|forulykk\w+|forulukk\w+|drukna|druknet|drukne|frøys i hjel|frøs"
    r" i hjel"
    r"|fraus i hel|perished|drowned|froze to death)\b",
    r"\b(?:brent|brann|brant) (?:i hjel|i hel|inne|opp|ned)\b|\b(?:burned|burnt) (?:down|to"
    r" death)\b",
    r"\bom bord (?:da|då|på|i)\b|\bmed (?:da|då) (?:\w+ )?(?:gikk|gjekk|sank|brant|brann|raste"
    r"|forliste"
    r"|kjørte|køyrde|velta|krasja)\b",
    r"\b(?:was|were) (?:on|in|aboard|inside) the (?:\w+ )?(?:that|which|when it) \w+",
)
RESCUED = (
    rf"\b{_WAS} (?:\w+ )?(?:redda|reddet|berga|berget|henta|hentet|evakuert|gravd|gravne|dratt"
    r"|fiska"
    r"|fisket|rescued|pulled|dug|airlifted) (?:\w+ )?(?:opp|ut|av|fra|frå|med|i land|up|out|from"
    r"|by)"
    r" (?!sykehus|sjukehus|institusjon|avdeling|posten|nav\b|timen|politi)(?:\w+ ?){1,2}",
    r"\b(?:redningshelikopter\w*|redningsskøyt\w*|sjøredning\w*|manngard\w*|manngård\w*|røde kors"
    r" leit\w*)\b",
    r"\b(?:savn\w+|sakn\w+|missing) (?:\w+ ){0,2}?(?:i|for|leita|leitet|lette|leta|in) (?:\w+ )?"
    r"(?:dager|dagar|døgn|uker|veker|days)",
    r"\b(?:meldt|meld|melde) (?:savnet|savna|sakna)\b|\b(?:den|de|dei) (?:savna|savnede|sakna)\b",
    r"\b(?:leita|leitet|lette|leitte|searched) (?:\w+ )?(?:etter|for) (?:meg|han|ham|henne|ho|oss|"
    r"broren|søstera|mannen|sonen|sønnen|me|him|her)(?: \w+){0,2} (?:dager|dagar|døgn|uker|veker"
    r"|skogen"
    r"|fjellet|helikopter|hund|hunder|days)",
    r"\b(?:fant|fann|funnet|funne|found) (?:\w+ ){0,3}?(?:død|døde|daud|daude|lik|liket|livløs\w*"
    r"|livlaus\w*"
    r"|hengende|hengande|dead|body|hanging)\b",
    r"\b(?:ringte|ringde|called) (?:\w+ )?(?:nødnummer\w*|113|112|brannvesen\w*|the"
    r" fire)\b.{0,12}\b(?:da|då|when)\b",
    r"\b(?:redda|reddet|berga|saved) (?:livet til|en |ei |ein |to |tre |et |eit |a |two )(?:\w+ )?"
    r"(?:mann|gutt|gut|jente|barn|unge|kvinne|nabo|kamerat|child|man|boy|girl|woman|liv)\w*",
)
IN_PUBLIC = (
    r"\b(?:på|i|hos) (?:riksradio\w*|fjernsyn\w*|lokalradio\w*|lokal-tv|lokaltv|radio|tv2|tv 2"
    r"|nrk\w*|p4"
    r"|p1|nettavis\w*|bygdeblad\w*|lokalblad\w*|ukeblad\w*|vekeblad\w*|vg|dagbladet|aftenposten"
    r"|forsid\w*"
    r"|framsid\w*|youtube|tiktok|dagsrevyen|nyhetene|nyheitene)\b(?! (?:og så|om kvelden|hele"
    r" dagen))",
    r"\b(?:sto|stod|stått|stått|står|stend|sku|skulle stå) (?:\w+ )?(?:fram|frem)\b",
    r"\b(?:sto|stod|stått|står|skreiv|skrev|skrive|skrevet) (?:\w+ )?om (?:det |meg |oss |saken "
    r"|saka )?"
    r"(?:overalt|i alle|i hele|i avis\w*|i bladet|på nett\w*)\b",
    r"\b(?:avis\w*|bladet|journalist\w*|nrk|radioen|tv-teamet|the paper|the newspaper|reporters?)"
    r" (?:\w+ )?(?:skrev|skreiv|ringte|ringde|ringer|ringjer|kom|skriver|skriv|lagde|laget|laga"
    r"|spurte"
    r"|wrote|called|came|ran)\b",
    r"\b(?:stilte|stilt|stiller|stillte|ran|stood|running) (?:\w+ )?(?:til|for|som|as) (?:\w+"
    r" )?(?:valg\w*"
    r"|val|gjenvalg|gjenval|ordfører\w*|ordførar\w*|stortinget|kandidat\w*|election|mayor|office"
    r"|parliament|council)\b",
    r"\b(?:saksøkte|saksøkt|saksøker|saksøkjer|anla sak|gikk til sak|gjekk til sak|tok ut"
    r" stevning|sued"
    r"|took to court)\b(?: \w+)?",
    r"\b(?:varslet|varsla|varsler|varslar|varslare) (?:om|på|mot|i|til|arbeidstilsyn\w*"
    r"|fylkes\w*)\b"
    r"(?! (?:meg|oss|forhånd|førehand|tid|timen))|\bwhistle-?blower\b",
    r"\b(?:meldte|meldt|melde|anmeldte|anmeldt|politianmeld\w*|reported) (?:\w+"
    r" ){0,2}?(?:overgrep\w*"
    r"|voldtekt\w*|presten|læreren|læraren|treneren|trenaren|sjefen|legen|abuse|rape)",
    r"\b(?:vitne|vitna|vitnet|vitner|witness|testified) (?:\w+ )?(?:i|mot|til|in|against|at|for)"
    r" \w+",
    r"\b(?:saken|saka|dommen|historia|historien|my case|the case) (?:\w+ ){0,3}?(?:høyesterett"
    r"|høgsterett"
    r"|retten|strasbourg|tinget|stortinget|avis\w*|media|supreme court|court|strasbourg)\b",
    r"\b(?:saken|saka|dommen) (?:mot|om|rundt|kring) (?:meg|oss|far|mor|mannen|broren|sjefen"
    r"|presten)\b",
    r"\b(?:gikk|gjekk|gått|gjekk rett|slo|slått|slo seg|went|gone) (?:meg |seg |oss )?(?:konk"
    r"|konkurs|bankrupt"
    r"|bust|viralt|viral)\b",
    r"\b(?:dømt|dømd|domfelt|straffa|straffet|bøtelagt|convicted|sentenced|fined) (?:\w+ )?(?:for"
    r"|til|of|to)\b",
    r"\b(?:tok|stjal|stal|underslo|stole|took) (?:\w+ )?(?:fra|frå|av|from) (?:kassa|kassen|laget"
    r"|korpset"
    r"|klubben|arbeidsgiver\w*|banken|butikken|the till|the club|the church)",
    r"\b(?:skolen|skulen|fabrikken|bruket|verket|gruva|verftet|meieriet|butikken|hotellet|avisa"
    r"|sykehuset"
    r"|sjukehuset|leiren) (?:\w+ )?(?:ble|blei|vart) (?:lagt ned|lagd ned|nedlagt|stengt|solgt)\b",
    r"\b(?:nedlagt|nedlagd|stengt|abandoned|former) (?:skole|skule|fabrikk|gruve|gård|gard|butikk"
    r"|meieri"
    r"|stasjon|church|school|factory|station|mine)\w*",
    r"\b(?:utstøtt|utstøytt|ekskludert|kastet ut|kasta ut|shunned|expelled) (?:fra|frå|av|from"
    r"|by) (?:\w+ )?"
    r"(?:menighet\w*|meinighet\w*|kyrkjelyd\w*|sekt\w*|familien|slekta|klanen|kirken|church"
    r"|family|laget"
    r"|klubben|partiet|bygda)",
)
WAR = (
    r"\b(?:i|fra|frå|under|in|from) (?:krigen|borgerkrigen|borgarkrigen|the war|the civil war)"
    r" (?:i|på|in)"
    r" \w+",
    r"\b(?:tysk|russisk|serbisk|amerikansk|tyske|russiske|german|russian) (?:soldat|offiser"
    r"|soldier|officer)\w*",
    r"\b(?:flyktet|flykta|rømte|rømde|kom|reiste|came|fled) (?:\w+ ){0,3}?(?:siste flyet|siste"
    r" båten|over"
    r" middelhavet|i gummibåt|med gummibåt|til fots|over grensa|over grensen|gjennom ørkenen|on a"
    r" boat"
    r"|in a boat|by boat|on foot|across the)",
    r"\b(?:kom|came) (?:åleine |alene |hit |aleine |alone |here )*(?:til norge|til noreg|to"
    r" norway|here|hit)"
    r" (?:åleine |alene |alone )?(?:som|fra|frå|over|uten|utan|as|from|without|on|when i was) \w+",
    r"\b(?:fengsel|fengslet|fengsla|fange|innesperret|innesperra|prison|jailed|imprisoned) (?:i"
    r"|in) (?!\d"
    r"|to\b|tre\b|fire\b|mange|fleire|flere|mitt|hodet|hovudet|eget|eigen|min)\w+",
)


@cache
def turns() -> tuple[Turn, ...]:
    """Accidents, rescues, courts, papers, wars."""
    told = (*WENT_WRONG, *RESCUED, *IN_PUBLIC)
    return (
        *(turn(words, Why.KNOWN_EVENT, 0.5) for words in told),
        *(turn(words, Why.TELLS_ORIGIN, 0.5) for words in WAR),
    )
