"""What is told in a whole report, put together: plain values, no rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.masking.mosaic import FLOOR, MOST_PIECES, MOST_TOGETHER, Attribute, Piece
from brukerstemmen.reports.recognised import (
    Known,
    Passage,
    as_text,
    contradicts,
    from_text,
    holders,
    judge,
)

NIGHT, DAY = Piece(Attribute.UNIT, "døgn"), Piece(Attribute.UNIT, "dag")
COOK, OLD = Piece(Attribute.ROLE, "kokk"), Piece(Attribute.AGE_BAND, "60-årene")
PIECES = st.sampled_from([NIGHT, DAY, COOK, OLD, Piece(Attribute.LANGUAGE, "samisk")])
NOT_SAID = [NIGHT, DAY, COOK, OLD]  # beside what is said of a group
SOME = st.frozensets(PIECES, min_size=1, max_size=4)
PASSAGES = st.lists(
    st.builds(Passage, st.just("Funn 1"), SOME, st.sampled_from(["D1", "D2", None])), max_size=6
)


def few(size):
    return size is not None and size < FLOOR


KNOWN = st.lists(
    st.builds(
        lambda pieces, size, stands: Known(pieces, size, let_stand=stands and few(size)),
        SOME,
        st.none() | st.integers(1, 12),
        st.booleans(),
    ),
    max_size=6,
    unique_by=lambda one: one.pieces,
)


def told(*pieces, by=None):
    return Passage("Sammendrag", frozenset(pieces), by)


def known(size, *pieces, stands=False):
    return Known(frozenset(pieces), size, let_stand=stands)


def found(fits):
    return {frozenset(fit.pieces) for fit in fits}


def test_two_quotes_of_one_person_are_put_together():
    passages = [told(NIGHT, by="D1"), told(COOK, by="D1")]

    judged = judge(passages, [known(2, NIGHT, COOK)], floor=6)

    assert found(judged.certain) == {frozenset({NIGHT, COOK})}


def test_two_quotes_of_two_people_are_not():
    passages = [told(NIGHT, by="D1"), told(COOK, by="D2")]

    assert judge(passages, [known(2, NIGHT, COOK)], floor=6).certain == []


def test_more_than_enough_is_enough_also_where_the_centre_asks_for_more():
    assert judge([told(NIGHT)], [known(None, NIGHT)], floor=12).doubtful == []


def test_what_a_lead_has_let_stand_is_no_warning_but_a_smaller_group_inside_is():
    passages, stands = [told(NIGHT, COOK)], known(4, NIGHT, stands=True)

    assert judge(passages, [stands, known(9, COOK)], floor=6).certain == []
    judged = judge(passages, [stands, known(2, NIGHT, COOK)], floor=6)
    assert found(judged.certain) == {frozenset({NIGHT, COOK})}


def test_what_stands_hides_no_smaller_group_that_nobody_has_said_the_size_of():
    one = [told(NIGHT, by="D1"), told(COOK, by="D1")]

    judged = judge(one, [known(5, NIGHT, stands=True), known(50, COOK)], floor=6)

    assert judged.certain == [] and found(judged.doubtful) == {frozenset({NIGHT, COOK})}
    assert judged.doubtful[0].at_most == 5
    # And of what is around the one that stands, nobody knows more than before.
    judged = judge(one, [known(1, NIGHT, COOK, stands=True), known(50, COOK)], floor=6)
    assert found(judged.doubtful) == {frozenset({NIGHT})}


def test_too_many_pieces_of_one_person_are_weighed_in_parts():
    many = [Piece(Attribute.EVENT, str(number)) for number in range(2 * MOST_PIECES + 1)]

    for by in ("D1", None):
        judged = judge([told(*many, by=by)], [known(2, many[-1])], floor=6)
        assert found(judged.certain) == {frozenset({many[-1]})}


def test_it_tells_where_the_pieces_of_one_person_stand():
    one, two, other = told(NIGHT, by="D1"), told(COOK, by="D1"), told(COOK, by="D2")

    assert holders([one, two, other], frozenset({NIGHT, COOK})) == [one, two]
    assert holders([one, two, other], frozenset({COOK})) == [two, other]


@pytest.mark.parametrize(
    ("size", "others", "wrong"),
    [
        (5, [known(4, NIGHT)], True),
        (4, [known(4, NIGHT)], False),
        (2, [known(3, NIGHT, COOK, OLD)], True),
        (5, [known(None, NIGHT, COOK, OLD)], True),
        (9, [known(None, NIGHT)], False),
        (9, [known(2, DAY)], False),
    ],
)
def test_more_pieces_never_fit_more_people(size, others, wrong):
    assert contradicts(frozenset({NIGHT, COOK}), size, others, floor=6) is wrong


@given(SOME)
def test_pieces_are_written_and_read_back(pieces):
    assert from_text(as_text(pieces)) == pieces


@pytest.mark.parametrize("text", ["", "døgn", "place:Elvesund"])
def test_what_is_no_line_of_pieces_is_refused(text):
    with pytest.raises(ValueError, match="Attribute"):
        from_text(text)


@given(PASSAGES, KNOWN)
def test_nothing_is_both_certain_and_let_stand_and_every_certain_one_is_known_to_be_few(told, said):
    judged = judge(told, said, floor=FLOOR)
    stands = {one.pieces for one in said if one.let_stand}

    for fit in judged.certain:
        assert frozenset(fit.pieces) not in stands and fit.at_most < FLOOR
    assert not found(judged.doubtful) & stands


@given(PASSAGES, KNOWN)
def test_every_small_group_somebody_is_in_stops_until_it_is_decided_on(told, said):
    certain = found(judge(told, said, floor=FLOOR).certain)

    for one in said:
        if one.is_few(FLOOR) and not one.let_stand and holders(told, one.pieces):
            assert any(smaller <= one.pieces for smaller in certain)


@given(PASSAGES, KNOWN)
def test_what_somebody_has_beside_what_stands_is_warned_of_as_if_nothing_stood(told, said):
    judged = judge(told, said, floor=FLOOR)
    warned = found(judged.certain) | found(judged.doubtful)
    stands = {one.pieces for one in said if one.let_stand}
    enough = {one.pieces for one in said if not one.is_few(FLOOR)}

    for whole in {one.pieces | {piece} for one in said for piece in NOT_SAID if one.let_stand}:
        settled = whole in stands or any(whole <= pieces for pieces in enough)
        if len(whole) <= MOST_TOGETHER and holders(told, whole) and not settled:
            assert any(smaller <= whole for smaller in warned)


@given(PASSAGES, KNOWN)
def test_every_warning_stands_somewhere(told, said):
    judged = judge(told, said, floor=FLOOR)

    for fit in (*judged.certain, *judged.doubtful):
        places = holders(told, frozenset(fit.pieces))
        assert frozenset(fit.pieces) <= frozenset().union(*(one.pieces for one in places))


def test_without_sizes_nothing_is_certain():
    assert judge([told(NIGHT, COOK, OLD)], [], floor=6).certain == []
