"""Ways of saying that nobody else here is like this, and that everybody would know."""

from functools import cache

from brukerstemmen.masking.rules.clues.turn import Turn, any_of, turn
from brukerstemmen.masking.spans import Why

_I = r"(?:jeg|eg|æ|jæ|je|e|vi|me|mi|oss)"
_IS = r"(?:er|e|æ|var|va|va|ble|blei|blir|vart|vert|har vært|har vore)"
_AM = r"\b(?:i|we)(?:'m| am| was| are| were|'re)"
_MANNER = r"(?:jo |nok |vel |òg |også |liksom |fortsatt |enda |framleis |kanskje |trolig )?"
_FEW = (
    r"(?:en|én|ei|ein|éin|to|tre|tri|fire|fem|seks|sju|syv|one|two|three|four|five|[1-7]"
    r"|en håndfull|ein handfull|a handful)"
)
_BARE = r"(?:bare|bærre|berre|kun|ikke flere enn|ikkje fleire enn|only|just)"
_SMALL_PLACE = (
    r"(?:bygd\w*|øy|øya|øyene|grend\w*|dalen|fjorden|kommunen|kommuna|byen|tettsted\w*|tettstad\w*"
    r"|landet|norge|noreg|fylket|distriktet|verden|verda|slekta|slekten|familien|ætta|klassen"
    r"|klassa"
    r"|skolen|skulen|laget|koret|kullet|menigheten|menigheta|gata|nabolaget|village|town|island"
    r"|valley|country|norway|world|county|class|school|congregation|neighbourhood)"
)
ALONE = (
    # "Jeg er den eneste …", of whatever: few say it of themselves without meaning it.
    rf"\b{_I} {_IS} {_MANNER}(?:den|det|de|dei) (?:aller )?(?:eneste|einaste|siste|fyrste|første"
    r"|yngste|eldste|høyeste|høgste|største|minste)(?! ?(?:gang|gong|tid|dag))\w* \w+",
    rf"\b{_I} {_IS} {_MANNER}(?:eneste|einaste|yngst|eldst|høyest|størst|minst) (?!gang|gong)\w+",
    rf"{_AM} (?:the )?(?:only|last|first|oldest|youngest|tallest) (?!time|one who (?:cares|tries))"
    r"(?:\w+ ?){1,3}",
    r"\b(?:eneste|einaste) (?:mann|kvinne|kvinnfolk|mannfolk|jente|gutt|gut|dame|kar|norsk|familie"
    r"|barn|elev|pasient|brukar|bruker|person|bonde|lege|lærer|lærar|frisør|butikk|unge)\w*",
    r"\b(?:den|det|de|dei) (?:eneste|einaste) (?:med|uten|utan|frå|fra) \w+",
    rf"\b(?:den|det|de|dei) (?:eneste|einaste|siste|første|fyrste) (?:\w+ ){{1,3}}(?:i|på|innom"
    rf"|utom|innafor|utenfor|langs|ved) (?:\w+ )?{_SMALL_PLACE}",
    r"\b(?:den|det|de|dei) (?:eneste|einaste) (?:gard|gård|hus|butikk|skole|skule|kiosk|kafe|kafé"
    r"|verksted|verkstad|familie|heim|hjem|fabrikk|hotell|båt|lege|lærar|lærer|frisør|bensin)\w*",
    r"\bthe only (?:\w+ ){1,4}(?:in|on|at|of|with|from|without) \w+",
    r"\bthe (?:last|first) (?:\w+ ){1,3}(?:in|on|at|to|of|from) (?:the )?\w+",
    rf"\b(?:ingen|ikke noen|ikkje nokon) andre (?:her|i|på|innom|langs) (?:\w+ )?{_SMALL_PLACE}",
    r"\bingen andre (?:her )?(?:som )?(?:har (?:samme|same|to|tre|slik)|heter|heiter|eier"
    r"|eig"
    r"|driver|driv|bor|bur|går med)\b",
    r"\b(?:no one|nobody) else (?:here|in|on|at|has|does)\b",
)
FEW = (
    rf"\b{_BARE} {_FEW} (?:\w+ ){{0,4}}(?:i|på|in|on) (?:hele |heile |the whole |the"
    rf" )?{_SMALL_PLACE}",
    rf"\b{_BARE} {_FEW} (?:stykker |stykk )?(?:som (?:meg|oss)|av oss|igjen|att|left|of us|like"
    r" me)\b",
    r"\b(?:det|d|da) (?:er|e|var|va) (?:bare|berre|bærre|kun) (?:jeg|eg|æ|meg|mæ|oss|vi) som (?!må"
    r"|skal|har det|er syk|sliter|føler|får|fekk|fikk|trenger|treng|kan|vil|ikke|ikkje)\w+",
    r"\b(?:en|én|ein|éin|ei) av (?:de |dei )?(?:svært |veldig |veldig |ganske )?(?:få|fåe|to|tre"
    r"|fire"
    r"|fem|ti)(?! (?:timer|timar|ganger|gonger|dager|dagar|uker|veker|ansatte|tilsette))"
    r" (?:i|på|som|her|igjen|att)\b",
    r"\bone of (?:the )?(?:very )?(?:few|two|three|four)(?! (?:times|hours|days|weeks))\b",
    rf"\b(?:vi|me|we) (?:er|e|var|va|are|were) (?:bare|berre|bærre|kun|only|just) {_FEW}\b(?!"
    r" timer)",
    rf"\b(?:to|tre|fire|two|three) (?:\w+ )?(?:i|på|in) (?:hele|heile|the whole) {_SMALL_PLACE}",
    r"\bdet (?:er|finnes|finst|fins) (?:ikke|ikkje|itj|itte|ikkj) (?:så )?mange (?:av oss|som meg"
    r"|som oss|slike som)\b",
    r"\bthere (?:are|is) (?:not many|only) (?:of us|one of)",
    r"\bmin(?:e)? type\b.{0,12}\b(?:sjelden|sjeldan)",
)
_EVERYBODY = (
    r"(?:alle(?: sammen| saman)?|hele|heile|folk|mange|dere|dåkker|dokker|dykk|de|dei|dæm|dem"
    r"|naboene|naboane|everybody|everyone|people|you|they|the whole \w+)"
)
_KNOWS = (
    r"(?:vet|veit|vait|skjønner|skjøner|skjønar|forstår|husker|hugsar|huske|visste|kjenner|kjenn"
    r"|kjente|know|knows|knew|remember|remembers|guess|recognise|recognize|gjetter|gjettar)"
)
KNOWN = (
    rf"\b{_EVERYBODY} (?:\w+ ){{0,4}}?{_KNOWS} (?:jo |nok |vel |sikkert |da |no |nå |straks |godt"
    r" )*"
    r"(?:hvem|kven|kem|hem|åkken|who) (?:jeg|eg|æ|det|d|vi|me|han|hun|ho|hu|i|it|we|he|she)\b",
    rf"\b(?:alle|folk|mange|hele \w+|heile \w+|everybody|everyone|people) (?:\w+ ){{0,3}}?"
    rf"{_KNOWS} (?:meg|mæ|oss|historia|historien|huset|bilen|båten|hunden|me\b|us\b|my|our)"
    r"(?! igjen i)(?: igjen| att)?",
    r"\b(?:folk|alle|naboer|fremmede|framande|barn|unger|people|strangers) (?:\w+ )?(?:stopper"
    r"|stoppar"
    r"|stopp|stanser|gjenkjenner|peker|peikar|stirrer|glor|stop|stopped|stare|point|recognise"
    r"|recognize)(?: på| at)? (?:meg|mæ|oss|me|us)\b",
    r"\b(?:hele|heile) (?:bygda|byen|øya|grenda|fjorden|dalen|kommunen|kommuna|gata|skolen|skulen"
    r"|menigheten|menigheta|slekta|landet) (?:\w+ )?(?!er |var |har |skal |må )\w+",
    r"\bthe whole (?:town|village|island|valley|street|school|county)\b",
    r"\b(?:som|historia|historien|det) (?:alle|hele bygda|folk|everyone|everybody) (?:her |i \w+ )?"
    r"(?:kjenner|kjenn|vet om|veit om|husker|hugsar|hører|høyrer|har sett|har høyrt|har hørt"
    r"|snakker om|snakkar om|snakka om|snakket om|kan|ser|minnes|la merke til)\b",
    r"\b(?:jeg|eg|æ) (?:er|e) (?:ganske |jo |litt |godt |veldig |så )?(?:kjent|kjend) (?:her|i|på"
    r"|for"
    r"|som|fra|frå|av)\b(?! (?:det|at|den))",
    r"\b(?:lokalkjendis|bygdeoriginal|byoriginal|kjendis|kjendisen|village idiot|local celebrity"
    r"|well known here|known around here)\b",
    r"\bda (?:vet|veit|skjønner|forstår) (?:dere|de|dykk|dåkker|alle|du)(?: jo)? (?:hvem|kven"
    r"|kem)\b",
)
# "Jeg er hun med …", "faren min er han som …": what follows is how people know them.
_PERSON = (
    r"(?:han|hun|hu|ho|hen|hann|henne|den|dama|damen|mannen|fyren|gubben|jenta|gutten|guten|kona"
    r"|karen|kjerringa|familien|dei|de)"
)
I_AM_THE_ONE = (
    rf"\b(?:jeg|eg|æ|jæ|je|vi|me) (?:er|e|var|va) (?:jo )?{_PERSON} (?:der )?(?:\w+ )?(?:med|som"
    r"|i|på"
    r"|fra|frå|uten|utan) (?:\w+ ?){1,3}",
    # "Broren min er den som ringer": everybody has one who does.
    rf"\b(?:min|mi|mine|mitt) (?:er|e|var|va) (?:jo )?(?!den? |dei ){_PERSON} (?:der )?(?:som|med)"
    r" (?:\w+ ?){1,3}",
    rf"\b{_PERSON} som (?:\w+ ){{1,7}}(?:det |d )?(?:er|e|var|va) (?:jo )?(?:det )?(?:meg|mæ|jeg"
    r"|eg|æ"
    r"|far|faren|mora|mor|mannen|kona|bror|broren|søster|søstera|onkel|svigermor|svigerfar"
    r"|kjæresten"
    r"|samboeren|naboen)\b",
    r"\b(?:i am|i'm|i was|that was|he is|she is|it was) the (?:\w+ )?(?:one|guy|man|woman|girl|boy"
    r"|lady|person|family) (?:who|with|from|in|that) (?!listened|asked|helped|cares)(?:\w+ ?){1,3}",
    r"\b(?:det|d|da) (?:er|e|var|va) (?:jo )?(?:jeg|eg|æ|jæ|je|vi|me|meg|mæ) som (?!må|skal|har det"
    r"|er\b|var\b|blir|ble|får|fikk|fekk|kan|vil|bestemm|sitter|sit\b|står|kjenn|vet|veit|skulle"
    r"|hadde|trenger|treng|ba|bad|spurte|sa|gjorde|tok kontakt|ikke|ikkje|lever|bor her|bruker"
    r"|ringte etter|ringde|ville|trengte|ventet|venta|sliter|føler|betaler|går her|mente|mener"
    r"|merk|opplev|lid|ramm)\w+"
    r"(?: \w+){1,2}",
    r"\bit (?:is|was) (?:me|i|us|we) who (?!had|have|was|am|needed|asked|decides?)\w+",
)
_POST = any_of("work", "roles", "rare_work")
IN_A_SMALL_PLACE = (
    rf"\b{_POST} (?:her )?(?:i|på|for|in|on) (?:denne |hele |heile |vår |our |the |this"
    r" )?(?:lille |vesle )?"
    r"(?:bygd|øy|grend|dal|kommun|fjord|tettsted|tettstad|village|town|island|valley)\w*",
)


@cache
def turns() -> tuple[Turn, ...]:
    """Alone, few, known, pointed out."""
    return (
        *(turn(words, Why.WORD_OF_FEW, 0.5) for words in (*ALONE, *FEW, *I_AM_THE_ONE)),
        *(turn(words, Why.KNOWN_BEFORE, 0.5) for words in KNOWN),
        *(turn(words, Why.SINGLE_ROLE, 0.5) for words in IN_A_SMALL_PLACE),
    )
