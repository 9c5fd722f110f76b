"""One sentence for each measure, to those who spoke."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.followups.story import codes_in
from brukerstemmen.measures.actions.standing_in import text
from brukerstemmen.measures.models import FeedbackLine, Measure
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person, Work
from brukerstemmen.reports.pointing import refuse_what_points

LONGEST_LINE = 240  # characters: what fits on a poster, and in a tired head


@transaction.atomic
def write_line(measure: Measure, words: str, *, by: Person) -> FeedbackLine:
    """What those who spoke are told of this measure. The newest holds; the same twice is one.

    Raises PermissionDenied, or ValidationError if it says nothing, too much, or points at somebody.
    """
    measure = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    require(by, Permission.RELEASE, measure)
    told = text(
        " ".join(words.split()), "words", needed=_("Write the sentence."), longest=LONGEST_LINE
    )
    last = measure.feedback_lines.order_by("number").last()
    if last is not None and last.words == told:
        return last
    refuse_what_is_not_ours_to_tell(measure.work, told, "words")
    number = (measure.feedback_lines.aggregate(last=Max("number"))["last"] or 0) + 1
    line = FeedbackLine.objects.create(
        measure=measure, number=number, words=told, by=by, on=clock.today()
    )
    record(by=by, what="feedback_line.written", about=measure.work)
    return line


def refuse_what_is_not_ours_to_tell(work: Work, words: str, field: str) -> None:
    """What goes out to people names nobody, counts no few, and holds no participant's number.

    Raises ValidationError at the field.
    """
    if found := codes_in(words):
        told = _("Take away the number of a participant: %(found)s.")
        raise ValidationError({field: told % {"found": ", ".join(found)}})
    refuse_what_points(work, words, field)
