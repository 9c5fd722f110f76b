"""One choice for a name everywhere in a meeting. It passes no statement: a person reads each."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from brukerstemmen.masking.spans import Context
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.keys import destroy, make_key
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions.masking import Read, ask_first, mask_many
from brukerstemmen.voices.finding import Hit, context_in, hits_in
from brukerstemmen.voices.models import MaskedWording, NameChoice, UserMeeting
from brukerstemmen.voices.names import LISTED, Meant, key_of, with_choice
from brukerstemmen.voices.states import MeetingState, reached
from brukerstemmen.voices.wording import meetings as wording

LONGEST = 200  # characters of a name, and of what stands instead of it


@dataclass(frozen=True)
class Outcome:
    """What one choice did to the statements that had been read already."""

    changed: int
    refused: list[str]


def choose_everywhere(meeting: UserMeeting, meant: Meant, *, by: Person) -> Outcome:
    """From now on a name is this everywhere in the meeting, or is kept because.

    Statements nobody has read yet are shown with it; in those that have been read it is put in by
    the rules of `mask_many`, each for itself. A choice made earlier for the same name gives way.
    Raises PermissionDenied or ValidationError.
    """
    require(by, Permission.MASK, meeting)
    meant = _checked(meant)
    if settings.MASKING_MODELS:  # they answer before the transaction begins, see `looking`
        context = context_in(meeting)
        _hits(meant, context)
        ask_first(meeting, _read_anew(meeting, meant, context))
    return _choose_everywhere(meeting, meant, by)


@transaction.atomic
def _choose_everywhere(meeting: UserMeeting, meant: Meant, by: Person) -> Outcome:
    meeting = UserMeeting.objects.select_for_update().get(pk=meeting.pk)
    _may_choose(meeting, by)
    context = context_in(meeting)
    if meant.instead and any(hit.span.label in LISTED for hit in _hits(meant, context)):
        raise ValidationError(_("This may point at somebody too. Write something else."))
    _forget(meeting, meant.name)
    row = NameChoice(
        user_meeting=meeting,
        # Its own key: it must be gone from every copy when words are taken away.
        key=make_key(content=Zone.Z3_RAW, outer=meeting.evaluation.raw_key),
    )
    row.seal(name=meant.name, instead=meant.instead, why=meant.why)
    row.save(force_insert=True)
    read = _read_anew(meeting, meant, context)
    refusals = mask_many(meeting, read, by=by) if read else {}
    said = [" ".join(refusal.messages) for refusal in refusals.values()]
    return Outcome(len(read) - len(said), said)


@transaction.atomic
def forget_choice(meeting: UserMeeting, name: str, *, by: Person) -> None:
    """The name is asked about in each statement again. What has been read stays as it was read.

    Raises PermissionDenied, or ValidationError if the meeting is not to be masked now.
    """
    meeting = UserMeeting.objects.select_for_update().get(pk=meeting.pk)
    _may_choose(meeting, by)
    _forget(meeting, name)


def _may_choose(meeting: UserMeeting, by: Person) -> None:
    require(by, Permission.MASK, meeting)
    if not reached(meeting.state_now, MeetingState.WRITTEN):
        raise ValidationError(wording.NOT_FROM_HERE)


def _checked(meant: Meant) -> Meant:
    told = Meant(
        *(
            part.strip().replace("\x00", "")[:LONGEST]
            for part in (meant.name, meant.instead, meant.why)
        )
    )
    if not key_of(told.name) or bool(told.instead) == bool(told.why):
        raise ValidationError(_("Write what it is to be called instead, or why it is kept."))
    return told


def _hits(meant: Meant, context: Context) -> list[Hit]:
    return hits_in(meant.instead, "nb", context)


def _forget(meeting: UserMeeting, name: str) -> None:
    rows = NameChoice.objects.filter(user_meeting=meeting).select_related("key__outer__outer")
    same = {row.pk: row.key_id for row in rows if key_of(row.read("name")) == key_of(name)}
    NameChoice.objects.filter(pk__in=same).delete()
    destroy(same.values())


def _read_anew(meeting: UserMeeting, meant: Meant, context: Context) -> list[Read]:
    """The statements that have been read, with the choice, where the name still stands."""
    versions = MaskedWording.objects.filter(
        statement__user_meeting=meeting,
        number=F("statement__masked_number"),
        statement__masked_from=F("statement__raw_number"),
    ).select_related("key__outer__outer", "statement")
    told = (
        _with(version, meant, context)
        for version in versions.prefetch_related("kept_hits__key__outer__outer")
    )
    return [one for one in told if one is not None]


def _with(version: MaskedWording, meant: Meant, context: Context) -> Read | None:
    """The statement read anew with the choice in it; None where it changes nothing."""
    statement, words = version.statement, version.read("words")
    kept = {hit.read("text"): hit.read("why") for hit in version.kept_hits.all()}
    standing = [
        hit
        for hit in hits_in(words, statement.language, context)
        if hit.span.label in LISTED and key_of(hit.text) == key_of(meant.name)
    ]
    if not standing:
        return None
    if meant.why:
        if all(hit.text in kept for hit in standing):
            return None
        kept |= {hit.text: meant.why for hit in standing}
    else:
        words = with_choice(words, statement.language, context, meant)
    seen = (statement.raw_number, statement.masked_number)
    return Read(statement.pk, words, kept, seen, is_reading=False)
