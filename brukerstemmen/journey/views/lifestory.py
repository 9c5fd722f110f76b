"""Doors to the life story: the team walks it from words to felt change and back; the service walks
the part of it that has gone out."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from brukerstemmen.analysis.board import number_of
from brukerstemmen.analysis.models import Finding
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.journey.lifestory import inside
from brukerstemmen.journey.lifestory.released import threads_of
from brukerstemmen.measures.models import Matter, Measure
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import reach
from brukerstemmen.voices.models import Statement
from brukerstemmen.voices.views.frame import page

P = Permission


def _page(
    request: HttpRequest, template: str, evaluation: Evaluation, title: str, **context: Any
) -> HttpResponse:
    slug = evaluation.work.slug
    path = [(_("From words to change"), reverse("journey:life_stories", args=[slug]))]
    return page(request, template, evaluation, title, path=path, **context)


@require_safe
def life_stories(request: HttpRequest, slug: str) -> HttpResponse:
    """Every finding as a line of life, with how far it has come."""
    evaluation = reach(
        Evaluation.objects.select_related("work"), request.user, P.FIND, work__slug=slug
    )
    lines = inside.lines_of(evaluation)
    title = _("From words to change")
    return page(request, "journey/life_stories.html", evaluation, title, lines=lines)


@require_safe
def life_story(request: HttpRequest, slug: str, finding: uuid.UUID) -> HttpResponse:
    """One finding: from the words it rests on to what was told back."""
    row = reach(
        Finding.objects.select_related("evaluation__work", "key__outer__outer"),
        request.user,
        P.FIND,
        pk=finding,
        evaluation__work__slug=slug,
    )
    story = inside.story_of(row)
    title = _("Finding %(number)s") % {"number": story.line.number}
    return _page(request, "journey/life_story.html", row.evaluation, title, story=story)


@require_safe
def life_statement(request: HttpRequest, slug: str, statement: uuid.UUID) -> HttpResponse:
    """One statement, and every finding it is part of."""
    row = reach(
        Statement.objects.select_related(
            "user_meeting__meeting", "user_meeting__evaluation__work", "speaker"
        ),
        request.user,
        P.FIND,
        pk=statement,
        user_meeting__evaluation__work__slug=slug,
    )
    title = _("Statement %(number)s") % {"number": number_of(row)}
    return _page(
        request,
        "journey/life_statement.html",
        row.user_meeting.evaluation,
        title,
        told=inside.of_statement(row),
    )


@require_safe
def life_measure(request: HttpRequest, slug: str, measure: uuid.UUID) -> HttpResponse:
    """One measure, the findings it answers, and the words behind them."""
    row = reach(
        Measure.objects.select_related("work__evaluation"),
        request.user,
        P.FIND,
        pk=measure,
        work__slug=slug,
    )
    evaluation = row.work.evaluation
    title = _("Measure %(number)s") % {"number": row.number}
    told = inside.of_measure(row, evaluation)
    return _page(request, "journey/life_measure.html", evaluation, title, told=told)


@require_safe
def service_life(request: HttpRequest, slug: str, matter: uuid.UUID) -> HttpResponse:
    """For the service: one finding from what was put to it, to what users feel."""
    row = reach(
        Matter.objects.select_related("work"),
        request.user,
        P.SEE_RELEASED,
        known_by=(P.SEE_RELEASED,),
        pk=matter,
        work__slug=slug,
    )
    threads = threads_of(row.work)
    thread = next((one for one in threads if one.pk == row.pk), None)
    if thread is None:
        raise Http404
    title = _("Finding %(number)s") % {"number": row.number}
    crumbs = [
        (_("For the service"), reverse("journey:service")),
        (row.work.title, reverse("journey:service_evaluation", args=[slug])),
        (_("Findings and answers"), reverse("measures:answers", args=[slug])),
        (title, request.get_full_path()),
    ]
    context = {
        "page_title": title,
        "crumbs": [{"label": label, "url": url} for label, url in crumbs],
        "slug": slug,
        "work": row.work,
        "thread": thread,
    }
    return render(request, "journey/service_life.html", context)
