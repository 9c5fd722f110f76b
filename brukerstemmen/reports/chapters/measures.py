"""What the service answers, and the measures that are agreed on: what it has said itself."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from brukerstemmen.measures.models import Answer, AnsweredMatter, Matter, Measure
from brukerstemmen.measures.states import Says
from brukerstemmen.measures.wording import SAYS, STATUSES
from brukerstemmen.people.models import Work
from brukerstemmen.reports.chapters.texts import parts_of
from brukerstemmen.reports.document import Heading, Paragraph, Part, Table


def agreed_on(work: Work, text: str) -> list[Part]:
    """text: the centre's recommendations, which come first."""
    return [*parts_of(text), *_measures(work), *_answers(work)]


def measures_of(work: Work) -> list[Measure]:
    return list(Measure.objects.filter(work=work).prefetch_related("matters"))


def _measures(work: Work) -> list[Part]:
    measures = measures_of(work)
    if not measures:
        return [Paragraph(_("No measures have been agreed on yet."))]
    header = (
        _("Measure"),
        _("Finding"),
        _("Owner"),
        _("Deadline"),
        _("How a user will notice"),
        _("Status"),
    )
    rows = tuple(_row(measure) for measure in measures)
    return [Heading(_("Measures"), 3), Table(_("What is to be done, and by whom"), header, rows)]


def _row(measure: Measure) -> tuple[str, ...]:
    findings = sorted(matter.number for matter in measure.matters.all())
    return (
        measure.title,
        ", ".join(map(str, findings)),
        measure.owner or _("not decided"),
        # The month is enough to hold on to, and no day stands in a report.
        date_format(measure.deadline, "F Y") if measure.deadline else _("not decided"),
        measure.notice or _("not decided"),
        str(STATUSES[measure.status_now]),
    )


def _answers(work: Work) -> list[Part]:
    """To each finding what the service said last. What is not answered is seen as such."""
    matters = list(Matter.objects.filter(work=work))
    if not matters:
        return []
    newest = newest_answers(matters)
    rows = tuple(_answered(matter, newest.get(matter.pk)) for matter in matters)
    header = (_("Finding"), _("The service says"), _("Because"))
    caption = _("The service’s answer to each finding")
    return [Heading(_("What the service answers"), 3), Table(caption, header, rows)]


def newest_answers(matters: Iterable[Matter]) -> dict[object, Answer]:
    rows = AnsweredMatter.objects.filter(matter__in=list(matters)).select_related("answer")
    return {row.matter_id: row.answer for row in rows.order_by("answer__number")}


def _answered(matter: Matter, answer: Answer | None) -> tuple[str, str, str]:
    finding = f"{matter.number}. {matter.title}"
    if answer is None:
        return finding, _("Not answered yet"), "–"
    return finding, str(SAYS[Says(answer.says)]), answer.reason or "–"
