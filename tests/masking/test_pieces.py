"""What a text tells of somebody without a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.masking.mosaic import Attribute
from brukerstemmen.masking.pieces import band_of, find_pieces, pieces_of
from brukerstemmen.masking.spans import LONGEST_TEXT, TextTooLong

LETTERS = st.text(max_size=200)
SAID = st.sampled_from(
    ["Som lærling", "på døgn", "i 50-årene", "jeg er 17 år", "samisk", "brannen på Å", "ung mann"]
)


def told(text, attribute, lang="nb"):
    return {piece.value for piece in pieces_of(text, lang) if piece.attribute is attribute}


@pytest.mark.parametrize(
    ("text", "bands"),
    [
        ("Jeg er i 50-årene.", {"50-årene"}),
        ("Eg er midt i femtiåra.", {"50-årene"}),
        ("Jeg er 54 år gammel.", {"50-årene"}),
        ("Jeg er femtifire år gammel.", {"50-årene"}),
        ("Jeg fylte 17 år på avdelingen.", {"tenårene"}),
        ("Datteren min på 6 år ble med.", {"under 10 år"}),
        ("Som ung mann blir du ikke trodd.", {"ung"}),
        ("En eldre dame satt alene.", {"eldre"}),
        ("Jeg ventet 50 dager i 2 år.", set()),
        ("Det er gamle rutiner, og en ung ordning.", set()),
    ],
)
def test_ages_are_told_to_the_ten_years(text, bands):
    assert told(text, Attribute.AGE_BAND) == bands


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("De på døgnenheten hørte på meg.", {"døgn"}),
        ("Fra døgn til poliklinikken tok det tre uker.", {"døgn", "poliklinikk"}),
        ("Det gikk et døgn, så to døgn.", set()),
        ("Det ambulante teamet kom hjem.", {"ambulant team"}),
        ("Vi er få på avdeling 3B.", {"avdeling 3b"}),
        ("Treffstaden er god.", {"treffsted"}),
        ("Det skjedde hver dag.", set()),
    ],
)
def test_units_have_one_name_each(text, units):
    assert told(text, Attribute.UNIT) == units


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Jeg var lærling der.", {"lærling"}),
        ("Lærlingene fikk ikke vite noe.", {"lærling"}),
        ("Jeg er student.", {"student"}),
        ("Studentene har egne tider.", set()),
        ("Som pårørende står du utenfor.", {"pårørende"}),
        ("Pårørende kan ringe.", set()),
        ("Erfaringskonsulenten skjønte det.", {"erfaringskonsulent"}),
        ("Jeg er utdannet kokk.", {"kokk"}),
        ("Behandleren spurte aldri.", set()),
    ],
)
def test_roles_are_those_of_few_or_told_of_one(text, roles):
    assert told(text, Attribute.ROLE) == roles


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Jeg snakker samisk.", {"samisk"}),
        ("Vi samer blir ikke spurt.", {"samisk"}),
        ("Hun er somalier, og snakker somalisk.", {"somalisk"}),
        ("Tolken kunne kurdisk, men kurdere er vi ikke.", {"kurdisk"}),
        ("Polakkene får vente.", {"polsk"}),
        ("Vi snakker samme språk.", set()),
    ],
)
def test_a_people_and_its_language_are_one(text, languages):
    assert told(text, Attribute.LANGUAGE) == languages


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Etter bilulykka ble alt annerledes.", {"ulykke"}),
        ("Jeg var i avisen med det.", {"omtalt i media"}),
        ("Huset vårt brant ned.", {"brann"}),
        ("Jeg satt inne for det.", {"sak i retten eller fengsel"}),
        ("Jeg mistet sønnen min.", {"død i nær familie"}),
        ("Jeg byttet behandler.", set()),
    ],
)
def test_events_are_those_others_have_heard_of(text, events):
    assert told(text, Attribute.EVENT) == events


def test_nynorsk_english_and_bokmaal_tell_the_same():
    assert told("Eg er lærar.", Attribute.ROLE, "nn") == told("Jeg er lærer.", Attribute.ROLE)
    assert told("I am in my fifties.", Attribute.AGE_BAND, "en") == {"50-årene"}


def test_it_says_where_each_stands():
    text = "Jeg er i 50\u2011\u00e5rene, og var l\u00e6rling."

    found = {text[one.start : one.end]: one.piece.value for one in find_pieces(text, "nb")}

    assert found == {"50\u2011årene": "50-årene", "lærling": "lærling"}


def test_what_is_too_long_is_refused():
    with pytest.raises(TextTooLong):
        pieces_of("a" * (LONGEST_TEXT + 1), "nb")


@pytest.mark.parametrize(
    ("years", "band"), [(9, "under 10 år"), (10, "tenårene"), (99, "90-årene")]
)
def test_bands_meet(years, band):
    assert band_of(years) == band


@given(LETTERS)
def test_any_text_is_read_and_every_place_lies_in_it(text):
    for found in find_pieces(text, "nb"):
        assert 0 <= found.start < found.end <= len(text)
        assert found.piece.value.strip()


@given(st.lists(SAID, max_size=5), st.lists(SAID, max_size=5))
def test_what_two_sentences_tell_one_text_of_both_tells_too(one, other):
    one_text, other_text = ("".join(f"{said}. " for said in texts) for texts in (one, other))

    assert pieces_of(one_text, "nb") | pieces_of(other_text, "nb") == pieces_of(
        one_text + other_text, "nb"
    )
