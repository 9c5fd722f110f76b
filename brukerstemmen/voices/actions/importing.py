"""Taking in notes that exist already: a preview first, and nothing lost."""

import base64
import textwrap
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation, Question
from brukerstemmen.masking.language import guess
from brukerstemmen.people import clock, keys
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.keys import make_key
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions import meetings
from brukerstemmen.voices.actions.statements import open_for_writing, refuse_untold
from brukerstemmen.voices.actions.words import LONGEST, hold, new_raw
from brukerstemmen.voices.models import (
    ImportPreview,
    Participant,
    RawWording,
    Statement,
    UserMeeting,
)
from brukerstemmen.voices.models.statements import Reason
from brukerstemmen.voices.notes.reading import Field, Reading, Row, Unreadable
from brukerstemmen.voices.notes.sandbox import read_file, read_pasted
from brukerstemmen.voices.notes.vocabulary import folded
from brukerstemmen.voices.wording import meetings as wording

PREVIEW_LASTS = timedelta(days=1)


def preview(
    meeting: UserMeeting,
    *,
    by: Person,
    pasted: str = "",
    content: bytes = b"",
    name: str = "",
    once: uuid.UUID | None = None,
) -> ImportPreview:
    """Keep notes, sealed, while somebody looks at what was understood. Saves no statement.

    Raises PermissionDenied, or ValidationError with a plain reason.
    """
    require(by, Permission.WRITE_DOWN, meeting)
    if not pasted.strip() and not content:
        raise ValidationError(_("Paste your notes, or choose a file."))
    if pasted.strip() and content:
        raise ValidationError(_("You have pasted notes and chosen a file. Take in one at a time."))
    content, name = (pasted.encode(), "") if pasted.strip() else (content, name)
    # Reading may take seconds: nobody else waits for the database meanwhile.
    reading = _read(content, name, {})
    with transaction.atomic():
        meeting = open_for_writing(meeting, by)
        _refuse_those_who_left(meeting.evaluation, reading.rows)
        if once and (there := ImportPreview.objects.filter(pk=once, user_meeting=meeting).first()):
            return there
        row = ImportPreview(
            pk=once or uuid.uuid4(),
            user_meeting=meeting,
            by=by,
            made_on=clock.today(),
            # Its own key: a preview that is taken away must be gone from every copy.
            key=make_key(content=Zone.Z3_RAW, outer=meeting.evaluation.raw_key),
        )
        row.seal(source=base64.b85encode(content).decode("ascii"), source_name=name)
        row.save(force_insert=True)
    return row


def _read(content: bytes, name: str, mapping: Mapping[int, Field]) -> Reading:
    try:
        if name:
            return read_file(content, name, mapping=mapping)
        return read_pasted(content.decode(), mapping=mapping)
    except Unreadable as refusal:
        raise ValidationError(wording.UNREADABLE[refusal.reason]) from None


def reading_of(row: ImportPreview, mapping: Mapping[int, Field] | None = None) -> Reading:
    """What is understood of a preview, with the columns as the user has mapped them.

    Raises ValidationError with a plain reason.
    """
    content = base64.b85decode(row.read("source"))
    reading = _read(content, row.read("source_name"), mapping or {})
    return replace(reading, rows=tuple(part for line in reading.rows for part in _parts(line)))


def _parts(row: Row) -> Iterator[Row]:
    """A row too long for one statement becomes several, one after the other: no word is lost."""
    if len(row.words) <= LONGEST:
        yield row
        return
    lines = textwrap.wrap(
        row.words, LONGEST, replace_whitespace=False, break_on_hyphens=False, expand_tabs=False
    )
    for words in lines:
        yield replace(row, words=words)


def take_in(
    row: ImportPreview,
    *,
    by: Person,
    mapping: Mapping[int, Field] | None = None,
    unknown_as_nobody: bool = False,
    that_is_all: bool = False,
    read_aloud_on: date | None = None,
) -> int:
    """Make statements of the rows of a preview. Twice is once. Returns how many there are.

    mapping: what the columns hold, column (from 0) to field.
    unknown_as_nobody: a speaker who is not registered in the meeting becomes unknown; without
    it such notes are refused as a whole, so that nobody's words end up under the wrong key.
    that_is_all: nothing more is to be written down from this meeting.
    read_aloud_on: the day the group heard the notes, if they have; then that is all.
    Raises PermissionDenied or ValidationError.
    """
    require(by, Permission.WRITE_DOWN, row)
    if row.taken_in is not None:
        return row.taken_in
    rows = reading_of(row, mapping).rows
    with transaction.atomic():
        UserMeeting.objects.select_for_update().get(pk=row.user_meeting_id)
        if (already := _still_waiting(row).taken_in) is not None:
            return already
        meeting = open_for_writing(row.user_meeting, by)
        hold(Participant.objects.filter(presences__user_meeting=meeting))
        row, speakers = _still_waiting(row), speakers_of(meeting)
        _refuse_by_speaker(meeting, rows, speakers, unknown_as_nobody=unknown_as_nobody)
        row.taken_in = _save(meeting, rows, speakers, by)
        row.seal(source="", source_name="")
        row.save()
        record(by=by, what="notes.taken_in", about=meeting, count=row.taken_in)
        if that_is_all or read_aloud_on:
            meeting = meetings.finish_writing(meeting, by=by)
        if read_aloud_on:
            meetings.finish_reading_aloud(meeting, elsewhere_on=read_aloud_on, by=by)
    return row.taken_in


def _still_waiting(row: ImportPreview) -> ImportPreview:
    """The preview as it is now. Who has left meanwhile has taken it away."""
    there = ImportPreview.objects.filter(pk=row.pk).first()
    if there is None:
        raise ValidationError(wording.NOT_FROM_HERE)
    return there


def _refuse_by_speaker(
    meeting: UserMeeting,
    rows: Iterable[Row],
    speakers: Mapping[str, Participant],
    *,
    unknown_as_nobody: bool,
) -> None:
    _refuse_those_who_left(meeting.evaluation, rows)
    refuse_untold(speakers[row.speaker] for row in rows if row.speaker in speakers)
    if not unknown_as_nobody:
        _refuse_strangers(rows, speakers)


def _refuse_those_who_left(evaluation: Evaluation, rows: Iterable[Row]) -> None:
    """Notes may lie on somebody's desk still: what was taken back does not come in again, as
    nobody's either."""
    left = evaluation.participants.filter(withdrawn_on__isnull=False)
    codes = {person.code for person in left} & {row.speaker for row in rows}
    if codes:
        raise ValidationError(
            [_("%(code)s has withdrawn.") % {"code": code} for code in sorted(codes)]
        )


def strangers(rows: Iterable[Row], speakers: Mapping[str, Participant]) -> list[str]:
    """The codes in the notes of people who are not registered in the meeting."""
    return sorted({row.speaker for row in rows if row.speaker and row.speaker not in speakers})


def _refuse_strangers(rows: Iterable[Row], speakers: Mapping[str, Participant]) -> None:
    if missing := strangers(rows, speakers):
        raise ValidationError(
            _("Not registered in this meeting: %(codes)s. Register them, or let them be unknown.")
            % {"codes": ", ".join(missing)}
        )


def speakers_of(meeting: UserMeeting) -> dict[str, Participant]:
    """Those present, by code."""
    people = Participant.objects.filter(presences__user_meeting=meeting)
    return {person.code: person for person in people.select_related("raw_key__outer__outer")}


def _questions_of(evaluation: Evaluation) -> dict[str, Question]:
    """The questions of the approved guide by their words, to know them again in notes."""
    guide = evaluation.guides.filter(locked_on__isnull=False).order_by("version").last()
    asked = Question.objects.filter(theme__guide=guide).select_related("key__outer")
    return {folded(question.read("text")): question for question in asked if guide}


def _save(
    meeting: UserMeeting, rows: Iterable[Row], speakers: dict[str, Participant], by: Person
) -> int:
    last = meeting.statements.aggregate(last=Max("position"))["last"] or 0
    questions = _questions_of(meeting.evaluation)
    statements, wordings = [], []
    for place, row in enumerate(rows, start=last + 1):
        statement = Statement(
            user_meeting=meeting,
            position=place,
            speaker=speakers.get(row.speaker or ""),
            noted_by=by,
            kind=row.kind or "",
            question=questions.get(folded(row.question or "")),
            language=guess(row.words),
            raw_number=1,
        )
        statements.append(statement)
        wordings.append(new_raw(statement, row.words, number=1, reason=Reason.IMPORTED, by=by))
    Statement.objects.bulk_create(statements, batch_size=500)
    RawWording.objects.bulk_create(wordings, batch_size=500)
    return len(statements)


@transaction.atomic
def forget_old_previews() -> int:
    """Take away previews that are older than a day, and their keys. Returns how many."""
    old = list(ImportPreview.objects.filter(made_on__lt=clock.today() - PREVIEW_LASTS))
    ImportPreview.objects.filter(pk__in=[row.pk for row in old]).delete()
    keys.destroy([row.key_id for row in old])
    return len(old)
