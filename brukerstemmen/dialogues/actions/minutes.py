"""Minutes: written, read, and approved by both sides. Before that, nothing of a meeting counts."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.dialogues.actions.standing import locked, take_back_approvals
from brukerstemmen.dialogues.finder import NOT_READ, context_in_room, hits_of, refuse_names
from brukerstemmen.dialogues.models import Dialogue, DialogueState, MinutesApproval
from brukerstemmen.evaluations.fingerprints import was_changed
from brukerstemmen.masking import remembering
from brukerstemmen.people import clock
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person

LONGEST = 60_000  # characters; some twenty pages
LONGEST_FUNCTION = 120
PROPOSED = ("title", "owner", "notice", "reason")  # the words of a proposal


@transaction.atomic
def write_minutes(dialogue: Dialogue, text: str, *, seen: str = "", by: Person) -> Dialogue:
    """The minutes as they stand from now on: held → minutes. Who had approved is asked again.

    seen: the fingerprint of the text the writer was shown; minutes that somebody else changed
    meanwhile are not wiped out.
    Raises PermissionDenied or ValidationError.
    """
    dialogue = locked(dialogue, by)
    text = "\n".join(line.rstrip() for line in text.strip().splitlines())
    now = dialogue.read("minutes")
    if dialogue.state != DialogueState.PLANNED and text and text == now:
        return dialogue
    _check_text(dialogue, text)
    if was_changed(now, seen=seen, wanted=text):
        raise ValidationError(
            {"text": _("Somebody else has changed the minutes meanwhile. Yours stand here.")}
        )
    dialogue.seal(minutes=text)
    dialogue.state = DialogueState.MINUTES
    dialogue.save(update_fields=["minutes", "state"])
    take_back_approvals(dialogue, by)
    record(by=by, what="minutes.written", about=dialogue)
    return dialogue


def _check_text(dialogue: Dialogue, text: str) -> None:
    if dialogue.state == DialogueState.PLANNED:
        raise ValidationError(_("Open the meeting first."))
    if dialogue.proposals.filter(became__isnull=False).exists():
        raise ValidationError(
            _("What was agreed on has gone to the service. Hold a new meeting to change it.")
        )
    if not text:
        raise ValidationError({"text": _("Write the minutes first.")})
    if len(text) > LONGEST:
        raise ValidationError({"text": _("This is too long. Make it shorter.")})
    refuse_names(dialogue.work, text=text)


def _look_once_more(dialogue: Dialogue) -> None:
    """The models may not have answered when it was written down; from now on it counts. Replies in
    which they see more are left out, as if it had been seen in the room.

    Raises ValidationError.
    """
    failures, context = remembering.failures(), context_in_room(dialogue.work)
    proposals = dialogue.proposals.select_related("key__outer__outer")
    outcomes = dialogue.outcomes.select_related("key__outer__outer")
    agreed = [one.read(part) for one in proposals for part in PROPOSED]
    agreed += [one.read("nuance") for one in outcomes]
    refuse_names(dialogue.work, minutes=dialogue.read("minutes"), agreed="\n".join(agreed))
    for reply in dialogue.replies.filter(open_hits=0).select_related("key__outer__outer"):
        reply.open_hits = len(hits_of(reply.read("words"), context))
        if reply.open_hits:
            reply.save(update_fields=["open_hits"])
    if remembering.failures() != failures:
        raise ValidationError(NOT_READ)


@transaction.atomic
def approve_minutes(
    dialogue: Dialogue, *, of_users: bool, said_by: str, seen: str = "", by: Person
) -> None:
    """One side says yes to the minutes as they stand. When both have: minutes → approved.

    said_by: as a function, such as "two of the participants"; never a name.
    seen: the fingerprint of the text they were read; a yes to another text is no yes.
    Raises PermissionDenied or ValidationError.
    """
    dialogue = locked(dialogue, by)
    if dialogue.state in {DialogueState.PLANNED, DialogueState.HELD}:
        raise ValidationError(_("The minutes must be written first."))
    if was_changed(dialogue.read("minutes"), seen=seen, wanted=""):
        raise ValidationError(_("The minutes have been changed. Read them once more."))
    said_by = " ".join(said_by.split())
    if not said_by:
        raise ValidationError({"said_by": _("Write who said yes, as a function.")})
    if len(said_by) > LONGEST_FUNCTION:
        raise ValidationError({"said_by": _("This is too long. Make it shorter.")})
    refuse_names(dialogue.work, said_by=said_by)
    if dialogue.approvals.filter(of_users=of_users).exists():
        return
    _look_once_more(dialogue)
    approval = MinutesApproval(
        dialogue=dialogue,
        of_users=of_users,
        on=clock.today(),
        registered_by=by,
        key=dialogue.evaluation.key,
    )
    approval.seal(said_by=said_by)
    approval.save(force_insert=True)
    record(by=by, what="minutes.approved", about=dialogue)
    if dialogue.approvals.count() > 1:
        dialogue.state = DialogueState.APPROVED
        dialogue.save(update_fields=["state"])
