"""Doors to the poster: beside the team and at the service, of what is released only."""

from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from brukerstemmen.followups import wording
from brukerstemmen.followups.gathering import story_of
from brukerstemmen.followups.poster import SIZES, Layout, Poster, layouts, poster_of
from brukerstemmen.followups.showing import published
from brukerstemmen.followups.showing.poster import parts_of
from brukerstemmen.people import paper
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import VisibleQuerySet, reach
from brukerstemmen.people.models import Work
from brukerstemmen.voices.models.participants import Language

P = Permission
PDF = "application/pdf"
LANGUAGE = Language.NB.value  # of the findings and measures, and so of all that stands on it


class _Works(VisibleQuerySet[Work]):
    path_to_work = "pk"


@dataclass(frozen=True)
class Place:
    """Where the poster is taken from: who may, and what its doors and its page are called."""

    sees: Permission
    choose: str
    pdf: str
    title: Promise | str

    def url(self, name: str, work: Work) -> str:
        return reverse(f"followups:{name}", args=[work.slug])


BESIDE_TEAM = Place(P.SEE_WORK, "poster_choose", "poster", wording.CHOOSE_LINES)
AT_SERVICE = Place(P.SEE_RELEASED, "service_poster_choose", "service_poster", wording.TO_HANG_UP)


def _work(request: HttpRequest, slug: str, place: Place) -> Work:
    found: Work = reach(
        _Works(model=Work), request.user, place.sees, known_by=(place.sees,), slug=slug
    )
    return found


def _chosen(request: HttpRequest) -> set[str] | None:
    """What was ticked; None where nobody has chosen, and all of it goes."""
    return set(request.GET.getlist("linje")) if "valgt" in request.GET else None


@require_safe
def poster_choose(request: HttpRequest, slug: str, place: Place) -> HttpResponse:
    """Which lines go on it, where there is no room for all or not all are wanted."""
    work = _work(request, slug, place)
    story, chosen = story_of(work), _chosen(request)
    whole, now = poster_of(story), poster_of(story, chosen)
    keys = {line.key for line in now.lines}
    context = {
        "work": work,
        "slug": slug,
        "page_title": place.title,
        "crumbs": _crumbs(work, place, request.get_full_path()),
        "parts": parts_of(whole),
        "chosen": keys,
        "lines": len(whole.lines),
        "fits": bool(layouts(now)),
        "size": _size(now),
        "here": place.url(place.choose, work),
        "pdf": place.url(place.pdf, work),
        "can_make": paper.can_make(),
    }
    return render(request, "followups/poster_choose.html", context)


def _size(poster: Poster) -> int:
    found = layouts(poster)
    return round(SIZES[found[0].size]) if found else 0


@require_safe
def poster_pdf(request: HttpRequest, slug: str, place: Place) -> HttpResponseBase:
    """The poster on one sheet. What does not fit, or is nothing, leads to choosing."""
    work = _work(request, slug, place)
    poster = poster_of(story_of(work), _chosen(request))
    made = _made(poster, slug) if poster.lines and paper.can_make() else None
    if made is None:
        messages.info(request, _why(poster))
        return redirect(place.url(place.choose, work))
    name = f"{_('poster')}-{work.slug}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(made, content_type=PDF, headers=headers)


def _why(poster: Poster) -> str:
    if not poster.lines:
        return _("There is nothing to put on a poster yet.")
    if not paper.can_make():
        return _("This machine cannot make PDF files.")
    return _("There is not room for all of it on one sheet. Take some lines away.")


def _made(poster: Poster, slug: str) -> bytes | None:
    address = _address(slug)
    contexts = (_context(poster, layout, address) for layout in layouts(poster))
    with override(LANGUAGE):
        return paper.one_sheet("followups/poster_paper.html", contexts)


def _context(poster: Poster, layout: Layout, address: str) -> dict[str, Any]:
    if not layout.sentences:
        poster = replace(poster, did=tuple(replace(line, more="") for line in poster.did))
    return {
        "poster": poster,
        "parts": parts_of(poster),
        "size": layout.size,
        "address": address,
        "address_to_type": address.partition("://")[2].rstrip("/"),
        "language": LANGUAGE,
    }


def _address(slug: str) -> str:
    """Where everybody can read more; "" as long as nothing is published."""
    if published.published(slug) is None:
        return ""
    return f"{str(settings.SITE_ADDRESS).rstrip('/')}{reverse('followups:story', args=[slug])}"


def _crumbs(work: Work, place: Place, here: str) -> list[dict[str, str]]:
    if place is AT_SERVICE:
        path = [
            (_("For the service"), reverse("journey:service")),
            (work.title, reverse("journey:service_evaluation", args=[work.slug])),
        ]
    else:
        path = [
            (_("Evaluations"), reverse("journey:evaluations")),
            (work.title, reverse("journey:evaluation", args=[work.slug])),
            (_("Tell people what it led to"), reverse("followups:feedback", args=[work.slug])),
        ]
    return [{"label": label, "url": url} for label, url in (*path, (str(place.title), here))]
