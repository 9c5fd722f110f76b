"""What there is to choose from for each hit, and how it reads."""

import pytest

from brukerstemmen.masking.engine import find
from brukerstemmen.masking.replace import (
    Naming,
    Pick,
    choices,
    clues,
    numbers,
    offer,
    offer_marked,
    people,
    places,
    replaced,
    selected,
    times,
)
from brukerstemmen.masking.spans import DIRECT, Context, Label, Span, Why


def readings(text, lang="nb", naming=None, at=0, context=None):
    """The text with each of the choices for one of its hits."""
    naming = naming or Naming()
    found = offer(text, find(text, lang, context or Context())[at], lang, naming)
    return [replaced(text, [Pick(found.start, found.end, words)]) for words in found.words]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("nb", "Naboen min, Kåre Tveitmoen, hørte alt.", "Naboen min hørte alt."),
        ("nb", "Naboen min, Kåre Tveitmoen, hørte alt.", "Naboen min, Person 1, hørte alt."),
        ("nb", "Naboen min, Kåre Tveitmoen, hørte alt.", "En nabo hørte alt."),
        ("nb", "Det var naboen min, Kåre Tveitmoen.", "Det var naboen min."),
        ("nb", "Psykologen min, Marit Hauglie, spør.", "Behandleren min spør."),
        ("nb", "Jeg møtte dr. Østmo i går.", "Jeg møtte legen i går."),
        ("nb", "Vi ringte Marit i går.", "Vi ringte Person 1 i går."),
        ("nb", "Vi lånte Karis hus.", "Vi lånte Person 1 sitt hus."),
        ("nb", "Vi lånte Karis bil.", "Vi lånte Person 1 sin bil."),
        ("nb", "Vi lånte Karis penger.", "Vi lånte Person 1 sine penger."),
        ("nb", "Vi lånte broren min Tronds bil.", "Vi lånte broren min sin bil."),
        ("nb", "Barnet mitt, Emma, gråt.", "Barnet mitt gråt."),
        ("nb", "Legen på vakt, Jan Lillebø, sa nei.", "Legen på vakt sa nei."),
        ("nb", "Jeg heter Kari og er lei.", "Er lei."),
        ("nn", "Naboen min, Kåre Tveitmoen, høyrde alt.", "Ein nabo høyrde alt."),
        ("nn", "Systera mi, Solveig, ringde.", "Systera mi ringde."),
        ("nn", "Me lånte Karis hus.", "Me lånte Person 1 sitt hus."),
        ("en", "My neighbour, Kåre Tveitmoen, heard it.", "My neighbour heard it."),
        ("en", "My neighbour, Kåre Tveitmoen, heard it.", "A neighbour heard it."),
        ("en", "I borrowed Kari's car.", "I borrowed Person 1's car."),
        ("en", "My doctor, Marit Hauglie, called.", "My doctor called."),
        ("en", "My psychologist, Marit Hauglie, called.", "My therapist called."),
        ("nb", "Jeg bor i Tangvåg nå.", "Jeg bor i en by nå."),
        ("nb", "Jeg bor i Tangvåg nå.", "Jeg bor nå."),
        ("nn", "Eg bur i Tangvåg no.", "Eg bur på ein liten stad no."),
        ("en", "I live in Tangvåg now.", "I live in a small place now."),
        ("nb", "Jeg er 61 år.", "Jeg er i 60-årene."),
        ("nb", "Jeg er seksten år.", "Jeg er i tenårene."),
        ("nn", "Eg er 43 år.", "Eg er i 40-åra."),
        ("en", "I am 43 years old.", "I am in the 40s."),
        ("nb", "Jeg ble lagt inn 14.03.2019.", "Jeg ble lagt inn for noen år siden."),
        ("nn", "Eg vart lagd inn 14.03.2019.", "Eg vart lagd inn for nokre år sidan."),
        ("nb", "Hun er født i 1984.", "Hun er født på åttitallet."),
        ("nb", "Hun er født i 2004.", "Hun er født etter tusenårsskiftet."),
        ("nb", "Han er 93 år.", "Han er i høy alder."),
        ("en", "She was born in 1984.", "She was born in the eighties."),
        ("nb", "Ring meg på 20 55 01 47, sa jeg.", "Ring meg på nummeret mitt, sa jeg."),
        ("nb", "Skriv til a@example.com.", "Skriv e-post."),
        ("nb", "Vi snakker samisk hjemme.", "Vi snakker et annet språk hjemme."),
    ],
)  # fmt: skip
def test_a_choice_reads_well(lang, text, wanted):
    assert wanted in readings(text, lang)


def test_the_relation_is_told_first():
    assert readings("Broren min Trond er snill.")[0] == "Broren min er snill."


def test_a_person_whose_post_is_known_can_be_told_of_by_it_elsewhere():
    naming = Naming()
    readings("Psykologen min, Marit Hauglie, spør.", naming=naming)

    assert "Så kom psykologen." in readings("Så kom Marit.", naming=naming)


def test_two_people_with_one_first_name_can_both_be_chosen():
    naming = Naming()
    for name in ("Marit Hauglie", "Marit Lund"):
        naming.person(name)

    labels = readings("Så kom Marit.", naming=naming)

    assert labels[:2] == ["Så kom Person 1.", "Så kom Person 2."]


def test_a_place_is_told_of_by_the_kind_it_has_in_its_full_name():
    naming = Naming()
    naming.number(Label.PLACE, "Myrdalen sykehus")
    place = Context(local_places=frozenset({"Myrdalen"}))

    assert "Jeg lå på et sykehus." in readings("Jeg lå på Myrdalen.", naming=naming, context=place)


@pytest.mark.parametrize("label", Label)
@pytest.mark.parametrize("lang", ["nb", "nn", "en", "se"])
@pytest.mark.parametrize("written", ["Xyz Abc", "42", "?", "Karis"])
def test_every_kind_of_hit_has_two_to_five_choices(label, lang, written):
    text = f"Da var {written} der."
    span = Span(7, 7 + len(written), label, 1.0, "somebody", Why.FOUND_ELSEWHERE)

    assert 2 <= len(choices(text, span, lang, Naming())) <= 5


@pytest.mark.parametrize("why", Why)
@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_every_clue_has_two_to_five_choices(why, lang):
    text = "Da var felemakeren der."
    span = Span(7, 17, Label.QUASI, 0.6, "somebody", why)

    assert 2 <= len(choices(text, span, lang, Naming())) <= 5


@pytest.mark.parametrize(
    ("text", "marked", "wanted"),
    [
        ("Jeg så ei venninne der.", "ei venninne", "Jeg så en venn der."),
        ("En av legene kom.", "En av legene", "En fagperson kom."),
        ("Hun satt med tre barn.", "tre barn", "Hun satt med barna."),
        ("Det var på tirsdag.", "tirsdag", "Det var på en dag."),
        ("Det var rart.", "rart", "Det var noe personlig."),
    ],
)
def test_what_a_person_marks_by_hand_has_choices_too(text, marked, wanted):
    start = text.index(marked)
    found = offer_marked(text, start, start + len(marked), "nb", Naming())

    assert wanted in [replaced(text, [Pick(found.start, found.end, w)]) for w in found.words]


@pytest.mark.parametrize(
    ("text", "picks", "wanted"),
    [
        ("Kari kom.", [Pick(0, 5, "")], "Kom."),
        ("Da kom Kari.", [Pick(7, 11, "")], "Da kom."),
        ("Da kom Kari.", [Pick(7, 11, "en jeg kjenner,")], "Da kom en jeg kjenner."),
        ("Kari, Ola", [Pick(0, 4, "x"), Pick(6, 9, "y")], "x, y"),
        ("Kari Vik", [Pick(0, 8, "x"), Pick(5, 8, "y")], "x"),
        ("Kari Vik", [Pick(0, 6, "x"), Pick(4, 8, "y")], "xy"),
        ("Ingen.", [], "Ingen."),
        (" a  b ", [], " a  b "),
    ],
)
def test_the_seams_are_mended_and_the_rest_left_alone(text, picks, wanted):
    assert replaced(text, picks) == wanted


def test_a_span_outside_the_text_is_refused():
    with pytest.raises(IndexError, match="lie in"):
        choices("Kari", Span(0, 5, Label.PERSON, 1.0, "", Why.NAME_IN_LIST), "nb", Naming())


@pytest.mark.parametrize("tables", [people.KINDS, places.KINDS, clues.SHAPES])
def test_every_choice_is_told_in_three_languages(tables):
    for row in tables:
        assert set(row.words) == {"nb", "nn", "en"}


WHAT = {"nb": "skilt", "nn": "skilt", "en": "signs"}
EVERYTHING = [
    (lang, word.format(s="", band="40", who="jeg", will="ville", what=WHAT[lang], verb="jobber"))
    for table in (
        *(kind.words for kind in (*people.KINDS, *places.KINDS)),
        *(shape.words for shape in clues.SHAPES),
        *clues.PLAIN.values(),
        *numbers.WORDS.values(),
        *times.AGES.values(),
        *(times.PAST, times.DAY, times.TURNED, times.VERY_OLD, times.LATELY),
        *(people.ANYBODY, places.SERVICE, places.HOME, places.HOME_ALONE, clues.ANYTHING),
        *places.SOMEWHERE.values(),
        *(selected.ONE_OF_THEM, selected.ANOTHER, selected.CHILDREN, selected.EVERYBODY),
    )
    for lang, words in table.items()
    for word in words
    if word
]


@pytest.mark.parametrize(("lang", "word"), sorted(set(EVERYTHING)))
def test_no_choice_points_straight_at_somebody(lang, word):
    frame = {"nb": "Da var {} der.", "nn": "Då var {} der.", "en": "Then {} was there."}[lang]
    text = frame.format(word.strip(" ,"))

    found = [span for span in find(text, lang) if span.label in DIRECT]

    assert [text[span.start : span.end] for span in found if span.score >= 0.05] in ([], ["NAV"])
