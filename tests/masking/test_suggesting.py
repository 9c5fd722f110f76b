"""The first proposal for other words."""

import pytest

from brukerstemmen.masking.engine import find
from brukerstemmen.masking.replace import WORDING, suggest
from brukerstemmen.masking.spans import DIRECT, Label, Span, Why


def proposal(text, lang="nb"):
    return suggest(text, find(text, lang), lang)


@pytest.mark.parametrize(
    ("lang", "text", "proposed"),
    [
        ("nb", "Jeg ringte Marit i går.", "Jeg ringte [navn] i går."),
        ("nn", "Eg ringde Marit i går.", "Eg ringde [namn] i går."),
        ("en", "I called Marit yesterday.", "I called [name] yesterday."),
        ("nb", "Ring 20 55 01 47 nå.", "Ring [telefonnummer] nå."),
        ("nb", "Jeg er 61 år.", "Jeg er [alder]."),
        ("nb", "Vi bor i Storgata 14, Namsos.", "Vi bor i [adresse], [sted]."),
        ("se", "Jeg ringte Marit.", "Jeg ringte [navn]."),
    ],
)
def test_words_are_neutral_and_in_the_language_of_the_text(lang, text, proposed):
    assert proposal(text, lang) == proposed


def test_two_people_get_two_numbers_and_keep_them():
    text = "Marit Hauglie ringte Trond. Trond og Marit kom. Hauglies time."

    assert proposal(text) == "[navn 1] ringte [navn 2]. [navn 2] og [navn 1] kom. [navn 1] time."


def test_indirect_clues_stay_for_a_person_to_rewrite():
    text = "Ingen spurte om jeg ville snakke samisk."

    assert {span.label for span in find(text, "nb")} == {Label.QUASI}
    assert proposal(text) == text


def test_a_text_where_nothing_is_found_stays_as_it_is():
    assert proposal("Ingen spurte hva jeg ville.") == "Ingen spurte hva jeg ville."


def test_overlapping_spans_are_refused():
    spans = [Span(start, 4, Label.PERSON, 1, "", Why.NAME_IN_LIST) for start in (0, 2)]

    with pytest.raises(ValueError, match="overlap"):
        suggest("Kari", spans, "nb")


def test_there_is_a_wording_for_everything_direct_in_every_language():
    for words in WORDING.values():
        assert set(words) == DIRECT


@pytest.mark.parametrize(
    ("start", "end", "score"), [(-1, 2, 1.0), (2, 2, 1.0), (0, 1, 0.0), (0, 1, 1.1)]
)
def test_a_span_that_makes_no_sense_is_refused(start, end, score):
    with pytest.raises(ValueError, match=r"span|score"):
        Span(start, end, Label.PERSON, score, "", Why.NAME_IN_LIST)
