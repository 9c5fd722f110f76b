"""How far what was said has come, and how long it has waited for an answer. No framework.

The stations stand in the order in which they are told. Life is not that orderly: a service may
answer before there has been a dialogue, and a measure begin before there is an answer.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Station(StrEnum):
    SAID = "said"  # by people, in their own words
    FOUND = "found"  # written as a finding
    TALKED = "talked"  # users and staff have talked about it
    PUT = "put"  # it has gone out, and lies before the service
    ANSWERED = "answered"
    MEASURED = "measured"  # something is to be done, or it is said why not
    FELT = "felt"  # users have been asked whether they notice it
    TOLD = "told"  # those who spoke have been told what became of it


class AnswerState(StrEnum):
    """How it stands with the answer to a finding. Never nothing."""

    NOT_PUT = "not_put"
    NOT_ASKED = "not_asked"  # it lies before the service, with no day to answer by
    WAITING = "waiting"
    ANSWERED = "answered"


class FateState(StrEnum):
    """What can be said to somebody about what became of one thing they said."""

    NOT_YET = "not_yet"
    IN_FINDINGS = "in_findings"
    IN_NONE = "in_none"  # what has gone out rests on other words than these


@dataclass(frozen=True)
class Life:
    """What there is of each. statements: those that are left, for and against."""

    statements: int = 0
    talked: bool = False
    put: bool = False
    answers: int = 0
    measures: int = 0
    verdicts: int = 0
    lines: int = 0


def reached(life: Life) -> frozenset[Station]:
    """The stations that have been passed. A finding is always found.

    >>> sorted(reached(Life(statements=2, put=True)))
    [<Station.FOUND: 'found'>, <Station.PUT: 'put'>, <Station.SAID: 'said'>]
    """
    passed = {
        Station.SAID: life.statements > 0,
        Station.FOUND: True,
        Station.TALKED: life.talked,
        Station.PUT: life.put,
        Station.ANSWERED: life.answers > 0,
        Station.MEASURED: life.measures > 0,
        Station.FELT: life.verdicts > 0,
        Station.TOLD: life.lines > 0,
    }
    return frozenset(station for station, is_passed in passed.items() if is_passed)


def furthest(life: Life) -> Station:
    """The last station that has been passed, whatever was left out before it.

    >>> furthest(Life(statements=2, put=True, measures=1))
    <Station.MEASURED: 'measured'>
    """
    passed = reached(life)
    return [station for station in Station if station in passed][-1]


def answer_state(*, put: bool, asked_on: date | None, answers: int) -> AnswerState:
    """How it stands with the answer. What is answered is so whether anybody had asked or not.

    >>> answer_state(put=True, asked_on=date(2025, 3, 1), answers=0)
    <AnswerState.WAITING: 'waiting'>
    """
    if answers:
        return AnswerState.ANSWERED
    if not put:
        return AnswerState.NOT_PUT
    return AnswerState.NOT_ASKED if asked_on is None else AnswerState.WAITING


def days_waited(asked_on: date | None, until: date) -> int | None:
    """Days from the asking to the first answer, or to today; None where nobody had asked by then.

    >>> days_waited(date(2025, 3, 1), date(2025, 3, 13)), days_waited(None, date(2025, 3, 13))
    (12, None)
    """
    if asked_on is None or until < asked_on:
        return None
    return (until - asked_on).days


def fate(*, has_gone_out: bool, findings_out: int, still_open: bool) -> FateState:
    """What somebody is told. has_gone_out: whether anything of the evaluation has. still_open: the
    words are on their way through masking, or in a finding that has not gone out.

    >>> fate(has_gone_out=False, findings_out=0, still_open=True).value
    'not_yet'
    >>> fate(has_gone_out=True, findings_out=0, still_open=False).value
    'in_none'
    """
    if findings_out:
        return FateState.IN_FINDINGS
    return FateState.IN_NONE if has_gone_out and not still_open else FateState.NOT_YET
