"""What holds for any text at all."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.masking.engine import find, propagate
from brukerstemmen.masking.replace import PLACEHOLDER, suggest
from brukerstemmen.masking.spans import DIRECT, Context, Why
from tests.masking import samples
from tests.masking.samples import demo_statements, names_by_origin

TROUBLE = """
Dag Bjørn liv per Dr. dr heter Hun hun jeg er i på fra og Storgata Elvesund DPS NAV Jeg K. skole
14 61 år fylte atten 20 55 01 47 01817000092 1963 14.03.2020 mars gate 8 B barn på seks ni
a@b.no @meg www.x.no [navn] [sted 2] [name 1] eneste bare fire av oss samisk jobber som min ,
. , : ; ! ? ( ) « » - – ' @ [ ] /
"""
UNSEEN = [
    "\n",
    "\u00a0",
    "\u00ad",
    "\u0301",
    "\u200b",
    "\u2068",
    "\ufe0f",
    "\u0323",
    "\u1ab0",
    "\u094d",
]
NAMES = [name for names in names_by_origin().values() for name in names[:2]]
PIECES = [*NAMES, *TROUBLE.split(), *UNSEEN]
LANGUAGES = st.sampled_from(["nb", "nn", "en"])
MADE_UP = st.lists(st.sampled_from(PIECES), max_size=25).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
)
TEXTS = st.one_of(st.text(max_size=200), MADE_UP)
CONTEXTS = st.builds(
    Context,
    local_names=st.frozensets(st.sampled_from(PIECES) | st.text(max_size=12), max_size=4),
    local_places=st.frozensets(st.sampled_from(PIECES), max_size=2),
    known=st.frozensets(st.text(max_size=8), max_size=2),
)


@given(TEXTS, LANGUAGES, CONTEXTS)
def test_spans_lie_inside_in_order_and_apart(text, lang, context):
    before = 0
    for span in find(text, lang, context):
        assert before <= span.start < span.end <= len(text)
        before = span.end


@given(st.lists(TEXTS, max_size=4), LANGUAGES, CONTEXTS)
def test_a_meeting_shows_at_least_what_each_text_shows(texts, lang, context):
    together = propagate(texts, lang, context)

    assert len(together) == len(texts)
    for text, spans in zip(texts, together, strict=True):
        covered = {at for span in spans for at in range(span.start, span.end)}
        for span in find(text, lang, context):
            assert covered.issuperset(range(span.start, span.end))


@given(TEXTS, LANGUAGES, CONTEXTS)
def test_nothing_in_a_suggestion_is_taken_for_a_find(text, lang, context):
    suggestion = suggest(text, find(text, lang, context), lang)

    places = [match.span() for match in PLACEHOLDER.finditer(suggestion)]
    for span in find(suggestion, lang, context):
        assert not any(start < span.end and span.start < end for start, end in places)


@given(st.permutations(demo_statements()), st.integers(1, 6))
def test_a_suggestion_holds_nothing_that_points_straight_at_somebody(statements, how_many):
    text = " ".join(statement["text"] for statement in statements[:how_many])
    spans = find(text, "nb")

    suggestion = suggest(text, spans, "nb")

    for span in spans:
        if span.label in DIRECT:
            assert text[span.start : span.end] not in PLACEHOLDER.sub("", suggestion)


@given(TEXTS, LANGUAGES, CONTEXTS)
def test_a_span_shows_what_stands_between_its_ends(text, lang, context):
    for span in find(text, lang, context):
        shown = text[span.start : span.end]
        assert shown == shown.strip()
        assert any(sign.isalnum() for sign in shown)
        # No letter is torn from the marks above it.
        assert not unicodedata.combining(text[span.end : span.end + 1] or " ")
        assert not unicodedata.combining(shown[0])


@given(TEXTS, LANGUAGES, CONTEXTS)
def test_why_quotes_nothing(text, lang, context):
    for span in find(text, lang, context):
        assert span.why in Why
        assert re.fullmatch(r"[a-z_]+(?:\.[a-z_]+)*", span.source)


@given(st.permutations(demo_statements()), st.integers(1, 8))
def test_masking_twice_changes_nothing(statements, how_many):
    texts = [statement["text"] for statement in statements[:how_many]]
    once = [suggest(t, spans, "nb") for t, spans in zip(texts, propagate(texts, "nb"), strict=True)]

    again = propagate(once, "nb")

    assert [suggest(t, spans, "nb") for t, spans in zip(once, again, strict=True)] == once


def test_the_models_find_next_to_nothing_in_what_was_masked():
    """They guess at whatever stands in an odd place; each guess is a question to somebody."""
    read = Context(tagger=True)
    marked = samples.marked_kinds() + samples.marked_more()
    once = [
        (one.lang, suggest(one.text, find(one.text, one.lang, read), one.lang)) for one in marked
    ]

    new = [text for lang, text in once if suggest(text, find(text, lang, read), lang) != text]

    assert len(new) <= 0.02 * len(once), new


@given(st.binary(max_size=400), LANGUAGES)
def test_bytes_of_any_kind_are_read_or_refused(raw, lang):
    text = raw.decode("utf-8", errors="replace")

    for span in find(text, lang):
        assert 0 <= span.start < span.end <= len(text)
