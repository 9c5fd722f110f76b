"""In the room: what is said to each finding, what becomes of it, and new voices."""

import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.analysis.actions.findings import settle
from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues.actions.proposing import (  # the room's verbs, one name for all
    answer_proposal,
    change_proposal,
    propose,
    read_aloud,
    remove_proposal,
)
from brukerstemmen.dialogues.actions.standing import in_the_room, locked
from brukerstemmen.dialogues.finder import context_in_room, hits_of, refuse_names
from brukerstemmen.dialogues.models import Dialogue, DialogueReply, NewVoices, Outcome
from brukerstemmen.dialogues.sides import ReplyType, Side, Voice, has_both_views
from brukerstemmen.measures.models import Standing
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions.meetings import plan_meeting
from brukerstemmen.voices.actions.words import checked_words
from brukerstemmen.voices.models import UserMeeting

__all__ = [
    "answer_proposal",
    "begin_new_voices",
    "change_proposal",
    "change_reply",
    "note_reply",
    "propose",
    "read_aloud",
    "remove_proposal",
    "remove_reply",
    "settle_in_room",
]

LONGEST_FUNCTION = 120  # characters


@transaction.atomic
def note_reply(
    dialogue: Dialogue,
    finding: Finding,
    *,
    side: Side,
    type: ReplyType,
    words: str,
    function: str = "",
    voice: Voice = Voice.MAY_BE_USED,
    once: uuid.UUID | None = None,
    by: Person,
) -> DialogueReply:
    """Write down what somebody says to a finding, by side and type; never who.

    once: the form's own id, so that sending it twice writes it once.
    What may point at somebody is counted in open_hits, and keeps the reply out of the minutes.
    Raises PermissionDenied or ValidationError.
    """
    dialogue = in_the_room(dialogue, by)
    if once and (there := dialogue.replies.filter(pk=once).first()):
        return there
    _check_finding(dialogue, finding)
    last = dialogue.replies.aggregate(last=Max("number"))["last"] or 0
    reply = DialogueReply(
        pk=once or uuid.uuid4(),
        dialogue=dialogue,
        number=last + 1,
        finding=finding,
        key=dialogue.evaluation.key,
    )
    _say(reply, side, type, words, function, voice)
    reply.save(force_insert=True)
    return reply


def _check_finding(dialogue: Dialogue, *findings: Finding) -> None:
    if any(one.evaluation_id != dialogue.evaluation_id for one in findings):
        raise ValidationError(_("The finding belongs to another evaluation."))


def _say(
    reply: DialogueReply, side: Side, type: ReplyType, words: str, function: str, voice: Voice
) -> None:
    words, function = checked_words(words), " ".join(function.split())
    if len(function) > LONGEST_FUNCTION:
        raise ValidationError({"function": _("This is too long. Make it shorter.")})
    refuse_names(reply.work, function=function)
    reply.side, reply.type, reply.voice = Side(side), ReplyType(type), Voice(voice)
    reply.open_hits = len(hits_of(words, context_in_room(reply.work)))
    reply.seal(words=words, function=function)


@transaction.atomic
def change_reply(
    reply: DialogueReply,
    *,
    side: Side,
    type: ReplyType,
    words: str,
    function: str = "",
    voice: Voice = Voice.MAY_BE_USED,
    by: Person,
) -> DialogueReply:
    """Other words, or another side or type. The finder looks again.

    Raises PermissionDenied or ValidationError.
    """
    in_the_room(reply.dialogue, by)
    reply = DialogueReply.objects.select_related("dialogue__evaluation").get(pk=reply.pk)
    _say(reply, side, type, words, function, voice)
    reply.save()
    return reply


@transaction.atomic
def remove_reply(reply: DialogueReply, *, by: Person) -> None:
    """Somebody takes back what they said, or it was written twice.

    Raises PermissionDenied or ValidationError.
    """
    in_the_room(reply.dialogue, by)
    DialogueReply.objects.filter(pk=reply.pk).delete()


@transaction.atomic
def settle_in_room(
    dialogue: Dialogue,
    finding: Finding,
    *,
    standing: Standing,
    nuance: str = "",
    users_recognise: bool | None = None,
    service_recognises: bool | None = None,
    by: Person,
) -> Outcome:
    """What became of a finding in the room.

    nuance: what the dialogue added; where opinions are divided both views, as `both_views` puts
    them. users_recognise, service_recognises: None where nobody has said.
    Raises PermissionDenied or ValidationError.
    """
    dialogue = in_the_room(dialogue, by)
    _check_finding(dialogue, finding)
    standing, nuance = Standing(standing), nuance.strip()
    _check_outcome(standing, nuance)
    refuse_names(dialogue.work, nuance=nuance)
    outcome = dialogue.outcomes.filter(finding=finding).first() or Outcome(
        dialogue=dialogue, finding=finding, key=dialogue.evaluation.key
    )
    is_news = (outcome.standing, outcome.read("nuance")) != (standing, nuance)
    outcome.standing = standing
    outcome.users_recognise, outcome.service_recognises = users_recognise, service_recognises
    outcome.seal(nuance=nuance)
    outcome.save()
    if is_news or finding.standing != standing:
        settle(finding, standing, nuance=nuance, by=by)
        record(by=by, what="dialogue.settled", about=dialogue)
    return outcome


def _check_outcome(standing: Standing, nuance: str) -> None:
    if standing is Standing.PRELIMINARY:
        raise ValidationError({"standing": _("Choose what became of the finding.")})
    if standing is Standing.NUANCED and not nuance:
        raise ValidationError({"nuance": _("Write what the dialogue added.")})
    if standing is Standing.DISPUTED and not has_both_views(nuance):
        raise ValidationError({"nuance": _("Write both views. Neither wipes out the other.")})


@transaction.atomic
def begin_new_voices(dialogue: Dialogue, *, by: Person) -> UserMeeting:
    """The meeting in which new voices from the room are written down: with consent, reading aloud
    and masking like all others. One for each dialogue meeting.

    Raises PermissionDenied.
    """
    dialogue = locked(dialogue, by)
    there = NewVoices.objects.filter(dialogue=dialogue).select_related("user_meeting").first()
    if there is not None:
        return there.user_meeting
    told = {"number": dialogue.number}
    meeting = plan_meeting(
        dialogue.evaluation,
        name=_("New voices from dialogue meeting %(number)s") % told,
        planned_on=dialogue.on,
        by=by,
    )
    NewVoices.objects.create(dialogue=dialogue, user_meeting=meeting)
    record(by=by, what="dialogue.new_voices", about=dialogue)
    return meeting
