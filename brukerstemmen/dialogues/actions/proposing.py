"""Measures proposed on the spot: read aloud, agreed on by both sides, answered by the leader."""

import uuid
from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues.actions.standing import in_the_room
from brukerstemmen.dialogues.finder import refuse_names
from brukerstemmen.dialogues.models import Dialogue, LeaderSays, Proposal, ProposalFor
from brukerstemmen.measures.models import MeasureKind
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person

LONGEST_TITLE = 200  # characters, as in the plan of measures
LONGEST_OWNER = 120
LONGEST = 4000


@transaction.atomic
def propose(
    dialogue: Dialogue,
    findings: Iterable[Finding],
    *,
    title: str,
    owner: str = "",
    kind: MeasureKind = MeasureKind.ROUTINE,
    deadline: date | None = None,
    notice: str = "",
    once: uuid.UUID | None = None,
    by: Person,
) -> Proposal:
    """A measure that somebody in the room proposes, to one finding or several.

    owner: a function, never a name. notice: how a user will notice.
    once: the form's own id, so that sending it twice proposes it once.
    Raises PermissionDenied or ValidationError.
    """
    dialogue = in_the_room(dialogue, by)
    if once and (there := dialogue.proposals.filter(pk=once).first()):
        return there
    last = dialogue.proposals.aggregate(last=Max("number"))["last"] or 0
    proposal = Proposal(
        pk=once or uuid.uuid4(), dialogue=dialogue, number=last + 1, key=dialogue.evaluation.key
    )
    serves = list(findings)
    _write(proposal, serves, title, owner, notice)
    proposal.kind, proposal.deadline = MeasureKind(kind), deadline
    proposal.save(force_insert=True)
    _serve(proposal, serves)
    record(by=by, what="dialogue.proposed", about=dialogue)
    return proposal


def _write(
    proposal: Proposal, findings: list[Finding], title: str, owner: str, notice: str
) -> None:
    title, owner, notice = " ".join(title.split()), " ".join(owner.split()), notice.strip()
    if not title:
        raise ValidationError({"title": _("Write what is to be done.")})
    most = {"title": LONGEST_TITLE, "owner": LONGEST_OWNER, "notice": LONGEST}
    words = {"title": title, "owner": owner, "notice": notice}
    if long := [field for field, text in words.items() if len(text) > most[field]]:
        raise ValidationError({field: _("This is too long. Make it shorter.") for field in long})
    if not findings:
        raise ValidationError({"findings": _("Choose the finding it answers.")})
    if any(one.evaluation_id != proposal.dialogue.evaluation_id for one in findings):
        raise ValidationError({"findings": _("The finding belongs to another evaluation.")})
    refuse_names(proposal.work, **words)
    proposal.seal(**words)


def _serve(proposal: Proposal, findings: list[Finding]) -> None:
    proposal.serves.all().delete()
    chosen = {one.pk: one for one in findings}
    ProposalFor.objects.bulk_create(
        ProposalFor(proposal=proposal, finding=one) for one in chosen.values()
    )


def _open(proposal: Proposal, by: Person) -> Proposal:
    """The proposal as it is now, and open. Raises PermissionDenied or ValidationError."""
    in_the_room(proposal.dialogue, by)
    return Proposal.objects.select_related("dialogue__evaluation__work").get(pk=proposal.pk)


@transaction.atomic
def change_proposal(
    proposal: Proposal,
    findings: Iterable[Finding],
    *,
    title: str,
    owner: str = "",
    kind: MeasureKind = MeasureKind.ROUTINE,
    deadline: date | None = None,
    notice: str = "",
    by: Person,
) -> Proposal:
    """Other words. Then it is read aloud again, and both sides and the leader are asked again.

    Raises PermissionDenied or ValidationError.
    """
    proposal = _open(proposal, by)
    serves = list(findings)
    before = _as_it_stands(proposal)
    _write(proposal, serves, title, owner, notice)
    proposal.kind, proposal.deadline = MeasureKind(kind), deadline
    _serve(proposal, serves)
    if _as_it_stands(proposal) != before:
        proposal.read_aloud = proposal.users_agree = proposal.service_agrees = False
        proposal.says = ""
        proposal.seal(reason="")
    proposal.save()
    return proposal


def _as_it_stands(proposal: Proposal) -> tuple[object, ...]:
    """What the room has heard."""
    words = [proposal.read(field) for field in ("title", "owner", "notice")]
    serves = frozenset(proposal.serves.values_list("finding_id", flat=True))
    return (*words, MeasureKind(proposal.kind), proposal.deadline, serves)


@transaction.atomic
def remove_proposal(proposal: Proposal, *, by: Person) -> None:
    """Somebody takes back what they proposed. Raises PermissionDenied or ValidationError."""
    _open(proposal, by).delete()


@transaction.atomic
def read_aloud(proposal: Proposal, *, users_agree: bool, service_agrees: bool, by: Person) -> None:
    """The room has heard it, word by word; whether each side agrees that this is the proposal.

    Raises PermissionDenied or ValidationError.
    """
    proposal = _open(proposal, by)
    proposal.read_aloud = True
    proposal.users_agree, proposal.service_agrees = users_agree, service_agrees
    proposal.save(update_fields=["read_aloud", "users_agree", "service_agrees"])


@transaction.atomic
def answer_proposal(
    proposal: Proposal, says: LeaderSays, *, reason: str = "", by: Person
) -> Proposal:
    """What the leader says to it there and then. A no has a reason, which people will read.

    Raises PermissionDenied or ValidationError.
    """
    proposal = _open(proposal, by)
    says, reason = LeaderSays(says), reason.strip()
    if says is LeaderSays.NO and not reason:
        raise ValidationError(
            {"reason": _("Write why not. Those who proposed it will want to know.")}
        )
    if len(reason) > LONGEST:
        raise ValidationError({"reason": _("This is too long. Make it shorter.")})
    refuse_names(proposal.work, reason=reason)
    proposal.says = says
    proposal.seal(reason=reason)
    proposal.save(update_fields=["says", "reason"])
    return proposal
