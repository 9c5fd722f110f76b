"""What somebody answers in a round: those who took part, and those who use the service now.

Words are raw, and lie under keys of the one who wrote them. Where somebody answers without an
account nothing keeps the hour, and a reply does not tell which slip it came from.
"""

import hashlib
import json
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from brukerstemmen.followups.models import FeltSlips, FollowUp, MaskedReply, Reply, ReplyWords
from brukerstemmen.followups.states import RoundState
from brukerstemmen.measures.felt import Felt
from brukerstemmen.people import clock, keys
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record, record_later
from brukerstemmen.people.marks import mark_of_code
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import codes
from brukerstemmen.privacy.consent import Channel, Purpose
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions.consenting import allows
from brukerstemmen.voices.actions.validation import renew_keys
from brukerstemmen.voices.models import Participant

LONGEST = 2000  # characters in each of the two open questions


@dataclass(frozen=True)
class Given:
    """A reply, and the code of its receipt: shown now, kept nowhere. None where there is none."""

    reply: Reply
    receipt: str | None = None


@dataclass(frozen=True)
class _Said:
    """What is answered, checked."""

    felt: str
    words: dict[str, str]
    language: str
    channel: Channel
    by: Person | None

    @property
    def has_words(self) -> bool:
        return any(self.words.values())


@transaction.atomic
def reply(
    follow_up: FollowUp,
    *,
    participant: Participant | None,
    slips: FeltSlips | None = None,
    felt: Mapping[uuid.UUID, Felt],
    notices: str,
    missing: str,
    language: str = "nb",
    channel: Channel = Channel.OWN_LINK,
    by: Person | None = None,
    once: uuid.UUID | None = None,
) -> Given:
    """Answer whether measures are felt, or answer anew: what is written now is the whole answer.

    participant: one who took part, once in each round. None: somebody who uses the service now,
    with one of `slips`, or told to us. by: who wrote it down on behalf; None at one's own door.
    once: the form of a new user. Sent twice it is one reply, with the receipt shown last.
    Needs a capability for raw words. Raises PermissionDenied or ValidationError.
    """
    if participant is not None:
        # Before the round, in the order in which somebody who leaves is locked.
        participant = Participant.objects.select_for_update().get(pk=participant.pk)
    follow_up = _held(follow_up)
    _require(by, channel, follow_up, slips, participant)
    _refuse_if_over(follow_up)
    said = _Said(
        _checked_felt(follow_up, felt),
        {"notices": _checked(notices, "notices"), "missing": _checked(missing, "missing")},
        language,
        channel,
        by,
    )
    if not felt and not said.has_words:
        raise ValidationError(_("Nothing is answered yet. One answer is enough."))
    if participant is None:
        return _from_somebody_new(follow_up, slips, said, once)
    return _from_participant(follow_up, participant, said)


def _from_participant(follow_up: FollowUp, participant: Participant, said: _Said) -> Given:
    _refuse_if_not_part(participant, follow_up)
    there = follow_up.replies.filter(participant=participant).first()
    there = there or Reply(follow_up=follow_up, participant=participant)
    there.key, there.raw_key = participant.masked_key, participant.raw_key
    _write(there, said)
    return Given(there)


def _held(follow_up: FollowUp) -> FollowUp:
    rows = FollowUp.objects.select_for_update(of=("self",))
    return rows.select_related("evaluation__work").get(pk=follow_up.pk)


def _require(
    by: Person | None,
    channel: Channel,
    follow_up: FollowUp,
    slips: FeltSlips | None,
    participant: Participant | None,
) -> None:
    if by is not None:
        require(by, Permission.ANSWER_FOR, follow_up)
        if not channel.on_behalf:
            raise ValidationError({"channel": _("Say how you were told.")})
    elif channel.on_behalf or (participant is None) == (slips is None):
        raise PermissionDenied("somebody answers for themselves, as one of the two")


def is_open(follow_up: FollowUp) -> bool:
    """Whether a round takes answers today."""
    if follow_up.state is not RoundState.OPEN or follow_up.work.is_closed:
        return False
    return follow_up.answer_by is None or clock.today() <= follow_up.answer_by


def _refuse_if_over(follow_up: FollowUp) -> None:
    if not is_open(follow_up):
        raise ValidationError(_("This is closed now. You can call us and tell."))


def _refuse_if_not_part(participant: Participant, follow_up: FollowUp) -> None:
    if participant.evaluation_id != follow_up.evaluation_id:
        raise PermissionDenied("they took part in something else")
    if participant.is_withdrawn:
        raise ValidationError(_("%(code)s has withdrawn.") % {"code": participant.code})
    if not allows(participant, Purpose.TAKE_PART):
        raise ValidationError(_("There is no yes to taking part."))


def _checked_felt(follow_up: FollowUp, felt: Mapping[uuid.UUID, Felt]) -> str:
    asked = set(follow_up.asked.values_list("measure", flat=True))
    if set(felt) - asked:
        raise ValidationError(_("This round does not ask about that."))
    return json.dumps({str(pk): Felt(felt[pk]).value for pk in sorted(felt, key=str)})


def _checked(words: str, field: str) -> str:
    words = words.strip().replace("\x00", "").replace("\r\n", "\n")
    if len(words) > LONGEST:
        sentence = _("This is very long. At most %(n)s characters.") % {"n": LONGEST}
        raise ValidationError({field: sentence})
    return words


def _from_somebody_new(
    follow_up: FollowUp, slips: FeltSlips | None, said: _Said, once: uuid.UUID | None
) -> Given:
    pk = _reply_of(once or uuid.uuid4())
    there = follow_up.replies.of_new_users().filter(pk=pk).first()
    if there is None:
        if slips is not None:
            _use_one(follow_up, slips)
        there, old = Reply(pk=pk, follow_up=follow_up), []
    else:
        old = [there.key_id, there.raw_key_id]
        # Sealed under keys that nobody here can use: what is sent once more takes their place.
        ReplyWords.objects.filter(reply=there).delete()
        MaskedReply.objects.filter(reply=there).delete()
    evaluation = follow_up.evaluation
    there.key = keys.make_key(content=Zone.Z2_MASKED, outer=evaluation.key)
    there.raw_key = keys.make_key(content=Zone.Z3_RAW, outer=evaluation.raw_key)
    # What comes on paper has nobody to show a receipt to.
    code = None if said.channel is Channel.PAPER else codes.new_code()
    there.receipt_mark = mark_of_code(code) if code else ""
    _write(there, said)
    keys.destroy(old)
    return Given(there, codes.written(code) if code else None)


def _reply_of(once: uuid.UUID) -> uuid.UUID:
    """The id of the reply that a form makes. Whoever knows the reply does not know the form."""
    return uuid.UUID(bytes=hashlib.sha256(b"reply" + once.bytes).digest()[:16], version=4)


def _use_one(follow_up: FollowUp, slips: FeltSlips) -> None:
    mine = FeltSlips.objects.holding(clock.today()).filter(pk=slips.pk, follow_up=follow_up)
    if not mine.exists():
        raise ValidationError(_("This is closed now. You can call us and tell."))
    if not mine.filter(used__lt=F("most")).update(used=F("used") + 1):
        raise ValidationError(
            _("As many have answered as there were slips. You can call us and tell.")
        )


def _write(there: Reply, said: _Said) -> None:
    """Put it down. New words are another version, which somebody must read anew."""
    is_new = there._state.adding
    before = None if is_new else ReplyWords.objects.filter(reply=there).first()
    stood = {name: before.read(name) if before else "" for name in said.words}
    if not is_new and stood != said.words:
        there.version += 1
        MaskedReply.objects.filter(reply=there).delete()
    there.seal(felt=said.felt)
    there.has_words, there.language = said.has_words, said.language
    there.channel, there.registered_by = said.channel, said.by
    there.save()
    _write_words(there, before, said)
    if said.by is None:
        record_later(what="felt.answered", about=there)
    else:
        record(by=said.by, what="felt.answered_for", about=there.follow_up)


def _write_words(there: Reply, before: ReplyWords | None, said: _Said) -> None:
    if not said.has_words:
        ReplyWords.objects.filter(reply=there).delete()
        return
    row = before or ReplyWords(reply=there)
    row.key = there.raw_key
    row.seal(**said.words)
    row.save()


@transaction.atomic
def take_back(there: Reply, *, by: Person | None = None) -> None:
    """Take an answer away from everywhere, at any time and for no reason. What was told of all
    answers together stays as it was told.

    by: who does it on behalf. Needs a capability for raw words. Raises PermissionDenied.
    """
    if by is not None:
        require(by, Permission.WITHDRAW_FOR, there.follow_up)
    if there.participant_id is not None:
        Participant.objects.select_for_update().get(pk=there.participant_id)
    there_now = Reply.objects.select_for_update(of=("self",)).filter(pk=there.pk).first()
    if there_now is None:
        return
    # By day only, also on behalf: nobody who asks for this is to be found by an hour.
    record_later(what="felt.taken_back", about=there_now)
    own, participant = [there_now.key_id, there_now.raw_key_id], there_now.participant
    there_now.delete()
    if participant is None:
        keys.destroy(own)
    else:
        # What else is theirs lies under the same keys, and stays.
        renew_keys(participant)


def erase_again(_gone: Mapping[str, Collection[uuid.UUID]]) -> None:
    """In a database from before: answers whose keys are destroyed are gone, once more.

    A participant's raw key may have been renewed for another reason; then the answer stands. So it
    does where the evaluation is closed: nobody has raw words then, and masked ones have a day."""
    new_user = Q(
        participant__isnull=True,
        raw_key__wrapped__isnull=True,
        follow_up__evaluation__work__closed_on__isnull=True,
    )
    Reply.objects.filter(Q(key__wrapped__isnull=True) | new_user).delete()
    lost = ReplyWords.objects.filter(key__wrapped__isnull=True)
    Reply.objects.filter(words__in=lost).update(has_words=False)
    lost.delete()
