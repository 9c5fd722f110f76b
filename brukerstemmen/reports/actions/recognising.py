"""What the team knows of how many people some pieces fit, and what a lead lets stand."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.masking.language import guess
from brukerstemmen.masking.mosaic import MOST_PIECES, Combination
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.reports.models import GroupSize
from brukerstemmen.reports.passages import floor_of, known_in
from brukerstemmen.reports.pointing import Pointing
from brukerstemmen.reports.recognised import as_text, contradicts
from brukerstemmen.reports.written import Written

LARGEST, LONGEST = 9999, 500  # people; characters of a reason


@transaction.atomic
def say_size(
    evaluation: Evaluation, pieces: Combination, size: int | None, *, by: Person
) -> GroupSize:
    """Say how many people have all of these pieces, whether they took part or not.

    size: from 1; None for more than enough. What a lead had let stand before falls: it was about
    another number. Raises PermissionDenied, or ValidationError if it cannot be.
    """
    evaluation = Evaluation.objects.select_for_update(of=("self",)).get(pk=evaluation.pk)
    require(by, Permission.WRITE_REPORT, evaluation)
    if not 0 < len(pieces) <= MOST_PIECES:
        raise ValidationError(_("Say what it is that fits so many."))
    if size is not None and not 1 <= size <= LARGEST:
        told = _("Write a number from 1 to %(largest)s.") % {"largest": LARGEST}
        raise ValidationError({"size": told})
    rows = _rows(evaluation)
    _refuse_what_cannot_be(evaluation, rows, pieces, size)
    text = as_text(pieces)
    there = next((row for row in rows if row.read("pieces") == text), None)
    row = there or GroupSize(evaluation=evaluation, key=evaluation.key)
    row.size, row.by, row.on = size, by, clock.today()
    row.decided_by = row.decided_on = None
    row.seal(pieces=text, why="")
    row.save()
    record(by=by, what="group.sized", about=evaluation)
    return row


def _rows(evaluation: Evaluation) -> list[GroupSize]:
    return list(evaluation.group_sizes.select_related("key__outer__outer"))


def _refuse_what_cannot_be(
    evaluation: Evaluation, rows: list[GroupSize], pieces: Combination, size: int | None
) -> None:
    floor = floor_of(evaluation.work)
    asked = floor if size is None else size
    others = [one for one in known_in(rows) if one.pieces != pieces]
    if contradicts(pieces, asked, others, floor=floor):
        told = _("That does not fit with what you have said before: more words never fit more.")
        raise ValidationError({"size": told})


@transaction.atomic
def let_stand(row: GroupSize, why: str, *, by: Person) -> GroupSize:
    """Let pieces go out although they fit few, knowingly. It holds for this number.

    Raises PermissionDenied, or ValidationError without a reason, for a reason that names
    somebody, or where nothing has to be decided.
    """
    row = GroupSize.objects.select_for_update(of=("self",)).get(pk=row.pk)
    require(by, Permission.RELEASE, row)
    why = why.strip().replace("\x00", "")
    if not why:
        raise ValidationError({"why": _("Write in a sentence why it may stand.")})
    if len(why) > LONGEST:
        raise ValidationError({"why": _("This is very long. Say it in fewer words.")})
    if row.size is None or row.size >= floor_of(row.work):
        raise ValidationError(_("This fits enough people. There is nothing to decide."))
    if names := Pointing(row.work).names_in(Written("why", why, guess(why))):
        told = _("This may point at somebody: %(found)s. Say it in other words.")
        raise ValidationError({"why": told % {"found": ", ".join(f"«{one}»" for one in names)}})
    row.decided_by, row.decided_on = by, clock.today()
    row.seal(why=why)
    row.save(update_fields=["decided_by", "decided_on", "why"])
    record(by=by, what="group.let_stand", about=row.evaluation)
    return row


def size_told(evaluation: Evaluation, pieces: Combination) -> GroupSize | None:
    """What the team has said about exactly these pieces."""
    text = as_text(pieces)
    return next((row for row in _rows(evaluation) if row.read("pieces") == text), None)
