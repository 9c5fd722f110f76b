"""Frames that often hold a clue, whatever words stand in them. Each is only asked about."""

from functools import cache

from brukerstemmen.masking.rules.clues.turn import Turn, any_of, turn
from brukerstemmen.masking.spans import Why

SCORE = 0.15
_I = r"(?:jeg|eg|æ|jæ|jei|je|vi|me|han|hun|hu|ho|far|mor|faren|mora|bror|søster|i|we|he|she)"
_OWNER = r"(?:min|mi|mine|mitt|vår|vårt|våre)"
_PERSON = (
    r"(?:han|hun|hu|ho|den|dei|de|dem|hin|familien|dama|mannen|the (?:man|woman|one|lady|guy))"
)
_DAILY = (
    r"(?!(?:\w+ )?(?:plan|avtale|liste|brev|mail|e-post|mat|middag|kaffe|klage|oversikt|journal"
    r"|notat|melding|søknad|lapp|skjema|rapport|food|dinner|coffee|complaint|appointment|mistake"
    r"|call|decision|list|letter|note|report|difference|choice|point|mess))"
)
POINTED_OUT = (
    r"\b(?:i am|i'm|i was|he is|she is|he was|she was) the (?:one|man|woman|girl|boy|guy|lady|kid)"
    r" (?!who (?:listened|asked|helped|cares|has to|had to))(?:\w+ ?){1,4}",
    rf"\b(?:{any_of('kin')}|onga|ungen|barnet) (?:til|av|to|of) {_PERSON} (?:der )?(?:som|who)"
    r"(?: \w+){1,2}",
    rf"\b{_I} (?:er|e|var|va) (?:jo )?{_PERSON} (?:der )?som(?: \w+){{1,3}}",
    r"\b(?:bare|berre|bærre|only|just) (?:vi |me |oss |us )?(?:to|tre|fire|two|three|four)"
    r" (?:som )?(?:er |are |var |were )?(?:att|igjen|left)\b",
    r"\b(?:enke|enkje|enkemann|gift|skilt|skild|married|widow(?:ed)?|divorced) for (?:the )?"
    r"(?:andre|tredje|fjerde|femte|second|third|fourth|fifth) (?:gang|gong|time)\b",
)
CALLED = (
    r"\b(?:kaller|kallar|kalla|kalte|kalt|call|calls|called) (?:meg |oss |me |us |for )?"
    r"[«\"“][^»\"”\n]{2,30}",
    r"\b(?:under navnet|under namnet|under navn av|by the name of|nicknamed|økenavnet|klengenavnet)"
    r" \W?\w+",
)
MADE = (
    rf"\b{_I} (?:\w+ )?(?:lager|lagar|laga|lagde|laget|bygde|bygget|bygger|byggjer|malte|måla|sydde"
    r"|sydd|smidde|snekret|snikra|tegnet|teikna|oppfant|fant opp|fann opp|arrangerte|arrangerer"
    r"|grunnla|stiftet|stifta|startet|starta|organiserte|made|built|carved|invented|designed"
    r"|founded|organi[sz]ed) (?:opp )?(?:den|det|de|dei|en|ei|ein|et|eit|the|a|an)"
    rf" {_DAILY}\w+",
    r"\b(?:ga|gav|gitt|gjeve|gitt) bort (?!tid)\w+|\bgave away (?:my|the|all|everything)\b",
    rf"\b(?:den|det|de|dei) \w+(?:a|en|et) som (?:står|ligger|ligg|henger|heng|sto|stod|hang)"
    rf" (?:i|på|langs|ved|utenfor|utanfor|over|under|bak|rundt) (?!{_OWNER}|meg|oss|rommet)\w+",
    rf"\b(?:hver|kvar|every) (?:eneste |einaste |single )?(?:sommer|sumar|vinter|jul|søndag|sundag"
    rf"|lørdag|laurdag|høst|haust|vår|sunday|saturday|summer|winter|christmas) (?:\w+ )?{_I}"
    r" (?!er|e|var|har|am|was|have|sover|søv|feel)\w+",
)
SEEN_WITH = (
    rf"\b{_I} (?:går|gjeng|gikk|gjekk|sykler|syklar|sykla|rir|rid|walks?|rides?|cycles?|drives?)"
    r" (?:\w+ )?(?:med|i|with|in|på(?= en| ei| ein| et)|on(?= a))"
    r" (?:en |ei |ein |et |eit |a |an |the |my )?"
    r"(?!tur|time|timen|dette|det|den|meg|oss|deg|dag|kveld|morgen|går|poli|gruppe|terapi|beh|skole"
    r"|skule|krykke|buss|bil|tog|jobb|arbeid|kurs|møte|it|that|this|therapy|group|treatment|bus"
    r"|car|school|circles|crutches|medi|noe|noko|angst|hodet|hovudet|ett|én|den|samtal|bena|beina"
    r"|sirkel|ring|fred|morgo|søvn|tabl|butikk|skog|hund|friends|somebody|someone|brosj)\w{3,}",
)


@cache
def turns() -> tuple[Turn, ...]:
    """Pointed out, called, made, seen with."""
    told = (*POINTED_OUT, *CALLED, *MADE, *SEEN_WITH)
    return tuple(turn(words, Why.WORD_OF_FEW, SCORE) for words in told)
