"""Few are like this: "the only one here", "four of us", "everybody knows who I am"."""

from functools import cache

from brukerstemmen.masking.rules.clues.turn import Turn, turn
from brukerstemmen.masking.spans import Why

_ONLY = r"(?:bare|berre|kun|only|just)"
_ONE = r"(?:én|en|ein|ett|one|1)"
_FEW = r"(?:to|tre|fire|fem|seks|sju|syv|åtte|ni|two|three|four|five|six|seven|eight|nine|[2-9])"
_HERE = r"(?:her|i|på|av|hos|here|in|at|of)"
ONLY = (
    r"\b(?:jeg|eg|æ|vi|me|i|we)(?:'m| am| er| e| var| va| was| are)? (?:den |de |dei |the )?"
    r"(?:eneste|einaste|only (?:one|woman|man|person))\b(?: \w+)?(?: som\b)?",
    # "den eneste her", never "det eneste jeg fikk"
    rf"\b(?:den|de|dei|the) (?:eneste|einaste|only) (?:\w+ ){{0,3}}?{_HERE}\b",
    rf"\b{_ONLY} {_FEW} (?:\w+ )?(?:i|på) (?:landet|kommunen|kommuna|fylket"
    r"|noreg|norge|verden|verda)",
    # "eneste tamil i bygda"
    r"(?<!\bdet )\b(?:eneste|einaste) (?!gang|dag|time|ting|svar)\w+ (?:i|på|av)\b",
    r"\b(?:som|as) (?:den )?(?:eneste|einaste) (?!gang|ting|svar|løsning)\w+",
    rf"\b(?:(?:vi|me|we) (?:er|var|are|were) )?{_ONLY} (?:vi |oss |us )?(?:{_FEW}|{_ONE})"
    r"(?: stykker| stykk| personar| personer)? (?:av|of) (?:oss|dem|dei|us|them)\b",
    rf"\b(?:vi|me|we) (?:er|var|are|were) {_ONLY} {_FEW}\b",
    rf"\b{_ONLY} {_ONE} (?:alene|åleine|person|alone)\b(?: i (?:hele|heile) \w+)?",
    r"\b(?:alene|åleine|alone) i (?:hele|heile) \w+",
    rf"\b{_FEW} (?:kvinner|menn|jenter|gutter|damer|karer|jenter|gutar) (?:i gruppa|på laget"
    r"|på avdeling\w*|på jobb\w*|på posten)\b",
    r"\b(?:jeg|eg|æ|vi) (?:er|e|var|va) (?:en|ein|ei|to|tre) av (?:de |dei )?"
    r"(?:få|fåe|to|tre|fire)\b",
    r"\bingen andre (?:her |i \w+ |på \w+ )?(?:som )?(?:snakker|snakkar|kommer fra|er fra"
    r"|kjem frå)",
)
_AREA = (
    r"(?:landet|bygda|kommunen|kommuna|byen|øya|fylket|dalen|grenda|regionen|distriktet|norge|noreg"
    r"|nord-norge|verden|verda|the country|town|the village|the ward|the unit)"
)
LAST = (
    rf"\b(?:den|det|de|dei|the) (?:siste|første|fyrste|eneste|einaste|last|first|only)"
    rf" (?:\w+ ){{1,2}}(?:i|på|av|in|on|of) (?:heile |hele |the )?{_AREA}\b",
    rf"\b{_ONLY} (?:en|ein|ei|én|éin|eitt|ett|one) (?:person |mann |dame )?(?:som|who)\b",
    r"\bthe only (?:\w+ ){1,2}(?:on|in|at|here)\b",
)
EXTREME = (
    r"\b(?:jeg|eg|æ|i)(?:'m| am| er| e| var| va| was) (?:den |the )?(?:desidert )?"
    r"(?:yngste|eldste|første|fyrste|siste|youngest|oldest|first)"
    rf" (?:\w+ )?(?:som (?:fikk|fekk|ble|blei|vart|kom|har|hadde|tok|starta|startet)|{_HERE})\b",
)
# "hun i rullestol", "han med hunden": whoever has been there knows who it is.
LOOKS = (
    r"\b(?:han|hun|ho|hen|ham|henne|dama|damen|mannen|gutten|jenta|fyren|guten) (?:der )?"
    r"(?:med|i) (?:den |det |de |en |ei )?(?:\w+ )?(?:hund(?:en)?|katten|skjegg(?:et)?|hår(?:et)?"
    r"|rullestol\w*|rullator\w*|krykke\w*|hatt(?:en)?|tatover\w+|arr(?:et)?|protese\w*|stokk(?:en)?"
    r"|hijab\w*|turban\w*|aksent\w*|dialekt\w*)\b",
    r"\b(?:mannlig|mannleg|kvinnelig|kvinneleg|kvinnelege|mannlige|kvinnelige|female|male)"
    r" (?!pasient|bruker|venn|behandler)\w+",
)
KNOWN = (
    r"\b(?:kjent|kjend) (?:fra|frå) (?:før|tidligere|tidlegare)\b",
    r"\b(?:kjenner|kjenn|kjende|kjente) (?:meg|henne|ham|han|oss) (?:fra|frå) (?:før|skolen)\b",
    r"\bknown (?:to them )?from before\b",
    r"\balle (?:her |i bygda |på \w+ )?(?:vet|veit|visste|kjenner|kjente|kjenn|kjende)"
    r" (?:hvem|kven|meg|oss|alle|familien|mora|faren)\b",
    r"\beverybody (?:here )?knows (?:who|me|us|my)\b",
    r"\b(?:heile|hele) (?:bygda|byen|øya|grenda) (?:vet|veit|visste|snakk\w+|prat\w+|kjenn\w*)",
)


@cache
def turns() -> tuple[Turn, ...]:
    """The only one, the first one, the one everybody knows."""
    return (
        *(turn(words, Why.WORD_OF_FEW) for words in (*ONLY, *LAST, *EXTREME)),
        *(turn(words, Why.WORD_OF_FEW, 0.5) for words in LOOKS),
        *(turn(words, Why.KNOWN_BEFORE, 0.5) for words in KNOWN),
    )
