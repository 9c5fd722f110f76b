"""The sets of words themselves: large enough, each entry once, and nobody in the harmless ones."""

import re

import pytest

from tests.masking.samples import (
    carried,
    carriers,
    harmless_sentences,
    more_names,
    names_by_origin,
)

HARMLESS = harmless_sentences()
NAMES = more_names()
LANGUAGES = {"nb", "nn", "en"}


def test_there_are_a_thousand_harmless_sentences_each_once_and_in_every_language():
    assert len(HARMLESS) >= 1000
    assert len({text for _lang, text in HARMLESS}) == len(HARMLESS)
    assert {lang for lang, _text in HARMLESS} == LANGUAGES


def test_a_harmless_sentence_holds_no_address_on_the_net_and_no_long_number():
    held = [text for _lang, text in HARMLESS if re.search(r"@|\d[\d .]{6,}\d", text)]

    # A row of times of day is all that comes near.
    assert [text for text in held if not re.search(r"\d\d[.]\d\d", text)] == []


def test_ten_groups_of_sixty_names_none_of_them_in_the_older_table():
    older = {name for names in names_by_origin().values() for name in names}

    assert len(NAMES) == 10
    for origin, names in NAMES.items():
        assert len(set(names)) == len(names) >= 60, origin
        assert not older & set(names)
        assert all(len(name.split()) > 1 for name in names)


def test_carriers_have_one_place_for_a_name_and_some_are_as_dictated():
    sentences = carriers()

    assert len(sentences) >= 40
    assert {lang for lang, _text in sentences} == LANGUAGES
    assert all(text.count("{}") == 1 for _lang, text in sentences)
    assert sum(text.islower() for _lang, text in sentences) >= 10


@pytest.mark.parametrize(
    ("carrier", "text"),
    [("Jeg så {}.", "Jeg så Åse Li."), ("jeg så {}", "jeg så åse li")],
)
def test_a_name_is_written_as_the_sentence_is(carrier, text):
    sentence, written = carried(carrier, "Åse Li")

    assert sentence == text
    assert written in sentence
