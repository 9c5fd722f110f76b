"""Doors to what a finding rests on, and to voices that say something else."""

import uuid

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from brukerstemmen.analysis.actions import findings as verbs
from brukerstemmen.analysis.actions.choosing import choose_on_page
from brukerstemmen.analysis.evidence import Looked, Stance
from brukerstemmen.analysis.forms import Part, choice_of
from brukerstemmen.analysis.models import Finding
from brukerstemmen.analysis.showing.choosing import ALL, Asked, offer_of
from brukerstemmen.analysis.views.rows import at, finding_of, shown


@require_http_methods(["GET", "HEAD", "POST"])
def evidence(request: HttpRequest, slug: str, finding: uuid.UUID) -> HttpResponseBase:
    """A page of ready statements; what is ticked carries the finding, or says something else."""
    row = finding_of(request, slug, finding)
    asked = Asked.read(request.GET, at_first=str(row.theme_id or ALL))
    if request.method == "POST":
        try:
            choose_on_page(row, choice_of(request.POST), stance=asked.stance, by=request.user)
        except ValidationError as refusal:
            messages.warning(request, " ".join(refusal.messages))
            return redirect(request.get_full_path())
        return redirect(_onwards(request, row, asked))
    is_contrary = asked.stance is Stance.CONTRARY
    title = _("Choose others that say something else") if is_contrary else _("Choose statements")
    steps = len(Part) + 1
    context = {
        "asked": asked,
        "offer": offer_of(row, asked),
        "is_contrary": is_contrary,
        "step": steps if asked.going_on else 0,
        "steps": steps,
    }
    return shown(request, "analysis/finding_evidence.html", row, title, **context)


def _onwards(request: HttpRequest, row: Finding, asked: Asked) -> str:
    """The next page, other statements, or back to the finding. What was ticked is saved."""
    go = request.POST.get("go", "")
    if go == "done":
        _say_how_many(request, row, asked.stance)
        return at("finding", row)
    if go in {"next", "previous"}:
        step = 1 if go == "next" else -1
        return at("finding_evidence", row) + asked.but(page=max(1, asked.page + step))
    told = Asked.read({"theme": request.POST.get("theme", "")}, at_first=asked.theme)
    return at("finding_evidence", row) + asked.but(theme=told.theme, page=1)


def _say_how_many(request: HttpRequest, row: Finding, stance: Stance) -> None:
    number = row.evidence.filter(stance=stance).count()
    if stance is Stance.CONTRARY:
        said = ngettext(
            "%(number)s statement says something else.",
            "%(number)s statements say something else.",
            number,
        )
    else:
        said = ngettext(
            "The finding rests on %(number)s statement.",
            "The finding rests on %(number)s statements.",
            number,
        )
    messages.success(request, said % {"number": number})


@require_POST
def looked(request: HttpRequest, slug: str, finding: uuid.UUID) -> HttpResponseBase:
    """Say whether somebody has looked for voices that say something else."""
    row = finding_of(request, slug, finding)
    told = request.POST.get("looked", "")
    if told in set(Looked):
        try:
            verbs.say_looked(row, Looked(told), by=request.user)
        except ValidationError as refusal:
            messages.warning(request, " ".join(refusal.messages))
    return redirect(at("finding", row) + "#contrary")
