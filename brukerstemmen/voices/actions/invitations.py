"""Inviting: what is asked, slips for the service to hand out, and the replies that come."""

import uuid
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock, keys
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import holds, require
from brukerstemmen.people.journal import record, record_later
from brukerstemmen.people.keys import make_key
from brukerstemmen.people.marks import mark_of_code, mark_of_token
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import codes, retention
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.models import Contact, Invitation, Participant, SlipSheet
from brukerstemmen.voices.models.identity import Need, Wish

SLIPS_LAST = timedelta(days=90)
REACH = ("name", "telephone", "email", "address")
LONGEST = {"name": 80, "telephone": 30, "email": 120, "address": 200}


@transaction.atomic
def describe_invitation(
    evaluation: Evaluation, *, contact: Person, telephone: str, by: Person, **more: Any
) -> Invitation:
    """Who is named on slips and letters, and what people are asked.

    more: words_until, asks_recording, asks_research, for_young.
    Raises PermissionDenied, or ValidationError if the contact is not on the team.
    """
    require(by, Permission.INVITE, evaluation)
    if not holds(contact, Permission.INVITE, evaluation):
        raise ValidationError({"contact": _("Choose somebody on the team.")})
    if not telephone.strip():
        raise ValidationError({"telephone": _("Write a number people can call.")})
    until = more.get("words_until")
    if until is not None and until <= clock.today():
        raise ValidationError({"words_until": _("Choose a day to come.")})
    invitation, _made = Invitation.objects.update_or_create(
        evaluation=evaluation,
        defaults={"contact": contact, "telephone": telephone.strip(), **more},
    )
    record(by=by, what="invitation.described", about=evaluation)
    return invitation


@transaction.atomic
def make_slips(
    evaluation: Evaluation,
    *,
    where: str,
    language: str,
    by: Person,
    until: date | None = None,
    once: uuid.UUID | None = None,
) -> SlipSheet:
    """A sheet of slips. All slips of a sheet are alike, so that a reply does not tell which
    slip it came from, and the service cannot tell who has replied.

    Raises PermissionDenied, or ValidationError if nobody is named on it yet.
    """
    evaluation = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    require(by, Permission.INVITE, evaluation)
    if once and (there := evaluation.slip_sheets.filter(pk=once).first()):
        return there
    if not Invitation.objects.filter(evaluation=evaluation).exists():
        raise ValidationError(_("Say first who people can call."))
    code, token = codes.new_code(), codes.new_token()
    last = evaluation.slip_sheets.aggregate(last=Max("number"))["last"] or 0
    sheet = SlipSheet(
        pk=once or uuid.uuid4(),
        evaluation=evaluation,
        number=last + 1,
        language=language,
        mark=mark_of_code(code),
        link_mark=mark_of_token(token),
        made_on=clock.today(),
        until=until or clock.today() + SLIPS_LAST,
        made_by=by,
        key=evaluation.key,
    )
    sheet.seal(code=code, token=token, where=where.strip())
    sheet.save(force_insert=True)
    record(by=by, what="slips.made", about=evaluation)
    return sheet


@transaction.atomic
def revoke_slips(sheet: SlipSheet, *, by: Person) -> None:
    """The slips of this sheet open nothing any more, from the next request on.

    Raises PermissionDenied.
    """
    require(by, Permission.INVITE, sheet)
    SlipSheet.objects.filter(pk=sheet.pk, revoked_on__isnull=True).update(revoked_on=clock.today())
    record(by=by, what="slips.revoked", about=sheet.evaluation)


@transaction.atomic
def reply(
    sheet: SlipSheet,
    *,
    wish: Wish,
    reach: dict[str, str],
    needs: Iterable[Need] = (),
    language: str = "nb",
    is_young: bool = False,
    once: uuid.UUID | None = None,
) -> Contact:
    """Somebody answers on a slip. No name is needed, only one way to reach them.

    Raises ValidationError with what to change.
    """
    told = _checked_reach(reach)
    if not any(told.get(way) for way in ("telephone", "email", "address")):
        raise ValidationError(_("Write one way we can reach you: telephone, e-mail or address."))
    there = Contact.objects.filter(pk=once).first() if once else None
    if there is not None and there.evaluation_id == sheet.evaluation_id:
        return there
    contact = _new_contact(sheet.evaluation, told, pk=None if there else once)
    contact.wish, contact.language, contact.is_young = Wish(wish), language, is_young
    contact.needs = ",".join(sorted({Need(need).value for need in needs}))
    contact.save(force_insert=True)
    _count_waiting(sheet.evaluation_id)
    record_later(what="slip.replied", about=sheet.evaluation)
    return contact


def _checked_reach(reach: dict[str, str]) -> dict[str, str]:
    told = {way: " ".join(reach.get(way, "").replace("\x00", "").split()) for way in REACH}
    too_long = {
        way: _("This is too long. At most %(n)s characters.") % {"n": LONGEST[way]}
        for way, text in told.items()
        if len(text) > LONGEST[way]
    }
    if too_long:
        raise ValidationError(too_long)
    if told["email"]:
        _refuse_half_an_email(told["email"])
    return told


def _refuse_half_an_email(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError:
        almost = _("Look at the e-mail address again. Something is missing.")
        raise ValidationError({"email": almost}) from None


def _new_contact(
    evaluation: Evaluation, told: dict[str, str], *, pk: uuid.UUID | None = None
) -> Contact:
    contact = Contact(
        pk=pk or uuid.uuid4(),
        evaluation=evaluation,
        came_on=clock.today(),
        key=make_key(content=Zone.Z4_IDENTITY, outer=evaluation.identity_key),
    )
    contact.seal(**told)
    return contact


@transaction.atomic
def write_contact(
    participant: Participant, *, reach: dict[str, str], by: Person | None
) -> Contact | None:
    """How to reach a participant, as they want it. Nothing written: what was known is forgotten.

    by: None when they write it at their own door.
    Raises PermissionDenied or ValidationError.
    """
    if by is not None:
        require(by, Permission.SEE_CONTACT, participant)
    participant = Participant.objects.select_for_update().get(pk=participant.pk)
    _refuse_if_gone(participant)
    told = _checked_reach(reach)
    there = Contact.objects.filter(participant=participant).first()
    if there is not None and not any(told.values()):
        forget([there])
        return None
    if there is None:
        if not any(told.values()):
            return None
        there = _new_contact(participant.evaluation, told)
        there.participant = participant
        there.save(force_insert=True)
    else:
        there.seal(**told)
        there.save()
    if by is not None:
        record(by=by, what="contact.written", about=participant.evaluation)
    return there


def _refuse_if_gone(participant: Participant) -> None:
    if participant.is_withdrawn:
        raise ValidationError(_("%(code)s has withdrawn.") % {"code": participant.code})


@transaction.atomic
def answer_reply(contact: Contact, *, by: Person, participant: Participant | None = None) -> None:
    """The centre has been in touch with somebody who replied on a slip.

    participant: the code they got, if they take part. Raises PermissionDenied or ValidationError.
    """
    require(by, Permission.SEE_CONTACT, contact)
    if participant is not None:
        participant = Participant.objects.select_for_update().get(pk=participant.pk)
        _refuse_if_gone(participant)
    if participant is not None and (
        participant.evaluation_id != contact.evaluation_id
        or Contact.objects.filter(participant=participant).exclude(pk=contact.pk).exists()
    ):
        raise ValidationError(_("This code belongs to somebody else."))
    contact.answered_on, contact.answered_by = clock.today(), by
    contact.participant = participant or contact.participant
    contact.save(update_fields=["answered_on", "answered_by", "participant"])
    _count_waiting(contact.evaluation_id)
    if participant is not None and contact.is_young:
        Participant.objects.filter(pk=participant.pk).update(is_young=True)
    record(by=by, what="slip.answered", about=contact.evaluation)


def forget(contacts: Iterable[Contact]) -> int:
    """Destroy what we know of how to reach somebody. Returns how many."""
    rows = list(contacts)
    Contact.objects.filter(pk__in=[row.pk for row in rows]).delete()
    keys.destroy([row.key_id for row in rows])
    for evaluation in {row.evaluation_id for row in rows}:
        _count_waiting(evaluation)
    return len(rows)


def _count_waiting(evaluation: uuid.UUID) -> None:
    """How many replies wait, where the overview can read it: a number, and nothing of whose."""
    waiting = Contact.objects.filter(
        evaluation=evaluation, participant__isnull=True, answered_on__isnull=True
    )
    Invitation.objects.filter(evaluation=evaluation).update(replies_waiting=waiting.count())


@transaction.atomic
def forget_reply(contact: Contact, *, by: Person) -> None:
    """Somebody who replied does not take part after all. Raises PermissionDenied."""
    require(by, Permission.SEE_CONTACT, contact)
    forget([contact])
    record(by=by, what="slip.forgotten", about=contact.evaluation)


@transaction.atomic
def forget_old_replies() -> int:
    """Replies nobody came of are forgotten after the agreed days: also of those who got a code
    and have not said yes. Returns how many. A chore."""
    take_part = Participant.objects.who_said_yes()
    waiting = Contact.objects.filter(Q(participant__isnull=True) | ~Q(participant__in=take_part))
    return forget(
        [
            one
            for one in waiting
            if retention.over(retention.reply_until(one.came_on), on=clock.today())
        ]
    )
