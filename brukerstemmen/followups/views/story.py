"""Doors to what happened, for everybody, and to looking at it before it goes out."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.followups.actions.story import hinders, publish_story
from brukerstemmen.followups.gathering import story_of
from brukerstemmen.followups.showing import published
from brukerstemmen.followups.showing.told import shown
from brukerstemmen.followups.story import to_json
from brukerstemmen.followups.views.feedback import path_of
from brukerstemmen.measures.wording import told_quarter
from brukerstemmen.people import gates
from brukerstemmen.people.access import Permission
from brukerstemmen.reports.views.frame import NOT_RIGHT, evaluation_of, page

P = Permission


@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    """Every story that is out."""
    return render(request, "followups/stories.html", {"stories": published.stories()})


@require_safe
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """One of them, as it was frozen."""
    found = published.published(slug)
    if found is None:
        raise Http404
    quarter = told_quarter(found.quarter)
    context = {"row": found, "told": published.told_in(found), "quarter": quarter}
    return render(request, "followups/story.html", context)


@require_safe
def story_preview(request: HttpRequest, slug: str) -> HttpResponse:
    """What it would tell today, and what hinders it."""
    evaluation = evaluation_of(request, slug, P.FOLLOW_UP)
    now = story_of(evaluation.work)
    out = published.published(slug)
    return page(
        request,
        "followups/story_preview.html",
        evaluation,
        _("What happened, for everybody"),
        path=path_of(evaluation),
        told=shown(now),
        hinders=hinders(evaluation.work, now),
        out=out,
        is_new=out is None or out.content != to_json(now),
        leads=gates.holds(request.user, P.RELEASE, evaluation),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def story_publish(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Ask once: it cannot be called back."""
    evaluation = evaluation_of(request, slug, P.RELEASE)
    refusals: list[str] = []
    if request.method == "POST":
        try:
            publish_story(evaluation, by=request.user)
        except ValidationError as refusal:
            refusals = refusal.messages
        else:
            messages.success(request, _("Everybody can read it now."))
            return redirect("followups:story", slug)
    back = reverse("followups:story_preview", args=[slug])
    return page(
        request,
        "followups/story_publish.html",
        evaluation,
        _("Publish what happened"),
        NOT_RIGHT if refusals else 200,
        path=[*path_of(evaluation), (_("What happened, for everybody"), back)],
        back=back,
        refusals=refusals,
    )
