"""The question guide: reading it, and its versions."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from brukerstemmen.evaluations.actions import guide as actions
from brukerstemmen.evaluations.forms.guide import AddQuestionForm, ThemeForm
from brukerstemmen.evaluations.members import interviewers_who_may_approve
from brukerstemmen.evaluations.models import Evaluation, GuideTheme, QuestionGuide
from brukerstemmen.evaluations.reading_guide import guides, latest_guide, themes_of, versions
from brukerstemmen.evaluations.views.frame import evaluation_of, here, shown
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import reach


def guide_path(evaluation: Evaluation) -> tuple[str, str]:
    return _("Question guide"), reverse("evaluations:guide", args=[evaluation.work.slug])


@require_safe
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    """The version that is worked on, or the newest one."""
    evaluation = evaluation_of(request, slug, Permission.SEE_WORK)
    return guide_page(request, evaluation)


def guide_page(
    request: HttpRequest,
    evaluation: Evaluation,
    *,
    theme_form: ThemeForm | None = None,
    question_form: tuple[GuideTheme, AddQuestionForm] | None = None,
    reasons: list[str] | None = None,
) -> HttpResponse:
    """The guide with its forms; one of them may come back with what was not right."""
    newest = latest_guide(evaluation)
    themes = themes_of(newest) if newest else []
    wrong = {question_form[0].pk: question_form[1]} if question_form else {}
    rows = [(one, wrong.get(one.theme.pk) or AddQuestionForm.to(one.theme)) for one in themes]
    page = shown(
        request,
        "evaluations/guide.html",
        evaluation,
        guide_path(evaluation),
        guide=newest,
        rows=rows,
        questions=sum(len(one.questions) for one in themes),
        theme_form=theme_form or ThemeForm(),
        wrong_theme=question_form[0].pk if question_form else None,
        reasons=reasons or [],
        approvers=interviewers_who_may_approve(evaluation),
        may_approve=actions.may_approve(evaluation, request.user),
    )
    page.status_code = 422 if theme_form or question_form or reasons else 200
    return page


@require_POST
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin the first version, or a new one from the newest."""
    evaluation = evaluation_of(request, slug, Permission.EDIT_GUIDE)
    actions.begin_guide(evaluation, by=request.user)
    return redirect("evaluations:guide", slug)


@require_POST
def lock(request: HttpRequest, slug: str) -> HttpResponse:
    """Approve and lock the version that is worked on."""
    evaluation = evaluation_of(request, slug, Permission.EDIT_GUIDE)
    newest = latest_guide(evaluation)
    if newest is None:
        return redirect("evaluations:guide", slug)
    try:
        actions.lock_guide(newest, by=request.user)
    except ValidationError as refusal:
        return guide_page(request, evaluation, reasons=refusal.messages)
    messages.success(request, _("The guide is approved and locked."))
    return redirect("evaluations:guide", slug)


@require_safe
def all_versions(request: HttpRequest, slug: str) -> HttpResponse:
    """Every version, the newest first."""
    evaluation = evaluation_of(request, slug, Permission.SEE_WORK)
    path = (guide_path(evaluation), here(request, _("Versions")))
    return shown(
        request, "evaluations/versions.html", evaluation, *path, versions=versions(evaluation)
    )


@require_safe
def version(request: HttpRequest, slug: str, version: int) -> HttpResponse:
    """One version, to read or to take along on paper."""
    found: QuestionGuide = reach(
        guides(),
        request.user,
        Permission.SEE_WORK,
        evaluation__work__slug=slug,
        version=version,
    )
    label = _("Version %(number)s") % {"number": version}
    path = (guide_path(found.evaluation), here(request, label))
    return shown(
        request,
        "evaluations/version.html",
        found.evaluation,
        *path,
        guide=found,
        themes=themes_of(found),
    )
