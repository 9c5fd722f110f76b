"""The law of a round: what may be said of all who answered, whoever they are and in any order."""

from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.followups.states import Summed, takes_up_again, told_number
from brukerstemmen.measures.felt import FEWEST, Felt, Verdict
from brukerstemmen.measures.states import Status

ANSWERS = st.lists(st.sampled_from(Felt), max_size=30)
LINES = st.integers(0, 100)
STATUSES = st.sampled_from(Status)


@given(ANSWERS, ANSWERS)
def test_no_verdict_from_fewer_than_six(participants, new_users):
    summed = Summed(tuple(participants), tuple(new_users))

    too_few = len(participants) + len(new_users) < FEWEST
    assert (summed.verdict is Verdict.TOO_FEW) == too_few


@given(st.lists(st.sampled_from(Felt), max_size=FEWEST - 1), LINES, STATUSES, STATUSES)
def test_nothing_is_taken_up_by_fewer_than_six(answers, line, claimed, now):
    assert not takes_up_again(answers, line=line, claimed=claimed, now=now)


@given(ANSWERS, LINES, STATUSES, STATUSES)
def test_only_what_is_said_to_be_done_is_taken_up(answers, line, claimed, now):
    if takes_up_again(answers, line=line, claimed=claimed, now=now):
        assert claimed is now is Status.DONE


@given(ANSWERS, LINES)
def test_what_is_felt_by_the_agreed_share_is_not_taken_up(answers, line):
    noticed = answers.count(Felt.NOTICED)
    taken = takes_up_again(answers, line=line, claimed=Status.DONE, now=Status.DONE)

    assert taken == (len(answers) >= FEWEST and noticed / len(answers) * 100 < line)


@given(ANSWERS, ANSWERS, st.randoms(), LINES)
def test_neither_order_nor_who_answers_changes_what_is_said(one, other, random, line):
    mixed = [*one, *other]
    random.shuffle(mixed)
    cut = random.randint(0, len(mixed))
    before, after = Summed(tuple(one), tuple(other)), Summed(tuple(mixed[:cut]), tuple(mixed[cut:]))

    assert before.verdict is after.verdict
    assert takes_up_again(
        before.all, line=line, claimed=Status.DONE, now=Status.DONE
    ) == takes_up_again(after.all, line=line, claimed=Status.DONE, now=Status.DONE)


@given(st.integers(0, 1000))
def test_a_number_that_is_told_is_never_small(replies):
    told = told_number(replies)

    assert told is None if replies < FEWEST else told == replies
