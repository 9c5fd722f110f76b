"""What the doors of a dialogue meeting share: fetching it, where the page is, answering."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues.models import Dialogue
from brukerstemmen.dialogues.showing.meetings import dialogues, name_of
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import reach

P = Permission
NOT_RIGHT = 422  # a form that was not right comes back with what was typed


def sent(request: HttpRequest) -> QueryDict | None:
    """What was posted, be it nothing; None for a page that was only asked for."""
    return request.POST if request.method == "POST" else None


def evaluation_of(request: HttpRequest, slug: str) -> Evaluation:
    return reach(
        Evaluation.objects.select_related("work", "key__outer__outer"),
        request.user,
        P.RUN_DIALOGUE,
        work__slug=slug,
    )


def dialogue_of(request: HttpRequest, slug: str, number: int) -> Dialogue:
    return reach(
        dialogues(), request.user, P.RUN_DIALOGUE, evaluation__work__slug=slug, number=number
    )


def finding_of(request: HttpRequest, dialogue: Dialogue, pk: object) -> Finding:
    """A finding of the same evaluation."""
    return reach(
        Finding.objects.select_related("key__outer__outer"),
        request.user,
        P.RUN_DIALOGUE,
        pk=pk,
        evaluation=dialogue.evaluation,
    )


def at(name: str, dialogue: Dialogue, *more: object) -> str:
    """The address of a door of this meeting."""
    slug = dialogue.evaluation.work.slug
    return reverse(f"dialogues:{name}", args=[slug, dialogue.number, *more])


def crumbs(evaluation: Evaluation, *more: tuple[str, str]) -> list[dict[str, str]]:
    slug = evaluation.work.slug
    path = [
        (_("Evaluations"), reverse("journey:evaluations")),
        (evaluation.work.title, reverse("journey:evaluation", args=[slug])),
        (_("Dialogue"), reverse("dialogues:dialogues", args=[slug])),
        *more,
    ]
    return [{"label": label, "url": url} for label, url in path]


def shown(
    request: HttpRequest,
    template: str,
    dialogue: Dialogue,
    title: str,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page of a meeting. title: what the page is called; "" for the meeting's own page."""
    name = name_of(dialogue)
    path = [(name, at("dialogue", dialogue))]
    if title:
        path.append((title, request.get_full_path()))
    told = {
        "dialogue": dialogue,
        "evaluation": dialogue.evaluation,
        "slug": dialogue.evaluation.work.slug,
        "number": dialogue.number,
        "page_title": title or name,
        "name": name,
        "crumbs": crumbs(dialogue.evaluation, *path),
        **context,
    }
    return render(request, template, told, status=status)


def said_no(refusal: ValidationError) -> str:
    """A refusal as one sentence, for a button that has no form to carry it."""
    return " ".join(refusal.messages)
