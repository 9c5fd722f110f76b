"""Every new wording of the demo's statements can be reached by choosing, without typing."""

from itertools import product

import pytest

from brukerstemmen.masking.engine import find
from brukerstemmen.masking.replace import Naming, Pick, offer, offer_marked, replaced
from tests.masking.samples import demo_statements

TEXTS = {statement["id"]: statement["text"] for statement in demo_statements()}
LANGUAGES = {statement["id"]: statement["lang"] for statement in demo_statements()}
# What the speaker or a reader wanted, and the words somebody marks by hand for it.
WANTED = [
    (
        "U03",
        "I luka må du si høyt hvem du er og hvem du skal til. En jeg kjenner, satt på venterommet "
        "og hørte alt sammen.",
        [],
    ),
    ("U05", "Behandleren min spør hver gang hva jeg vil bruke timen på. Da blir det min time.", []),
    (
        "U08",
        "Jeg visste ikke at jeg kunne be om å bytte behandler. Det fikk jeg vite av en venn på et "
        "treffsted.",
        ["ei venninne"],
    ),
    (
        "U10",
        "Jeg jobber et lite sted. Timer midt på dagen betyr at alle vet hvor jeg er.",
        [],
    ),
    (
        "U11",
        "Når jeg ringer, kommer jeg til en telefonsvarer. Jeg la igjen nummeret mitt tre ganger. "
        "Ingen ringte.",
        [],
    ),
    (
        "U16",
        "Siste dagen pakket jeg alene. Ingen sa ha det. Jeg er en voksen mann, og jeg sto der som "
        "en skolegutt som har gjort noe galt.",
        [],
    ),
    (
        "U17",
        "En fagperson snakket om meg til en annen mens jeg satt der. Jeg hørte at jeg var kjent "
        "fra før.",
        ["En av legene", "sykepleieren"],
    ),
    (
        "U20",
        "Kona mi fikk ikke vite noe. Hun satt hjemme med ungene og gjettet.",
        ["to unger"],
    ),
    (
        "U29",
        "Hun med egen erfaring skjønte det før jeg hadde sagt det ferdig. Hun hadde stått der "
        "selv.",
        [],
    ),
    ("U30", "Ta inn flere som har vært gjennom det.", []),
    ("U37", "Det må dere gjerne skrive. Jeg er ferdig med å skamme meg.", []),
    (
        "U40",
        "På treffstedet blir jeg spurt om jeg kan bli med og vaske etterpå. Jeg liker at noen "
        "regner med meg.",
        [],
    ),
    (
        "U42",
        "I huset mitt har vi felles postkasse med logoen til kommunen på. Alle som går forbi vet "
        "hva slags hus det er.",
        [],
    ),
    (
        "U45",
        "Broren min er den som ringer når jeg ikke orker. De sier de har taushetsplikt, men jeg "
        "har jo sagt ja.",
        [],
    ),
    (
        "U48",
        "Hun jeg snakket med, ringte tilbake samme dag, selv om svaret var nei. Det gikk bra å få "
        "nei på den måten.",
        [],
    ),
    (
        "U53",
        "Eg fylte atten, og dagen etter fekk eg brev om at eg var ferdig.",
        ["ein tysdag. Onsdagen", "på BUP"],
    ),
    (
        "U56",
        "Eg svarar ikkje på ukjende nummer. Send heller e-post, sa eg, men det fekk dei ikkje lov "
        "til.",
        [],
    ),
    (
        "U57",
        "Ingen har spurt meg hvilket språk jeg ville snakke. Det er på morsmålet jeg får sagt det "
        "som er vondt.",
        [],
    ),
    (
        "U58",
        "De ba om fødselsnummeret mitt på telefon mens jeg satt på bussen, så alle hørte det.",
        ["hele bussen"],
    ),
    (
        "U59",
        "Fastlegen min ringte DPS mens jeg satt der. Det tok to minutter og sparte meg for en "
        "måned.",
        [],
    ),
    (
        "U60",
        "Heng opp skilt på flere språk. Ikke for å finne fram. For å se at vi er regnet med.",
        [],
    ),
]


@pytest.fixture(scope="module")
def naming():
    """Who is who in the whole of the demo, as a team that has read it through has it."""
    naming = Naming()
    naming.learn_meeting((text, find(text, LANGUAGES[name])) for name, text in TEXTS.items())
    return naming


@pytest.mark.parametrize(("name", "wanted", "by_hand"), WANTED)
def test_a_wanted_wording_is_there_to_choose(naming, name, wanted, by_hand):
    text, lang = TEXTS[name], LANGUAGES[name]

    offers = [offer(text, span, lang, naming) for span in find(text, lang)]
    for words in by_hand:
        start = text.index(words)
        offers.append(offer_marked(text, start, start + len(words), lang, naming))
    # A hit may also be let stand, knowingly.
    ways = [[None, *(Pick(o.start, o.end, words) for words in o.words)] for o in offers]

    assert any(replaced(text, filter(None, picks)) == wanted for picks in product(*ways))
