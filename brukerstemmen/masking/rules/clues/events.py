"""What others have heard of: the paper, the court, the fire, the accident, a death."""

from functools import cache

from brukerstemmen.masking.rules.clues.turn import Turn, any_of, turn
from brukerstemmen.masking.spans import Why

_OWNER = r"(?:min|mi|mitt|mine|vår|vårt|våre|hennes|hennar|deira|deres|sin|si)"
IN_THE_NEWS = (
    r"(?<!leser )(?<!leste )(?<!lese )(?<!les )\bi (?:alle )?(?:lokal)?avis(?:a|en|ene)\b",
    r"\b(?:var|vore|vært|kom|blei?|vart|havna|havnet|er|sto|stod) (?:\w+ ){0,2}(?:på (?:tv|tven"
    r"|fjernsyn|nyhetene|nyheitene|radio\w*|nrk|forsid\w+|dagsrevyen)|i (?:vg|media|dagbladet"
    r"|nyhetene|nyheitene|ukeblad\w*))\b",
    r"\b(?:lokal)?avis(?:a|en)? (?:skrev|skreiv) om (?:meg|oss|han|ham|hun|henne|ho|det|sak)\w*",
    r"\b(?:lokal)?avis(?:a|en) (?:ringte|kom (?:hjem|hit))\b",
    r"\b(?:intervjua|intervjuet) (?:av|i|på)\b",
    r"\b(?:dokumentar|reportasje|forsideoppslag|medieoppslag|avisoppslag|tv-program)\w*",
    r"(?<!read )\b(?:in|on) the (?:(?:local )?(?:news)?papers?|news|front page)\b",
)
IN_COURT = (
    r"\b(?:rettssak|rettsak|straffesak|drapssak|voldtektssak|overgrepssak|varetekt|leteaksjon)\w*",
    r"\b(?:dømt|dømd|domfelt) (?:for|til)\b|\b(?:sikta|siktet|tiltalt|tiltala)\b",
    r"\b(?:bedrageri|drap|overgreps|volds|voldtekts|narkotika|narko|incest|ran|underslag|tyveri)"
    r"s?sak(?:en|a|er)\b",
    r"\b(?:soner|sonet|sona|sonte|soning\w*)\b",
    r"\b(?:satt|sat|sitter|sit|sittet|sete|suttet|kom ut|kom rett|slapp ut|rett) (?:\w+ )?"
    r"(?:inne for|i fengsel\w*|fra fengsel\w*|frå fengsel\w*|av fengsel\w*|fra soning)",
    r"\b(?:court case|trial|in prison|in jail|convicted)\b",
)
DISASTERS = (
    r"\b(?:bil|buss|båt|fly|tog|trafikk|arbeids|drukne|drukning|motorsykkel|mc-|scooter|snøscooter"
    r"|helikopter|gruve|fall|ski|sykkel|ride|traktor)-?(?:ulykk|ulukk)\w*",
    r"\b(?:ulykka|ulykken|ulukka|ei ulukke|en ulykke|the accident|car crash|bus crash)\b",
    r"\b(?:husbrann|storbrann|skolebrann|gårdsbrann|gardsbrann|leilighetsbrann|påsatt brann)\w*",
    r"\bbrannen (?:på|i|hos|her|der|tok|da|som)\b|\b(?:etter|i|under|fra|frå) brannen\b",
    r"\b(?:huset|heimen|hjemmet|garden|gården|leiligheten|leilegheita|fjøset|hytta|blokka|skolen)"
    r" (?:\w+ )?(?:brant|brann|brente|brende|strøk med|tok fyr)\b",
    r"\b(?:etter|i|under|da|fra|tok) (?:raset|skredet|flommen|flaumen|forliset|jordskjelvet)\b",
    r"\b(?:snøras|snøskred|leirskred|leirras|kvikkleire|jordskred|tsunami|terrorangrep|forlis"
    r"|gisselsituasjon|gisseltak)\w*",
    r"\b(?:utøya|22\. juli|the fire|the flood|the shooting)\b",
    r"\b(?:drap|drapet|drapene|drept|drepen|myrdet|myrda|knivstukke\w*|knivangrep\w*|skutt|skoten"
    r"|kidnappa|kidnappet|bortført|murdered|stabbed)\b",
)
DEATHS = (
    r"\b(?:tok|tatt|teke) livet (?:av seg|sitt)\b|\b(?:selvmordet|sjølvmordet) (?:til|i|på)\b",
    r"\b(?:hengte|hengde|skjøt|skaut|drukna|druknet) (?:seg|på|i|ved|under)\b",
    r"\btook (?:his|her|their) own life\b",
    rf"\b(?:mista|mistet|mistar|mister|lost) (?:{_OWNER} |my |en |ei |ein )?"
    r"(?:sønn|son|datter|dotter|barn|bror|brør|søst|syst|kon[ae]|mann(?:en)?|kjærest|mor|far"
    r"|foreldre|begge|tvilling|sambo|brother|sister|husband|wife|daughter)(?!\w*verne)\w*",
    r"\b(?:krybbedød|dødfødt|daudfødd|stillborn)\w*",
)
_DIED = r"(?:døde|dødde|døydde|daua|daude|omkom|omkomne|drukna|druknet|gikk bort|gjekk bort|died)"


@cache
def turns() -> tuple[Turn, ...]:
    """Events that others have heard of."""
    return (
        *(turn(words, Why.KNOWN_EVENT) for words in (*IN_THE_NEWS, *IN_COURT, *DISASTERS, *DEATHS)),
        turn(rf"\b{any_of('kin')} {_OWNER}(?: \w+)? {_DIED}(?: \w+){{0,3}}", Why.KNOWN_EVENT, 0.5),
        turn(rf"\b(?:my|our) {any_of('kin')} {_DIED}", Why.KNOWN_EVENT, 0.5),
    )
