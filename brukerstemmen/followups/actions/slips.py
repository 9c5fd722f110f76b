"""Open slips for those who use the service now. They open three questions and nobody's words."""

import uuid
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.followups.actions.replying import is_open
from brukerstemmen.followups.models import FeltSlips, FollowUp
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.marks import mark_of_code, mark_of_token
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import codes
from brukerstemmen.voices.models import Invitation

MOST = 400  # in one sheet: more are handed out as another sheet
SLIPS_LAST = timedelta(days=90)


@transaction.atomic
def make_slips(
    follow_up: FollowUp,
    *,
    number: int,
    language: str = "nb",
    by: Person,
    once: uuid.UUID | None = None,
) -> FeltSlips:
    """So many slips, all alike. As many can answer as there are slips. Sent twice it is one sheet.

    Raises PermissionDenied, or ValidationError where the round is not open or nobody is named.
    """
    rows = FollowUp.objects.select_for_update(of=("self",)).select_related("evaluation__work")
    follow_up = rows.get(pk=follow_up.pk)
    require(by, Permission.INVITE, follow_up)
    if once and (there := follow_up.slips.filter(pk=once).first()):
        return there
    _refuse_slips(follow_up, number)
    code, token = codes.new_code(), codes.new_token()
    last = follow_up.slips.aggregate(last=Max("number"))["last"] or 0
    made = FeltSlips(
        pk=once or uuid.uuid4(),
        follow_up=follow_up,
        number=last + 1,
        language=language,
        mark=mark_of_code(code),
        link_mark=mark_of_token(token),
        made_on=clock.today(),
        until=_until(follow_up),
        most=number,
        made_by=by,
        key=follow_up.evaluation.key,
    )
    made.seal(code=code, token=token)
    made.save(force_insert=True)
    record(by=by, what="felt_slips.made", about=follow_up, count=number)
    return made


def _refuse_slips(follow_up: FollowUp, number: int) -> None:
    if not is_open(follow_up):
        raise ValidationError(_("The round is not open."))
    if not 1 <= number <= MOST:
        told = {"fewest": 1, "most": MOST}
        raise ValidationError({"number": _("Write a number from %(fewest)s to %(most)s.") % told})
    if not Invitation.objects.filter(evaluation=follow_up.evaluation_id).exists():
        raise ValidationError(_("Say first who people can call."))


def _until(follow_up: FollowUp) -> date:
    return follow_up.answer_by or clock.today() + SLIPS_LAST


@transaction.atomic
def stop_slips(slips: FeltSlips, *, by: Person) -> None:
    """These slips open nothing any more, from the next request on. What is answered stays.

    Raises PermissionDenied.
    """
    require(by, Permission.INVITE, slips)
    standing = FeltSlips.objects.filter(pk=slips.pk, revoked_on__isnull=True)
    if standing.update(revoked_on=clock.today()):
        record(by=by, what="felt_slips.stopped", about=slips.follow_up)
