"""Consent per purpose: no wins over yes, the future does not count, order does not matter."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.privacy import consent
from brukerstemmen.privacy.consent import Act, Channel, Decision, Purpose, State

DAY = date(2026, 3, 1)
days = st.dates(DAY, DAY + timedelta(days=9))


def decision(act: Act, day: int = 0, *, purpose=Purpose.TAKE_PART, until_day=None) -> Decision:
    until = None if until_day is None else DAY + timedelta(days=until_day)
    return Decision(purpose, act, DAY + timedelta(days=day), "2", Channel.PAPER, until)


@st.composite
def decisions(draw) -> Decision:
    act, on = draw(st.sampled_from(Act)), draw(days)
    until = draw(st.none() | st.dates(on, DAY + timedelta(days=12))) if act is Act.GIVE else None
    return Decision(
        draw(st.sampled_from(Purpose)), act, on, draw(st.sampled_from("12")), Channel.PHONE, until
    )


told = st.lists(decisions(), max_size=8)
purposes = st.sampled_from(Purpose)


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([], None),
        ([(Act.OFFER, 0)], State.OFFERED),
        ([(Act.OFFER, 0), (Act.GIVE, 1)], State.GIVEN),
        ([(Act.GIVE, 0)], State.GIVEN),
        ([(Act.OFFER, 0), (Act.DECLINE, 1)], State.DECLINED),
        ([(Act.DECLINE, 0), (Act.GIVE, 1)], State.GIVEN),
        ([(Act.GIVE, 0), (Act.WITHDRAW, 1)], State.WITHDRAWN),
        ([(Act.GIVE, 0), (Act.WITHDRAW, 1), (Act.GIVE, 2)], State.GIVEN),
        ([(Act.GIVE, 1), (Act.WITHDRAW, 1)], State.WITHDRAWN),  # the same day: no wins
        ([(Act.GIVE, 1), (Act.DECLINE, 1)], State.WITHDRAWN),
        ([(Act.GIVE, 0), (Act.DECLINE, 1)], State.WITHDRAWN),  # a no after a yes
        ([(Act.WITHDRAW, 0)], State.WITHDRAWN),
        ([(Act.WITHDRAW, 0), (Act.DECLINE, 1)], State.WITHDRAWN),
        ([(Act.WITHDRAW, 0), (Act.OFFER, 1)], State.WITHDRAWN),  # asking again is no yes
        ([(Act.DECLINE, 0), (Act.OFFER, 1)], State.DECLINED),
        ([(Act.GIVE, 0), (Act.OFFER, 1)], State.GIVEN),
    ],
)
def test_the_state_of_a_purpose(acts, expected):
    list_of_decisions = [decision(act, day) for act, day in acts]

    on = DAY + timedelta(days=5)

    assert consent.state(list_of_decisions, Purpose.TAKE_PART, on=on) is expected
    assert consent.may_take_part(list_of_decisions, on=on) == (expected is State.GIVEN)


@pytest.mark.parametrize(
    ("day", "expected"), [(3, State.GIVEN), (4, State.GIVEN), (5, State.EXPIRED)]
)
def test_a_yes_holds_to_the_end_of_its_last_day(day, expected):
    yes = decision(Act.GIVE, until_day=4)

    assert consent.state([yes], Purpose.TAKE_PART, on=DAY + timedelta(days=day)) is expected


def test_an_expired_yes_may_be_withdrawn_and_renewed():
    expired = decision(Act.GIVE, until_day=1)
    on = DAY + timedelta(days=6)

    withdrawn = [expired, decision(Act.WITHDRAW, 5)]
    renewed = [expired, decision(Act.GIVE, 5)]

    assert consent.state(withdrawn, Purpose.TAKE_PART, on=on) is State.WITHDRAWN
    assert consent.state(renewed, Purpose.TAKE_PART, on=on) is State.GIVEN


@given(told, purposes, days)
def test_nothing_from_the_future_counts(told, purpose, on):
    past = [each for each in told if each.on <= on]

    assert consent.state(told, purpose, on=on) is consent.state(past, purpose, on=on)
    assert consent.holds_until(told, purpose, on=on) == consent.holds_until(past, purpose, on=on)


@given(told, purposes, days, st.randoms())
def test_the_order_of_rows_does_not_matter(told, purpose, on, chance):
    shuffled = chance.sample(told, len(told))

    assert consent.states(shuffled, on=on) == consent.states(told, on=on)
    assert consent.allows(shuffled, purpose, on=on) == consent.allows(told, purpose, on=on)
    assert consent.holds_until(shuffled, purpose, on=on) == consent.holds_until(
        told, purpose, on=on
    )


@given(told, purposes, days)
def test_a_withdrawal_holds_until_a_yes_on_a_later_day(told, purpose, withdrawn_on):
    withdrawal = Decision(purpose, Act.WITHDRAW, withdrawn_on, "2", Channel.OWN_LINK)
    new_yeses = [
        each.on
        for each in told
        if each.purpose is purpose and each.act is Act.GIVE and each.on > withdrawn_on
    ]
    last_closed = min(new_yeses, default=DAY + timedelta(days=30)) - timedelta(days=1)

    for on in (withdrawn_on, last_closed):
        assert consent.state([*told, withdrawal], purpose, on=on) is State.WITHDRAWN
        assert not consent.allows([*told, withdrawal], purpose, on=on)


@given(told, purposes, days)
def test_nothing_is_given_without_a_yes_to_that_very_purpose(told, purpose, on):
    without_yes = [e for e in told if e.purpose is not purpose or e.act is not Act.GIVE]

    assert consent.state(without_yes, purpose, on=on) is not State.GIVEN
    assert not consent.allows(without_yes, purpose, on=on)


@given(told, purposes, days)
def test_purposes_do_not_disturb_each_other(told, purpose, on):
    own = [each for each in told if each.purpose is purpose]

    assert consent.state(told, purpose, on=on) is consent.state(own, purpose, on=on)


@given(told, purposes, days)
def test_whatever_is_said_a_withdrawal_of_taking_part_ends_what_rests_on_it(told, purpose, on):
    withdrawal = Decision(Purpose.TAKE_PART, Act.WITHDRAW, on, "2", Channel.PHONE)

    allowed = consent.allows([*told, withdrawal], purpose, on=on)

    assert not allowed or purpose is Purpose.CONTACT_AGAIN


def test_one_who_leaves_may_still_want_to_be_asked_again():
    left = [
        decision(Act.GIVE),
        decision(Act.GIVE, purpose=Purpose.CONTACT_AGAIN),
        decision(Act.WITHDRAW, 1),
    ]

    assert consent.allows(left, Purpose.CONTACT_AGAIN, on=DAY + timedelta(days=2))


@given(told, days)
def test_states_and_the_law_for_one_purpose_agree(told, on):
    assert consent.states(told, on=on) == {
        purpose: consent.state(told, purpose, on=on) for purpose in Purpose
    }


def test_the_last_day_is_the_one_named_in_the_yes_that_counts():
    first, second = decision(Act.GIVE, 0, until_day=2), decision(Act.GIVE, 1, until_day=7)
    told = [first, second]
    purpose = Purpose.TAKE_PART

    assert consent.holds_until(told, purpose, on=DAY) == first.until
    assert consent.holds_until(told, purpose, on=DAY + timedelta(days=1)) == second.until
    assert consent.holds_until(told, purpose, on=DAY + timedelta(days=9)) == second.until
    assert consent.holds_until([decision(Act.GIVE)], purpose, on=DAY) is None
    assert consent.holds_until([*told, decision(Act.WITHDRAW, 2)], purpose, on=first.until) is None
    assert consent.holds_until([], purpose, on=DAY) is None


def test_of_two_yeses_on_one_day_the_shorter_counts():
    told = [decision(Act.GIVE), decision(Act.GIVE, until_day=2), decision(Act.GIVE, until_day=5)]

    assert consent.holds_until(told, Purpose.TAKE_PART, on=DAY) == DAY + timedelta(days=2)


@pytest.mark.parametrize("text_version", ["", "  "])
@pytest.mark.parametrize("act", Act)
def test_every_decision_needs_the_version_of_the_text(text_version, act):
    with pytest.raises(ValueError, match="version of the text"):
        replace(decision(act), text_version=text_version)


def test_every_decision_needs_its_channel():
    with pytest.raises(TypeError, match="channel"):
        Decision(Purpose.QUOTES, Act.GIVE, DAY, "2")


def test_only_a_yes_has_a_last_day_and_never_before_its_first():
    with pytest.raises(ValueError, match="last day"):
        decision(Act.GIVE, 2, until_day=1)
    for act in set(Act) - {Act.GIVE}:
        with pytest.raises(ValueError, match="last day"):
            decision(act, until_day=1)


def test_only_what_a_person_does_by_their_own_link_is_not_on_behalf():
    assert {channel for channel in Channel if not channel.on_behalf} == {Channel.OWN_LINK}
