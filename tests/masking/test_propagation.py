"""A name found once in a meeting is found everywhere in it."""

from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.masking.engine import propagate
from brukerstemmen.masking.spans import Why

SYLLABLES = ["Vraz", "kimo", "ltan", "dreg", "ulfo", "tekk", "ymar", "zeb"]
# Names that no list and no language has.
NAMES = st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=3).map(
    lambda parts: "".join(parts).capitalize()
)


def found(texts, lang="nb"):
    return [
        [text[span.start : span.end] for span in spans]
        for text, spans in zip(texts, propagate(texts, lang), strict=True)
    ]


@given(NAMES, st.sampled_from(["{}", "{}s", "{}'s"]), st.booleans())
def test_a_name_told_once_is_found_inflected_and_in_small_letters(name, form, small):
    written = form.format(name.lower() if small else name)

    texts = [f"der satt {written} og ventet", f"Hun heter {name}.", "Ingen sa noe."]

    assert found(texts) == [[written], [name], []]


def test_both_names_of_a_person_are_followed():
    texts = ["Psykologen min, Marit Hauglie, var flink.", "hauglie ringte", "Hauglies time"]

    assert found(texts) == [["Marit Hauglie"], ["hauglie"], ["Hauglies"]]


def test_what_only_a_capital_gave_away_is_followed_with_its_capital():
    texts = ["Vi møttes på Tulipan.", "Tulipan er stengt nå.", "jeg plukket en tulipan"]

    assert found(texts) == [["Tulipan"], ["Tulipan"], []]


def test_an_ordinary_word_is_followed_with_its_capital_only():
    texts = ["Der satt Dag.", "Dag er snill.", "hver dag er lik"]

    assert found(texts) == [["Dag"], ["Dag"], []]


def test_each_text_keeps_its_own_reason():
    texts = ["Broren min Xander kom.", "Da kom Xander.", "xander gikk"]

    reasons = [spans[0].why for spans in propagate(texts, "nb")]

    assert reasons == [Why.RELATION_BEFORE_NAME, Why.CAPITAL_LETTER, Why.FOUND_ELSEWHERE]
