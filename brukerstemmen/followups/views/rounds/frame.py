"""What the doors of rounds share: fetching one, where the page is, answering."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.models import FollowUp
from brukerstemmen.followups.showing.rounds import name_of, rounds
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import reach

P = Permission
NOT_RIGHT = 422  # a form that was not right comes back with what was typed


def sent(request: HttpRequest) -> QueryDict | None:
    """What was posted, be it nothing; None for a page that was only asked for."""
    return request.POST if request.method == "POST" else None


def evaluation_of(request: HttpRequest, slug: str) -> Evaluation:
    found: Evaluation = reach(
        Evaluation.objects.select_related("work", "key__outer__outer"),
        request.user,
        P.FOLLOW_UP,
        work__slug=slug,
    )
    return found


def round_of(
    request: HttpRequest, slug: str, number: int, permission: Permission = P.FOLLOW_UP
) -> FollowUp:
    """The round the page is about; its reading is journalled where the door says so."""
    found: FollowUp = reach(
        rounds(), request.user, permission, evaluation__work__slug=slug, number=number
    )
    request.journal_about = found  # type: ignore[attr-defined]
    return found


def at(name: str, follow_up: FollowUp, *more: object) -> str:
    """The address of a door of this round."""
    slug = follow_up.evaluation.work.slug
    return reverse(f"followups:{name}", args=[slug, follow_up.number, *more])


def around(
    request: HttpRequest,
    template: str,
    evaluation: Evaluation,
    title: str,
    status: int = 200,
    *,
    path: tuple[tuple[str, str], ...] = (),
    **context: Any,
) -> HttpResponse:
    """A page of the rounds of an evaluation. title: "" for the list itself."""
    slug = evaluation.work.slug
    above = [
        (_("Evaluations"), reverse("journey:evaluations")),
        (evaluation.work.title, reverse("journey:evaluation", args=[slug])),
        (_("Follow-up"), reverse("followups:rounds", args=[slug])),
        *path,
    ]
    if title:
        above.append((title, request.get_full_path()))
    told = {
        "evaluation": evaluation,
        "slug": slug,
        "page_title": title or _("Follow-up"),
        "crumbs": [{"label": label, "url": url} for label, url in above],
        **context,
    }
    return render(request, template, told, status=status)


def shown(
    request: HttpRequest,
    template: str,
    follow_up: FollowUp,
    title: str,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page of one round. title: "" for the round's own page."""
    name = name_of(follow_up)
    told = {"follow_up": follow_up, "number": follow_up.number, "name": name, **context}
    path = ((name, at("round", follow_up)),) if title else ()
    evaluation = follow_up.evaluation
    return around(request, template, evaluation, title or name, status, path=path, **told)


def said_no(refusal: ValidationError) -> str:
    """A refusal as one sentence, for a button that has no form to carry it."""
    return " ".join(refusal.messages)
