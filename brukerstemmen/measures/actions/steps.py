"""Writing a step of a measure, and finding one that was sent before."""

from dataclasses import dataclass

from django.db.models import Max

from brukerstemmen.measures.models import Measure, MeasureStep
from brukerstemmen.people import clock
from brukerstemmen.people.models import Person


@dataclass(frozen=True)
class Speaker:
    """Who says a step, and who writes it down."""

    said_by: str
    by: Person
    on_behalf: bool


def write_step(measure: Measure, reason: str, speaker: Speaker) -> MeasureStep:
    """The next step, as the measure stands now."""
    last = measure.steps.aggregate(last=Max("number"))["last"] or 0
    return MeasureStep.objects.create(
        measure=measure,
        number=last + 1,
        status=measure.status,
        reason=reason.strip(),
        said_by=speaker.said_by,
        registered_by=speaker.by,
        on_behalf=speaker.on_behalf,
        on=clock.today(),
    )


def same_step(measure: Measure, reason: str, speaker: Speaker) -> MeasureStep | None:
    """The last step, if the same was said today by the same."""
    last = measure.steps.order_by("number").last()
    said = (reason, speaker.said_by, speaker.by.pk, clock.today())
    if last and (last.reason, last.said_by, last.registered_by_id, last.on) == said:
        return last
    return None
