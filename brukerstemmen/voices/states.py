"""The states of meetings and statements, and what hinders the next one. No framework.

A meeting: planned → held → written → read_aloud → masked (→ sent → answered, with validation).
"""

from enum import StrEnum


class MeetingState(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    WRITTEN = "written"
    READ_ALOUD = "read_aloud"
    MASKED = "masked"


class StatementState(StrEnum):
    NOTED = "noted"
    READ_BACK = "read_back"
    DEIDENTIFIED = "deidentified"


ORDER = list(MeetingState)

# The named transitions of a meeting, and the states each may start from. Nothing else changes it.
TRANSITIONS: dict[str, tuple[frozenset[MeetingState], MeetingState]] = {
    "hold": (frozenset({MeetingState.PLANNED}), MeetingState.HELD),
    "finish_writing": (frozenset({MeetingState.HELD}), MeetingState.WRITTEN),
    "write_more": (
        frozenset({MeetingState.WRITTEN, MeetingState.READ_ALOUD, MeetingState.MASKED}),
        MeetingState.HELD,
    ),
    "finish_reading_aloud": (frozenset({MeetingState.WRITTEN}), MeetingState.READ_ALOUD),
    # From WRITTEN only where the lead has gone on without reading aloud, with a sentence why.
    "finish_masking": (
        frozenset({MeetingState.WRITTEN, MeetingState.READ_ALOUD}),
        MeetingState.MASKED,
    ),
    "reopen_masking": (frozenset({MeetingState.MASKED}), MeetingState.READ_ALOUD),
}


class Hinder(StrEnum):
    """Why a transition may not be made. The rooms give these their sentences."""

    NO_CONSENT = "no_consent"
    SERVICE_IN_ROOM = "service_in_room"
    NO_STATEMENTS = "no_statements"
    NOT_READ_BACK = "not_read_back"
    UNRESOLVED_HITS = "unresolved_hits"
    UNREAD = "unread"
    RIVALS = "rivals"


def hinders_holding(
    *, present: int, without_consent: int, nobody_from_service: bool
) -> list[Hinder]:
    """Why a meeting may not be held, in people: consent is a hard stop, and so is the service."""
    reasons = []
    if not present or without_consent:
        reasons.append(Hinder.NO_CONSENT)
    if not nobody_from_service:
        reasons.append(Hinder.SERVICE_IN_ROOM)
    return reasons


def hinders_reading_aloud(*, statements: int, not_read_back: int) -> list[Hinder]:
    """Why reading aloud may not be called finished, in statements."""
    if not statements:
        return [Hinder.NO_STATEMENTS]
    return [Hinder.NOT_READ_BACK] if not_read_back else []


def hinders_masking(*, unresolved: int, unread: int, rivals: int) -> list[Hinder]:
    """Why a meeting may not become masked, in statements; empty if it may. A hard stop."""
    reasons = []
    if unresolved:
        reasons.append(Hinder.UNRESOLVED_HITS)
    if unread:
        reasons.append(Hinder.UNREAD)
    if rivals:
        reasons.append(Hinder.RIVALS)
    return reasons


def may(transition: str, state: MeetingState) -> bool:
    """Whether a named transition may start from this state."""
    return state in TRANSITIONS[transition][0]


def reached(state: MeetingState, goal: MeetingState) -> bool:
    """Whether a meeting has come at least as far as the goal."""
    return ORDER.index(state) >= ORDER.index(goal)
