"""Doors to writing a finding: one thing at a time, and nothing that was typed is lost."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from brukerstemmen.analysis.actions import findings as verbs
from brukerstemmen.analysis.board import themes_of
from brukerstemmen.analysis.forms import FIELDS, FindingForm, Part
from brukerstemmen.analysis.models import Finding
from brukerstemmen.analysis.models.findings import Because
from brukerstemmen.analysis.selection import Selection
from brukerstemmen.analysis.showing.finding import theme_of
from brukerstemmen.analysis.views.rows import at, evaluation_of, finding_of, shown
from brukerstemmen.analysis.wording import READINGS
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.models import Turn
from brukerstemmen.voices.views.frame import NOT_RIGHT, page, sent

CHANGED_MEANWHILE = 409
STEPS = len(Part) + 1  # the statements come last
_TITLES = {
    Part.TITLE: gettext_lazy("Change title, turn and theme"),
    Part.SAID: gettext_lazy("Write what is said"),
    Part.QUESTION: gettext_lazy("Write the question"),
}


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Begin with one sentence, perhaps from a theme."""
    evaluation = evaluation_of(request, slug)
    form = FindingForm(
        sent(request),
        part=Part.TITLE,
        themes=_themes(evaluation),
        is_new=True,
        initial={"turn": Turn.IMPROVE, "theme": Selection.read(request.GET).theme},
    )
    if form.is_bound and form.is_valid():
        try:
            made = verbs.write_finding(
                evaluation, form.text(), **_beside(form, evaluation), by=request.user
            )
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            return redirect(at("finding_edit", made) + _after(Part.TITLE))
    context = {"form": form, "step": 1, "steps": STEPS, "label": _("Save and go on")}
    findings = (_("Findings"), reverse("analysis:findings", args=[slug]))
    status = NOT_RIGHT if form.is_bound else 200
    title = _("Write a finding")
    template = "analysis/finding_form.html"
    return page(request, template, evaluation, title, status, path=[findings], **context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str, finding: uuid.UUID) -> HttpResponseBase:
    """Write one part of a finding; the others stay as they are."""
    row = finding_of(request, slug, finding)
    part = _part(request)
    form = _form(request, row, part, sent(request))
    if not form.is_bound or not form.is_valid():
        return _page(request, row, part, form, NOT_RIGHT if form.is_bound else 200)
    try:
        _rewrite(request, row, form)
    except ValidationError as refusal:
        if getattr(refusal, "code", "") == verbs.STALE:
            return _changed_meanwhile(request, row, part, refusal)
        form.refuse(refusal)
        return _page(request, row, part, form, NOT_RIGHT)
    if _goes_on(request):
        ahead = "finding_evidence" if part is Part.QUESTION else "finding_edit"
        return redirect(at(ahead, row) + _after(part))
    messages.success(request, _("The finding is saved."))
    return redirect(at("finding", row))


def _part(request: HttpRequest) -> Part:
    asked = request.GET.get("part", "")
    return Part(asked) if asked in set(Part) else Part.TITLE


def _is_new(request: HttpRequest) -> bool:
    return request.GET.get("new") == "1"


def _goes_on(request: HttpRequest) -> bool:
    """Right after it was begun, unless the rest is to wait."""
    return _is_new(request) and "later" not in request.POST


def _after(part: Part) -> str:
    """What comes next when a finding is new, as the end of an address."""
    parts = list(Part)
    following = parts[parts.index(part) + 1 :]
    return f"?part={following[0]}&new=1" if following else "?new=1"


def _themes(evaluation: Evaluation) -> list[tuple[str, str]]:
    return [(str(theme.pk), theme.name) for theme in themes_of(evaluation)]


def _beside(form: FindingForm, evaluation: Evaluation) -> dict[str, Any]:
    """What goes with the sentence: the turn, the theme, and whether one alone has told it."""
    if "turn" not in form.fields:
        return {}
    told = form.cleaned_data
    theme = theme_of(evaluation, told["theme"])
    return {"turn": Turn(told["turn"]), "theme": theme, "is_single": told["is_single"]}


def _form(request: HttpRequest, row: Finding, part: Part, data: QueryDict | None) -> FindingForm:
    now: dict[str, Any] = {
        "turn": row.turn,
        "theme": str(row.theme_id or ""),
        "is_single": row.is_single,
        "based_on": row.version,
    }
    readings = {name: row.read(name) for name in READINGS}
    return FindingForm(
        data,
        part=part,
        themes=_themes(row.evaluation),
        tells_why=not _is_new(request),
        initial=now | readings,
    )


def _rewrite(request: HttpRequest, row: Finding, form: FindingForm) -> None:
    told = form.cleaned_data
    verbs.rewrite_finding(
        row,
        form.text(row),
        **_beside(form, row.evaluation),
        because=Because(told.get("because", Because.WRITTEN)),
        what=told.get("what", ""),
        based_on=told["based_on"],
        by=request.user,
    )


def _changed_meanwhile(
    request: HttpRequest, row: Finding, part: Part, refusal: ValidationError
) -> HttpResponse:
    """What was typed, beside what stands now. Saved once more, it is a choice."""
    row.refresh_from_db()
    data = request.POST.copy()
    data["based_on"] = str(row.version)
    form = _form(request, row, part, data)
    form.is_valid()
    form.refuse(refusal)
    now = [
        {"name": READINGS[name], "words": row.read(name)}
        for name in FIELDS[part]
        if name in READINGS
    ]
    return _page(request, row, part, form, CHANGED_MEANWHILE, now=now)


def _page(
    request: HttpRequest, row: Finding, part: Part, form: FindingForm, status: int, **more: Any
) -> HttpResponse:
    is_new = _is_new(request)
    context = {
        "form": form,
        "step": list(Part).index(part) + 1 if is_new else 0,
        "steps": STEPS,
        "label": _("Save and go on") if is_new else _("Save"),
        **more,
    }
    title = str(_TITLES[part])
    return shown(request, "analysis/finding_form.html", row, title, status, **context)
