"""What the pages of closing show: what is missing, what goes, and what stays."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from brukerstemmen.closing import days, destroying
from brukerstemmen.closing.actions import stops_of
from brukerstemmen.closing.models import Closing
from brukerstemmen.closing.states import Stop
from brukerstemmen.closing.wording import STOPS, numbers
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.states import Wanting
from brukerstemmen.followups.wanting import standing


@dataclass(frozen=True)
class Standing:
    """Where an evaluation is on its way to the end."""

    row: Closing | None
    stops: list[Stop]
    wanting: Wanting
    reason: str
    until: date | None

    @property
    def may_close(self) -> bool:
        return not self.stops

    @property
    def is_offered(self) -> bool:
        return bool(self.row and self.row.print_offered_on)


def standing_of(evaluation: Evaluation) -> Standing:
    row = Closing.objects.filter(evaluation=evaluation).select_related("closed_by", "key").first()
    if row is not None:
        row.evaluation = evaluation
    known = [day for day in days.words_until(evaluation).values() if day is not None]
    return Standing(
        row=row,
        stops=stops_of(evaluation),
        wanting=standing(evaluation),
        reason=row.read("without_feedback") if row else "",
        until=max(known, default=None),
    )


def missing(evaluation: Evaluation, stops: list[Stop]) -> list[dict[str, Any]]:
    """Each with the way to see to it."""
    slug = evaluation.work.slug
    where = {
        Stop.FEEDBACK: reverse("followups:feedback", args=[slug]),
        Stop.PRINT: "#prepare",
        Stop.OPEN_ROUND: reverse("followups:rounds", args=[slug]),
        Stop.UNREAD: reverse("voices:meetings", args=[slug]),
    }
    return [{"sentence": STOPS[stop], "hard": True, "url": where[stop]} for stop in stops]


def going(evaluation: Evaluation) -> list[str]:
    """What there is to destroy, in numbers, as sentences. In a request of Z4."""
    there = destroying.is_left(evaluation)
    there["keys"] = len(destroying.live(destroying.raw_keys_of(evaluation)))
    return [sentence for label, number in there.items() if (sentence := numbers(label, number))]
