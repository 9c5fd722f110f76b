"""Families that people know: twins, eight siblings, "the mayor's son"."""

from functools import cache

from brukerstemmen.masking.rules.clues.turn import Turn, any_of, turn
from brukerstemmen.masking.spans import Why

_MANY = (
    r"(?:fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|five|six|seven|eight|nine|ten"
    r"|[5-9]|1[0-4])"
)
_OWNER = r"(?:min|mi|mitt|vår|vårt|hennes|hennar|hans|deira|deres|til \w+)"
_NOT_A_PLACE_OF_WORK = (
    r"(?!natt|dag|kveld|skift|turnus|mye|mykje|hele|heile|for mye|deltid|heltid|ikke|ikkje|seg\b"
    r"|å\b)"
)
TOGETHER = (
    r"\b(?:tvilling|trilling|firling)(?!lampe)\w*|\beneggede?\b|\b(?:twins?|triplets?)\b",
    rf"\b{_MANY} (?:søsken|sysken|syskjen|barn|born|unger|ungar|onga|brødre|brør|brødrer|søstre"
    r"|systrer|døtre|døtrer|sønner|søner|siblings|children|kids|brothers|sisters)\b",
    r"\b(?:yngst|eldst|nummer \w+|midterst) (?:av|i) (?:en |ei )?(?:søsken\w*|sysken\w*)",
    r"\b(?:to|begge) (?:mødre(?:ne)?|mammaer|pappaer|fedre(?:ne)?) (?:mine|hennes|hans)?",
)
GREW_UP = (
    r"\b(?:adoptert|adoptivbarn\w*|adopted)\b(?: (?:fra|frå|from) \w+)?",
    r"\b(?:barnehjem|barneheim|fosterbarn|fosterhjem|fosterheim|spesialskole)\w*",
    r"\b(?:tvangsgift|tvangsekteskap|arrangert ekteskap|æresdrap|kjønnslemlest|omskåret)\w*",
    r"\b(?:enke|enkje|enkemann|enkjemann|alenefar|åleinefar|widow|widower)\b",
)


@cache
def turns() -> tuple[Turn, ...]:
    """Constellations that are rare, and kinship with somebody everyone knows."""
    kin, known = any_of("kin"), any_of("roles", "single_roles", "rare_work", "public_people")
    return (
        *(turn(words, Why.FAMILY_TOLD) for words in TOGETHER),
        *(turn(words, Why.FAMILY_TOLD, 0.5) for words in GREW_UP),
        turn(
            rf"\b(?:{kin}|gift|i slekt|sambuar|samboer) (?:av|til|med|of)(?: en| ei| ein| den| han"
            rf"| the)?(?: tidligere| tidlegare| forrige| tidl)? {known}\b",
            Why.FAMILY_TOLD,
        ),
        turn(rf"\b{any_of('public_people')}s (?:{kin})\b", Why.FAMILY_TOLD),
        turn(rf"\bthe \w+'s {kin}\b", Why.FAMILY_TOLD, 0.5),
        turn(rf"\bmy {kin} (?:is|was) (?:the|a) {known}\b", Why.FAMILY_TOLD),
        turn(
            rf"\b{kin} {_OWNER} (?:er|e|var|va) (?:en |ei |ein )?"
            r"(?:tidligere |kjent |kjend |selv )?"
            rf"(?:{known}|kjendis|kjent|kjend)\b",
            Why.FAMILY_TOLD,
        ),
        turn(
            rf"\b{kin} {_OWNER} (?:(?:jobber|jobbar|jobba|arbeider|arbeidar)"
            rf" (?:på|i|ved|hos|som)|driver|driv|eier|eig|leder|leier|sitter i|sit i)"
            rf" (?:(?:en|ei|et|eit) )?{_NOT_A_PLACE_OF_WORK}\w+",
            Why.FAMILY_TOLD,
            0.5,
        ),
    )
