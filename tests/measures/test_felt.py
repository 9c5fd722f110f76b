"""The law of what holds today of what users have said."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.measures.felt import Verdict, holds_today


@dataclass(frozen=True)
class Told:
    verdict: Verdict
    claimed: str


rounds = st.lists(st.builds(Told, st.sampled_from(Verdict), st.sampled_from(["done", "planned"])))


@given(rounds)
def test_what_holds_is_something_that_was_said_of_the_newest_claim(told: list[Told]) -> None:
    holds = holds_today(told)
    if not told:
        assert holds is None
        return
    assert holds in told and holds.claimed == told[0].claimed
    if told[0].verdict is not Verdict.TOO_FEW:
        assert holds == told[0]
    after = told[: told.index(holds)]
    assert all(one.verdict is Verdict.TOO_FEW for one in after)


def test_a_silent_round_unsays_nothing_of_the_same_claim_and_keeps_nothing_of_another() -> None:
    silent = Told(Verdict.TOO_FEW, "done")
    felt, before = Told(Verdict.FELT, "done"), Told(Verdict.NOT_FELT, "in_progress")
    assert holds_today([silent, felt]) == felt
    assert holds_today([silent, before]) == silent
