"""What hinders a finding: never more than is missing, and two people or the mark."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.analysis.evidence import Lack, Looked, Rests, lacks

STATEMENTS = st.integers(0, 6)


@st.composite
def all_rests(draw: st.DrawFn) -> Rests:
    statements = draw(STATEMENTS)
    flags = {
        name: draw(st.booleans())
        for name in ("is_single", "has_title", "has_text", "has_question", "is_affected")
    }
    return Rests(
        statements=statements,
        people=draw(st.integers(0, statements)),
        contrary=draw(STATEMENTS),
        looked=draw(st.sampled_from(Looked)),
        **flags,
    )


@given(all_rests())
def test_a_finding_rests_on_two_people_or_is_marked(rests: Rests) -> None:
    two = rests.statements >= 2 and rests.people >= 2

    hindered = Lack.EVIDENCE in lacks(rests)

    assert hindered == (not two and not (rests.is_single and rests.statements))


@given(all_rests())
def test_more_of_the_same_people_is_never_enough(rests: Rests) -> None:
    alone = replace(rests, people=min(rests.people, 1), is_single=False)

    assert Lack.EVIDENCE in lacks(replace(alone, statements=alone.statements + 40))


@given(all_rests())
def test_somebody_has_looked_for_contrary_voices_or_says_not(rests: Rests) -> None:
    hindered = Lack.CONTRARY in lacks(rests)

    empty_hand = rests.looked is Looked.FOUND and rests.contrary == 0
    assert hindered == (rests.looked is Looked.NOT_YET or empty_hand)


@given(all_rests())
def test_mending_one_lack_leaves_the_others(rests: Rests) -> None:
    mended = {
        Lack.TITLE: replace(rests, has_title=True),
        Lack.TURN_TEXT: replace(rests, has_text=True),
        Lack.EVIDENCE: replace(rests, statements=2, people=2),
        Lack.CONTRARY: replace(rests, looked=Looked.NONE_FOUND),
        Lack.QUESTION: replace(rests, has_question=True),
        Lack.AFFECTED: replace(rests, is_affected=False),
    }
    for lack in lacks(rests):
        assert lacks(mended[lack]) == [one for one in lacks(rests) if one is not lack]
