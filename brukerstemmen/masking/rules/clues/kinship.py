"""Family stories that are told about somebody: many children, odd births, known relatives."""

from functools import cache

from brukerstemmen.masking.rules.clues.turn import Turn, any_of, turn
from brukerstemmen.masking.spans import Why

_MANY = (
    r"(?:fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|[4-9]|1\d|four|five"
    r"|six|seven"
    r"|eight|nine|ten|eleven|twelve)"
)
_TIMES = r"(?:tredje|fjerde|femte|sjette|sjuende|syvende|tredje|third|fourth|fifth|sixth)"
_HEIR = (
    r"(?:sønn|son|datter|dotter|unge|ungen|onge|barn|barnet|barnebarn|barnebarnet|oldebarn"
    r"|oldebarnet|dattera"
    r"|datteren|dottera|sønnen|sonen|enke|enka|enken|enkje|enkja|enkemann|enkemannen|tvilling"
    r"|tvillingen|svoger|svogeren"
    r"|svigersønn\w*|svigerdatter\w*|svigerson\w*|niese|niesa|nevø|nevøen|fetter|fetteren|kusine"
    r"|kusina|søskenbarn\w*"
    r"|syskenbarn\w*|eks|eksen|ekskone|ekskona|kone|kona|bror|broren|søster|søstera|søsteren"
    r"|syster|systera|faren|mora"
    r"|stesønn|stedatter|fosterbarn\w*|gudbarn)"
)
_ENGLISH_HEIR = (
    r"(?:son|daughter|grandson|granddaughter|grandchild|widow|widower|nephew|niece|brother|sister"
    r"|cousin)"
)
_NOT_ANYBODY = (
    r"(?! ?(?:en|ei|ein|et|eit|noen|nokon|meg|deg|seg|barn|mor|far|mora|faren|bror|broren|a|an|my"
    r"|someone|somebody|to|tre"
    r"|de som|dei som|min|mi|mine)\b)"
)
_KNOWN = any_of("roles", "single_roles", "rare_work", "work", "public_people")
MANY_CHILDREN = (
    r"\b(?:mor|mora|far|faren|mamma|pappa|mother|father|mum|dad|besteforelder|bestemor|bestefar)"
    rf" (?:til|av|åt|of|to) {_MANY}\b",
    r"\b(?:yngst|yngste|eldst|eldste|minst|midt|midten|nummer \w+|youngest|oldest|eldest) (?:av"
    rf"|i|of) (?:en |ei |ein |a )?(?:{_MANY}"
    r"|tre|flokk\w*|søsken\w*|sysken\w*|syskenflokk\w*|family of)\b",
    rf"\b{_MANY} (?:små|levende|levande|voksne|vaksne|egne|eigne|friske|living|small)?\s?(?:barn"
    r"|born|unger|ungar|onga|småunger|døtre|døtrer"
    r"|sønner|søner|søsken|sysken|fosterbarn|barnebarn|oldebarn|kids|children|sons|daughters"
    r"|siblings|grandchildren)\b",
    rf"\b(?:enke|enkje|enkemann|alene|åleine|aleine|widow|alone) (?:\w+ )?(?:med|with) (?:{_MANY}"
    r"|tre|three) ",
    r"\b(?:to|tre|fire|fem|two|three|four) (?:forskjellige|ulike|different)? ?(?:fedre|mødre"
    r"|fathers|mothers|barnefedre|barnefedrer|koner|ektemenn)\b",
    rf"\b(?:barn|unge|baby|child) (?:nummer|nr\.?|number) {_MANY}\b",
    r"\b(?:attpåklatt|attpåsleng|sladrebarn|løsunge|lausunge|lausungen|løsungen|uekte barn|uekte"
    r" sønn|uekte datter|uektefødt|donorbarn|donorunnfang\w+"
    r"|prøverørsbarn|hittebarn|foundling|eggdon\w+|sæddon\w+|bortadopt\w+|adoptert\w*|adoptivf\w+"
    r"|adoptivm\w+)\b",
)
MARRIED = (
    r"\b(?:gift|gifta|giftet|skilt|skild|married|divorced) (?:meg |seg |oss )?(?:for|the)?"
    rf" ?{_TIMES}\b",
    r"\b(?:gift|skilt|skild|married|divorced|enke|enkje|widowed) (?:tre|fire|fem|seks|to|three"
    r"|four|five|twice|two) (?:ganger|gonger|gong|times)?\b",
    r"\b(?:gift|gifta meg|giftet meg|forlovet|forlova|sambuar|samboer|kjæreste|kjærast|i slekt"
    r"|skilt fra|skild frå|barn|fosterforeldre|utro|affære"
    r"|married|engaged|related) (?:med|til|to|with) (?:den |han |en |ei |ein |the |a"
    rf" )?(?:tidligere |tidlegare |gamle |forrige |former )?{_KNOWN}",
    r"\b(?:gift|gifta meg|giftet meg|forlovet|forlova|sambuar|samboer) med (?:\w+"
    r" ){0,2}?(?:søskenbarn\w*|syskenbarn\w*|fetter\w*|kusin\w*|stefar\w*"
    r"|stebror\w*|svoger\w*|broren|søstera|bestevenn\w*|faren til|moren til|mora til|eksen til"
    r"|bror til|prest\w*|lærer\w*|lærar\w*)\b",
    r"\b(?:fikk|fekk|har|fått|venta|ventet|venter|ventar|had|having) (?:et |eit |to |tre |a"
    r" )?(?:barn|unge|baby|tvillinger|child) (?:med|with|av) "
    r"(?!meg\b|deg\b|spesielle|autis|adhd|store|ulike behov|angst|down|som|funksjons|en diagn|ein"
    r" diagn|diagn|special)\w+",
)
KNOWN_FAMILY = (
    rf"\b(?:jeg|eg|æ|jæ|je|han|hun|hu|ho|vi|me) (?:er|e|var|va) (?:jo )?(?:den )?(?:\w+ )?{_HEIR}"
    rf" (?:til|te|tel|av|åt|etter){_NOT_ANYBODY} \w+",
    rf"\b(?:min|mi|mitt) (?:er|e|var|va) (?:jo )?(?:\w+ )?{_HEIR} (?:til|te|tel|av|åt"
    rf"|etter){_NOT_ANYBODY} \w+",
    rf"\b(?:i am|i'm|i was|is|was) the (?:\w+ )?{_ENGLISH_HEIR} of{_NOT_ANYBODY} \w+",
    rf"\b(?:i am|i'm|i was|is|was) the \w+'s {_ENGLISH_HEIR}\b",
    rf"\b(?:{_HEIR}|far|mor|mannen|pappa|mamma|onkel|tante|bestefar|bestemor|svigerfar"
    r"|svigermor)(?: min| mi| mitt)? (?:er|e|var|va|har vært|har vore)"
    rf" (?:jo )?(?:en |ei |ein |selve |den |tidligere |tidlegare |den gamle |lokal )?{_KNOWN}",
    rf"\bmy (?:{_ENGLISH_HEIR}|father|mother|husband|wife|uncle|aunt|twin \w+|\w+-in-law"
    r"|grandfather) (?:is|was|used to be) (?:the|a|an|our|married to) \w+",
    r"\b(?:mannen|kona|kone|faren|far|mora|mor|broren|bror|søstera|søsteren|syster|sønnen|sonen"
    r"|datteren|dattera|dottera|svigerfar|svigermor|onkel"
    r"|tante|kjæresten|samboeren|sambuaren|bestefar|bestemor)(?: min| mi)? (?:kjører|kjørte"
    r"|køyrer|køyrde|bygde|bygget|bygger|reparerer|reparerte|spiller|spilte|spelar"
    r"|synger|song|sang|dreiv|drev|driver|driv|eide|eier|eig|åtte|trener|trenar|underviser|dømmer"
    r"|dømte|skriver|skriv|styrer|leder|ledet|leia|leier|representer\w+"
    r"|seiler|seilte|fisker|fiska|fisket|fløy|flyr|flaug|forsker|forskar|lagde|lager|grunnla"
    r"|starta|startet) (?!meg|oss|seg|det|bra|best|hjem|heim|på meg|inn)\w+",
    r"\bmy (?:husband|wife|father|mother|brother|sister|son|daughter|uncle|aunt|partner)"
    r" (?:drives|drove|runs|ran|owns|owned|built|builds|sails|sailed|plays|played|sings|teaches"
    r"|taught|founded|leads|led|coaches) (?!me\b|us\b|away|home|mad)\w+ ?\w*",
    r"\b(?:tippoldefar|tippoldemor|oldefar|oldemor|slekta|slekten|familien|ætta|navnet"
    r"|etternavnet|namnet|etternamnet)(?: min| mi| mitt| vår| vårt)? (?:grunnla|bygde|startet"
    r"|starta"
    r"|eier|eide|eig|åtte|har eid|har ått|er kjent|er kjend|kjenner alle|er det bare|er det berre"
    r"|står på|er sjelden|er sjeldan)",
)
BORN = (
    r"\b(?:født|fødd|fødte|fødde|fødtes|kom til verden|kom til verda|born|gave birth) (?:meg |meg"
    r" selv |barnet |ham |henne |sønnen |han |jenta )?(?:\w+ )?"
    r"(?:på|i|om bord|under|in|on) (?:en |ei |ein |the |a )?(?:ferj\w*|ferg\w*|båt\w*|bil\w*"
    r"|drosj\w*|taxi\w*|ambulans\w*|fjøs\w*|helikopter\w*|tog\w*|fly\w*"
    r"|fengsel\w*|flyktningleir\w*|leir\w*|telt\w*|campingv\w*|lavvo\w*|kirke\w*|dass\w*|utedo\w*"
    r"|trapp\w*|fangenskap\w*|konsentrasj\w*|tunnel\w*|ferry|boat|car|taxi|prison|camp|barn"
    r"|tent)\b",
    r"\b(?:født|fødd|born) (?:utenfor ekteskap|utanfor ekteskap|for tidlig|for tidleg|tre måneder"
    r"|i uke \d+|som nummer|som kvinne|som mann|som gutt|som jente|med seks|med navlestreng|out"
    r" of wedlock|three months)\b",
    r"\b(?:mor|far|bestemor|bestefar|enke|enkje|foreldreløs|foreldrelaus|gravid|gift|mother"
    r"|father|grandmother|widow|pregnant|orphan) (?:som |da jeg |då eg |da eg |i en alder"
    r"|allerede |alt |da æ |at |aged |when i was )"
    r"(?!liten|lita|yngre|voksen|vaksen|syk|sjuk|var syk)\w+",
    r"\b(?:første|fyrste) (?:barnet|ungen|born) (?:som|da|då) \w+",
    r"\b(?:foreldreløs|foreldrelaus|fosterforeldre|orphan\w*|foster (?:child|mother|father|home"
    r"|parents)|left on the|forlatt på|etterlatt på|lagt igjen på|satt igjen på trappa)\b",
    r"\b(?:to|begge|two) (?:fedre|mødre|pappaer|mammaer|pappaar|mammaar|dads|mums|fathers"
    r"|mothers)\b",
    r"\b(?:barnevernet|barnevernstenesta) (?:\w+ )?(?:tok|tatt|teke|henta|hentet) (?:\w+"
    r" )?(?:alle|begge|tvilling\w*|babyen|fire|fem|tre|søster\w*|brødre\w*)\b",
    r"\b(?:tatt|teken|henta|hentet|plassert) (?:\w+ )?av (?:barnevernet|barnevernstenesta) (?:som"
    r"|da|då|samme|rett|på|same|the)",
)


@cache
def turns() -> tuple[Turn, ...]:
    """Children, marriages, births and well-known relatives."""
    told = (*MANY_CHILDREN, *MARRIED, *KNOWN_FAMILY, *BORN)
    return tuple(turn(words, Why.FAMILY_TOLD, 0.5) for words in told)
