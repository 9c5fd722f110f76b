"""What a second reader sees: masked words, the clues that are left, and why each was left."""

from dataclasses import dataclass, field

from django.utils.functional import Promise

from brukerstemmen.people.access import Permission, roles_with
from brukerstemmen.people.gates import may
from brukerstemmen.people.models import Grant, Person
from brukerstemmen.voices import clues as left_in
from brukerstemmen.voices.finding import Hit
from brukerstemmen.voices.models import MaskedWording, Statement, UserMeeting
from brukerstemmen.voices.second_reading import Clue
from brukerstemmen.voices.showing.masking import Piece, pieces
from brukerstemmen.voices.wording import meetings as wording


@dataclass(frozen=True)
class LeftClue:
    """A clue that is left, as the page tells of it."""

    clue: Clue

    @property
    def text(self) -> str:
        return self.clue.text

    @property
    def reason(self) -> str:
        return self.clue.reason

    @property
    def name(self) -> Promise | str:
        return wording.LABELS[self.clue.span.label]

    @property
    def why(self) -> Promise | str:
        return wording.FOUND_BECAUSE[self.clue.span.why]


@dataclass(frozen=True)
class Reading:
    """One statement to read a second time. elsewhere: what its speaker has left in others."""

    statement: Statement
    pieces: list[Piece]
    clues: list[LeftClue]
    because: list[Promise | str]
    elsewhere: list[str]

    @property
    def seen(self) -> int:
        """The version this page shows, so that a change made meanwhile is noticed."""
        return self.statement.masked_number


@dataclass(frozen=True)
class Turn:
    """Whose turn it is. mine: what this person may read now; own: what they masked themselves."""

    mine: list[Statement] = field(default_factory=list)
    own: list[Statement] = field(default_factory=list)


def turn_of(meeting: UserMeeting, person: Person) -> Turn:
    """What waits for a second reader in the meeting, in the order it was said. Two queries."""
    waiting = meeting.statements.for_second_reader().select_related("speaker").order_by("position")
    return Turn(
        mine=list(waiting.not_read_first_by(person)), own=list(waiting.read_first_by(person))
    )


def reading(statement: Statement, meeting: UserMeeting) -> Reading:
    """A statement that waits for a second reader, with what is left in it."""
    version = (
        MaskedWording.objects.select_related("key__outer__outer")
        .filter(statement=statement, number=statement.masked_number)
        .get()
    )
    among = meeting.statements.all()
    clues, told = left_in.clues_in(among, meeting), list(among)
    here = clues.get(statement.pk, [])
    hits = [Hit(clue.span, clue.text) for clue in here]
    others = left_in.elsewhere(statement, told, clues)
    because = left_in.reasons(told, clues)[statement.pk]
    each = {clue.text: LeftClue(clue) for clue in here}
    return Reading(
        statement=statement,
        pieces=pieces(version.read("words"), hits),
        clues=list(each.values()),
        because=[wording.SECOND_BECAUSE[reason] for reason in because],
        elsewhere=list(dict.fromkeys(clue.text for clue in others)),
    )


@dataclass(frozen=True)
class Colleagues:
    """Who else may read. not_ready: a role, but the guidelines or the pledge come first."""

    ready: list[str]
    not_ready: list[str]

    @property
    def are_none(self) -> bool:
        return not self.ready and not self.not_ready


def colleagues(meeting: UserMeeting, person: Person) -> Colleagues:
    """Those besides this person who may mask in the evaluation, and so may read it a second time:
    the lead and the interviewers, never the service."""
    grants = Grant.objects.in_force().filter(work=meeting.work)
    able = grants.with_roles(roles_with(Permission.MASK))
    people = Person.objects.filter(pk__in=able.values("person"), is_active=True)
    found = Colleagues([], [])
    for one in people.exclude(pk=person.pk).order_by("name"):
        ready = may(one, Permission.MASK, meeting)
        (found.ready if ready else found.not_ready).append(one.name)
    return found
