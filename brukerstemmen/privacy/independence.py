"""Independence: nobody sees material about the place they work in or work for.

Law for one person and one piece of work, asked when a role is given and at each request. The
facts are few on purpose. That a person has been a user of the service is no conflict: it is
what the method rests on, so there is no such fact here and none may be added.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Tie(StrEnum):
    """The person's own answer on other ties to the service. It never asks why."""

    NO = "no"
    MANAGEABLE = "manageable"  # yes, and it can be handled: for the lead to know, no stop
    YES = "yes"


class Reason(StrEnum):
    EMPLOYED_BY_SERVICE = "employed_by_service"
    EMPLOYED_BY_CLIENT = "employed_by_client"
    DECLARED_TIE = "declared_tie"


@dataclass(frozen=True)
class Organisation:
    """id: any value that names it. above: ids of all it is part of, directly or further up."""

    id: Hashable
    above: frozenset[Hashable] = frozenset()

    def holds_or_is_part_of(self, other: "Organisation") -> bool:
        """Whether they are one, or one is part of the other.

        Two wards of one trust are not: neither is part of the other. If the trust itself is
        the client, each of them is part of it.
        """
        return self.id == other.id or self.id in other.above or other.id in self.above


@dataclass(frozen=True)
class Employment:
    """until: the last day of it, None if no end is known."""

    organisation: Organisation
    until: date | None = None


def hinders(
    *,
    employments: Iterable[Employment],
    services: Iterable[Organisation],
    clients: Iterable[Organisation],
    declared: Tie | None,
    on: date,
) -> list[Reason]:
    """Why the person may hold no role that sees material today; empty if they may.

    services, clients: those the work is about, and those who ordered it.
    declared: the person's answer, None if not given yet; that is shown as missing, no stop.

    >>> ward, trust = Organisation("ward", frozenset({"trust"})), Organisation("trust")
    >>> hinders(employments=[Employment(trust)], services=[ward], clients=[],
    ...         declared=Tie.NO, on=date(2026, 3, 1))
    [<Reason.EMPLOYED_BY_SERVICE: 'employed_by_service'>]
    """
    employers = [job.organisation for job in employments if job.until is None or job.until >= on]
    reasons = []
    if _any_tied(employers, services):
        reasons.append(Reason.EMPLOYED_BY_SERVICE)
    if _any_tied(employers, clients):
        reasons.append(Reason.EMPLOYED_BY_CLIENT)
    if declared is Tie.YES:
        reasons.append(Reason.DECLARED_TIE)
    return reasons


def _any_tied(employers: list[Organisation], parties: Iterable[Organisation]) -> bool:
    return any(employer.holds_or_is_part_of(party) for party in parties for employer in employers)
