"""What the doors of an evaluation share: fetching it, where the page is, answering."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.about import evaluations
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import reach

NOT_RIGHT = 422  # a form that was not right comes back with what was typed


def evaluation_of(request: HttpRequest, slug: str, permission: Permission) -> Evaluation:
    return reach(evaluations(), request.user, permission, work__slug=slug)


def crumbs(evaluation: Evaluation, *more: tuple[str, str]) -> list[dict[str, str]]:
    """Evaluations, this one, and on to this page. more: label and name of a door."""
    slug = evaluation.work.slug
    path = [
        (_("Evaluations"), reverse("journey:evaluations")),
        (evaluation.work.title, reverse("journey:evaluation", args=[slug])),
        *more,
    ]
    return [{"label": label, "url": url} for label, url in path]


def shown(
    request: HttpRequest,
    template: str,
    evaluation: Evaluation,
    *path: tuple[str, str],
    form: Any = None,
    **context: Any,
) -> HttpResponse:
    """A page of an evaluation. path: label and address of what lies between, this page last."""
    label, _address = path[-1]
    told = {
        "evaluation": evaluation,
        "slug": evaluation.work.slug,
        "page_title": label,
        "crumbs": crumbs(evaluation, *path),
        "form": form,
        **context,
    }
    is_wrong = form is not None and form.is_bound
    return render(request, template, told, status=NOT_RIGHT if is_wrong else 200)


def about_path(evaluation: Evaluation) -> tuple[str, str]:
    return _("About the evaluation"), reverse("evaluations:describe", args=[evaluation.work.slug])


def here(request: HttpRequest, label: str) -> tuple[str, str]:
    return label, request.path
