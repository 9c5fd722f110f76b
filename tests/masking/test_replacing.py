"""What holds once words have been replaced, whatever was said."""

import re

from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.masking.among import BELIEVED
from brukerstemmen.masking.engine import find, propagate
from brukerstemmen.masking.replace import Naming, Pick, offer, replaced, suggest
from brukerstemmen.masking.spans import DIRECT, Label, Span, Why
from tests.masking.test_find_properties import CONTEXTS, LANGUAGES, TEXTS

# Names that no language has, so that they are in a text because somebody was named or not at all.
SYLLABLES = st.sampled_from(["vraz", "kimo", "ltan", "dreg", "ulfo", "tekk", "ymar", "zeb"])
NAMES = st.lists(SYLLABLES, min_size=2, max_size=3).map("".join).map(str.capitalize)
FORMS = st.sampled_from(["{}", "{}s", "{}'s", "{} {}", "dr. {}"])
CASES = st.sampled_from([str, str.lower, str.upper])
FRAMES = st.sampled_from(
    [
        "Hun heter {}.",
        "Broren min {} kom, og det var fint.",
        "Naboen min, {}, hørte alt.",
        "Psykologen min, {}, spør.",
        "Jeg lånte {} bok.",
        "Jeg bor i {} med tre barn.",
        "Jeg heter {}, og det må dere gjerne skrive.",
        "{} sa at {} var der.",
        "Eg fekk det frå {} i går.",
        "Så ringte jeg {}, som er 43 år, født 14.03.1981, på 20 55 01 47.",
        "My neighbour, {}, told {} about it.",
        "Saksbehandleren på kontoret, {}, sa nei.",
    ]
)
LABELS = st.sampled_from([*DIRECT, Label.QUASI])


@st.composite
def meetings(draw):
    """Some texts of one meeting with the names that are in them."""
    people = draw(st.lists(NAMES, min_size=1, max_size=4, unique_by=str.lower))
    texts = [f"Hun heter {name}." for name in people]
    for _ in range(draw(st.integers(1, 5))):
        frame = draw(FRAMES)
        written = []
        for _gap in range(frame.count("{}")):
            name = draw(CASES)(draw(st.sampled_from(people)))
            written.append(draw(FORMS).format(name, name))
        texts.append(frame.format(*written))
    return people, draw(st.permutations(texts)), draw(LANGUAGES)


def replaced_by(draw, text, spans, lang, naming):
    """The text with one of the choices for every hit."""
    picks = []
    for span in spans:
        found = offer(text, span, lang, naming)
        assert found.start <= span.start and span.end <= found.end
        picks.append(Pick(found.start, found.end, draw(st.sampled_from(found.words))))
    return replaced(text, picks)


def masked_unseen(spans):
    """What is masked before anybody has looked; the rest is only asked about."""
    return [span for span in spans if span.label in DIRECT and span.score >= BELIEVED]


def suggested(texts, lang):
    found = zip(texts, propagate(texts, lang), strict=True)
    return [suggest(text, masked_unseen(spans), lang) for text, spans in found]


@given(meetings(), st.data())
def test_replaced_text_holds_no_name_of_the_meeting_in_any_form(meeting, data):
    people, texts, lang = meeting
    naming = Naming()
    found = propagate(texts, lang)
    naming.learn_meeting(zip(texts, found, strict=True))

    for text, spans in zip(texts, found, strict=True):
        new = replaced_by(data.draw, text, spans, lang, naming).casefold()

        assert not any(name.casefold() in new for name in people)
        assert not re.search(r"\d{4}|20 55", new)


@given(meetings())
def test_a_person_has_one_label_in_all_texts_of_a_meeting(meeting):
    people, texts, lang = meeting
    naming = Naming()
    naming.learn_meeting(zip(texts, propagate(texts, lang), strict=True))

    for name in people:
        labels = {naming.person(form) for form in (name, name.lower(), f"{name}s", f"{name}'s")}
        assert len(labels) == 1


@given(meetings(), st.data())
def test_what_was_chosen_is_not_found_again(meeting, data):
    _people, texts, lang = meeting
    naming = Naming()

    for text in texts:
        spans = find(text, lang)
        new = replaced_by(data.draw, text, spans, lang, naming)
        assert not masked_unseen(find(new, lang))


@given(meetings())
def test_masking_a_meeting_twice_changes_nothing(meeting):
    _people, texts, lang = meeting
    once = suggested(texts, lang)

    assert suggested(once, lang) == once


@given(TEXTS, st.integers(0, 200), st.integers(1, 60), LABELS, st.sampled_from(Why), LANGUAGES)
def test_any_stretch_of_any_text_has_choices_around_it(text, start, length, label, why, lang):
    if start >= len(text):
        text += "x" * (start - len(text) + 1)
    span = Span(start, min(len(text), start + length), label, 1.0, "somebody", why)

    found = offer(text, span, lang, Naming())

    assert 0 <= found.start <= span.start < span.end <= found.end <= len(text)
    assert 2 <= len(found.words) <= 5
    assert len(set(found.words)) == len(found.words)


@given(TEXTS, LANGUAGES, CONTEXTS, st.data())
def test_what_is_not_replaced_stays_but_for_the_seams(text, lang, context, data):
    spans = find(text, lang, context)
    picks = [Pick(span.start, span.end, "§") for span in spans]

    new = replaced(text, picks)

    assert new.count("§") == text.count("§") + len(picks) - sum(
        text[span.start : span.end].count("§") for span in spans
    )
    assert replaced(text, []) == text
