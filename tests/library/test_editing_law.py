"""The law of editing: what may go out unread by others, and what to look at before it does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.library.editing_law.corrections import MOST, Hindrance, compared
from brukerstemmen.library.editing_law.numbers import differing, numbers
from brukerstemmen.library.editing_law.plain_words import avoided

BEFORE = {
    "title": "Kom i gang",
    "body.1": '<p>Spør dem det gjelder, og les <a href="https://a.no/borte">rådet</a>.</p>',
}


def changed(before: str, after: str) -> dict[str, str]:
    return {place: text.replace(before, after) for place, text in BEFORE.items()}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("gjelder", "gjeld", id="a typing error"),
        pytest.param("https://a.no/borte", "https://b.no/2024/her", id="a dead link"),
        pytest.param("Spør dem", "Spør gjerne dem", id="a word more"),
    ],
)
def test_a_few_words_are_a_small_correction(before: str, after: str) -> None:
    change = compared(BEFORE, changed(before, after))

    assert change.is_small and 0 < change.words <= MOST


@pytest.mark.parametrize(
    ("after", "hindrance"),
    [
        pytest.param("ikke gjelder", Hindrance.MEANING, id="a not"),
        pytest.param("må gjelde", Hindrance.MEANING, id="a duty"),
        pytest.param("gjelder i 2 uker", Hindrance.NUMBER, id="a number"),
        pytest.param("gjelder en to tre fire fem seks", Hindrance.TOO_MUCH, id="a sentence"),
        pytest.param("gjelder", Hindrance.NOTHING, id="nothing at all"),
    ],
)
def test_what_may_change_the_meaning_waits(after: str, hindrance: Hindrance) -> None:
    change = compared(BEFORE, changed("gjelder", after))

    assert hindrance in change.hindrances and not change.is_small


def test_a_block_that_came_or_went_waits() -> None:
    assert compared(BEFORE, {"title": "Kom i gang"}).hindrances == (Hindrance.SHAPE,)


@given(st.lists(st.text("abcæøå", min_size=1), min_size=MOST + 1, unique=True))
def test_more_than_a_few_new_words_never_go_out_unread(new: list[str]) -> None:
    after = {"title": " ".join(f"x{word}" for word in new)}

    assert not compared({"title": ""}, after).is_small


@pytest.mark.parametrize(
    ("norwegian", "english"),
    [
        ("1 200 kroner", "1,200 kroner"),
        ("3,5 timer", "3.5 hours"),
        ("fra 2011 til 2012", "from 2011 to 2012"),
        ("165 møter, 12. mars", "165 meetings, 12 March"),
    ],
)
def test_the_same_number_is_the_same_in_every_language(norwegian: str, english: str) -> None:
    assert differing(norwegian, english) == ([], [])


def test_another_number_is_seen() -> None:
    assert differing("165 møter i 2012", "157 meetings in 2012") == (["165"], ["157"])


@given(st.integers(0, 10**9))
def test_a_whole_number_is_read_however_it_is_divided(number: int) -> None:
    for sign in (" ", ",", ".", " "):
        assert numbers(f"{number:,}".replace(",", sign)) == {str(number)}


def test_words_to_avoid_are_found_in_any_form_and_in_their_own_language() -> None:
    found = avoided("Pasientene møter. I forhold til pasienten.", "nb")

    assert [(each.word, each.times) for each in found] == [("pasient", 2), ("i forhold til", 1)]
    assert not avoided("Samtale om samtykke", "nb"), "no part of a word"
    assert not avoided("Pasienten", "en")
