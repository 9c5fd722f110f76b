"""Pieces that together show a picture of somebody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.masking import mosaic
from brukerstemmen.masking.mosaic import FLOOR, Attribute, Groups, Piece, Told, warnings

NIGHT = Piece(Attribute.UNIT, "døgn")
OLD = Piece(Attribute.AGE_BAND, "60-årene")
SAMI = Piece(Attribute.LANGUAGE, "samisk")
COOK = Piece(Attribute.ROLE, "kokk")
PIECES = st.sampled_from(
    [NIGHT, OLD, SAMI, COOK, Piece(Attribute.UNIT, "dag"), Piece(Attribute.EVENT, "bytte")]
)
COMBINATIONS = st.frozensets(PIECES, min_size=1, max_size=5)
TOLD = st.lists(
    st.builds(Told, st.frozensets(PIECES, max_size=5), st.sampled_from(["D1", "D2", "D3", None])),
    max_size=8,
)
SIZES = st.dictionaries(COMBINATIONS, st.none() | st.integers(0, 12), max_size=10)


def sized(**sizes):
    named = {"night": NIGHT, "old": OLD, "sami": SAMI, "cook": COOK}
    return {
        frozenset(named[part] for part in name.split("_")): size for name, size in sizes.items()
    }


def everything_of(told):
    """All that is told of each; texts without a speaker stand alone."""
    spoken, alone = {}, []
    for text in told:
        if text.speaker is None:
            alone.append(text.pieces)
        else:
            spoken[text.speaker] = spoken.get(text.speaker, frozenset()) | text.pieces
    return [*spoken.values(), *alone]


def found(told, sizes):
    return {frozenset(fit.pieces): fit for fit in warnings(told, sizes)}


def test_pieces_from_two_texts_of_one_speaker_are_put_together():
    told = [Told(frozenset({NIGHT}), "D1"), Told(frozenset({OLD}), "D1")]
    sizes = sized(night=14, old=9, night_old=2)

    [fit] = warnings(told, sizes)

    assert (fit.pieces, fit.at_most, fit.is_few()) == ((OLD, NIGHT), 2, True)


def test_pieces_of_two_speakers_are_not():
    told = [Told(frozenset({NIGHT}), "D1"), Told(frozenset({OLD}), "D2")]

    assert warnings(told, sized(night=14, old=9, night_old=2)) == []


def test_pieces_of_unknown_speakers_are_not_put_together_nor_counted_as_many():
    told = [Told(frozenset({NIGHT})) for _ in range(9)] + [Told(frozenset({OLD}))]

    assert {fit.pieces: fit.at_least for fit in warnings(told, {})} == {(NIGHT,): 1, (OLD,): 1}


@pytest.mark.parametrize(("size", "warned"), [(0, True), (5, True), (6, False), (7, False)])
def test_the_threshold_is_exact(size, warned):
    told = [Told(frozenset({NIGHT, OLD}), "D1")]

    assert bool(warnings(told, sized(night=20, old=20, night_old=size))) is warned


@pytest.mark.parametrize(("speakers", "warned"), [(5, True), (6, False)])
def test_as_many_speakers_with_the_same_pieces_are_a_group_too(speakers, warned):
    told = [Told(frozenset({NIGHT, OLD}), f"D{number}") for number in range(speakers)]

    assert bool(warnings(told, {})) is warned


def test_two_large_groups_may_meet_in_one_person_until_somebody_knows():
    told = [Told(frozenset({NIGHT, OLD}), "D1")]

    [doubt] = warnings(told, sized(night=20, old=30))
    assert (doubt.at_most, doubt.at_least, doubt.is_few()) == (20, 1, False)

    assert warnings(told, sized(night=20, old=30, night_old=8)) == []


def test_a_size_that_is_not_known_is_no_size():
    told = [Told(frozenset({NIGHT}), "D1")]

    assert found(told, sized(night=None)) == found(told, {})


def test_what_is_certain_comes_first():
    told = [Told(frozenset({NIGHT, COOK}), "D1")]

    assert [fit.is_few() for fit in warnings(told, sized(night_cook=1))] == [True, False, False]


def test_a_centre_may_ask_for_larger_groups_but_not_for_smaller():
    told = [Told(frozenset({NIGHT}), "D1")]

    assert warnings(told, sized(night=9), floor=10)
    with pytest.raises(ValueError, match="floor"):
        warnings(told, {}, floor=5)


@pytest.mark.parametrize("sizes", [{frozenset(): 3}, {frozenset({NIGHT}): -1}])
def test_a_group_that_makes_no_sense_is_refused(sizes):
    with pytest.raises(ValueError, match="group"):
        warnings([], sizes)


@given(SIZES, COMBINATIONS, PIECES)
def test_more_pieces_never_fit_more_people(sizes, pieces, another):
    groups = Groups(sizes)
    more = pieces | {another}

    assert groups.at_least(more) <= groups.at_least(pieces)
    if groups.at_most(pieces) is not None:
        assert groups.at_most(more) <= groups.at_most(pieces)


@given(TOLD, SIZES, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(told, sizes, random):
    turned = random.sample(told, len(told))
    swapped = dict(random.sample(list(sizes.items()), len(sizes)))

    assert warnings(turned, swapped) == warnings(told, sizes)


@given(TOLD, SIZES)
def test_every_warning_is_of_somebody_and_deserved(told, sizes):
    everybody = everything_of(told)

    for fit in warnings(told, sizes):
        assert any(set(fit.pieces) <= theirs for theirs in everybody)
        assert fit.is_few() or fit.at_least < FLOOR


@given(TOLD, SIZES)
def test_every_known_small_group_somebody_is_in_is_warned_of(told, sizes):
    warned = [frozenset(fit.pieces) for fit in warnings(told, sizes) if fit.is_few()]

    for group, size in sizes.items():
        if size is not None and size < FLOOR and any(group <= o for o in everything_of(told)):
            assert any(smaller <= group for smaller in warned)


@given(TOLD, SIZES)
def test_no_warning_lies_around_another_that_is_as_certain(told, sizes):
    fits = warnings(told, sizes)

    for fit in fits:
        for other in fits:
            if other is not fit and other.is_few() >= fit.is_few():
                assert not set(other.pieces) <= set(fit.pieces)


@given(TOLD, SIZES, TOLD)
def test_to_release_more_never_takes_a_certain_warning_away(told, sizes, more):
    before = {fit.pieces for fit in warnings(told, sizes) if fit.is_few()}
    after = {fit.pieces for fit in warnings([*told, *more], sizes) if fit.is_few()}

    assert all(any(set(new) <= set(old) for new in after) for old in before)


def test_the_cost_is_bounded(monkeypatch):
    asked = []
    fit = mosaic._fit
    monkeypatch.setattr(mosaic, "_fit", lambda *arguments: asked.append(1) or fit(*arguments))
    many = frozenset(Piece(Attribute.EVENT, str(number)) for number in range(mosaic.MOST_PIECES))
    told = [Told(many, f"D{number}") for number in range(FLOOR)]  # nothing is cut off early

    assert warnings(told, {}) == []
    assert len(asked) == 30 + 30 * 29 // 2 + 30 * 29 * 28 // 6


def test_more_pieces_than_anybody_could_weigh_are_refused():
    many = frozenset(Piece(Attribute.EVENT, str(n)) for n in range(mosaic.MOST_PIECES + 1))

    with pytest.raises(ValueError, match="one person"):
        warnings([Told(many, "D1")], {})
