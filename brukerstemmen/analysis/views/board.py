"""Doors to the board."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from brukerstemmen.analysis import board as boards
from brukerstemmen.analysis.actions import themes as verbs
from brukerstemmen.analysis.actions.keys import turn_keys
from brukerstemmen.analysis.forms import NoteForm, ThemeForm, ThemesForm, choices_of
from brukerstemmen.analysis.models import Theme
from brukerstemmen.analysis.selection import WITHOUT_THEME, Selection
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import reach
from brukerstemmen.voices.models import Statement
from brukerstemmen.voices.models.statements import StatementKind


def _evaluation(request: HttpRequest, slug: str) -> Evaluation:
    return reach(Evaluation.objects, request.user, Permission.SORT, work__slug=slug)


def _statement(request: HttpRequest, slug: str, pk: uuid.UUID) -> Statement:
    return reach(
        Statement.objects,
        request.user,
        Permission.SORT,
        pk=pk,
        user_meeting__evaluation__work__slug=slug,
    )


def _theme(request: HttpRequest, slug: str, pk: Any) -> Theme:
    return reach(Theme.objects, request.user, Permission.SORT, pk=pk, evaluation__work__slug=slug)


@require_safe
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """Statements that are ready, under their meetings, with the themes beside."""
    return _shown(request, _evaluation(request, slug), "analysis/board.html")


def _shown(
    request: HttpRequest, evaluation: Evaluation, template: str, undone: str = ""
) -> HttpResponse:
    selection = Selection.read(request.GET)
    shown = boards.board_of(evaluation, selection)
    context = {
        **_frame(evaluation, _("Themes")),
        "board": shown,
        "selection": selection,
        "tabs": _tabs(evaluation, selection, shown.counts, shown.themes),
        "new_themes": ThemesForm(auto_id="new-%s"),
        "keys_off": not request.user.board_keys,
        "undone": undone,
    }
    return render(request, template, context)


def _frame(evaluation: Evaluation, page: str) -> dict[str, Any]:
    slug, title = evaluation.work.slug, evaluation.work.title
    crumbs = [
        {"label": _("Evaluations"), "url": reverse("journey:evaluations")},
        {"label": title, "url": reverse("journey:evaluation", args=[slug])},
        {"label": _("Themes"), "url": reverse("analysis:board", args=[slug])},
    ]
    if page != _("Themes"):
        crumbs.append({"label": page, "url": ""})
    return {"evaluation": evaluation, "slug": slug, "title": title, "page": page, "crumbs": crumbs}


def _tabs(
    evaluation: Evaluation,
    selection: Selection,
    counts: boards.Counts,
    themes: list[boards.ThemeOnBoard],
) -> list[dict[str, Any]]:
    """All, those without a theme, the theme that is shown, and each kind."""
    at = reverse("analysis:board", args=[evaluation.work.slug])
    views = [
        (_("All"), {"theme": "", "kind": ""}, counts.ready),
        (_("Without a theme"), {"theme": WITHOUT_THEME, "kind": ""}, counts.unsorted),
    ]
    views += [
        (theme.name, {"theme": str(theme.pk), "kind": ""}, theme.count)
        for theme in themes
        if str(theme.pk) == selection.theme
    ]
    views += [
        (StatementKind(kind).label, {"theme": "", "kind": kind}, number)
        for kind, number in counts.kinds.items()
    ]
    here = {"theme": selection.theme, "kind": selection.kind}
    return [
        {
            "label": label,
            "url": at + selection.but(**asked),
            "count": count,
            "current": asked == here,
        }
        for label, asked, count in views
    ]


def _back(request: HttpRequest, slug: str, anchor: str = "") -> HttpResponseBase:
    """To the board as it was asked for."""
    query = Selection.read(request.GET).query
    address = reverse("analysis:board", args=[slug]) + query
    if request.htmx:
        return HttpResponseClientRedirect(address)
    return redirect(f"{address}#{anchor}" if anchor else address)


def _changed(request: HttpRequest, slug: str, statement: Statement, said: str) -> HttpResponseBase:
    """The card as it is now with the counts beside it, or the whole board again."""
    if not request.htmx:
        return _back(request, slug, f"s-{statement.pk}")
    evaluation = statement.user_meeting.evaluation
    selection = Selection.read(request.GET)
    themes = boards.themes_of(evaluation)
    counts = boards.counts_of(evaluation)
    context = {
        "slug": slug,
        "selection": selection,
        "themes": themes,
        "counts": counts,
        "tabs": _tabs(evaluation, selection, counts, themes),
        "card": boards.cards_of([statement], themes)[0],
        "said": said,
    }
    return render(request, "analysis/_changed.html", context)


@require_POST
def give(request: HttpRequest, slug: str, statement: uuid.UUID) -> HttpResponseBase:
    """One more theme for a statement."""
    row = _statement(request, slug, statement)
    if not (chosen := request.POST.get("theme")):
        return _back(request, slug, f"s-{row.pk}")
    theme = _theme(request, slug, _id_or_none(chosen))
    try:
        verbs.give(row, theme, by=request.user)
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
        return _back(request, slug)
    return _changed(request, slug, row, _("Sorted"))


@require_POST
def take(request: HttpRequest, slug: str, statement: uuid.UUID) -> HttpResponseBase:
    """A theme less for a statement."""
    row = _statement(request, slug, statement)
    theme = _theme(request, slug, _id_or_none(request.POST.get("theme", "")))
    try:
        verbs.take(row, theme, by=request.user)
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
        return _back(request, slug)
    return _changed(request, slug, row, _("Taken out of the theme"))


def _id_or_none(value: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(value)
    except ValueError:
        return None


@require_POST
def note(request: HttpRequest, slug: str, statement: uuid.UUID) -> HttpResponseBase:
    """A note to a statement. An empty one takes it away."""
    row = _statement(request, slug, statement)
    form = NoteForm(request.POST)
    if form.is_valid():
        verbs.note(row, text=form.cleaned_data["text"], by=request.user)
        return _changed(request, slug, row, _("The note is saved"))
    context = {**_frame(row.user_meeting.evaluation, _("Note")), "form": form, "label": _("Save")}
    return render(request, "analysis/form.html", context, status=422)


@require_POST
def save_page(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Everything that was chosen in the plain form, at once."""
    evaluation = _evaluation(request, slug)
    changed = verbs.sort_page(evaluation, choices_of(request.POST), by=request.user)
    said = ngettext("%(number)s statement is sorted.", "%(number)s statements are sorted.", changed)
    messages.success(request, said % {"number": changed} if changed else _("Nothing was changed."))
    return _back(request, slug)


@require_POST
def undo(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Take back one's own latest step."""
    evaluation = _evaluation(request, slug)
    statement = verbs.undo(evaluation, by=request.user)
    said = _("There is nothing to undo.")
    if statement is not None:
        number = boards.number_of(statement)
        said = _("Undone for statement %(number)s.") % {"number": number}
    if request.htmx:
        return _shown(request, evaluation, "analysis/_board.html", said)
    messages.info(request, said)
    return _back(request, slug, f"s-{statement.pk}" if statement else "")


@require_POST
def keys(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Turn the single keys on or off, and remember it."""
    _evaluation(request, slug)
    turn_keys(request.POST.get("keys") == "on", by=request.user)
    if request.htmx:
        return HttpResponse(status=204)
    return _back(request, slug)


@require_http_methods(["GET", "HEAD", "POST"])
def add_themes(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Write several themes at once."""
    evaluation = _evaluation(request, slug)
    form = ThemesForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            verbs.add_themes(evaluation, form.lines(), by=request.user)
            return _back(request, slug)
        except ValidationError as refusal:
            form.add_error(None, refusal)
    return _form(request, evaluation, _("New themes"), form, _("Add the themes"))


def _form(
    request: HttpRequest, evaluation: Evaluation, page: str, form: Any, label: str, **more: Any
) -> HttpResponse:
    context = {**_frame(evaluation, page), "form": form, "label": label, "theme": None, **more}
    return render(request, "analysis/form.html", context, status=422 if form.is_bound else 200)


@require_POST
def ten_marks(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Begin with the ten marks of a good service."""
    verbs.begin_with_ten_marks(_evaluation(request, slug), by=request.user)
    return _back(request, slug)


@require_http_methods(["GET", "HEAD", "POST"])
def theme(request: HttpRequest, slug: str, theme: uuid.UUID) -> HttpResponseBase:
    """Another name, and what belongs there."""
    row = _theme(request, slug, theme)
    there = {"name": row.read("name"), "definition": row.read("definition"), "mark": row.mark}
    form = ThemeForm(request.POST or None, initial=there)
    if request.method == "POST" and form.is_valid():
        try:
            verbs.describe_theme(row, **form.cleaned_data, by=request.user)
            return _back(request, slug)
        except ValidationError as refusal:
            form.add_error(None, refusal)
    return _form(request, row.evaluation, _("Change the theme"), form, _("Save"), theme=row)


@require_POST
def looked_at(request: HttpRequest, slug: str, theme: uuid.UUID) -> HttpResponseBase:
    """Somebody has looked at a theme in which something was taken away."""
    verbs.look_at_theme(_theme(request, slug, theme), by=request.user)
    return _back(request, slug)


@require_http_methods(["GET", "HEAD", "POST"])
def remove_theme(request: HttpRequest, slug: str, theme: uuid.UUID) -> HttpResponseBase:
    """Ask first, then take the theme away."""
    row = _theme(request, slug, theme)
    if request.method == "POST":
        verbs.remove_theme(row, by=request.user)
        messages.success(request, _("The theme is removed."))
        return _back(request, slug)
    context = {
        **_frame(row.evaluation, _("Remove the theme")),
        "theme": row,
        "name": row.read("name"),
        "count": row.codings.count(),
    }
    return render(request, "analysis/remove.html", context)
