"""Consent: what a person has said yes to, for each purpose, on a given day.

Law over an append-only list of decisions. Nothing is ever changed in it; the state is what the
list says on a day. No is always stronger than yes on the same day: decisions carry a day and no
hour, because finer times could show who took part.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Purpose(StrEnum):
    """Each is asked for by itself, and none is ticked beforehand."""

    TAKE_PART = "take_part"
    RECORDING = "recording"
    QUOTES = "quotes"
    CONTACT_AGAIN = "contact_again"
    RESEARCH = "research"


# These are about what is said while taking part, so they end when taking part ends.
REST_ON_TAKING_PART = frozenset({Purpose.RECORDING, Purpose.QUOTES, Purpose.RESEARCH})


class State(StrEnum):
    OFFERED = "offered"
    GIVEN = "given"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Act(StrEnum):
    """What a decision does. In order of strength among decisions of one day, weakest first."""

    OFFER = "offer"
    GIVE = "give"
    DECLINE = "decline"
    WITHDRAW = "withdraw"


_STRENGTH = {act: strength for strength, act in enumerate(Act)}


class Channel(StrEnum):
    """How it reached us. All are equally good."""

    OWN_LINK = "own_link"  # by the person, on slip or code
    PAPER = "paper"
    PHONE = "phone"
    IN_PERSON = "in_person"

    @property
    def on_behalf(self) -> bool:
        """Whether somebody at the centre wrote it down for the person."""
        return self is not Channel.OWN_LINK


@dataclass(frozen=True)
class Decision:
    """One row of the list.

    text_version: which wording the person was shown or read; never empty.
    until: the last day a yes holds, as the text named it; None if the text named none.
    Raises ValueError if the version is missing, or if `until` is on another act than a yes or
    before the day itself.
    """

    purpose: Purpose
    act: Act
    on: date
    text_version: str
    channel: Channel
    until: date | None = None

    def __post_init__(self) -> None:
        if not self.text_version.strip():
            raise ValueError("a decision needs the version of the text that was shown")
        if self.until is not None and (self.act is not Act.GIVE or self.until < self.on):
            raise ValueError("only a yes has a last day, and not before the day it is given")


def state(decisions: Iterable[Decision], purpose: Purpose, *, on: date) -> State | None:
    """The state of one purpose at the end of the day `on`; None if it was never raised.

    decisions: of one person, in any order; those dated after `on` do not count.
    A withdrawal holds until a yes on a later day. A no after a yes is a withdrawal, whatever it
    was called. A new offer changes nothing for one who has answered.

    >>> yes = Decision(Purpose.QUOTES, Act.GIVE, date(2026, 3, 1), "2", Channel.PAPER)
    >>> no = Decision(Purpose.QUOTES, Act.WITHDRAW, date(2026, 3, 9), "2", Channel.PHONE)
    >>> [str(state([no, yes], Purpose.QUOTES, on=date(2026, 3, day))) for day in (1, 8, 9)]
    ['given', 'given', 'withdrawn']
    """
    told = [each for each in decisions if each.purpose is purpose and each.on <= on]
    answers = [each for each in told if each.act is not Act.OFFER]
    if not answers:
        return State.OFFERED if told else None
    newest = max(answers, key=_weight)
    if newest.act is Act.GIVE:
        return State.GIVEN if newest.until is None or on <= newest.until else State.EXPIRED
    only_declined = all(each.act is Act.DECLINE for each in answers)
    return State.DECLINED if only_declined else State.WITHDRAWN


def states(decisions: Iterable[Decision], *, on: date) -> dict[Purpose, State | None]:
    """The state of every purpose on that day."""
    told = list(decisions)
    return {purpose: state(told, purpose, on=on) for purpose in Purpose}


def allows(decisions: Iterable[Decision], purpose: Purpose, *, on: date) -> bool:
    """Whether something may be done for this purpose that day.

    Recording, quotes and research need a yes to taking part as well as their own. Being
    contacted again stands alone: one may leave this time and want to be asked the next.
    """
    now = states(decisions, on=on)
    rests = purpose in REST_ON_TAKING_PART
    return now[purpose] is State.GIVEN and (not rests or now[Purpose.TAKE_PART] is State.GIVEN)


def may_take_part(decisions: Iterable[Decision], *, on: date) -> bool:
    """Whether there is a yes to taking part that holds that day. Without it: a hard stop."""
    return allows(decisions, Purpose.TAKE_PART, on=on)


def holds_until(decisions: Iterable[Decision], purpose: Purpose, *, on: date) -> date | None:
    """The last day named in the yes that counts on `on`; None if there is none or it named none.

    An expired yes keeps its day, since that is the day things were to be gone.
    """
    told = list(decisions)
    if state(told, purpose, on=on) not in {State.GIVEN, State.EXPIRED}:
        return None
    answers = (each for each in told if each.purpose is purpose and each.on <= on)
    return max(answers, key=_weight).until


def _weight(decision: Decision) -> tuple[date, int, date]:
    """Later days weigh more; on one day the stronger act; of two yeses the shorter one."""
    shorter = date.max - (decision.until or date.max)
    return decision.on, _STRENGTH[decision.act], date.min + shorter
