"""Sentences in which people give a number, a day or an address. {} is where it stands."""

Sentences = dict[str, tuple[str, ...]]

SENTENCES: dict[str, Sentences] = {
    "national number": {
        "nb": (
            "Jeg sa {} høyt, så hele bussen hørte det.",
            "Fødselsnummeret mitt er {}.",
            "De ropte opp {} i gangen",
            "personnummer {}, sa jeg",
        ),
        "nn": ("Fødselsnummeret mitt er {}.", "Eg måtte seie {} to gonger."),
        "en": ("My national number is {}.", "They read out {} so everybody heard."),
    },
    "papers": {
        "nb": (
            "Passnummeret mitt er {}.",
            "Saksnummer {} ble aldri svart på.",
            "Det står journalnr. {} på brevet.",
            "Pasientnummer: {}",
        ),
        "nn": ("Saksnummeret er {}.", "Journalnummer {} står på brevet."),
        "en": ("My passport number is {}.", "The case number {} was never answered."),
    },
    "six digits of birth": {
        "nb": ("Jeg er født {}.", "Fødselsdatoen min er {}.", "født {} og vokst opp her"),
        "nn": ("Eg er fødd {}.", "Fødselsdatoen er {}."),
        "en": ("I was born {}.", "My date of birth is {}."),
    },
    "telephone": {
        "nb": (
            "Ring meg på {} i kveld.",
            "Jeg la igjen nummeret mitt, {}, tre ganger.",
            "Nummeret er {}.",
            "tlf {}",
            "Send en melding til {} da vel",
            "Han sa {} og la på.",
        ),
        "nn": ("Ring meg på {} i kveld.", "Nummeret mitt er {}.", "Eg gav dei {} og venta."),
        "en": ("Call me on {} tonight.", "My number is {}.", "I gave them {} and waited."),
    },
    "foreign telephone": {
        "nb": ("Søsteren min har {}.", "Ring {} etter klokka fire."),
        "nn": ("Systera mi har {}.",),
        "en": ("My sister has {}.",),
    },
    "short telephone": {
        "nb": ("Ring {} og spør.", "Telefonnummeret til kontoret er {}.", "tlf. {}"),
        "nn": ("Ring {} og spør.", "Telefonnummeret er {}."),
        "en": ("Call {} and ask.", "The telephone number is {}."),
    },
    "account": {
        "nb": (
            "Kontonummeret mitt er {}.",
            "De sendte pengene til konto {} i stedet.",
            "Sett det inn på kontoen min, {}.",
        ),
        "nn": ("Kontonummeret mitt er {}.", "Pengane gjekk til konto {}."),
        "en": ("My account number is {}.", "They paid it into account {} instead."),
    },
    "iban": {
        "nb": ("IBAN er {}.", "Send det til {} da"),
        "nn": ("IBAN er {}.",),
        "en": ("The IBAN is {}.",),
    },
    "card": {
        "nb": ("Kortnummeret mitt er {}.", "Jeg leste opp kortet, {}, på telefonen."),
        "nn": ("Kortnummeret mitt er {}.",),
        "en": ("My card number is {}.",),
    },
    "number plate": {
        "nb": (
            "Bilen med skiltnummer {} sto utenfor.",
            "De så bilen min, {}, på parkeringa.",
            "Registreringsnummeret er {}.",
            "Alle kjenner igjen {} der oppe.",
        ),
        "nn": ("Bilen min har nummer {}.", "Skiltet er {}."),
        "en": ("My car is {}.", "The number plate is {}."),
    },
    "personal plate": {
        "nb": ("Han kjører rundt med skiltet {} på bilen.", "Bilskiltet mitt er {}."),
        "nn": ("Bilskiltet mitt er {}.",),
        "en": ("My number plate says {}.", "The licence plate is {}."),
    },
    "at handle": {
        "nb": ("Jeg er {} på Insta.", "Følg meg, {}, om du vil.", "Profilen min er {}."),
        "nn": ("Eg er {} på Snap.", "Profilen min er {}."),
        "en": ("I am {} on Instagram.", "Follow {} if you like."),
    },
    "named handle": {
        "nb": (
            "På insta heter jeg {}.",
            "Jeg heter {} på Snapchat.",
            "Brukernavnet mitt er {}.",
            "snap: {}",
            "Min TikTok er {}",
        ),
        "nn": ("På insta heiter eg {}.", "Brukarnamnet mitt er {}."),
        "en": ("On Instagram I am called {}.", "My username is {}."),
    },
    "e-mail": {
        "nb": ("Skriv til {} heller.", "E-posten min er {}.", "Send det på mail til {}"),
        "nn": ("Send heller til {}, sa eg.", "E-posten min er {}."),
        "en": ("Write to {} instead.", "My e-mail is {}."),
    },
    "web address": {
        "nb": ("Jeg skriver på {} om dette.", "Bloggen min er {}."),
        "nn": ("Eg skriv på {} om dette.", "Bloggen min er {}."),
        "en": ("I write on {} about it.", "My blog is {}."),
    },
    "date": {
        "nb": ("Jeg ble innlagt den {}.", "Den {} skjedde det.", "Det var den {} jeg kom."),
        "nn": ("Eg vart lagd inn den {}.", "Den {} skjedde det."),
        "en": ("I was admitted on the {}.", "It happened on the {}."),
    },
    "year of birth": {
        "nb": ("Jeg er født i {}.", "Hun er født i {} og glemmer ingenting."),
        "nn": ("Eg er fødd i {}.",),
        "en": ("I was born in {}.",),
    },
    "age": {
        "nb": ("Jeg er {}.", "Sønnen min er {} og bor hjemme.", "Jeg var {} da det skjedde."),
        "nn": ("Eg er {}.", "Ho er {} og bur heime."),
        "en": ("I am {}.", "My son is {} and lives at home."),
    },
    "street": {
        "nb": ("Jeg bor i {} sammen med en hund.", "Send det til {}, ikke hit."),
        "nn": ("Eg bur i {} saman med ein hund.",),
        "en": ("I live in {} with a dog.",),
    },
    "post": {
        "nb": ("Postadressen er {}.", "Send det til {}, takk."),
        "nn": ("Postadressa er {}.",),
        "en": ("The address is {}.",),
    },
    "flat": {
        "nb": ("Jeg bor i leilighet {}.", "Det er {} i andre etasje."),
        "nn": ("Eg bur i leilegheit {}.",),
        "en": ("I live in flat {}.",),
    },
}
