"""Doors to the findings: the list, the page of one, its place, and taking it away."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukerstemmen.analysis.actions import findings as verbs
from brukerstemmen.analysis.evidence import Lack, Looked
from brukerstemmen.analysis.models import Finding
from brukerstemmen.analysis.showing import finding as showing
from brukerstemmen.analysis.showing import findings as lists
from brukerstemmen.analysis.views.rows import at, evaluation_of, finding_of, shown, title_of
from brukerstemmen.analysis.wording import LOOKED, READINGS
from brukerstemmen.measures.models import Standing
from brukerstemmen.voices.views.frame import page

# Where somebody sees to what is missing, and what the way there is called.
_MENDED = {
    Lack.TITLE: ("finding_edit", "?part=title", gettext_lazy("Change title, turn and theme")),
    Lack.TURN_TEXT: ("finding_edit", "?part=said", gettext_lazy("Write what is said")),
    Lack.EVIDENCE: ("finding_evidence", "", gettext_lazy("Choose statements")),
    Lack.CONTRARY: ("finding", "#contrary", gettext_lazy("Say how it is")),
    Lack.QUESTION: ("finding_edit", "?part=question", gettext_lazy("Write the question")),
    Lack.AFFECTED: ("finding", "#affected", gettext_lazy("Look at it")),
}


@require_safe
def findings(request: HttpRequest, slug: str) -> HttpResponse:
    """All findings in order, each with what it lacks, and the themes that have none."""
    evaluation = evaluation_of(request, slug)
    lines = lists.lines_of(evaluation)
    context = {
        "lines": lines,
        "done": sum(line.is_whole for line in lines),
        "carried": lists.carried_by(evaluation),
        "themes_without": lists.themes_without(evaluation),
    }
    return page(request, "analysis/findings.html", evaluation, _("Findings"), **context)


@require_safe
def finding(request: HttpRequest, slug: str, finding: uuid.UUID) -> HttpResponse:
    """Everything about one finding, and what the team may do with it."""
    row = finding_of(request, slug, finding)
    told = showing.shown(row, request.user)
    context = {
        "shown": told,
        "missing": [_missing(row, lack, sentence) for lack, sentence in told.lacks],
        "said": _said(row),
        "question": row.read("question"),
        "nuance": row.read("nuance"),
        "nuance_name": READINGS["nuance"],
        "theme": row.theme.read("name") if row.theme else "",
        "is_settled": row.standing != Standing.PRELIMINARY,
        "looked": LOOKED[Looked(row.looked)],
        "stays": bool(verbs.why_it_stays(row)),
    }
    return shown(request, "analysis/finding.html", row, **context)


def _missing(row: Finding, lack: Lack, sentence: object) -> dict[str, Any]:
    name, end, link = _MENDED[lack]
    return {"sentence": sentence, "url": at(name, row) + end, "link": link}


def _said(row: Finding) -> list[dict[str, Any]]:
    """The three turns that have words, each with its sign."""
    kinds = {"good": "good", "not_good": "not_good", "better": "proposal"}
    told = [
        {"kind": kind, "heading": READINGS[name], "words": row.read(name)}
        for name, kind in kinds.items()
    ]
    return [one for one in told if one["words"]]


@require_POST
def looked_at(request: HttpRequest, slug: str, finding: uuid.UUID) -> HttpResponseBase:
    """Somebody has looked at a finding that had lost something."""
    row = finding_of(request, slug, finding)
    verbs.look_at_finding(row, by=request.user)
    return redirect(at("finding", row))


@require_POST
def move(request: HttpRequest, slug: str, finding: uuid.UUID) -> HttpResponseBase:
    """One place up or down in the list."""
    row = finding_of(request, slug, finding)
    verbs.move_finding(row, up=request.POST.get("up") == "1", by=request.user)
    return redirect(reverse("analysis:findings", args=[slug]) + f"#f-{row.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, slug: str, finding: uuid.UUID) -> HttpResponseBase:
    """Ask first, then take the finding away."""
    row = finding_of(request, slug, finding)
    if request.method != "POST" and (why := verbs.why_it_stays(row)):
        messages.warning(request, why)
        return redirect(at("finding", row))
    if request.method != "POST":
        return shown(request, "analysis/finding_remove.html", row, _("Remove the finding"))
    title = title_of(row)
    try:
        verbs.remove_finding(row, by=request.user)
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
        return redirect(at("finding", row))
    messages.success(request, _("“%(title)s” is removed.") % {"title": title})
    return redirect("analysis:findings", slug)
