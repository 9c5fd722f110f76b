"""What the doors share: the same pages stand at the service (Z1) and beside the lead, who writes
down what the service says."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import VisibleQuerySet, may, reach
from brukerstemmen.people.models import Work

NOT_RIGHT = 422  # a form that was not right comes back with what was typed
DOORS = (
    "answers",
    "answer",
    "measures",
    "measure_new",
    "measure",
    "measure_change",
    "measure_step",
    "measure_holder",
)


class _Works(VisibleQuerySet[Work]):
    path_to_work = "pk"


@dataclass(frozen=True)
class Place:
    """Where a page stands: who sees it, who says something there, and what its doors are called."""

    sees: Permission
    says: Permission
    first: str  # the name of the first of the doors, and what the others' names begin with
    others: str

    @property
    def on_behalf(self) -> bool:
        return self.says is Permission.ANSWER_FOR_SERVICE

    def door(self, name: str) -> str:
        return f"measures:{self.first if name == 'answers' else self.others + name}"

    def url(self, name: str, work: Work, *more: object) -> str:
        return reverse(self.door(name), args=[work.slug, *more])


AT_SERVICE = Place(Permission.SEE_RELEASED, Permission.ANSWER, "answers", "")
FOR_SERVICE = Place(
    Permission.SEE_WORK, Permission.ANSWER_FOR_SERVICE, "for_service", "for_service_"
)


def sent(request: HttpRequest) -> QueryDict | None:
    """What was posted, be it nothing; None for a page that was only asked for."""
    return request.POST if request.method == "POST" else None


def work_of(request: HttpRequest, slug: str, place: Place, permission: Permission) -> Work:
    """The work the page is about. Raises Http404, PermissionDenied or NotYet."""
    rows = _Works(model=Work)
    return reach(rows, request.user, permission, known_by=(place.sees,), slug=slug)


def page(
    request: HttpRequest,
    template: str,
    work: Work,
    title: str,
    place: Place,
    status: int = 200,
    *,
    path: tuple[tuple[str, str], ...] = (),
    **context: Any,
) -> HttpResponse:
    """A page of one evaluation. path: what lies between the evaluation and this page."""
    here = (title, request.get_full_path())
    told = {
        "work": work,
        "slug": work.slug,
        "page_title": title,
        "on_behalf": place.on_behalf,
        "at": {name: place.door(name) for name in DOORS},
        "may_say": may(request.user, place.says, work),
        "crumbs": [
            {"label": label, "url": url} for label, url in (*_above(work, place), *path, here)
        ],
        **context,
    }
    return render(request, template, told, status=status)


def _above(work: Work, place: Place) -> list[tuple[str, str]]:
    if place.on_behalf:
        return [
            (_("Evaluations"), reverse("journey:evaluations")),
            (work.title, reverse("journey:evaluation", args=[work.slug])),
        ]
    return [
        (_("For the service"), reverse("journey:service")),
        (work.title, reverse("journey:service_evaluation", args=[work.slug])),
    ]


def answers_crumb(work: Work, place: Place) -> tuple[str, str]:
    return answers_title(place), place.url("answers", work)


def answers_title(place: Place) -> str:
    return _("Answers from the service") if place.on_behalf else _("Findings and answers")


def measures_crumb(work: Work, place: Place) -> tuple[str, str]:
    return _("The measures"), place.url("measures", work)
