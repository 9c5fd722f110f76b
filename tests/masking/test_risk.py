"""How clues pile up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.masking.engine import find
from brukerstemmen.masking.risk import WEIGHTS, Aspect, Risk, aspect_of, assess, risk_of
from brukerstemmen.masking.spans import Label, Span, Why

SPANS = st.builds(
    Span,
    start=st.just(0),
    end=st.just(1),
    label=st.sampled_from(Label),
    score=st.floats(0.01, 1),
    source=st.just("somebody"),
    why=st.sampled_from(Why),
)


def told(label, why=Why.RARE_WORK, score=1.0):
    return Span(0, 1, label, score, "somebody", why)


ROLE, FEW = told(Label.QUASI), told(Label.QUASI, Why.WORD_OF_FEW)
AGE, PLACE = told(Label.AGE, Why.TELLS_AGE), told(Label.PLACE, Why.PLACE_IN_LIST)


@pytest.mark.parametrize(
    ("spans", "risk"),
    [
        ([], Risk.NONE),
        ([PLACE], Risk.QUASI),
        ([ROLE, AGE], Risk.QUASI),
        ([told(Label.PERSON)], Risk.DIRECT),
        ([PLACE, told(Label.PHONE)], Risk.DIRECT),
    ],
)
def test_the_greatest_risk_decides(spans, risk):
    assert assess(spans).risk is risk


@pytest.mark.parametrize(
    "spans", [[], [ROLE], [AGE], [PLACE], [FEW], [AGE, PLACE], [AGE, AGE, AGE]]
)
def test_one_reader_is_enough_for_few_clues(spans):
    assert not assess(spans).needs_second_reader


@pytest.mark.parametrize("spans", [[ROLE, AGE, PLACE], [ROLE, FEW], [FEW, PLACE]])
def test_a_second_reader_is_needed_where_clues_pile_up(spans):
    assert assess(spans).needs_second_reader


def test_the_classic_three_count_for_more_than_three_others():
    others = [told(Label.DATE), told(Label.ORG), told(Label.QUASI, Why.TELLS_ORIGIN)]

    assert assess([ROLE, AGE, PLACE]).score > assess(others).score


def test_the_demo_workplace_of_four_needs_a_second_reader():
    text = "Jeg jobber på settefiskanlegget i Myrdalen, det er bare fire av oss der."

    assert assess(find(text, "nb")).needs_second_reader


def test_a_name_alone_is_no_pile_of_clues():
    assert assess([told(Label.PERSON)]).score == 0


@given(st.lists(SPANS, max_size=8))
def test_a_score_lies_between_nothing_and_one(spans):
    assert 0 <= assess(spans).score <= 1


@given(st.lists(SPANS, max_size=8), SPANS)
def test_one_more_find_never_makes_it_less(spans, another):
    before, after = assess(spans), assess([*spans, another])

    assert after.score >= before.score
    assert after.risk >= before.risk
    assert after.aspects >= before.aspects


@given(
    st.lists(SPANS, max_size=8).flatmap(
        lambda spans: st.tuples(st.just(spans), st.permutations(spans))
    )
)
def test_the_order_does_not_matter(orders):
    one, other = orders

    assert assess(one) == assess(other)


@given(SPANS)
def test_every_find_is_either_direct_or_has_an_aspect(span):
    assert (risk_of(span) is Risk.DIRECT) == (aspect_of(span) is None)


def test_every_aspect_weighs_something_but_none_everything():
    assert set(WEIGHTS) == set(Aspect)
    assert all(0 < weight < 1 for weight in WEIGHTS.values())
