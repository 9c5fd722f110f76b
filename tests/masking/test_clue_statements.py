"""Clues in sentences written before the rules: how many are shown, and how many are not there."""

from collections import Counter

from brukerstemmen.masking.spans import Label
from tests.masking.samples import clue_sentences, clueless_sentences

LANGUAGES = {"nb", "nn", "en"}


def test_the_sentences_are_many_and_marked():
    marked, clueless = clue_sentences(), clueless_sentences()

    assert len(marked) >= 200
    assert len(clueless) >= 150
    assert all(one.stretches for one in marked)
    assert {label for one in marked for *_, label in one.stretches} == {Label.QUASI}
    assert {one.lang for one in marked} == {lang for lang, _ in clueless} == LANGUAGES


def test_no_sentence_stands_twice():
    texts = [one.text for one in clue_sentences()] + [text for _, text in clueless_sentences()]

    assert [text for text, times in Counter(texts).items() if times > 1] == []
