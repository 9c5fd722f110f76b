"""Work: where somebody works, what they are, and what they lead."""

from functools import cache

from brukerstemmen.masking.rules.clues.turn import Turn, any_of, turn
from brukerstemmen.masking.spans import Why

_NO_WORKPLACE = (
    r"(?!natt|dag|kveld|skift|turnus|spreng|deltid|heltid|regel|lag\b|det\b|den\b|dette|meg\b|seg\b"
    r"|oss\b|med\b|frivillig|team|fred\b|it\b|that\b|this\b|me\b|shifts|the\b|nights?\b|days\b|group|weekends|lenge|mange|flere"
    r"|årevis|årene|å\b|to\b|tre\b|sammen|en\b)"
)
WORKPLACE = (
    r"\b(?:jobber|jobbar|jobba|jobbet|arbeider|arbeidar|arbeidet|arbeidde|work|works|worked"
    r"|working) (?:på|i|ved|hos|som|at|in|as|for) (?:(?:en|ei|et|eit|ett|a|an|the) )?"
    rf"{_NO_WORKPLACE}[^\W\d_][\w-]*"
)
_I = r"(?:jeg|eg|æ|e|i|je)"
_IS = r"(?:er|e|æ|var|va|har vært|har vore|blei|ble|vart|am|was|'m)"
_RATHER = (
    r"(?:en|ei|ein|a|an|selv|sjølv|sjøl|egentlig|eigentleg|tidligere|tidlegare|utdannet|utdanna"
    r"|faglært|pensjonert|jo|også|òg|nå|no|eneste|liten|stor|pensjonist og)"
)
HAS_A_FIRM = (
    r"\b(?:driver|driv|dreiv|drev|eier|eig|eide|åtte|run|own) (?:en |ei |ein |et |eit |min |mitt "
    r"|egen |eigen |eget |eige |egne |the |a |my )*(?!og\b|med\b|på\b|det\b|dem\b|dei\b|meg\b|seg\b"
    r"|ikke|ikkje|noe|noko|ting|alt|dere|vi\b)(?:butikk|gard|gård|verksted|kafe|kafé|salong|firma"
    r"|hotell|campingplass|pensjonat|gårdsbruk|gardsbruk|sagbruk|fiskebåt|båt|bakeri|frisør"
    r"|restaurant|pub|taxi|barnehage|galleri|stall|hundekennel|kennel|gartneri|rorbu|sjark|farm"
    r"|shop|bar|treningssenter|apotek|legekontor|bensinstasjon)\w*"
)
TRAINS = r"\b(?:trener|trenar|trente) (?:gutte|jente|a-|junior|fotball|håndball|ski)\w*lag\w*"
LEADS = (
    r"\b(?:leder|leiar|nestleder|nestleiar|styreleder|styreleiar|kasserer|kasserar|formann"
    r"|trener|trenar|dommer|dommar|sekretær|dirigent|keeper|kaptein|speider\w*) (?:i|av|for|på)"
    r" (?!det\b|dette\b|den\b|meg\b|oss\b|avdeling|posten)[\w-]+"
)
WHO_LEADS = (
    r"\b(?:han|hun|ho|hen|den|dem|de|dei|jeg|eg|she|he) som (?:leder|leier|leiar|styrer|styrar"
    r"|driver|driv|eier|eig) (?!med\b|på\b|og\b|det\b|meg\b|oss\b)\w+"
    r"|\b(?:lærling|lærlingen|hospitant|elev) (?:hos|på|i) \w+"
)
PLAYS = (
    r"\b(?:synger|syng|sang|song|spiller|spelar|spilte|spelte) (?!litt )(?:\w+ )?i "
    r"(?:et |eit |det )?(?:band|korps|kor|koret|orkester|korpset|bandet|skolekorps)\w*"
)


@cache
def turns() -> tuple[Turn, ...]:
    """Where, as what, and what of."""
    work = any_of("work", "rare_work", "single_roles")
    return (
        turn(WORKPLACE, Why.TELLS_WORKPLACE, 0.4),
        turn(HAS_A_FIRM, Why.RARE_WORK),
        turn(LEADS, Why.SINGLE_ROLE, 0.5),
        turn(TRAINS, Why.SINGLE_ROLE, 0.5),
        turn(WHO_LEADS, Why.SINGLE_ROLE, 0.5),
        turn(PLAYS, Why.SINGLE_ROLE, 0.5),
        turn(rf"\b{_I} ?{_IS}(?: {_RATHER}){{0,3}} {work}\b", Why.RARE_WORK, 0.5),
        turn(
            rf"\b(?:utdannet|utdanna|utdannelse|jobber|jobbar|jobba|jobbet|arbeider|arbeidar"
            rf"|arbeidet|arbeidde|yrke|jobb|work|works|worked)(?: til)? (?:som|as)?(?: {_RATHER})?"
            rf" ?{work}\b",
            Why.RARE_WORK,
            0.5,
        ),
        turn(rf"\bsom (?:{_RATHER} )?{work} (?:i|på|ved|her|her,)\b", Why.RARE_WORK, 0.5),
    )
