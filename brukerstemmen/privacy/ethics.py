"""Ethics first: who has not accepted the guidelines and signed the pledge gets at no material.

Law for one person and one piece of work, asked at each request. The reasons are names; the
rooms give them sentences. A reason here is a hard stop.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from brukerstemmen.privacy.retention import guidelines_grace_until, over


class Reason(StrEnum):
    NO_GUIDELINES = "no_guidelines"  # the centre has none: then there is nothing to accept
    GUIDELINES_NOT_ACCEPTED = "guidelines_not_accepted"  # never, in any version
    NEW_GUIDELINES_NOT_ACCEPTED = "new_guidelines_not_accepted"  # the days of grace are over
    PLEDGE_NOT_SIGNED = "pledge_not_signed"  # for this work; a pledge elsewhere does not count


@dataclass(frozen=True)
class Guidelines:
    """The newest version of a centre's ethical guidelines. Versions count upwards."""

    version: int
    adopted_on: date


def hinders(
    *,
    accepted: Mapping[int, date],
    latest: Guidelines | None,
    pledged_on: date | None,
    in_meeting: bool,
    on: date,
) -> list[Reason]:
    """Why the person may not get at material today; empty if they may.

    accepted: the versions the person has accepted, and the day of each.
    latest: None if the centre has no guidelines.
    pledged_on: the day the confidentiality pledge for this work was signed, None if it is not.
    in_meeting: the person is in the middle of a user meeting of this work. A new version never
        takes the pen out of their hand; one who never accepted any was never let in.
    Acceptances and pledges dated after `on` do not count. A new version gives 14 days to one
    who accepted an earlier version, the fourteenth included, and none to anybody else.

    >>> hinders(accepted={1: date(2025, 1, 9)}, latest=Guidelines(2, date(2026, 3, 1)),
    ...         pledged_on=date(2025, 1, 9), in_meeting=False, on=date(2026, 3, 16))
    [<Reason.NEW_GUIDELINES_NOT_ACCEPTED: 'new_guidelines_not_accepted'>]
    """
    reasons = []
    if unaccepted := _guidelines(accepted, latest, in_meeting, on):
        reasons.append(unaccepted)
    if pledged_on is None or pledged_on > on:
        reasons.append(Reason.PLEDGE_NOT_SIGNED)
    return reasons


def _guidelines(
    accepted: Mapping[int, date], latest: Guidelines | None, in_meeting: bool, on: date
) -> Reason | None:
    if latest is None:
        return Reason.NO_GUIDELINES
    versions = {version for version, day in accepted.items() if day <= on}
    if latest.version in versions:
        return None
    if not any(version < latest.version for version in versions):
        return Reason.GUIDELINES_NOT_ACCEPTED
    if in_meeting or not over(guidelines_grace_until(latest.adopted_on), on=on):
        return None
    return Reason.NEW_GUIDELINES_NOT_ACCEPTED
