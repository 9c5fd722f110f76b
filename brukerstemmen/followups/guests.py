"""Who a visit belongs to that came with a slip about a change, or with a receipt."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from brukerstemmen.followups.actions.replying import is_open
from brukerstemmen.followups.models import FeltSlips, Reply, ReplyQuerySet
from brukerstemmen.people import clock
from brukerstemmen.people.entry import RECOGNISE, Guest, Visit, Way
from brukerstemmen.voices import other_ways
from brukerstemmen.voices.other_ways import OtherWay


@dataclass(frozen=True)
class FeltGuest:
    """Somebody with a slip: information and three questions. They open nothing that is sealed;
    what they write gets keys of its own."""

    slips: FeltSlips

    @property
    def keys(self) -> frozenset[uuid.UUID]:
        return frozenset()


@dataclass(frozen=True)
class ReceiptGuest:
    """Somebody who has answered on a slip: that one answer, to see it or take it away."""

    reply: Reply

    @property
    def keys(self) -> frozenset[uuid.UUID]:
        return frozenset({self.reply.key_id, self.reply.raw_key_id})


def felt_guest(visit: Visit) -> Guest | None:
    rows = FeltSlips.objects.holding(clock.today())
    found = rows.select_related("follow_up__evaluation__work__centre")
    slips = found.filter(pk=visit.about).first()
    return FeltGuest(slips) if slips and is_open(slips.follow_up) else None


def receipt_guest(visit: Visit) -> Guest | None:
    """As long as the answer is there and its evaluation is not closed: then no code opens."""
    found = _with_receipt().select_related("follow_up__evaluation__work__centre")
    reply = found.filter(pk=visit.about).first()
    return ReceiptGuest(reply) if reply else None


def _with_receipt() -> ReplyQuerySet:
    return (
        Reply.objects.of_new_users()
        .exclude(receipt_mark="")
        .filter(follow_up__evaluation__work__closed_on__isnull=True)
    )


def _slips_of(mark: Mapping[str, str]) -> uuid.UUID | None:
    rows = FeltSlips.objects.holding(clock.today()).filter(
        **mark,
        follow_up__opened_on__isnull=False,
        follow_up__closed_on__isnull=True,
        follow_up__answer_by__gte=clock.today(),
        follow_up__evaluation__work__closed_on__isnull=True,
    )
    return rows.values_list("pk", flat=True).first()


def _reply_of(mark: Mapping[str, str]) -> uuid.UUID | None:
    """Only a typed code: no picture leads to a receipt."""
    rows = _with_receipt().filter(receipt_mark=mark.get("mark", "-"))
    return rows.values_list("pk", flat=True).first()


def _language_of(about: uuid.UUID) -> str:
    return str(FeltSlips.objects.values_list("language", flat=True).get(pk=about))


def be_ready() -> None:
    """Tell the entrance who these visits belong to. Called once, when the app is ready."""
    RECOGNISE.update({Way.FELT: felt_guest, Way.RECEIPT: receipt_guest})
    other_ways.add(OtherWay(Way.FELT, _slips_of, "followups:felt_info", _language_of))
    other_ways.add(OtherWay(Way.RECEIPT, _reply_of, "followups:receipt"))
