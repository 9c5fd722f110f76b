"""Somebody besides the one who masked reads what many clues are left in, and answers."""

import uuid
from collections.abc import Collection

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.voices import states
from brukerstemmen.voices.actions.looking import look_again_at
from brukerstemmen.voices.actions.validation import settle
from brukerstemmen.voices.actions.words import locked_with_meeting, masked_key_of
from brukerstemmen.voices.clues import clues_in, reasons
from brukerstemmen.voices.finding import thoroughly
from brukerstemmen.voices.models import SecondReading, Statement, UserMeeting
from brukerstemmen.voices.models.statements import READ_THROUGH
from brukerstemmen.voices.states import MeetingState
from brukerstemmen.voices.wording import meetings as wording

LONGEST = 1000  # characters of what is to be looked at again


def ask(
    meeting: UserMeeting,
    *,
    read_anew: Collection[uuid.UUID] | None = None,
    also: Collection[uuid.UUID] = (),
) -> None:
    """Count the clues that are left, and ask for a second reader where they pile up.

    read_anew: statements a person has masked just now; they and what else their speakers have
    said are counted. None: the whole meeting. In a masked meeting only new words are asked about.
    also: others that are to be counted: a choice for the whole meeting has changed their words, or
    one of their speaker's is known to be somebody else's.
    Called within the transaction of a masking, with the meeting's statements as they stand.
    """
    told = meeting.statements.filter(READ_THROUGH)
    anew = set(read_anew or ())
    if read_anew is not None:
        changed = anew.union(also)
        said_them = Statement.objects.filter(pk__in=changed, speaker__isnull=False)
        told = told.filter(Q(pk__in=changed) | Q(speaker__in=said_them.values("speaker")))
    statements = list(told)
    why = reasons(statements, clues_in(told, meeting))
    is_masked = meeting.state_now is MeetingState.MASKED
    for one in statements:
        after = states.asked(
            one.second_now, is_wanted=bool(why[one.pk]), is_read_anew=one.pk in anew
        )
        if after is not one.second_now and (one.pk in anew or not is_masked):
            Statement.objects.filter(pk=one.pk).update(second_reading=after)
            if one.pk not in anew:  # nobody need be waited for any more
                settle_if_ready(one, words_of(one))


def settle_if_ready(statement: Statement, words: str) -> None:
    """Nothing is unresolved and nobody is waited for: the words may go on."""
    statement.refresh_from_db(fields=["second_reading"])
    if statement.is_ready:
        settle(statement, words)
        statement.save()


def words_of(statement: Statement) -> str:
    """The masked words as they stand."""
    return statement.masked_wordings.get(number=statement.masked_number).read("words")


def let_stand(statement: Statement, *, based_on: int, by: Person) -> Statement:
    """ "It can stand": the words go on as they are.

    based_on: the masked version the second reader saw.
    In a masked meeting the finder looks again first. What it finds is asked about, and stays found.
    Raises PermissionDenied, also for whoever masked it, or ValidationError.
    """
    require(by, Permission.MASK, statement)
    _look_first(statement)
    return _let_stand(statement, based_on, by)


def _look_first(statement: Statement) -> None:
    """Raises ValidationError where something is found in words that would go on at once."""
    if statement.user_meeting.state_now is not MeetingState.MASKED or not statement.is_for_second:
        return
    with thoroughly():
        found = look_again_at(statement)
    if found:
        raise ValidationError(_("Something in it may still point at somebody."))


@transaction.atomic
def _let_stand(statement: Statement, based_on: int, by: Person) -> Statement:
    statement = _read_by(statement, "let_stand", based_on, by)
    UserMeeting.objects.filter(pk=statement.user_meeting_id).update(
        second_stood=F("second_stood") + 1
    )
    _note(statement, "", by)
    settle(statement, words_of(statement))
    statement.save()
    record(by=by, what="second_reading.let_stand", about=statement.user_meeting)
    return statement


@transaction.atomic
def look_again(statement: Statement, *, why: str, based_on: int, by: Person) -> Statement:
    """ "Look again, because …": back to the first reader, with the words.

    Raises PermissionDenied, also for whoever masked it, or ValidationError.
    """
    why = why.strip().replace("\x00", "")
    statement = _read_by(statement, "look_again", based_on, by)
    if not why or len(why) > LONGEST:
        raise ValidationError({"why": _("Write what should be looked at again, in short.")})
    UserMeeting.objects.filter(pk=statement.user_meeting_id).update(
        second_back=F("second_back") + 1
    )
    _note(statement, why, by)
    statement.save()
    record(by=by, what="second_reading.look_again", about=statement.user_meeting)
    return statement


def _read_by(statement: Statement, transition: str, based_on: int, by: Person) -> Statement:
    """Lock, ask, and make the named transition. Not saved here."""
    statement = locked_with_meeting(statement)
    require(by, Permission.MASK, statement)
    wanted, after = states.SECOND[transition]
    if not statement.is_read_through or statement.second_now is not wanted:
        raise ValidationError(wording.NOT_FROM_HERE)
    if based_on != statement.masked_number:
        raise ValidationError(_("The words have changed since you saw them. Read them again."))
    if Statement.objects.filter(pk=statement.pk).read_first_by(by).exists():
        raise PermissionDenied("second_reading")
    statement.second_reading = after
    return statement


def _note(statement: Statement, why: str, by: Person) -> None:
    SecondReading.objects.filter(statement=statement, number=statement.masked_number).delete()
    row = SecondReading(
        statement=statement,
        number=statement.masked_number,
        reader=by,
        on=clock.today(),
        stands=not why,
        key=masked_key_of(statement),
    )
    row.seal(why=why)
    row.save(force_insert=True)
