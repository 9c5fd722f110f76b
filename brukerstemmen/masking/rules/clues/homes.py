"""Homes, animals and vehicles by which people know somebody."""

from functools import cache

from brukerstemmen.masking.rules.clues.turn import Turn, turn
from brukerstemmen.masking.spans import Why

_LIVES = (
    r"(?:bor|bodd|bodde|bodd|bur|budde|budd|bud|held til|holder til|heldt til|hadde hus|har hus"
    r"|vokste"
    r" opp|voks opp|vaks opp|live|lives|lived|grew up)"
)
_COLOUR = (
    r"(?:rød|raud|rosa|gul|grønn|grøn|blå|lilla|fiolett|oransje|brun|svart|sort|kvit|hvit|turkis"
    r"|grå|stripet"
    r"|stripete|spraglete|gammel|gamal|knall\w+|selvlysende|red|yellow|green|blue|pink|purple"
    r"|orange"
    r"|black|white|old)(?:e|t|a|ne)?"
)
_VEHICLE = (
    r"(?:varebil|bil|folkevogn|boble|lada|volvo|saab|traktor|moped|scooter|motorsykkel|sykkel"
    r"|campingbil"
    r"|bobil|buss|båt|sjark|robåt|lastebil|trailer|kassebil|stasjonsvogn|tuktuk|sparkesykkel"
    r"|rullator"
    r"|rullestol|krykk|postbil|el-?sykkel|jeep|mercedes|van|car|truck|tractor|bike|boat|scooter"
    r"|moped)"
)
_HOUSE = (
    r"(?:hus|huset|villa|villaen|bu|bua|hytte|hytta|gard|garden|gård|gården|rekkehus|house"
    r"|cottage|cabin)"
)
_SPOT = (
    r"(?:brua|broa|broen|kirka|kirken|kyrkja|skolen|skulen|butikken|kaia|ferjekaia|fergekaia"
    r"|ferjeleiet"
    r"|fergeleiet|moloen|fyret|elva|fossen|vannet|vatnet|tunnelen|svingen|kirkegården|kyrkjegarden"
    r"|gravplassen|prestegården|prestegarden|bedehuset|samfunnshuset|grendehuset|kommunehuset"
    r"|rådhuset"
    r"|stasjonen|flyplassen|campingplassen|lensmannskontoret|kirkekontoret|kyrkjekontoret"
    r"|legekontoret"
    r"|politistasjonen|banken|samvirkelaget|joker|coop|bensinstasjonen|verkstedet|verkstaden"
    r"|fabrikken"
    r"|mølla|meieriet|hotellet|puben|biblioteket|museet|idrettsbanen|skytebanen|hoppbakken|lysløypa"
    r"|riksveien|riksvegen|fylkesveien|butikken|apoteket|frisøren|slippen|verftet|brannstasjonen"
    r"|bridge|church|school|shop"
    r"|pub|harbour|quay|station|graveyard|cemetery|lighthouse|post office|library|bank|pier)"
)
AT_HOME = (
    rf"\b{_LIVES} (?:\w+ ){{0,3}}?(?:øvst|øverst|ytterst|ytst|inst|innerst|nederst|nedst|lengst"
    r"|aller|midt)"
    r" (?:\w+ )?(?:i|på|oppe|ute|inne|ved|nede|mot) \w+",
    rf"\b{_LIVES} (?:\w+ ){{0,3}}?(?:over|bak|attom|oppå|ovenfor|ovanfor|nedenfor|nedanfor|ved"
    r" siden av"
    r"|vegg i vegg med|rett ved|like ved|ved|attmed|tvers over|tvert over|nærmest|above|over"
    r"|behind"
    rf"|next to|beside|opposite) (?:den |det |the )?(?:gamle |old )?(?:{_SPOT}|\w+kontoret"
    r"|\w+butikken)\b",
    rf"\b{_LIVES} (?:\w+ ){{0,2}}?(?:på|i|on|in|at) (?:en |ei |ein |et |eit |den |det |a |an |the"
    r" )?"
    r"(?:\w+ )?(?:holme|øy|øya|skjær|fjell|fjellet|prestegard|prestegård|setra|stølen|støl"
    r"|fjellstu|gård|gard"
    r"|gården|garden|småbruk|hytta|skogen|kårbolig|kårbustad|fyr|fyret|stasjonsbygning|skolehus"
    r"|skulehus"
    r"|bedehus|kloster|asylmottak|mottak|leirplass|campingplass|campingplassen|brakke|brakka|naust"
    r"|naustet|tårn|farm|island|lighthouse|caravan|boat|campsite|convent|vicarage|rectory)\w*\b",
    rf"\b{_LIVES} (?:\w+ )?(?:aleine|alene|åleine|alone) (?:på|i|inst|ytterst|on|in) (?!leilighet"
    r"|leilegheit"
    r"|kommunal|hybel|et rom|eit rom|rommet|en leil|ein leil|byen|a flat|my flat)\w+",
    r"\b(?:det|den|the) (?:\w+ )?(?:siste|første|fyrste|øverste|øvste|nederste|ytterste|innerste"
    r"|eneste"
    rf"|einaste|gamle|last|first|only|old) {_HOUSE} (?:før|etter|på|i|ved|langs|mot|oppi|der"
    r"|before|after"
    r"|on|in|by|past) (?:\w+ ?){1,2}",
    rf"\b(?:det|den|et|eit|the|a) {_COLOUR} {_HOUSE}\b",
    rf"\b{_HOUSE} (?:med|uten|utan|with|without) (?:\w+ ){{0,2}}?(?:tårn\w*|flagg\w*|torvtak\w*"
    r"|karnapp\w*"
    r"|hjulet|hekk\w*|søyl\w*|antenn\w*|gardin\w*|vindu\w*|port\w*|løv\w*|skjelett\w*|tower|flag"
    r"|roof"
    r"|fence|gate|garden gnomes?)\b",
    rf"\b{_HOUSE} (?:ved|bak|over|rett ved|by|behind|next to) {_SPOT}\b",
    r"\b(?:der|kor|hvor|where) (?:veien|vegen|dalen|asfalten|the road) (?:slutter|sluttar|ender"
    r"|endar"
    r"|stopper|ends)\b|\bved veis ende\b|\bvegs ende\b",
    r"\b(?:i|på|in) (?:den|det|the) (?:gamle|nedlagte|old|former) (?:\w*(?:stasjon|skole|skule"
    r"|butikk|kirke"
    r"|kyrkje|post|meieri|fabrikk|mølle|bank|lensmann|doktor|prest|lege|telegraf|toll)\w*|station"
    r"|school"
    r"|mill|church|post office)",
)
_MANY = (
    r"(?:tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten"
    r"|atten|nitten"
    r"|tjue|tretti|førti|femti|seksti|hundre|mange|masse|flere|fleire|\d{1,3}|three|four|five|six"
    r"|seven"
    r"|eight|nine|ten|twelve|twenty|thirty|a dozen|dozens of|many)"
)
_BEAST = (
    r"(?:hund(?!r)|bikkj|katt|hest|sau|geit|ku\b|kyr|kuer|kalv|gris|høne|høns|gjess|kanin|rein\b"
    r"|bikub"
    r"|alpakka|lama|ponni|husk|puddel|puddl|schäfer|schæfer|dogs?\b|cats?\b|horses?\b|sheep"
    r"|goats?\b|cows?\b"
    r"|pigs?\b|hens?\b|chickens?\b|reindeer|bees|sled)"
)
ANIMALS = (
    r"\b(?:har|hadde|passer|passar|fôrer|have|keep|keeps|had|own|med|de|dei|mine|stelle|stell)"
    rf" (?:\w+ )?{_MANY}"
    rf" (?:\w+ )?{_BEAST}\w*",
    rf"\b{_MANY} {_BEAST}\w*",
    r"\b(?:hest(?:en|ane|ene)|gard(?:en)|gård(?:en)|kyrne|sau(?:ene|ane)|geit(?:ene|ane)|bi(?:ene"
    r"|ane)"
    r"|rein(?:en)|papegøyen|grisene|hønene|stallen|fjøset|travhesten|ponnien|flokken"
    r"|besetning(?:a|en)) (?:min|mi"
    r"|mine|vår|våre|våres|hans|hennes|hennar|til \w+)\b",
    r"\bmy (?:horses?|sheep|goats?|cows|farm|parrot|pigs|bees|reindeer|stable|herd)\b",
    r"\b(?:med|with) (?:en |ei |ein |den |a |the |my )?(?:\w+ )?(?:papegøy\w*|ørn\w*|ugle|ugla"
    r"|slange\w*"
    r"|ape|apen|falk\w*|ponni\w*|ilder\w*|rotte\w*|gås\w*|parrot|snake|owl|hawk|ferret|rat"
    r"|goose)(?: på"
    r" (?:skulder\w*|arm\w*)| on (?:my|his|her) \w+)?\b",
    r"\b(?:har|hadde|driver|driv|har hatt) (?:noen |nokre |litt )?(?:sauer|sau|geiter|geit|kyr"
    r"|griser|høner|høns"
    r"|hester|hestar|rein|bier|bikuber|melkekyr|mjølkekyr|ammekyr|verpehøner)\b",
)
VEHICLES = (
    r"\b(?:den|det|ein|en|ei|et|eit|min|mi|my|the|a|kjører|køyrer|kjøre|drive|har|på) (?:\w+"
    rf" )?{_COLOUR} {_COLOUR}?"
    rf" ?(?:\w+ )?{_VEHICLE}\w*\b",
    rf"\b{_VEHICLE}(?:en|a|et)? (?:min|mi|mitt|vår|hans|hennes)? ?(?:med|er|e|with|is) (?:\w+"
    r" )?(?:flamm\w*|striper"
    r"|bilde\w*|reklame\w*|navn\w*|namn\w*|logo\w*|flagg\w*|malt|måla|lakkert|rosa|gul|lilla"
    r"|flames|stripes|pink|painted)\b",
    r"\b(?:sykler|syklar|sykla|går|gjeng|gikk|jogger|joggar|løper|spring|rir|rid|sparker|sparkar"
    r"|ror|går tur|cycle|walk) (?:\w+ )?"
    r"(?:uten|utan|med|i|without|with) (?:\w+ ){0,2}?(?:hender|hendene|skjorte|sko|barbeint"
    r"|berrføtt|kilt|hatt|cowboyhatt|kappe"
    r"|kjole|fane|flagg|transistorradio|radio|trille|barnevogn full|handlevogn\w*|puddl\w*|hunder"
    r"|hundar|hands|shoes|a cart)\b",
    r"\bgår tur med (?:de|dei|tre|fire|fem|alle|en|ei) (?:\w+ ){0,2}\w*(?:hund|puddl|katt|geit"
    r"|ponni|schæfer|schäfer)\w*",
)
ROUND_HERE = (
    r"\b(?:selger|sel|solgte|selde|spiller|spelar|spilte|spelte|klipper|klippar|måker|måkar"
    r"|vasker|vaskar"
    r"|passer|passar|styrer|driver|driv|åpner|opnar|låser|låser opp|stenger|rydder|ryddar|maler"
    r"|malar"
    rf"|sykler|står(?! (?:\w+ )?midt)|synger|syng|sing|sell|sells|run|runs|clean|cleans|play)"
    r" (?:\w+ ){0,4}?(?:på"
    r"|ved|i|til|langs|utenfor"
    rf"|utanfor|for|at|in|by|outside|on) (?:the )?{_SPOT}\b",
    r"\b(?:låser|steller|stell|måker|måkar|klipper|klippar|vasker|vaskar|maler|malte|malar"
    r"|tapetserte|bygde|bygget|bygger|byggjer|pusset opp"
    rf"|pussa opp|tegnet|teikna|built|painted|cleans?) (?:\w+ ){{0,3}}?(?:{_SPOT}|orgel\w*|trappa"
    r" på \w+|hotell\w*|kirk\w*|kyrkj\w*)\b",
    r"\b(?:kirkegård|kirkegard|kyrkjegard|gravplass|gravlund|bedehus|samfunnshus|grendehus"
    r"|ferjekai|fergekai|"
    r"ferjeleie|fergeleie|fyret|moloen|prestegård|prestegard|slottet|skytebane|travbane"
    r"|kjøpesenter|torget)\w*",
)


@cache
def turns() -> tuple[Turn, ...]:
    """Where somebody lives, with what animals, and how they get about."""
    return (
        *(turn(words, Why.WORD_OF_FEW, 0.5) for words in (*AT_HOME, *ANIMALS, *VEHICLES)),
        *(turn(words, Why.TELLS_WORKPLACE, 0.4) for words in ROUND_HERE),
    )
