"""What ages are told with: numbers, people, verbs of being, and what is counted instead.

Patterns for the rules about ages, to be read without regard to capitals.
"""

import re

FREE = r"(?<!\d)(?<!\d[.,/:])"
ALONE = r"(?!\d)(?![.,/:]\d)"
HALF = r"(?: ?(?:og|å)(?: ?(?:et|en|eit|ein|1))? ?halvt?\b| and a half)?"
FRACTION = r"(?:[.,]5| ?\u00bd| 1/2)?"
ANY = rf"{FREE}\d{{1,3}}{FRACTION}{ALONE}(?: ?[-\u2013] ?\d{{1,2}}{ALONE})?{HALF}"
OLD = rf"{FREE}(?:[1-9]\d|1[01]\d){ALONE}(?: ?[-\u2013] ?[1-9]\d{ALONE})?{HALF}"  # ten or more
IS = (
    r"(?:er|var|blir|ble|blei|bli|blitt|vart|vert|vorte|vorti|e|va|vært|vore|am|is|was|are|were"
    r"|been"
    r"|turned|turn|turns|turning|fylte|fyller|fylt|fyllar|fyllte|fylde|bi|blri|bler|ver|verte)"
)
ONE = r"(?:jeg|eg|han|hun|hu|ho|hen|du|æ|jæ|jei|je|she|he|i)"  # of one: what follows is no count
WHO = rf"(?:{ONE}|vi|me|de|dei|they|we)"
NEARLY = (
    r"(?:(?:nesten|snart|straks|knapt|såvidt|så godt som|bare|berre|kun|rundt|over|under"
    r"|ca\.?|cirka|godt|vel|like|akkurat"
    r"|nettopp|jo|da|nå|no|liksom|kanskje|litt|fortsatt|fremdeles|framleis|allerede|så vidt|alt"
    r"|visst|sikkert|rett|tett|ikke mer enn|ikkje meir enn|ikkje eldre enn|ikke eldre enn"
    r"|kommet til"
    r"|på vei mot|opp mot|på (?:feil|andre|den andre) sid[ea] av|almost|nearly|just|only|about"
    r"|around|still|now|already|about to turn|over de|rundt de) ){0,3}"
)
KIN = (
    r"(?:lille|vesle|store|tvilling|halv|ste|svi[gk]er|olde|foster|bonus|eks|grand|minste|eldste"
    r"|yngste|små)?"
    r"(?:barn|barna|barnet|borna|born|ungen?|unger|ungar|ungene|ungane|gutt|gutten|gut|guten|gutter"
    r"|gutar|guttene|gutane|guttunge|jentunge|jente|jenta|jenter|jentene|sønn|sønnen|son|sonen"
    r"|sønner|sønnene|datter|dattera|datteren|dotter|dottera|døtre|døtrene|bror|broren|søster"
    r"|søstera|søsteren|syster|systera|tvillinger|tvillingene|baby|babyen|barnebarn|barnebarnet"
    r"|barnebarna|mor|far|mora|faren|moren|mamma|pappa|bestemor|bestefar|kona|kone|kjæreste"
    r"|kjæresten|sambo|samboer|samboeren|nevø|niese|fetter|kusine|tante|onkel|eldste|eldstemann"
    r"|eldsten|yngste|yngstemann|yngsten|minste|minstemann|minsten|mellomste|stesønn|stedatter"
    r"|fosterbarn|bonusbarn|sons?|daughters?|kids?|child|children|boys?|girls?|brother|sister"
    r"|mother|father|mum|mom|dad|twins|eldest|youngest|oldest|wife|husband|partner|girlfriend"
    r"|boyfriend|grandma|grandmother|grandfather|mormor|farmor|morfar|farfar|svoger|mannen|mutter"
    r"|fatter|minsta|eldsta|yngsta|mellomste|lillegutt|lillejenta|veslejenta|søskenbarnet)"
)
OTHERS = (
    r"mann|mannen|kvinne|kvinna|kvinnen|kvinner|menn|kar|dame|dama|tenåring|tenåringer|ungdom"
    r"|ungdommen|venninne|venninna|kompis|kompisen|nabo|naboen|pasient|bruker|brukar|fyr|fyren"
    r"|student|elev|klient|småbarn|spedbarn|man|woman|women|men|kjerring|kjerringa|gubben|kallen"
    r"|damen|jente|konfirmanten|romkameraten|sidemannen|pasienten|brukeren|brukaren|kameraten"
    r"|venninnen|typen|kvinnfolk|mannfolk|guy|lady|girl|patient|roommate|neighbour|friend"
)
CHILD = rf"(?:{KIN}|{OTHERS})"
OWNER = r"(?: (?:min|mi|mine|mitt|vår|våre|vårt|hans|hennes|hennar|deres|til \w{1,20}))?"
# What stands after a small number that is an age: the end, or another thought.
ENDS = (
    r"(?=\s*(?:[.,;:!?)»\"]|$|\n)| (?:og|da|når|men|i dag|i år|den gangen|så|for|nå|no|eller|til"
    r"|når|som|første|fyrste|siste|den|straks|snart|nei|ja|liksom|sjøl|sjølv|selv|også|å|her|der"
    r"|i (?:mai|mars|april|juni|juli|august|år|fjor|går|dag|vår|høst|sommer|vinter|haust|januar)"
    r"|i (?:påsken|påska|jula|julen|sommeren|vinteren|høsten|hausten|våren|pinsen|ferien|forfjor)"
    r"|før|innan|mens|medan|utan|uten|a|ho|han|hun|hu|eg|jeg|æ|and|while|when|but|now|then|at|or)\b)"
)
THINGS = (
    r"(?! ?(?:dag|døgn|uk[er]|vek|måned|månad|mnd|tim|min\b|minutt|sekund|gang|gong|prosent|%|kr"
    r"|kilo|kg|cm|meter|m\b|mil\b|km|stk|stykk|person|sider|side\b|rom\b|av\b|of\b|mg|ml|poeng"
    r"|plass|barn|unger|hours?|days?|weeks?|months?|times|minutes|pages|people|percent|andre\b"
    r"|milligram|gram|skritt|senger|møter|samtaler|ansatte|behandlere|kamerat|venner|grader"
    r"|pund|dollar|euro|tabletter|piller|øl|kvadrat|etasje|kapittel|spørsmål|skjema|\d(?!\. gang)))"
)
LONG_TIME = (
    r"(?! (?:siden|sidan|igjen|til|med|i|på|mellom|før|etter|sammen|saman|av|uten|utan|for|hos"
    r"|ved|etterpå|fram|seinere|senere|eldre|yngre|eldst)\b)"
)
LIST = (
    rf"(?P<age>{ANY}(?: år)?(?:(?:,? | og | eller | and | or |, og |,){ANY}(?: år)?){{0,8}})"
    rf"\b{THINGS}"
)
# Where somebody is not said, the end or a word of time has to follow.
AT_ONCE = r"(?=\s*(?:[.,;!?]|$|\n)| (?:nå|no|år|så|da|då|og|men|i (?:år|fjor|mai|mars|dag)|now)\b)"
BABY = r"(?:måneder|månader|mnd\.?|uker|veker|dager|dagar|months?|weeks?|days?)"
OLD_WORD = r"(?:gammel|gamal|gammal|gammelt|gamalt|gammalt|gamle|gaml|gammæl|gammul)"
OF_AGE = rf"(?:{OLD_WORD}|olds?)"
ONE_AND_A_HALF = r"(?:halvannet|halvanna|halvtannet|halvtanna|halvt? ?anna) år"
DECADES = r"(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"
PART = (
    r"(?:slutten|begynnelsen|starten|midten|byrjinga|midt|seint|sent|tidlig|tidleg)"
    r"(?: (?:av|i|på))?"
)
# What belongs to an age and stands before it: "godt over sytti", "nesten nitti", "et par og femti".
ROUGHLY = (
    r"(?:(?:et|eit|ett) par og|noen og|nokre og|noe og|noko og"
    r"|(?:(?:godt|litt|like|langt|rett|well|just) )?(?:over|under|above|past)"
    r"|snart|nesten|rundt|omtrent|omkring|kring|cirka|ca\.?|bortimot|oppunder|oppimot|knapt|nærmere"
    r"|nærare|tett på|nær|almost|nearly|about|around|pushing|roughly|close to|not yet|barely)"
)
_BEFORE = re.compile(rf"\b{ROUGHLY} $", re.IGNORECASE)
_LONGEST = 20  # characters


def begins(text: str, start: int) -> int:
    """Where an age begins that has its number at start: with the word for how exact it is.

    >>> begins("er godt over 70", 13)
    3
    """
    before = _BEFORE.search(text, max(0, start - _LONGEST), start)
    return before.start() if before else start
