"""The states of meetings and statements, and what hinders the next one. No framework.

A meeting: planned → held → written → read_aloud → masked.
A statement: noted → read_back → deidentified → sent → what its speaker answers. One that is taken
away or withdrawn has no state: it is gone.
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
    SENT = "sent"  # its speaker has been offered the masked words
    REWORDED = "reworded"  # its speaker has given new words; they must be read and masked
    VALIDATED = "validated"
    CHANGED = "changed"  # in the speaker's own new words, masked
    COUNT_ONLY = "count_only"
    UNANSWERED = "unanswered"


class Second(StrEnum):
    """Where many clues are left, somebody besides the one who masked reads the statement too."""

    NOT_ASKED = ""
    WANTED = "wanted"
    STANDS = "stands"  # "it can stand"
    BACK = "back"  # "look again, because …"


class Answer(StrEnum):
    """What a speaker may say to their own masked words. The fourth takes the statement away."""

    YES = "yes"
    CHANGE = "change"
    COUNT_ONLY = "count_only"
    TAKE_AWAY = "take_away"


QUOTABLE = frozenset({StatementState.VALIDATED, StatementState.CHANGED})
# What its speaker has decided, in a way that holds as long as the words do.
ANSWERED = QUOTABLE | {StatementState.COUNT_ONLY}
BEFORE_SENT = frozenset(
    {StatementState.NOTED, StatementState.READ_BACK, StatementState.DEIDENTIFIED}
)


def may_answer(answer: Answer, *, is_ready: bool, is_reworded: bool = False) -> bool:
    """Whether this may be said now. Counting only and taking away are the speaker's own choices,
    at any time; yes and new words are about a masked wording, so there must be one.

    is_reworded: their own new words wait to be read. Those they may change once more.

    >>> may_answer(Answer.TAKE_AWAY, is_ready=False), may_answer(Answer.YES, is_ready=False)
    (True, False)
    """
    if answer is Answer.CHANGE:
        return is_ready or is_reworded
    return is_ready or answer is not Answer.YES


def answered(answer: Answer, *, allows_quotes: bool) -> StatementState | None:
    """The state after an answer; None: the statement is gone.

    allows_quotes: whether the speaker's consent to be quoted holds. Without it a yes to the words
    is a yes to counting them.
    """
    if answer is Answer.TAKE_AWAY:
        return None
    if answer is Answer.CHANGE:
        return StatementState.REWORDED
    yes = answer is Answer.YES and allows_quotes
    return StatementState.VALIDATED if yes else StatementState.COUNT_ONLY


def sent(state: StatementState) -> StatementState:
    """The state once the words are offered to their speaker: what is decided stays decided.

    >>> sent(StatementState.DEIDENTIFIED).value, sent(StatementState.COUNT_ONLY).value
    ('sent', 'count_only')
    """
    return StatementState.SENT if state in BEFORE_SENT else state


def unanswered(state: StatementState) -> StatementState:
    """The state once the deadline has passed: no answer is not a yes."""
    return StatementState.UNANSWERED if state is StatementState.SENT else state


def masked(state: StatementState, *, same_words: bool, allows_quotes: bool) -> StatementState:
    """The state once a person has read the words and nothing is unresolved.

    same_words: the masked words are those the speaker has said yes to or written themselves.
    Another wording is asked about anew; counting only is a choice that stands for any wording.
    """
    if state is StatementState.REWORDED:
        kept = StatementState.CHANGED if allows_quotes else StatementState.COUNT_ONLY
        return kept if same_words else StatementState.DEIDENTIFIED
    if state is StatementState.READ_BACK:
        return StatementState.DEIDENTIFIED
    if state in {*QUOTABLE, StatementState.SENT, StatementState.UNANSWERED} and not same_words:
        return StatementState.DEIDENTIFIED
    return state


def moved(state: StatementState) -> StatementState:
    """The state once it is known that somebody else said it: what one person has answered is
    nobody else's answer.

    >>> moved(StatementState.VALIDATED).value, moved(StatementState.NOTED).value
    ('deidentified', 'noted')
    """
    if state in BEFORE_SENT:
        return state
    return (
        StatementState.READ_BACK
        if state is StatementState.REWORDED
        else StatementState.DEIDENTIFIED
    )


# The named transitions of a second reading. Asking anew is `asked`.
SECOND: dict[str, tuple[Second, Second]] = {
    "let_stand": (Second.WANTED, Second.STANDS),
    "look_again": (Second.WANTED, Second.BACK),
}


def asked(now: Second, *, is_wanted: bool, is_read_anew: bool) -> Second:
    """Where the second reading is when the clues have been counted.

    is_read_anew: a person has just masked it. Otherwise what a second reader said holds: what
    others of the meeting say since does not undo it.

    >>> asked(Second.STANDS, is_wanted=True, is_read_anew=False).value
    'stands'
    >>> asked(Second.BACK, is_wanted=False, is_read_anew=True).value
    ''
    """
    if not is_read_anew and now in {Second.STANDS, Second.BACK}:
        return now
    return Second.WANTED if is_wanted else Second.NOT_ASKED


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
    GUARDIAN_NOT_TOLD = "guardian_not_told"
    SERVICE_IN_ROOM = "service_in_room"
    NO_STATEMENTS = "no_statements"
    NOT_READ_BACK = "not_read_back"
    UNRESOLVED_HITS = "unresolved_hits"
    UNREAD = "unread"
    RIVALS = "rivals"
    SECOND_READING = "second_reading"
    GIVEN_BACK = "given_back"


def hinders_holding(
    *, present: int, without_consent: int, nobody_from_service: bool, guardians_untold: int = 0
) -> list[Hinder]:
    """Why a meeting may not be held, in people: consent is a hard stop, and so is the service.

    guardians_untold: of those under 16, how many whose guardians have not been told.
    """
    reasons = []
    if not present or without_consent:
        reasons.append(Hinder.NO_CONSENT)
    if guardians_untold:
        reasons.append(Hinder.GUARDIAN_NOT_TOLD)
    if not nobody_from_service:
        reasons.append(Hinder.SERVICE_IN_ROOM)
    return reasons


def hinders_reading_aloud(*, statements: int, not_read_back: int) -> list[Hinder]:
    """Why reading aloud may not be called finished, in statements."""
    if not statements:
        return [Hinder.NO_STATEMENTS]
    return [Hinder.NOT_READ_BACK] if not_read_back else []


def hinders_masking(
    *, unresolved: int, unread: int, rivals: int, for_second: int = 0, given_back: int = 0
) -> list[Hinder]:
    """Why a meeting may not become masked, in statements; empty if it may. A hard stop.

    for_second: they wait for a second reader. given_back: one has asked to look again.
    """
    told = {
        Hinder.UNRESOLVED_HITS: unresolved,
        Hinder.UNREAD: unread,
        Hinder.RIVALS: rivals,
        Hinder.GIVEN_BACK: given_back,
        Hinder.SECOND_READING: for_second,
    }
    return [reason for reason, number in told.items() if number]


def may(transition: str, state: MeetingState) -> bool:
    """Whether a named transition may start from this state."""
    return state in TRANSITIONS[transition][0]


def reached(state: MeetingState, goal: MeetingState) -> bool:
    """Whether a meeting has come at least as far as the goal."""
    return ORDER.index(state) >= ORDER.index(goal)
