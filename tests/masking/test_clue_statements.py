"""Clues in sentences written before the rules: how many are shown, and how many are not there."""

from collections import Counter

import pytest

from brukerstemmen.masking.engine import find
from brukerstemmen.masking.spans import Label
from tests.masking.samples import (
    clue_sentences,
    clueless_sentences,
    clueless_third,
    clues_third,
)

LANGUAGES = {"nb", "nn", "en"}
CHECK, MASKED = 0.05, 0.5


def not_shown(marked):
    """The clues of which no part is shown."""
    return [
        one.text[start:end]
        for one in marked
        for spans in [find(one.text, one.lang)]
        for start, end, _label in one.stretches
        if not any(span.start < end and start < span.end for span in spans)
    ]


def share_touched(sentences, score):
    """The share of words that are found with the score or more."""
    words = sum(len(text.split()) for _, text in sentences)
    touched = sum(
        len(text[span.start : span.end].split())
        for lang, text in sentences
        for span in find(text, lang)
        if span.score >= score
    )
    return touched / words


def test_the_sentences_are_many_and_marked():
    marked, clueless = clue_sentences(), clueless_sentences()

    assert len(marked) >= 200
    assert len(clueless) >= 150
    assert all(one.stretches for one in marked)
    assert {label for one in marked for *_, label in one.stretches} == {Label.QUASI}
    assert {one.lang for one in marked} == {lang for lang, _ in clueless} == LANGUAGES


def test_no_sentence_stands_twice():
    marked = [*clue_sentences(), *clues_third()]
    texts = [one.text for one in marked]
    texts += [text for _, text in (*clueless_sentences(), *clueless_third())]

    assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_nine_of_ten_clues_are_shown():
    missed = not_shown(clue_sentences())

    assert len(missed) <= sum(len(one.stretches) for one in clue_sentences()) / 10, missed


def test_ordinary_talk_of_treatment_is_left_alone():
    sentences = clueless_sentences()

    disturbed = [
        text
        for lang, text in sentences
        if any(span.label is Label.QUASI for span in find(text, lang))
    ]

    assert len(disturbed) <= len(sentences) / 20, disturbed


def test_nine_of_ten_clues_told_by_others_are_shown():
    marked = clues_third()

    missed = not_shown(marked)

    assert len(marked) >= 350
    assert len(missed) <= sum(len(one.stretches) for one in marked) / 10, missed


def test_few_words_that_only_sound_like_clues_are_shown():
    sentences = clueless_third()

    assert len(sentences) >= 250
    assert share_touched(sentences, CHECK) <= 0.05
    assert share_touched(sentences, MASKED) <= 0.01


@pytest.mark.parametrize(
    "text",
    [
        "Jeg er lærer og har vært sykmeldt siden i høst.",
        "Kona er sjukepleiar, og ho seier det same.",
        "She was the only one who listened.",
        "Han var den eneste på avdelingen som hørte på meg.",
        "Det var som et ras, først litt, og så alt.",
        "De burde ha en erfaringskonsulent på hver avdeling.",
    ],
)
def test_ordinary_work_praise_wishes_and_figures_are_left_alone(text):
    assert find(text, "en" if text.startswith("She") else "nb") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Jeg er lærer på den minste skolen.", "lærer"),
        ("Jeg var den eneste i bygda som spurte.", "eneste"),
        ("Kirkeklokkene har jeg støpt sjøl.", "Kirkeklokkene"),
        ("De ler av bomringkjerringa.", "bomringkjerringa"),
        ("I was one of the blacksmiths.", "blacksmiths"),
    ],
)
def test_the_same_with_a_place_the_speaker_or_a_seldom_word_is_shown(text, told):
    spans = find(text, "en" if text.startswith("I was") else "nb")

    assert any(told in text[span.start : span.end] for span in spans)
