"""What a writer tells of small numbers of people without thinking of it as a figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.privacy.figures_in_text import small_counts

NUMBERS = {
    "nb": ["én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve"],
    "nn": ["éin", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve"],
    "en": ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"],
}
PEOPLE = {
    "nb": ["brukere", "deltakere", "personer", "mennesker", "pårørende", "kvinner", "pasienter"],
    "nn": ["brukarar", "deltakarar", "personar", "menneske", "pårørande", "kvinner", "pasientar"],
    "en": ["users", "participants", "persons", "people", "relatives", "women", "patients"],
}
THE_PEOPLE = {"nb": "brukerne", "nn": "brukarane", "en": "the users"}


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("nb", "tre deltakere"),
        ("nb", "2 av brukerne"),
        ("nb", "fem personer"),
        ("nn", "ein av deltakarane"),
        ("en", "four participants"),
        ("nb", "bare én"),
        ("nn", "Berre éin"),
        ("en", "only one"),
        ("nb", "en eneste bruker"),
        ("nb", "én ung mann"),
        ("nb", "tre unge kvinner"),
        ("nn", "To av dei nye brukarane"),
        ("en", "two of the other participants"),
        ("nb", "kun to av dem som"),
        ("nb", "to av de tjue brukerne"),
        ("nb", "17 av 19 deltakere"),  # two others
        ("en", "20 out of 20 users"),  # nobody else: it is told of each of them
        ("nb", "begge deltakerne"),
        ("en", "a couple of users"),
        ("nb", "16 % av brukerne"),
        ("en", "16 per cent of the users"),
        ("nb", "tre fortalte"),
        ("en", "two said"),
        ("nn", "4\u00a0innlagte"),
    ],
)
def test_found(language, phrase):
    assert small_counts(f"Vi hørte at {phrase}.", language) == [phrase]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "En bruker sier at det er stille om natta."),
        ("nn", "Ein brukar seier det, og ei kvinne er samd."),
        ("en", "A user says that it takes time for people to answer."),
        ("nb", "Vi hadde to møter med brukere, og tre intervjuere."),
        ("nb", "Bare én gang kom de. En sier det som det er."),
        ("nb", "Alle 19 deltakere hadde sagt ja. Åtte brukere snakket om dette."),
        ("nb", "1 005 deltakere, 1,5 timer, U12 brukere."),
        ("nb", "De 5 eller færre telles ikke. Noen få brukere sa nei."),
        ("en", "We talked to users in two municipalities."),
        ("nb", "8 av 19 deltakere snakket om dette."),
        ("nb", ""),
    ],
)
def test_left_alone(language, text):
    assert small_counts(text, language) == []


@given(
    language=st.sampled_from(sorted(NUMBERS)),
    number=st.integers(1, 11),
    k=st.integers(6, 12),
    data=st.data(),
)
def test_found_exactly_when_it_is_small(language, number, k, data):
    written = data.draw(st.sampled_from([NUMBERS[language][number - 1], str(number)]))
    of = "of" if language == "en" else "av"
    who = data.draw(st.sampled_from([*PEOPLE[language], f"{of} {THE_PEOPLE[language]}"]))
    text = f"Ja, {written} {who} mente det."

    assert small_counts(text, language, k) == ([f"{written} {who}"] if number < k else [])


@given(text=st.text(), language=st.sampled_from(["nb", "nn", "en", "se"]))
def test_what_is_told_stands_in_the_text(text, language):
    place = 0
    for phrase in small_counts(text, language):
        place = text.index(phrase, place) + len(phrase)


def test_a_language_it_does_not_know_is_read_as_all_it_knows():
    assert small_counts("tre deltakere, three users", "se") == ["tre deltakere", "three users"]


def test_long_texts_take_no_time():
    assert small_counts("to " + "e" * 20_000 + " 3 " * 5_000) == []
