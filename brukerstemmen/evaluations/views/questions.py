"""Changing the question guide: themes and questions, while the version is open."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from brukerstemmen.evaluations.actions import guide as actions
from brukerstemmen.evaluations.fingerprints import fingerprint
from brukerstemmen.evaluations.forms.guide import (
    AddQuestionForm,
    QuestionForm,
    RenameThemeForm,
    ThemeForm,
    of_question,
)
from brukerstemmen.evaluations.models import GuideTheme, Question
from brukerstemmen.evaluations.reading_guide import latest_guide, questions, themes
from brukerstemmen.evaluations.views.frame import evaluation_of, here, shown
from brukerstemmen.evaluations.views.guide import guide_page, guide_path
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import reach


def _theme(request: HttpRequest, slug: str, theme: uuid.UUID) -> GuideTheme:
    which = {"pk": theme, "guide__evaluation__work__slug": slug}
    return reach(themes(), request.user, Permission.EDIT_GUIDE, **which)


def _question(request: HttpRequest, slug: str, question: uuid.UUID) -> Question:
    which = {"pk": question, "theme__guide__evaluation__work__slug": slug}
    return reach(questions(), request.user, Permission.EDIT_GUIDE, **which)


def _to_theme(slug: str, theme: GuideTheme) -> HttpResponse:
    return redirect(reverse("evaluations:guide", args=[slug]) + f"#t-{theme.pk}")


@require_POST
def add_theme(request: HttpRequest, slug: str) -> HttpResponse:
    """A theme to ask about."""
    evaluation = evaluation_of(request, slug, Permission.EDIT_GUIDE)
    form = ThemeForm(request.POST)
    newest = latest_guide(evaluation)
    if newest is not None and form.is_valid():
        try:
            made = actions.add_theme(newest, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return _to_theme(slug, made)
    return guide_page(request, evaluation, theme_form=form)


@require_POST
def add_question(request: HttpRequest, slug: str, theme: uuid.UUID) -> HttpResponse:
    """An open question in one of the turns."""
    found = _theme(request, slug, theme)
    form = AddQuestionForm.to(found, request.POST)
    if form.is_valid():
        try:
            actions.add_question(found, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return _to_theme(slug, found)
    return guide_page(request, found.guide.evaluation, question_form=(found, form))


def _page(
    request: HttpRequest, template: str, within: GuideTheme, label: str, **context: Any
) -> Any:
    evaluation = within.guide.evaluation
    path = (guide_path(evaluation), here(request, label))
    return shown(request, template, evaluation, *path, **context)


@require_http_methods(["GET", "HEAD", "POST"])
def change_theme(request: HttpRequest, slug: str, theme: uuid.UUID) -> HttpResponse:
    """Another name for a theme."""
    found = _theme(request, slug, theme)
    title = found.read("title")
    form = RenameThemeForm(
        request.POST if request.method == "POST" else None, initial={"title": title}
    )
    if form.is_bound and form.is_valid():
        try:
            seen = request.POST.get("seen", "")
            actions.rename_theme(found, by=request.user, seen=seen, **form.cleaned_data)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return _to_theme(slug, found)
    label = _("Change the theme")
    return _page(
        request,
        "evaluations/theme.html",
        found,
        label,
        form=form,
        theme=found,
        title=title,
        seen=fingerprint(title),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def change_question(request: HttpRequest, slug: str, question: uuid.UUID) -> HttpResponse:
    """Another wording, turn or origin."""
    found = _question(request, slug, question)
    now = of_question(found)
    form = QuestionForm(request.POST if request.method == "POST" else None, initial=now)
    if form.is_bound and form.is_valid():
        try:
            seen = request.POST.get("seen", "")
            actions.change_question(found, by=request.user, seen=seen, **form.cleaned_data)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return _to_theme(slug, found.theme)
    label = _("Change the question")
    seen_now = fingerprint(now["text"])
    return _page(
        request,
        "evaluations/question.html",
        found.theme,
        label,
        form=form,
        question=found,
        seen=seen_now,
    )


@require_POST
def remove_theme(request: HttpRequest, slug: str, theme: uuid.UUID) -> HttpResponse:
    """Take a theme and its questions out of an open version."""
    found = _theme(request, slug, theme)
    try:
        actions.remove_theme(found, by=request.user)
    except ValidationError as refusal:
        return guide_page(request, found.guide.evaluation, reasons=refusal.messages)
    return redirect("evaluations:guide", slug)


@require_POST
def remove_question(request: HttpRequest, slug: str, question: uuid.UUID) -> HttpResponse:
    """Take a question out of an open version."""
    found = _question(request, slug, question)
    try:
        actions.remove_question(found, by=request.user)
    except ValidationError as refusal:
        return guide_page(request, found.theme.guide.evaluation, reasons=refusal.messages)
    return _to_theme(slug, found.theme)
