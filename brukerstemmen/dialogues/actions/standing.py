"""Where a dialogue meeting stands while something is done to it: locked, open, or agreed on."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from brukerstemmen.dialogues.models import Dialogue, DialogueState
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person


def locked(dialogue: Dialogue, by: Person) -> Dialogue:
    """The meeting as it is now, for the rest of the transaction. Raises PermissionDenied."""
    dialogue = (
        Dialogue.objects.select_for_update(of=("self",))
        .select_related("evaluation__work")
        .get(pk=dialogue.pk)
    )
    require(by, Permission.RUN_DIALOGUE, dialogue)
    return dialogue


def not_agreed(dialogue: Dialogue, by: Person) -> Dialogue:
    """Locked, and not yet agreed on. Raises PermissionDenied or ValidationError."""
    dialogue = locked(dialogue, by)
    if dialogue.state == DialogueState.APPROVED:
        raise ValidationError(
            _("Both sides have approved the minutes. Change the minutes first, if they are wrong.")
        )
    return dialogue


def in_the_room(dialogue: Dialogue, by: Person) -> Dialogue:
    """Open for writing down what is said in the room. One who said yes to the minutes said it to
    what stood there then: that yes is taken back.

    Raises PermissionDenied or ValidationError.
    """
    dialogue = not_agreed(dialogue, by)
    if dialogue.state == DialogueState.PLANNED:
        raise ValidationError(_("Open the meeting first."))
    take_back_approvals(dialogue, by)
    return dialogue


def take_back_approvals(dialogue: Dialogue, by: Person) -> None:
    """What was approved is not what stands any more."""
    gone, _rows = dialogue.approvals.all().delete()
    if gone:
        record(by=by, what="minutes.taken_back", about=dialogue, count=gone)
