"""Who in the service answers for a measure, and handing it over so that nothing is lost."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.measures.holders import holder_now, in_the_service
from brukerstemmen.measures.models import Measure, MeasureHolder, MeasureStep
from brukerstemmen.measures.states import AGREED
from brukerstemmen.people import clock
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person

from .standing_in import function, hold, speaks_on_behalf, text
from .steps import Speaker, same_step, write_step

__all__ = ["hand_over", "hold_measure", "holder_now"]


@transaction.atomic
def hold_measure(measure: Measure, person: Person, *, by: Person) -> MeasureHolder:
    """Name who answers for it from today. Whoever did before stays on the list, until today.

    Raises PermissionDenied, or ValidationError for somebody who has no role in the service here.
    """
    measure, _on_behalf = _held(measure, by)
    held = _open_row(measure)
    row = _let_hold(measure, person, held, by)
    if row != held:
        record(by=by, what="measure.held", about=measure.work)
    return row


@transaction.atomic
def hand_over(
    measure: Measure, *, owner: str, person: Person | None, reason: str, said_by: str, by: Person
) -> MeasureStep:
    """Another function owns it, and another person answers for it, or nobody yet.

    Steps, deadline and all that was said stay; a step tells who owned it and why it went over.
    The same sent twice is one. Raises PermissionDenied or ValidationError.
    """
    measure, on_behalf = _held(measure, by)
    work = measure.work
    owner = function(work, owner, "owner", needed=measure.status_now in AGREED)
    reason = text(reason, "reason", needed=_("Write why it goes over, for those who come after."))
    speaker = Speaker(function(work, said_by, "said_by"), by, on_behalf)
    before, held = measure.owner, _open_row(measure)
    row = _let_hold(measure, person, held, by)
    if owner == before and row == held:
        return _sent_again(measure, reason, speaker)
    measure.owner = owner
    measure.save(update_fields=["owner"])
    told = _told(reason, before if owner != before else "", anew=row not in (None, held))
    step = write_step(measure, told, speaker)
    record(by=by, what="measure.handed_over", about=work)
    return step


def _held(measure: Measure, by: Person) -> tuple[Measure, bool]:
    """The measure, held, and whether it is the lead who writes for the service."""
    hold(measure.work)
    row = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    return row, speaks_on_behalf(row.work, by)


def _open_row(measure: Measure) -> MeasureHolder | None:
    return MeasureHolder.objects.filter(measure=measure, until__isnull=True).first()


def _let_hold(
    measure: Measure, person: Person | None, held: MeasureHolder | None, by: Person
) -> MeasureHolder | None:
    """The row of the one who answers from now on; `held` if that is the same as before."""
    if person is not None and person not in in_the_service(measure.work):
        told = _("Choose somebody of the service who has a role here.")
        raise ValidationError({"person": told})
    if (held.person_id if held else None) == (person.pk if person else None):
        return held
    if held is not None:
        held.until = clock.today()
        held.save(update_fields=["until"])
    if person is None:
        return None
    return MeasureHolder.objects.create(
        measure=measure, person=person, since=clock.today(), registered_by=by
    )


def _sent_again(measure: Measure, reason: str, speaker: Speaker) -> MeasureStep:
    """The step that was sent twice. Raises ValidationError where nothing goes over."""
    last = measure.steps.order_by("number").last()
    if last and same_step(measure, last.reason, speaker) and last.reason.endswith(reason):
        return last
    told = _("It is theirs already. Choose another function, or another who answers for it.")
    raise ValidationError({"owner": told})


def _told(reason: str, before: str, *, anew: bool) -> str:
    """A step in words: never who, since steps may be read by everybody in the end."""
    lines = [_("%(what)s was: %(before)s") % {"what": _("Owner"), "before": before}]
    if anew:
        lines.append(_("Somebody else answers for it now."))
    return "\n".join([*(lines if before else lines[1:]), reason])
