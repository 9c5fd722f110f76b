"""Reading what somebody answers, and taking away what may show who they are. A person reads
every reply, and nothing unresolved goes on."""

import json
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.followups.finding import PARTS, context_in_round, hits_of, unresolved
from brukerstemmen.followups.models import MaskedReply, Reply
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions.words import hold
from brukerstemmen.voices.finding import thoroughly
from brukerstemmen.voices.models import Participant

LONGEST = 4000  # characters


@transaction.atomic
def read_reply(
    reply: Reply,
    *,
    notices: str,
    missing: str,
    kept: Mapping[str, str],
    version: int,
    by: Person,
) -> MaskedReply:
    """A person has read the reply, and these are the words that may go on.

    kept: what is found and stays, with the reason for each; never a telephone number, an address
    of mail or an identity number. version: of the reply that was read.
    Raises PermissionDenied, or ValidationError at the part that still points at somebody, or where
    the one who answered has changed it meanwhile, or where the models were to read it and did not.
    """
    # Whoever answered is held before the answer, in the order of one who leaves.
    hold(Participant.objects.filter(follow_up_replies=reply.pk))
    rows = Reply.objects.select_for_update(of=("self",)).select_related("follow_up__evaluation")
    reply = rows.get(pk=reply.pk)
    require(by, Permission.MASK, reply)
    if version != reply.version:
        raise ValidationError(_("It has been changed since you opened it. Read it once more."))
    words = {"notices": _checked(notices, "notices"), "missing": _checked(missing, "missing")}
    with thoroughly():
        reasons = _kept_in(reply, words, kept)
    masked = MaskedReply.objects.filter(reply=reply).first() or MaskedReply(reply=reply)
    masked.key, masked.version, masked.read_by = reply.key, reply.version, by
    masked.seal(**words, kept=json.dumps(reasons) if reasons else "")
    masked.save()
    record(by=by, what="follow_up.read", about=reply.follow_up)
    return masked


def _kept_in(reply: Reply, words: Mapping[str, str], kept: Mapping[str, str]) -> dict[str, str]:
    """What stays although it is found, with why. Raises ValidationError for anything else."""
    context, reasons = context_in_round(reply.follow_up), {}
    given = {text: why.strip() for text, why in kept.items()}
    refusals: dict[str, str] = {}
    for part in PARTS:
        hits = hits_of(words[part], reply, context)
        if left := list(dict.fromkeys(hit.text for hit in unresolved(hits, given))):
            listed = ", ".join(f"«{one}»" for one in left)
            sentence = _(
                "This may point at somebody: %(found)s. Take it away, or say why it stays."
            )
            refusals[part] = sentence % {"found": listed}
        reasons |= {hit.text: given[hit.text] for hit in hits if given.get(hit.text)}
    if refusals:
        raise ValidationError(refusals)
    return reasons


def _checked(words: str, part: str) -> str:
    words = words.strip().replace("\x00", "").replace("\r\n", "\n")
    if len(words) > LONGEST:
        raise ValidationError({part: _("This is very long. Make it shorter.")})
    return words
