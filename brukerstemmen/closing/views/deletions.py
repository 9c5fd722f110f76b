"""Doors to the deletion log, which proves itself, and to what goes on which day."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from brukerstemmen.closing import retention
from brukerstemmen.closing.proving import prove
from brukerstemmen.closing.showing import deletions as showing
from brukerstemmen.closing.views.closing import at
from brukerstemmen.people.access import Permission
from brukerstemmen.reports.views.frame import evaluation_of, page


@require_safe
def log(request: HttpRequest, slug: str) -> HttpResponse:
    """Every line, and whether everything is as they say: looked at now, not remembered."""
    evaluation = evaluation_of(request, slug, Permission.SEE_WORK)
    proof = prove(evaluation.work)
    return page(
        request,
        "closing/log.html",
        evaluation,
        _("Deletion log"),
        path=[(pgettext("the end of an evaluation", "Closing"), at(evaluation))],
        lines=showing.lines_of(evaluation.work),
        proof=proof,
        wrong=showing.wrong_in(proof),
    )


@require_safe
def clocks(request: HttpRequest, slug: str) -> HttpResponse:
    """What goes on which day, and who answers for it."""
    evaluation = evaluation_of(request, slug, Permission.SEE_WORK)
    return page(
        request,
        "closing/clocks.html",
        evaluation,
        _("What goes when"),
        path=[(pgettext("the end of an evaluation", "Closing"), at(evaluation))],
        coming=retention.coming(evaluation),
        answers=retention.who_answers(evaluation),
    )
