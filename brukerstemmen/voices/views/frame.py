"""What the doors of a meeting share: fetching it, where the page is, answering."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import reach
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.showing import meetings as showing

NOT_RIGHT = 422  # a form that was not right comes back with what was typed


def sent(request: HttpRequest) -> QueryDict | None:
    """What was posted, be it nothing; None for a page that was only asked for."""
    return request.POST if request.method == "POST" else None


def evaluation_of(request: HttpRequest, slug: str, permission: Permission) -> Evaluation:
    return reach(showing.evaluations(), request.user, permission, work__slug=slug)


def meeting_of(request: HttpRequest, slug: str, number: int, permission: Permission) -> UserMeeting:
    """The meeting the page is about; its reading is journalled where the door says so."""
    meeting = reach(
        showing.meetings(),
        request.user,
        permission,
        evaluation__work__slug=slug,
        meeting__number=number,
    )
    request.journal_about = meeting  # type: ignore[attr-defined]
    return meeting


def statement_of(meeting: UserMeeting, request: HttpRequest, pk: object) -> Statement:
    """A statement of this meeting, for one who may see the material."""
    return reach(
        Statement.objects, request.user, Permission.SEE_MATERIAL, pk=pk, user_meeting=meeting
    )


def at(name: str, meeting: UserMeeting, *more: object) -> str:
    """The address of a door of this meeting."""
    return reverse(f"voices:{name}", args=[meeting.evaluation.work.slug, meeting.number, *more])


def crumbs(evaluation: Evaluation, *more: tuple[str, str]) -> list[dict[str, str]]:
    slug = evaluation.work.slug
    path = [
        (_("Evaluations"), reverse("journey:evaluations")),
        (evaluation.work.title, reverse("journey:evaluation", args=[slug])),
        (_("Meetings"), reverse("voices:meetings", args=[slug])),
        *more,
    ]
    return [{"label": label, "url": url} for label, url in path]


def shown(
    request: HttpRequest,
    template: str,
    meeting: UserMeeting,
    title: str,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page of a meeting. title: what the page is called; "" for the meeting's own page."""
    name = _("Meeting %(number)s") % {"number": meeting.number}
    path = [(name, at("meeting", meeting))]
    if title:
        path.append((title, request.get_full_path()))
    told = {
        "meeting": meeting,
        "evaluation": meeting.evaluation,
        "slug": meeting.evaluation.work.slug,
        "page_title": title or name,
        "meeting_name": name,
        "crumbs": crumbs(meeting.evaluation, *path),
        **context,
    }
    return render(request, template, told, status=status)


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
    """A page of an evaluation that is not about one meeting. path: what lies between the two."""
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
