"""What the doors of this room share: fetching the evaluation, where the page is, answering."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import reach
from brukerstemmen.reports.showing import rows

NOT_RIGHT = 422  # a form that was not right comes back with what was typed
CHANGED_MEANWHILE = 409


def evaluation_of(request: HttpRequest, slug: str, permission: Permission) -> Evaluation:
    found: Evaluation = reach(rows.evaluations(), request.user, permission, work__slug=slug)
    return found


def page(
    request: HttpRequest,
    template: str,
    evaluation: Evaluation,
    title: str,
    status: int = 200,
    *,
    path: Sequence[tuple[str, str]] = (),
    **context: Any,
) -> HttpResponse:
    """A page about a report of an evaluation. path: what lies between the two."""
    slug = evaluation.work.slug
    above = [
        (_("Evaluations"), reverse("journey:evaluations")),
        (evaluation.work.title, reverse("journey:evaluation", args=[slug])),
    ]
    told = {
        "evaluation": evaluation,
        "slug": slug,
        "page_title": title,
        "crumbs": [
            {"label": label, "url": url}
            for label, url in (*above, *path, (title, request.get_full_path()))
        ],
        **context,
    }
    return render(request, template, told, status=status)


def take_in(form: Form, refusal: ValidationError) -> None:
    """Put a verb's refusal where it belongs: at its field, or above the form."""
    if not hasattr(refusal, "error_dict"):
        form.add_error(None, refusal)
        return
    for field, errors in refusal.error_dict.items():
        form.add_error(field if field in form.fields else None, errors)
