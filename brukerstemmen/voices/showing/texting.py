"""Who gets a short text, and how it went: by number, never to which telephone."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from brukerstemmen.people import texting
from brukerstemmen.voices.actions.texting import TO_SEND, text_of, to_text
from brukerstemmen.voices.models import Offer, ValidationRound
from brukerstemmen.voices.models.validation import OfferedBy, Texting

TONES = {
    Texting.NONE: "neutral",
    Texting.WAITING: "sol",
    Texting.SENDING: "warning",
    Texting.SENT: "success",
    Texting.FAILED: "danger",
}


@dataclass(frozen=True)
class Texted:
    """One person with whom a text is on its way, or has been."""

    offer: Offer

    @property
    def code(self) -> str:
        return self.offer.participant.code

    @property
    def state(self) -> Any:
        return Texting(self.offer.text_state).label

    @property
    def tone(self) -> str:
        return TONES[Texting(self.offer.text_state)]

    @property
    def failed(self) -> bool:
        return self.offer.text_state in {Texting.FAILED, Texting.SENDING}


@dataclass(frozen=True)
class Texts:
    """to_send: get one now. texted: have got one, or it failed. unreached: cannot get one."""

    text: str
    to_send: list[str]
    waiting: int
    texted: list[Texted]
    unreached: list[str]
    by_telephone: bool


def texts_of(around: ValidationRound) -> Texts:
    """As it stands now. Opens nothing of who people are."""
    reached = list(to_text(around).select_related("participant"))
    unreached = Offer.objects.filter(
        round=around, by_way_of=OfferedBy.CODE, answered_on__isnull=True
    ).exclude(pk__in=[offer.pk for offer in reached])
    begun = Offer.objects.filter(round=around).exclude(text_state=Texting.NONE)
    return Texts(
        text=text_of(around, get_language() or "nb"),
        to_send=[one.participant.code for one in reached if one.text_state in TO_SEND],
        waiting=sum(1 for one in reached if one.text_state == Texting.WAITING),
        texted=[Texted(offer) for offer in begun.select_related("participant")],
        unreached=[one.participant.code for one in unreached.select_related("participant")],
        by_telephone=texting.reaches_telephones(),
    )
