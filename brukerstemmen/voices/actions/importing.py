"""Taking in notes that exist already: a preview first, and nothing lost."""

import base64
import uuid
from collections.abc import Mapping
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.masking.language import guess
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions.statements import LONGEST, new_raw, open_for_writing
from brukerstemmen.voices.models import (
    ImportPreview,
    Participant,
    RawWording,
    Statement,
    UserMeeting,
)
from brukerstemmen.voices.models.statements import Reason
from brukerstemmen.voices.notes import Field, Reading, Row, read_file, read_text

PREVIEW_LASTS = timedelta(days=1)
UNKNOWN_SPEAKER = ""


@transaction.atomic
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

    Raises PermissionDenied, ValidationError, or `notes.Unreadable` with a plain reason.
    """
    meeting = open_for_writing(meeting, by)
    if once and (there := ImportPreview.objects.filter(pk=once, user_meeting=meeting).first()):
        return there
    if not pasted.strip() and not content:
        raise ValidationError(_("Paste your notes, or choose a file."))
    content, name = (pasted.encode(), "") if pasted.strip() else (content, name)
    _read(content, name, {})
    row = ImportPreview(
        pk=once or uuid.uuid4(),
        user_meeting=meeting,
        by=by,
        made_on=clock.today(),
        key=meeting.evaluation.raw_key,
    )
    row.seal(source=base64.b85encode(content).decode("ascii"), source_name=name)
    row.save(force_insert=True)
    return row


def _read(content: bytes, name: str, mapping: Mapping[str, Field]) -> Reading:
    return read_file(content, name, mapping=mapping) if name else read_text(content.decode())


def reading_of(row: ImportPreview, mapping: Mapping[str, Field] | None = None) -> Reading:
    """What is understood of a preview, with the columns as the user has mapped them."""
    return _read(base64.b85decode(row.read("source")), row.read("source_name"), mapping or {})


@transaction.atomic
def take_in(
    row: ImportPreview,
    *,
    by: Person,
    mapping: Mapping[str, Field] | None = None,
    unknown_as_nobody: bool = False,
) -> int:
    """Make statements of the rows of a preview. Twice is once. Returns how many there are.

    unknown_as_nobody: a speaker who is not registered in the meeting becomes unknown; without
    it such notes are refused as a whole, so that nobody's words end up under the wrong key.
    Raises PermissionDenied or ValidationError.
    """
    row = ImportPreview.objects.select_for_update().get(pk=row.pk)
    if row.taken_in is not None:
        require(by, Permission.WRITE_DOWN, row)
        return row.taken_in
    meeting = open_for_writing(row.user_meeting, by)
    rows = reading_of(row, mapping).rows
    speakers = speakers_of(meeting)
    missing = sorted({r.speaker for r in rows if r.speaker and r.speaker not in speakers})
    if missing and not unknown_as_nobody:
        raise ValidationError(
            _("Not registered in this meeting: %s. Register them, or let them be unknown.")
            % ", ".join(missing)
        )
    row.taken_in = _save(meeting, rows, speakers, by)
    row.seal(source="", source_name="")
    row.save()
    record(by=by, what="notes.taken_in", about=meeting, count=row.taken_in)
    return row.taken_in


def speakers_of(meeting: UserMeeting) -> dict[str, Participant]:
    """Those present, by code."""
    people = Participant.objects.filter(presences__user_meeting=meeting).select_related("raw_key")
    return {person.code: person for person in people}


def _save(
    meeting: UserMeeting, rows: list[Row], speakers: dict[str, Participant], by: Person
) -> int:
    last = meeting.statements.aggregate(last=Max("position"))["last"] or 0
    statements, wordings = [], []
    for place, row in enumerate(rows, start=last + 1):
        statement = Statement(
            user_meeting=meeting,
            position=place,
            speaker=speakers.get(row.speaker or ""),
            kind=row.kind or "",
            language=guess(row.words),
            raw_number=1,
        )
        statements.append(statement)
        wordings.append(
            new_raw(statement, row.words[:LONGEST], number=1, reason=Reason.IMPORTED, by=by)
        )
    Statement.objects.bulk_create(statements, batch_size=500)
    RawWording.objects.bulk_create(wordings, batch_size=500)
    return len(statements)


def forget_old_previews() -> int:
    """Take away previews that are older than a day. Returns how many."""
    old = ImportPreview.objects.filter(made_on__lt=clock.today() - PREVIEW_LASTS)
    return old.delete()[0]
