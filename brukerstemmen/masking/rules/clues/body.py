"""What can be seen or heard on somebody, and faith and origin that few share."""

from functools import cache

from brukerstemmen.masking.rules.clues.turn import Turn, turn
from brukerstemmen.masking.spans import Why

DISABILITY = (
    r"\b(?:er|e|var|va|født|fødd|ble|blei|vart|som|am|was|born) (?:helt |heilt |nesten |delvis "
    r"|både )?(?:blind|døv|døvblind|svaksynt|svaksynte|hørselshemm\w+|høyrselshemm\w+|tunghørt"
    r"|tunghøyrd|amputert|lam fra|lam i|deaf)\b(?! for\b| på\b)",
    r"\b(?:i|med|bruker|brukar|treng|trenger|har|fra|in a) (?:elektrisk )?(?:rullestol|wheelchair)",
    r"\b(?:førerhund|førarhund|servicehund|cochlea|høreapparat|høyreapparat|stomi|dialyse"
    r"|insulinpumpe|respirator|benprotese|beinprotese|armprotese|hjernesvulst|hjernesvulsten"
    r"|hjertetransplant|nyretransplant|levertransplant|organdonor)\w*",
    r"\b(?:mangler|manglar|mista|mistet) (?:en|ei|ein|den ene|det ene|begge) (?:arm|fot|hånd|hand"
    r"|finger|øye|auge|bein|føtter|beina)\w*",
    r"\b(?:stammer|stammar|stamma|stammet) (?:når|fra|så|mye|litt|og|,)",
    r"\b(?:brannskad|brannsår|arr i ansiktet|ansiktstatover)\w*",
)
FAITH = (
    r"\b(?:hijab|niqab|turban|moske|moské|synagoge|bedehus|halal|kosher|bønnerom|dåp|konverter"
    r"|frimenighet|pinsekirk|pinsekyrkj|frikirk|frikyrkj|koranskole|imam|adventist|baptist"
    r"|metodist|kveker|kvekar|scientolog|humanetik)\w*",
)
ARRIVED = (
    r"\b(?:flyktet|flykta|rømte|rømde|flyktar|flykter|fled) (?:\w+ )?(?:fra|frå|hit|over|from)\b",
    r"\b\w*flyktning\w*|\b(?:asylsøk|asylmottak|papirløs|overføringsflyktning|krigsveteran|refugee)\w*",
    r"\b(?:asylum seeker|reindriftsfamilie|oppholdstillatelse|opphaldsløyve)\w*",
)


@cache
def turns() -> tuple[Turn, ...]:
    """Bodies, faith and roads here."""
    return (
        *(turn(words, Why.RARE_CONDITION, 0.5) for words in DISABILITY),
        *(turn(words, Why.SPECIAL_CATEGORY, 0.5) for words in FAITH),
        *(turn(words, Why.TELLS_ORIGIN, 0.5) for words in ARRIVED),
    )
