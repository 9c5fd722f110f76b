"""How much of what was proposed a reader let stand: counts, and they add up."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.voices.corrections import Corrections, Proposal, corrections

FIRST = "[navn] sa at presten kom til Tana."
NAME = Proposal(0, 6, is_masked=True)
PRIEST = Proposal(FIRST.index("presten"), FIRST.index("presten") + 7, ("en jeg kjenner",))


def test_what_is_left_as_it_was_is_accepted_and_a_clue_that_stands_is_not() -> None:
    assert corrections(FIRST, [NAME, PRIEST], FIRST) == Corrections(2, 1, 0, 0)


def test_the_words_that_were_offered_are_an_acceptance_and_other_words_a_change() -> None:
    offered = FIRST.replace("presten", "en jeg kjenner")
    other = FIRST.replace("presten", "noen").replace("[navn]", "Legen")

    assert corrections(FIRST, [NAME, PRIEST], offered) == Corrections(2, 2, 0, 0)
    assert corrections(FIRST, [NAME, PRIEST], other) == Corrections(2, 0, 2, 0)


def test_what_nobody_pointed_out_is_added_and_words_put_in_are_not() -> None:
    assert corrections(FIRST, [NAME], FIRST.replace("Tana", "oss")).added == 1
    assert corrections(FIRST, [NAME], FIRST.replace("kom", "kom ofte")).added == 0


words = st.lists(st.sampled_from(["[navn]", "kari", "kom", ",", "i", "går"]), max_size=12).map(
    " ".join
)


@given(first=words, last=words, cuts=st.lists(st.integers(0, 60), max_size=6))
def test_no_proposal_is_counted_twice(first: str, last: str, cuts: list[int]) -> None:
    inside = sorted({cut for cut in cuts if cut <= len(first)})
    proposals = [Proposal(start, end, is_masked=bool(start % 2)) for start, end in pairwise(inside)]

    told = corrections(first, proposals, last)

    assert told.proposed == len(proposals)
    assert 0 <= told.accepted + told.changed <= told.proposed and told.added >= 0
    assert corrections(first, proposals, first).changed == 0
