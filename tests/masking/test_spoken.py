"""What is said rather than typed, and what is typed in every other way, is found for what it is."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.masking.engine import find
from brukerstemmen.masking.folding import fold
from brukerstemmen.masking.numbers import number_of
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.rules import spoken
from brukerstemmen.masking.signs import sign_edits
from brukerstemmen.masking.spans import Label
from brukerstemmen.masking.spoken import as_typed
from tests.masking.identifiers import FORMS, KINDS, LANGUAGES, examples
from tests.masking.saying import below_hundred, ordinal

FOUND_AT_LEAST = {"standard": 1.0, "spaced": 0.98, "mistyped": 0.98, "spoken": 0.95}
SAID = ["null", "en", "to", "fire", "ti", "tjue", "nitti", "tjueto", "fireogtredve", "hundre"]
SAID += ["tusen", "og", "første", "femte"]
NOISE = ["krøllalfa", "punktum", "i", "mai", "å", "e k", "pluss", "år", "åring", "20", "1", "kari"]
TALK = st.lists(st.sampled_from([*SAID, *NOISE, ",", "-", "...", "\n", "\u0301"]), max_size=30)


def is_found(example):
    return any(
        span.start <= example.start and span.end >= example.end and span.label is example.label
        for span in find(example.text, example.lang)
    )


@pytest.fixture(scope="module")
def missed():
    """For every form: how many there were, and the sentences in which they were not found."""
    counts = dict.fromkeys(FORMS, 0)
    sentences = {form: [] for form in FORMS}
    for example in examples(12, seed=20):
        counts[example.form] += 1
        if not is_found(example):
            sentences[example.form].append((example.kind, example.text))
    return counts, sentences


@pytest.mark.parametrize("form", FORMS)
def test_made_up_identifiers_are_found_as_what_they_are(missed, form):
    counts, sentences = missed

    assert 1 - len(sentences[form]) / counts[form] >= FOUND_AT_LEAST[form], sentences[form]


def test_the_same_seed_makes_the_same_sentences_and_every_kind_has_some():
    first, again = list(examples(1, seed=3)), list(examples(1, seed=3))

    assert first == again
    assert {example.kind for example in first} == set(KINDS)
    assert {example.lang for example in first} == set(LANGUAGES)


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("nitti femtifire åttiseks nittifire", "90 54 86 94"),
        ("to null fem fem null en fire sju", "2 0 5 5 0 1 4 7"),
        ("to null, fem fem, null en, fire sju", "2 0 5 5 0 1 4 7"),
        ("fire og nitti", "94"),
        ("nittifire", "94"),
        ("sju og tjue", "27"),
        ("treogseksti", "63"),
        ("nitten treogseksti", "1963"),
        ("nittenåttifire", "1984"),
        ("nitten hundre og sekstitre", "1963"),
        ("to tusen og fem", "2005"),
        ("tjue femten", "2015"),
        ("to hundre og fem femti hundre og førtisju", "205 50 147"),
        ("pluss førtisju tjue femtifem null en førtisju", "+47 20 55 0 1 47"),
        ("den trettende i femte", "den 13. i 5."),
        ("tjuefyrste mars", "21. mars"),
        ("barn på seks og ni", "barn på 6 og 9"),
        ("sekstiåring", "60åring"),
        ("kari krøllalfa example punktum com", "kari@example.com"),
        ("kari punktum n åttito alfakrøll example dått no", "kari.n82@example.no"),
        ("jeg er krøllalfa kari åttito", "jeg er @kari82"),
        ("kari understrek n at example dot com", "kari_n@example.com"),
        ("w w w", None),
        ("en gang og en til", None),
        ("at det er slik", None),
    ],
)
def test_what_is_said_reads_as_it_would_be_typed(said, typed):
    read = as_typed(said, "nb")

    assert (read and read.text) == typed


def test_english_and_norwegian_numbers_are_kept_apart():
    assert as_typed("I gave it to fire people", "en") is None
    assert as_typed("two oh five five", "en").text == "2 0 5 5"


@given(st.integers(2, 99), st.randoms(use_true_random=False))
def test_every_number_below_a_hundred_is_understood(number, random):
    assert as_typed(f"x {below_hundred(number, 'nb', random)} år", "nb").text == f"x {number} år"


@given(st.integers(1, 31), st.sampled_from(LANGUAGES))
def test_every_day_of_the_month_is_understood(day, lang):
    read = as_typed(f"{ordinal(day, lang)} x", lang)

    assert read.text == f"{day}. x"


@given(TALK, st.sampled_from(LANGUAGES))
def test_every_character_knows_where_it_came_from(pieces, lang):
    text = fold(" ".join(pieces)).text
    read = as_typed(text, lang)

    if read:
        assert len(read.text) == len(read.starts) == len(read.ends)
        assert all(0 <= a < b <= len(text) for a, b in zip(read.starts, read.ends, strict=True))
        assert list(read.starts) == sorted(read.starts)
        assert list(read.ends) == sorted(read.ends)


@given(st.text(max_size=100), st.sampled_from(LANGUAGES))
def test_any_text_can_be_read_aloud(text, lang):
    for hit in spoken.find(Reading(fold(text).text, lang)):
        assert 0 <= hit.start < hit.end


@given(TALK)
def test_signs_are_edited_in_order_and_apart(pieces):
    before = 0
    for start, end, _sign in sign_edits(" ".join(pieces)):
        assert before <= start < end
        before = end


@pytest.mark.parametrize("word", ["enighet", "toget", "nivå", "tiden", "femtiden", "Andre", "ens"])
def test_words_that_begin_like_a_number_are_none(word):
    assert number_of(word.lower() if word != "Andre" else "andreas", "nb") is None


@pytest.mark.parametrize(
    "text",
    [
        "Jeg ventet i fjorten uker.",
        "Det er klokka elleve om kvelden det skjer, ikke klokka halv fire.",
        "Tre av ti sier det samme.",
        "En brosjyre med tjue sider, og jeg leste side fjorten.",
        "Jeg bodde på rom sju i tre år.",
        "Vi ventet to år, og det varte i fem år til.",
        "Diagnosen min er F20.0, og før det F33 og Z63.",
        "Åtte stykker og meg, og fire av dem sa ingenting.",
        "De andre i første etasje fikk besøk, vi i tredje fikk ikke.",
        "Planen var åtte måneder gammel.",
        "For det første er det dyrt, og for det andre er det langt.",
        "Jeg sa det to ganger, tre ganger, ti ganger.",
        "Fra null til hundre på et halvt år.",
        "Han kom, og så gikk han, punktum. Og no er det over.",
        "En på hundre blir frisk, en på ti blir bedre.",
        "Jeg sov i åtte timer og tjue minutter.",
        "Vi var tretti personer i et rom til tolv.",
        "Det koster hundre og tjue kroner, eller tolv tusen i året.",
        "Det er tjue år siden, og jeg var der i førti dager.",
        "Ring en ett tre hvis det haster.",
        "En to tre, så var det gjort.",
        "Jeg fikk femti milligram, så hundre.",
    ],
)
def test_amounts_in_words_point_at_nobody(text):
    assert [(text[s.start : s.end], s.label) for s in find(text, "nb") if s.label != "QUASI"] == []


def test_a_telephone_is_no_account_and_a_plate_no_postcode():
    found = {
        words: {span.label for span in find(f"Det var {words}, sa jeg.", "nb")}
        for words in ("20 55 01 47", "2055 01 47000", "EK 12345", "7600 Levanger", "018101 12345")
    }

    assert list(found.values()) == [
        {Label.PHONE}, {Label.ACCOUNT}, {Label.VEHICLE}, {Label.ADDRESS}, {Label.ID_NUMBER}
    ]  # fmt: skip


BIG = 20_000
LONG_ONES = [
    "1", "1 ", "1.", "1-", "en ", "to ", "tjue ", "og ", "femte ", "a@", "@", "a.",
    "krøllalfa ", "a punktum ", "konto ", "født ", "ring ", "NO", "NO12 ", "skilt ",
    "på insta ", "barn på 1, ", "er 61 ", "Storgata ", "www.", "a://", "e k ", "år", "hundreog",
    "å",
]  # fmt: skip


@pytest.mark.parametrize("piece", LONG_ONES)
def test_the_same_over_and_over_again_is_read_in_time(piece):
    text = (piece * (BIG // len(piece)))[:BIG]
    began = time.process_time()

    for rule in (*spoken.RULES, spoken):
        list(rule.find(Reading(text, "nb")))

    assert time.process_time() - began < 4
