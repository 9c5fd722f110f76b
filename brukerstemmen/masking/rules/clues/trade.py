"""Work told with a verb: what somebody drives, sells, plays, tends or leads."""

from functools import cache

from brukerstemmen.masking.rules.clues.turn import Turn, turn
from brukerstemmen.masking.spans import Why

_WHO = (
    r"(?:jeg|eg|æ|jæ|je|han|hun|hu|ho|vi|me|mannen|kona|far|mor|faren|mora|bror|broren|søster|min"
    r"|mi|som|i|we|he|she|who)"
)
DRIVES = (
    r"\b(?:kjører|kjørte|kjørt|kjøre|køyrer|køyrde|køyre|køyrt|drives?|drove|driving|flyr|fløy"
    r"|flaug|styrer|styrte|fører|førte|fly|flew) (?:jeg |eg |æ |a |the )?(?:\w+ ){0,2}?"
    r"(?:\w{2,}buss|\w{2,}bil(?!\w*sete)|\w{2,}maskin|\w{2,}båt|\w{2,}tog|\w{2,}truck|taxi|drosje"
    r"|trailer|tankbil|vogntog|ferje|ferga|ferja|fly|helikopter|tog|toget|trikk|trikken|ambulans"
    r"|traktor|plog|hundespann"
    r"|sleder|søppel|brøyte|truck|lorry|lorries|school bus|bus|ferry|train|crane|snowplough"
    r"|ambulance|tractor|boat)(?:en|a|et|ene|ane|s)?\b(?! (?:hjem|heim|til time|min|mi|dit|hit))",
    r"\b(?:brøyter|brøytar|brøyta|strør|strøyer|måker|måkar) (?:vei|veien|vegen|veg|snø|gata"
    r"|gatene|trappa|parkering\w*|for kommun\w*|alle|bygda|hele|heile)\w*",
)
SELLS = (
    r"\b(?:selger|solgte|sel|selde|sell|sells|sold) (?!seg|meg|huset|bilen|leilig|leileg|stoff"
    r"|dop|rus|hasj|piller|amfetamin|heroin|alt\b|det|den|inn|my|drugs)(?:\w+ )?(?:på|ved|i|langs"
    r"|til|fra|frå|utenfor|=oslo|is|bær|fisk|bøker|blomst|lodd|avis|honning|juletr|"
    r"pølse|vaffel|kunst|maleri|keramikk|ull|egg|jordbær|poteter|eple|at|by|from|honey|fish|eggs"
    r"|flowers)\w*",
    r"\b(?:driver|driv|dreiv|drev|drive|eier|eig|eide|åtte|har hatt|overtok|tok over|run|runs|ran"
    r"|own|owns|owned) (?:en |ei |ein |den |det |et |eit |min |mitt |egen |eigen |the |a |my |our"
    r" )?(?:\w+ ){0,2}?(?:bok|butikk|forretning|kiosk|kafe|kafé|kro|café|cafe|"
    r"hotell|pensjonat|gjestehus|camping|gard|gård|småbruk|bruk|fjøs|verksted|verkstad|firma"
    r"|bedrift|selskap|salong|frisør|bakeri|restaurant|pub|bar|taxi|transport|galleri|stall"
    r"|kennel|gartneri|barnehage|treningssenter|apotek|dansesk|kjøresk|køyresk|"
    r"begravelsesb|turist|hytteutleie|ridesk|ridesent|fiskebåt|båt|oppdrett|sag|mølle|mølla"
    r"|vertshus|bokhandel|shop|pub|hotel|farm|bakery|garage|kennel|stable|restaurant|kiosk"
    r"|business|company|salon|gallery|ferry)\w*",
    r"\b(?:har|hadde|have|has|had) (?:en |ei |ein |den |the |a |lille |vesle )*(?:kiosken"
    r"|butikken|kaféen|kafeen|kroa|gatekjøkken\w*|landhandel\w*|bensinstasjonen|frisørsalong\w*"
    r"|postkontoret|skyssen|melkeruta|mjølkeruta|postruta|drosjeløyve\w*|løyve|verkstedet"
    r"|hotellet|campingen"
    r"|nøkkelen til (?:kirka|kirken|kyrkja|bedehuset|skolen)|brøyteruta|brøytekontrakten|the"
    r" kiosk|the shop|the post office|the petrol station)\b",
    r"\b(?:ansvar|ansvaret|ansvarlig|ansvarleg|responsible|in charge) (?:for|of) (?:\w+"
    r" )?(?:vannverk\w*|vassverk\w*|renseanlegg\w*|kirke\w*|kirka|kyrkj\w*|orgel\w*|skole\w*"
    r"|hall\w*|svømmehall\w*|isbane\w*|lysløyp\w*|løyp\w*|brøyt\w*|flagg\w*|bibliotek\w*|kino\w*"
    r"|ferj\w*|ferg\w*|fyr\w*|dam\w*|kraft\w*|havn\w*|hamn\w*|gravlund\w*|17\. mai\w*|syttende"
    r" mai|julegrantenn\w*|juletrefest\w*|the (?:water|church|pool|library|harbour))\b",
)
MAKES = (
    r"\b(?:reparerer|reparerar|reparerte|lager|lagar|bygger|byggjer|bygde|bygget|smir|smidde|syr"
    r"|sydde|vever|vev|restaurerer|restaurerte|stemmer|stiller|støper|brygger|bryggjer|ystar"
    r"|yster|røyker|slakter|slaktar|klipper|repairs?|builds?|built|makes?|restores?|tunes?)"
    r" (?:\w+ )?(?:klokke\w*|ur\b"
    r"|båt\w*|fele\w*|orgel\w*|orgl\w*|piano\w*|kniv\w*|bunad\w*|drakt\w*|sko\b|hus\w*|hytt\w*"
    r"|tønne\w*|ski\b|gitar\w*|seil|segl|garn|møbl\w*|steinmur\w*|gravstein\w*|ost\b|øl\b|sau\w*"
    r"|rein\b|elg\w*|motor\w*|traktor\w*|veteran\w*|clocks|boats|fiddles|organs|violins|knives"
    r"|cheese|beer|sails)\b",
    r"\b(?:dyrker|dyrkar|dyrka|dyrket|røkter|røktar|fisker|fiskar|fiska|fisket|ror|fangster"
    r"|driver fangst|jakter|sanker|sankar|gjeter|gjetar|gjette|mjølker|mjølkar|melker|slår|grow"
    r"|grows|fish|fishes|milk|milks) (?:etter )?(?:poteter|korn|jordbær|bringebær|epler|frukt"
    r"|grønnsaker|torsk|sei|sild|laks|kongekrabbe|krabbe|hummer"
    r"|kveite|makrell|skrei|rein|reinen|tare|blåskjell|kyr|kyrne|geiter|geitene|sau|sauer|ål|hval"
    r"|kval|sel|rype|elg|ulv|rev|moltebær|multer|dun|tobakk|juletrær|fjorden|lofotfiske"
    r"|strawberries|potatoes|apples|salmon|cod|crab|cows|goats)\b",
    r"\b(?:ringer|ringjer|ringte|rings?) (?:med |i )?(?:kirkeklokk\w*|kyrkjeklokk\w*|the church"
    r" bells?)\b",
)
PLAYS = (
    r"\b(?:spiller|spilte|spilt|spelar|spelte|spelt|spille|spele|play|plays|played) (?:\w+"
    r" )?(?:orgel|fele|hardingfele|trekkspill|trekkspel|piano|saksofon|trompet|kornett|trommer"
    r"|bass|gitar|fiolin|cello|klarinett|torader|munnspill|harpe|sekkepipe|tuba|fløyte|organ|the"
    r" organ|fiddle|accordion|drums|violin|trumpet|in a band|"
    r"in the band) ?(?:i|på|for|in|at|with)?(?: \w+)?",
    r"\b(?:synger|syng|song|sang|sunget|spiller|spelar|sing|sings) (?!litt )(?:\w+ ){0,2}?"
    r"(?:i|in|på|at) (?:\w+ )?(?:koret|kor|begravelser|gravferder|bryllup|kirka|kirken|kyrkja"
    r"|menigheten|bandet|korpset|choir|funerals|weddings|church)\b",
    r"\b(?:dirigerer|dirigerar|dirigerte|leder|leier|leia|ledet|trener|trenar|trente|instruerer"
    r"|coach|coaches|conduct|conducts|train|lead|leads) (?:\w+ )?(?:\w*kor|\w*koret|\w*korps"
    r"|\w*korpset|\w*lag|\w*laget|\w*orkester\w*|\w*band\w*|\w*forening\w*|\w*gruppe på"
    r"|speider\w*|søndagsskole\w*|sundagsskule\w*|konfirmant\w*|girls|boys|choir|the (?:\w+ )"
    r"?(?:team|choir|band|orchestra|scouts|council|parish|union))\b",
    r"\b(?:trener|treneren|trenar|trenaren|trenara|keeper|keeperen|kaptein|kapteinen|lagleder"
    r"|laglederen|lagleiar|oppmann|oppmannen|materialforvalter\w*|dommer|dommeren|dommar|dømmer"
    r"|dømte|coach|manager|captain|referee) (?:\w+ )?(?:på|for|i|av|til|in|of|for) (?!meg|oss|deg"
    r"|seg|det|dette|styrke|livet|mitt|my life|saken)\w+",
    r"\b(?:underviser|underviste|lærer bort|teach|taught) (?:i |på |in |at )?(?!meg|oss|deg|me\b"
    r"|us\b|du\b|you\b)\w+ (?:på|ved|i|at|in) \w+",
)
HOLDS = (
    r"\b(?:sitter|sit|satt|sat|sete|sittet|valgt|vald|stiller|møter|varamedlem|vara|medlem|leder"
    r"|leiar|leder|nestleder|nestleiar|formann|kasserer|kasserar|sekretær|eldste|eldstebror"
    r"|revisor|oldermann|tillitsvalgt|tillitsvald|forstander|sit|sits|sat|treasurer|chair"
    r"|chairman|chairwoman|chairperson|secretary|member|elder|elected|president|head) "
    r"(?:\w+ )?(?:i|inn i|inn på|på|for|av|to|on|of|in) (?:the |et |eit )?(?:\w+ )?(?:\w*styre\w*"
    r"|\w*råd\b|\w*rådet\b|\w*nemnd\w*|\w*utvalg\w*|\w*utval\w*|\w*forening\w*|\w*foreining\w*"
    r"|\w*lag\b|\w*laget\b|\w*klubb\w*|\w*menighet\w*|\w*meinighet\w*|kyrkjelyd\w*|\w*forbund\w*"
    r"|fagforening\w*|partiet|\w*parti\b|\w*formannskap\w*|\w*losje\w*|\w*korps\w*|\w*kor\b|koret"
    r"|lauget|laug|fau|\w*komite\w*|\w*komité\w*|council|board|committee|club|union|congregation"
    r"|church|parish|party|association|society|choir|lodge)\b",
    r"\b(?:tidligere|tidlegare|forhenværende|avgått|avsatt|avsett|pensjonert|eks-?|former"
    r"|retired) ?(?:ordfører|ordførar|rådmann|prest|biskop|rektor|lensmann|politi\w*|soldat"
    r"|offiser|lærer|lærar|lege|overlege|dommer|statsråd|idrett\w*|fotballsp\w*|skihopper\w*"
    r"|skuespiller|toppidrett\w*|munk|nonne|fange|mayor|priest|headmaster|officer|"
    r"soldier|judge|footballer|athlete|teacher|doctor|pilot|captain)\b",
    r"\b(?:dommer|dommar|domar) i (?:\w*sport\w*|\w*ball\w*|\w*cup\w*|\w*mesterskap\w*"
    r"|tingrett\w*|lagmannsrett\w*|\w*retten|skihopp|langrenn|turn|hest\w*|hund\w*)\b",
    r"\b(?:prest|lege|lærer|lærar|lensmann|frisør|rektor|bonde|jordmor|dyrlege|tannlege"
    r"|bibliotekar|styrer|vaktmester|vaktmeister|kjøpmann|snekker|elektriker|rørlegger|organist"
    r"|doctor|priest|teacher|dentist|vet|midwife|policeman|farmer|baker|butcher|shopkeeper)(?:en"
    r"|a)? "
    r"(?:i|på|in|on) (?:bygd\w*|øy\w*|grend\w*|dalen|kommunen|kommuna|tettsted\w*|tettstad\w*|our"
    r" village|the village|the island|our town|the town|the valley|vår|our)\b",
    r"\b(?:i am|i'm|i was|i used to be|he was|she was|is|was) the (?:\w+ ){0,2}?(?:priest|vicar"
    r"|mayor|doctor|teacher|keeper|driver|manager|coach|captain|treasurer|headmaster|organist"
    r"|postman|midwife|butcher|baker|farmer|librarian|sheriff|judge|undertaker|caretaker|vet"
    r"|blacksmith|fisherman|shopkeeper|cook|fiddler|singer|gardener|founder|landlord)\b",
    r"\b(?:overtok|tok over|etterfulgte|arva jobben|tok over jobben|took over) (?:som|etter|as"
    r"|from) (?!en time|ein time|natt|dagen|lang)\w+(?: \w+){0,2}",
    r"\b(?:lærer|lærar|læraren|læreren|rektor|inspektør|vaktmester|vaktmeister|assistent|teacher"
    r"|headmaster|caretaker|janitor) (?:på|ved|at) (?:\w*skole\w*|\w*skule\w*|\w*barnehage\w*|the"
    r" (?:\w+ )?school)\b",
    rf"\b{_WHO} (?:leverer|leverte|bærer|bringer|delte ut|deler ut|leverar|deliver|delivers)"
    r" (?:ut )?(?:posten|post|aviser|avisa|avisene|melka|mjølka|varer|ved|pakker|the post|the"
    r" mail|papers|milk)\b",
)


@cache
def turns() -> tuple[Turn, ...]:
    """Trades, posts and offices without their names."""
    return (
        *(turn(words, Why.RARE_WORK, 0.5) for words in (*DRIVES, *SELLS, *MAKES)),
        *(turn(words, Why.SINGLE_ROLE, 0.5) for words in (*PLAYS, *HOLDS)),
    )
