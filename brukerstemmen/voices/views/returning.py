"""Doors to giving people their words back: how far it has come, letters, and texts."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock, gates, paper
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.voices import tasks
from brukerstemmen.voices.actions import texting
from brukerstemmen.voices.actions import validation as verbs
from brukerstemmen.voices.forms.returning import DeadlineForm, told_from, ways_from
from brukerstemmen.voices.models.validation import OfferedBy
from brukerstemmen.voices.showing import letters as letter_showing
from brukerstemmen.voices.showing import returning as showing
from brukerstemmen.voices.showing import texting as text_showing
from brukerstemmen.voices.views.frame import NOT_RIGHT, evaluation_of, page, sent

P = Permission
USUAL = timedelta(days=14)


def _at(evaluation: Evaluation, name: str = "validation") -> str:
    return reverse(f"voices:{name}", args=[evaluation.work.slug])


def _path(evaluation: Evaluation) -> list[tuple[str, str]]:
    return [(_("Words given back"), _at(evaluation))]


def _round(evaluation: Evaluation) -> showing.Round:
    around = showing.round_of(evaluation)
    if around is None:
        raise Http404
    return around


@require_http_methods(["GET", "POST"])
def validation(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Who has been offered their words and by which way, and how many have answered."""
    if request.method == "POST":
        evaluation = evaluation_of(request, slug, P.ANSWER_FOR)
        around = _round(evaluation)
        verbs.keep_offers(
            around.row,
            ways=ways_from(request.POST),
            told=told_from(request.POST),
            by=request.user,
        )
        messages.success(request, _("Saved."))
        return redirect(_at(evaluation))
    evaluation = evaluation_of(request, slug, P.SEE_MATERIAL)
    people = showing.people_of(evaluation)
    return page(
        request,
        "voices/validation.html",
        evaluation,
        _("Words given back"),
        coverage=showing.coverage_of(evaluation),
        around=showing.round_of(evaluation),
        waiting=[one for one in people if not one.has_answered],
        answered=[one for one in people if one.has_answered],
        ways=OfferedBy.choices,
        leads=gates.holds(request.user, P.RUN_VALIDATION, evaluation),
    )


@require_http_methods(["GET", "POST"])
def validation_open(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Give back what is ready, until a day; again: what came since, or another day."""
    evaluation = evaluation_of(request, slug, P.RUN_VALIDATION)
    around = showing.round_of(evaluation)
    first = around.deadline if around and around.is_open else clock.today() + USUAL
    form = DeadlineForm(sent(request), initial={"deadline": first})
    coverage = showing.coverage_of(evaluation)
    if request.method == "POST" and form.is_valid():
        try:
            verbs.open_round(evaluation, by=request.user, **form.cleaned_data)
            return redirect(_at(evaluation))
        except ValidationError as refusal:
            put_on(form, refusal)
    return page(
        request,
        "voices/validation_open.html",
        evaluation,
        _opening(around, coverage),
        NOT_RIGHT if form.is_bound else 200,
        path=_path(evaluation),
        form=form,
        around=around,
        coverage=coverage,
    )


def _opening(around: showing.Round | None, coverage: showing.Coverage) -> str:
    """What the page is called: the same as the button that led there."""
    if around is None:
        return _("Give the words back")
    return _("Give these back too") if coverage.ready else _("Another day")


@require_http_methods(["GET", "POST"])
def validation_letters(request: HttpRequest, slug: str) -> HttpResponseBase:
    """A letter for each who gets their words by post, to print; then: they are posted."""
    evaluation = evaluation_of(request, slug, P.ANSWER_FOR)
    around = _round(evaluation)
    letters = letter_showing.letters_of(around.row, to_all=_to_all(request))
    if request.method == "POST":
        told = verbs.mark_offered([letter.person for letter in letters], by=request.user)
        said = ngettext("%(n)s letter is posted.", "%(n)s letters are posted.", told)
        messages.success(request, said % {"n": told})
        return redirect(_at(evaluation))
    return page(
        request,
        "voices/letters.html",
        evaluation,
        _("Letters to print"),
        path=_path(evaluation),
        letters=letters,
        to_all=_to_all(request),
        lacks_address=not evaluation.work.centre.profile.post_address,
        can_make_pdf=paper.can_make(),
    )


def _to_all(request: HttpRequest) -> bool:
    return request.GET.get("til") == "alle"


@require_safe
def validation_letters_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The same letters as a file for the printer."""
    evaluation = evaluation_of(request, slug, P.ANSWER_FOR)
    letters = letter_showing.letters_of(_round(evaluation).row, to_all=_to_all(request))
    if not letters or not paper.can_make():
        raise Http404
    made = paper.pdf_of("voices/letters_paper.html", {"letters": letters})
    headers = {"Content-Disposition": f'attachment; filename="{_("letters")}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


@require_http_methods(["GET", "POST"])
def validation_texts(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Short texts to those who look by themselves: who gets one, and how it went. By number."""
    evaluation = evaluation_of(request, slug, P.RUN_VALIDATION)
    around = _round(evaluation).row
    if request.method == "POST":
        texting.queue_texts(around, by=request.user)
        tasks.send_texts.enqueue(around.pk)
        messages.success(request, _("The texts are on their way. Look here again in a minute."))
        return redirect(_at(evaluation, "validation_texts"))
    return page(
        request,
        "voices/texts.html",
        evaluation,
        _("Short texts"),
        path=_path(evaluation),
        texts=text_showing.texts_of(around),
    )
