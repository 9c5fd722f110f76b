"""Names in small letters, as in quick notes and dictation, in frames and of origins of our own."""

import json

import pytest

from brukerstemmen.masking.engine import find
from brukerstemmen.masking.spans import Context
from tests.masking.samples import HERE

NAMES = json.loads((HERE / "small_names.json").read_text(encoding="utf-8"))
EACH = 8  # frames a name is put into
MODELS = Context(tagger=True)
SHOWN, MASKED = 0.97, 0.9  # of the words of the names in each group
HARMLESS_SHOWN, HARMLESS_MASKED = 0.08, 0.02  # of the words of sentences that name nobody


def lines(name):
    found = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [(line[:2], line[3:]) for line in found if not line.startswith("#")]


FRAMES = lines("small_letters.txt")


def score_of(spans, start, end):
    """The least sure letter decides."""
    scores = [0.0] * end
    for span in spans:
        for at in range(span.start, min(span.end, end)):
            scores[at] = max(scores[at], span.score)
    return min(scores[start:end])


def scores_of(name, number):
    lang, frame = FRAMES[number * 17 % len(FRAMES)]
    text, at = frame.replace("{}", name), frame.index("{}")
    spans = find(text, lang, MODELS)
    for word in name.split():
        yield score_of(spans, at, at + len(word)), text
        at += len(word) + 1


@pytest.mark.parametrize("origin", NAMES)
def test_a_name_in_small_letters_is_shown_wherever_it_comes_from(origin):
    numbers = range(len(NAMES[origin]) * EACH)
    found = [one for at in numbers for one in scores_of(NAMES[origin][at // EACH], at)]

    unseen = [text for score, text in found if score < 0.05]
    unmasked = [text for score, text in found if score < 0.5]

    assert 1 - len(unseen) / len(found) >= SHOWN, unseen
    assert 1 - len(unmasked) / len(found) >= MASKED, unmasked


def test_sentences_in_small_letters_that_name_nobody_are_mostly_left_alone():
    words = shown = masked = 0
    touched = []
    for lang, text in lines("small_harmless.txt"):
        words += len(text.split())
        for span in find(text, lang, MODELS):
            size = len(text[span.start : span.end].split())
            shown += size
            masked += size * (span.score >= 0.5)
            touched.append((text[span.start : span.end], span.score, text))

    assert shown / words <= HARMLESS_SHOWN, touched
    assert masked / words <= HARMLESS_MASKED, touched


def test_a_small_english_word_after_a_norwegian_role_is_nobody():
    assert not find("My neighbour told psykologen sin about it.", "nb")


@pytest.mark.parametrize("place", ["arbeidet", "samarbeidet", "skolearbeidet", "heimbygda"])
def test_words_that_end_as_places_do_are_words(place):
    assert not find(f"Jeg savnet en plan i {place} med meg.", "nb")


@pytest.mark.parametrize("place", ["langeidet", "nordbygda", "storfjorden"])
def test_and_other_words_in_their_place_are_asked_about(place):
    text = f"Jeg savnet en plan i {place} den våren."

    assert place in [text[span.start : span.end] for span in find(text, "nb")]


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("nn", "eg fekk snakke med inga hætta på telefonen", "inga hætta"),
        ("en", "odd geir riise never asked why i was late", "odd geir riise"),
        ("en", "it was per mathis sokki who sat with me", "per mathis sokki"),
    ],
)
def test_a_word_before_what_can_only_be_a_name_is_part_of_it(lang, text, name):
    found = [text[span.start : span.end] for span in find(text, lang)]

    assert all(any(part in one.split() for one in found) for part in name.split())


@pytest.mark.parametrize("text", ["eg fekk inga hjelp", "det var inga råd å få"])
def test_and_before_a_word_it_is_a_word(text):
    assert not find(text, "nn")
