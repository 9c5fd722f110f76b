"""Words on their way into a statement: whose key seals them, and what is too long."""

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from brukerstemmen.people import clock
from brukerstemmen.people.models import Person, SealingKey
from brukerstemmen.voices.models import Participant, RawWording, Statement, UserMeeting
from brukerstemmen.voices.models.statements import Reason
from brukerstemmen.voices.wording import meetings as wording

LONGEST = 4000  # characters; a statement is one thing somebody said


def locked(statement: Statement) -> Statement:
    """The statement as it stands now, for the rest of the transaction. Whoever said it is locked
    before it, in the order in which somebody who leaves is: their keys stay what they are."""
    hold(Participant.objects.filter(statements=statement.pk))
    return Statement.objects.select_for_update().get(pk=statement.pk)


def locked_with_meeting(statement: Statement) -> Statement:
    """The same where other statements of the meeting are changed as well: the meeting comes first,
    in the order in which many are masked at once, so that two never wait for each other."""
    UserMeeting.objects.select_for_update().get(pk=statement.user_meeting_id)
    return locked(statement)


def hold(people: QuerySet[Participant]) -> list[Participant]:
    """These people as they are now: until the transaction ends nobody of them leaves, and nobody
    gets other keys. Always in one order, so that two who wait do not wait for each other."""
    chosen = list(people.values_list("pk", flat=True))
    return list(Participant.objects.select_for_update().filter(pk__in=chosen).order_by("pk"))


def raw_key_of(statement: Statement) -> SealingKey:
    """The key of whoever spoke; words nobody is known to have said lie under the evaluation's."""
    speaker = statement.speaker
    return speaker.raw_key if speaker else statement.user_meeting.evaluation.raw_key


def masked_key_of(statement: Statement) -> SealingKey:
    speaker = statement.speaker
    return speaker.masked_key if speaker else statement.user_meeting.evaluation.key


def checked_words(words: str) -> str:
    """The words, trimmed. Raises ValidationError if there are none, or far too many."""
    words = words.strip().replace("\x00", "")
    if not words:
        raise ValidationError({"words": wording.EMPTY})
    if len(words) > LONGEST:
        raise ValidationError({"words": _("This is very long. Divide it into several statements.")})
    return words


def new_raw(
    statement: Statement,
    words: str,
    *,
    number: int,
    reason: Reason,
    by: Person | None,
    rival_of: int | None = None,
) -> RawWording:
    """A version of the words, sealed, not yet saved. by: None for the speaker's own hand."""
    version = RawWording(
        statement=statement,
        number=number,
        reason=reason,
        author=by,
        on=clock.today(),
        rival_of=rival_of,
        key=raw_key_of(statement),
    )
    version.seal(words=words)
    return version
