"""Rules and models weighed together: what holds for any text, and who wins over whom."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.masking import fusing
from brukerstemmen.masking.engine import find, propagate
from brukerstemmen.masking.spans import Context, Label, Why
from brukerstemmen.masking.tagger.tagging import Route

READ = Context(tagger=True)
TROUBLE = """
Kari kari KARI Quvarl Oslo heter Hun jeg er i på og den. Storgata 14 20 55 01 47 61 år 14.03.2020
a@b.no @meg eneste av oss samisk dr. A. NAV . , ! \u00ab \u00bb - \u0301 \u00ad
"""
PIECES = [*TROUBLE.split(), "\n"]
TEXTS = st.text(max_size=120) | st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


@given(TEXTS)
def test_spans_lie_inside_in_order_and_apart_and_are_the_same_every_time(text):
    spans = find(text, "nb", READ)

    assert spans == find(text, "nb", READ)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(any(map(str.isalnum, text[span.start : span.end])) for span in spans)


@given(TEXTS)
def test_names_below_the_lowest_score_are_not_shown(text):
    for span in find(text, "nb", READ):
        assert span.label not in fusing.NAMES or span.score >= fusing.CHECK


@pytest.mark.parametrize("text", ["Ring Kari på 20 55 01 47.", "ring kari på 20 55 01 47"])
def test_what_has_a_fixed_form_stands_beside_names(text):
    found = {span.label: text[span.start : span.end] for span in find(text, "nb", READ)}

    assert found[Label.PHONE] == "20 55 01 47"
    assert found[Label.PERSON].lower() == "kari"


def test_an_address_stays_an_address():
    (span,) = find("Hun bor i Nordahl Griegs gate 14.", "nb", READ)

    assert span.label is Label.ADDRESS


def test_a_name_only_the_models_see_says_so():
    text = "Da sa legen at Quvarl Mbrosk burde reise hjem."
    spans = [span for span in find(text, "nb", READ) if span.label is Label.PERSON]

    assert [text[span.start : span.end] for span in spans] == ["Quvarl Mbrosk"]
    assert spans[0].why is Why.READ_BY_MODEL
    assert spans[0].score >= fusing.MASK


def test_a_name_known_around_the_meeting_is_never_outvoted():
    context = Context(tagger=True, local_names=frozenset({"Stol"}))
    (span,) = find("Det var Stol som sa det.", "nb", context)

    assert span.why is Why.LOCAL_NAME
    assert span.score >= fusing.MASK


def test_a_doubt_is_lifted_by_another_text():
    texts = ["det var jo tomaset som fortalte det", "Da sa legen at Tomaset Berg burde reise hjem."]
    alone = find(texts[0], "nb", READ)
    together = propagate(texts, "nb", READ)[0]

    assert not [span for span in alone if span.score >= fusing.MASK]
    assert [span.why for span in together] == [Why.FOUND_ELSEWHERE]


def test_every_route_has_its_weights():
    assert {*fusing.weights()} == {route.value for route in Route}
    assert all(fitted["model"] > 0 for fitted in fusing.weights().values())


def test_a_library_is_refused():
    with pytest.raises(ValueError, match="100,000"):
        find("a " * fusing.LONGEST_TEXT, "nb", READ)


def test_what_is_asked_about_again_and_again_is_believed():
    once = ["Elling:"]
    twice = ["Elling:", "Ja.", "Elling:"]

    assert not [span for span in find(once[0], "nb", READ) if span.score >= fusing.MASK]
    assert [bool(spans) for spans in propagate(twice, "nb", READ)] == [True, False, True]
    assert all(
        span.score >= fusing.MASK for spans in propagate(twice, "nb", READ) for span in spans
    )


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nn", "Eg fekk inga hjelp."),
        ("nn", "Dei vegar opp kva som er rett."),
        ("nn", "Ho finn alltid ut av det, og han leiva ut heile dagen."),
        ("nn", "Der sat eg, og dei førde meg inn."),
        ("nn", "Båten låg på botnen."),
        ("nb", "Jeg kjenner røyken."),
    ],
)
@pytest.mark.parametrize("context", [READ, Context()], ids=["models", "rules"])
def test_words_that_are_names_elsewhere_are_not_taken_out(lang, text, context):
    assert not [span for span in find(text, lang, context) if span.score >= fusing.MASK]


@pytest.mark.parametrize(
    ("lang", "text", "name", "label"),
    [
        ("nn", "Eg snakka med Inga i går.", "Inga", Label.PERSON),
        ("nn", "Han bur i førde.", "førde", Label.PLACE),
        ("nn", "Ho Karen budde her.", "Karen", Label.PERSON),
        ("nb", "Hun bor i Røyken.", "Røyken", Label.PLACE),
    ],
)
def test_and_where_they_are_names_they_are(lang, text, name, label):
    found = [(text[span.start : span.end], span.label) for span in find(text, lang, READ)]

    assert (name, label) in found


@pytest.mark.parametrize("text", ["De spurte om navnet mitt.", "Dei spurde om namnet mitt."])
def test_my_name_is_nobodys(text):
    assert not find(text, "nb", READ)


def test_what_somebody_does_is_no_part_of_the_name():
    text = "Solveig hugsar alt saman."
    (span,) = find(text, "nn", READ)

    assert text[span.start : span.end] == "Solveig"


@pytest.mark.parametrize("text", ["Solveig von Berg ringte.", "Ali bin Hassan ringte."])
def test_a_small_word_of_a_name_is(text):
    (span,) = find(text, "nb", READ)

    assert text[span.start : span.end] == text.removesuffix(" ringte.")


def test_a_strange_small_word_is_asked_about_where_names_have_capitals():
    (span,) = find("Det var noe flurp i maten.", "nb", READ)

    assert fusing.CHECK <= span.score < fusing.MASK


@pytest.mark.parametrize("month", ["januar", "mars", "august", "des."])
def test_a_day_after_a_newspaper_is_no_house(month):
    text = f"Det stod i Sunnmørsposten 19. {month}"

    assert Label.ADDRESS not in {span.label for span in find(text, "nb", READ)}


@pytest.mark.parametrize(
    "text",
    [
        "Jeg fikk hjelp av NAV og BUP.",
        "Jeg har ADHD.",
        "FACT-teamet kom, og jeg får AAP.",
        "Jeg fikk Sobril, og så Imovane.",
        "Æ vet ikkje.",
        "Det sa æ nei til.",
    ],
)
def test_what_everybody_says_is_not_asked_about(text):
    assert not find(text, "nb", READ)


def test_with_a_name_beside_them_they_are():
    text = "Jeg var på DPS Øvrebyen i to år."

    assert "DPS Øvrebyen" in [text[span.start : span.end] for span in find(text, "nb", READ)]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Hun jobber i Arbeids- og velferdsetaten.", "Arbeids- og velferdsetaten"),
        ("Vedtaket kom fra Olje- og energidepartementet.", "Olje- og energidepartementet"),
        ("Dette gjelder Elvesund rus- og psykiatritjeneste.", "rus- og psykiatritjeneste"),
    ],
)
def test_a_body_put_together_with_and_is_one(text, body):
    assert body in [text[span.start : span.end] for span in find(text, "nb", READ)]
