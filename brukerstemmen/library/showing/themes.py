"""What users have said about something, across all evaluations: how many, in whose words, what
services answered, and what was tried. No small number, and every claim opens its publications.

A person counts once in an evaluation, however many reports it has; numbers are those that were
let out for good, and nothing is ever counted anew here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Min, Q
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from brukerstemmen.library.models import (
    DoorPage,
    PublicationFinding,
    PublicationMeasure,
    PublicationPage,
    PublicationTheme,
)
from brukerstemmen.library.words.alike import Vocabulary
from brukerstemmen.library.words.asked import asked
from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.measures.wording import (
    SAYS,
    SAYS_TONES,
    STATUS_TONES,
    STATUSES,
    VERDICT_TONES,
    VERDICTS,
)
from brukerstemmen.privacy.disclosure import FLOOR

_THEMES_SHOWN = 80
_SHOWN = 60  # of each kind of claim; the rest is in the publications
_NO_WORDS = Vocabulary({})


@dataclass(frozen=True)
class Claim:
    """Something that is told, and the publication that tells it. told: words for the template."""

    page: PublicationPage
    title: str
    told: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Theme:
    """All that has been said about something. evaluations and people are in words."""

    name: str
    evaluations: str = ""
    people: str = ""
    pages: tuple[PublicationPage, ...] = ()
    more: bool = False
    said: tuple[Claim, ...] = ()
    answered: tuple[Claim, ...] = ()
    tried: tuple[Claim, ...] = ()


def of_themes(page: DoorPage, request: HttpRequest) -> dict[str, Any]:
    """The themes there are; or one of them, by its address or by what somebody looks for."""
    slug, query = getattr(request, "below", ""), request.GET.get("om", "").strip()
    name = _name_of(slug) if slug else query
    told: dict[str, Any] = {"asked": query, "theme": None, "all_themes": []}
    if name:
        return told | {"theme": about(name, page.locale.language_code)}
    return told | {"all_themes": _all_themes()}


def _name_of(slug: str) -> str:
    row = PublicationTheme.objects.filter(slug=slug, page__live=True).order_by("pk").first()
    if row is None:
        raise Http404
    return row.name


def _all_themes() -> list[dict[str, Any]]:
    """Those that stand in most evaluations first. One query."""
    rows = (
        PublicationTheme.objects.filter(page__live=True)
        .order_by()
        .values("key")
        .annotate(
            name=Min("name"), slug=Min("slug"), number=Count("page__evaluation", distinct=True)
        )
        .order_by("-number", "name")[:_THEMES_SHOWN]
    )
    return [{**row, "told": in_evaluations(row["number"])} for row in rows]


def about(words: str, language: str = "nb") -> Theme:
    """Everything that is published about it. Six queries, however much there is."""
    meets = _meets(words, language)
    if meets is None:
        return Theme(words)
    themes = list(PublicationTheme.objects.filter(meets, page__live=True))
    findings = list(
        PublicationFinding.objects.filter(meets, page__live=True)
        .order_by("-page__year", "page", "number")
        .prefetch_related("quotes")
    )
    wanted = {row.page_id for row in (*themes, *findings)}
    pages = {
        page.pk: page
        for page in PublicationPage.objects.filter(pk__in=wanted).order_by("-year", "title")
    }
    return Theme(
        name=words,
        evaluations=in_evaluations(len({page.evaluation for page in pages.values()})),
        people=_people(themes, pages),
        pages=tuple(pages.values())[:_SHOWN],
        more=len(pages) > _SHOWN,
        said=_once(_said(row, pages[row.page_id]) for row in findings),
        answered=_once(_answered(row, pages[row.page_id]) for row in findings if row.says),
        tried=_tried(findings, pages),
    )


def _meets(words: str, language: str) -> Q | None:
    """Every word of it in one of its forms, or in a word that means the same."""
    groups = asked(words, language, _NO_WORDS).groups
    if not groups:
        return None
    told = Q()
    for group in groups:
        told &= reduce(or_, (Q(words__contains=f" {stem} ") for stem in sorted(group)))
    return told


def in_evaluations(number: int) -> str:
    """How many evaluations; few in words, so that no small number stands anywhere."""
    few = {
        0: _("no evaluation"),
        1: _("one evaluation"),
        2: _("two evaluations"),
        3: _("three evaluations"),
        4: _("four evaluations"),
        5: _("five evaluations"),
    }
    return few.get(number) or _("%(number)s evaluations") % {"number": number}


def _people(themes: Iterable[PublicationTheme], pages: dict[int, PublicationPage]) -> str:
    """The people of each evaluation once: of its largest theme that fits. Somebody may have spoken
    to a theme without a number, or to two; then it is at least so many."""
    groups: dict[Any, dict[str, int]] = {page.evaluation: {} for page in pages.values()}
    for theme in themes:
        by = groups[pages[theme.page_id].evaluation]
        by[theme.key] = max(by.get(theme.key) or 0, theme.people or 0)
    told = [[number for number in by.values() if number] for by in groups.values()]
    whole = all(len(by) == 1 and all(by.values()) for by in groups.values())
    people = sum(max(numbers, default=0) for numbers in told)
    if people < FLOOR:
        return ""
    if whole:
        return _("%(number)s people") % {"number": people}
    return _("at least %(number)s people") % {"number": people}


def _said(row: PublicationFinding, page: PublicationPage) -> Claim:
    quotes = [(quote.words, quote.language) for quote in row.quotes.all()]
    return Claim(page, row.title, {"quotes": quotes})


def _answered(row: PublicationFinding, page: PublicationPage) -> Claim:
    says = Says(row.says)
    told = {"word": SAYS[says], "tone": SAYS_TONES[says], "reason": row.reason}
    return Claim(page, row.title, told)


def _tried(
    findings: Iterable[PublicationFinding], pages: dict[int, PublicationPage]
) -> tuple[Claim, ...]:
    """Measures that answer what was said: what the service says of each, and what users say."""
    wanted = {(row.page_id, number) for row in findings for number in row.measures}
    rows = PublicationMeasure.objects.filter(page__in={page for page, _number in wanted})
    return _once(
        Claim(pages[row.page_id], row.title, _measure(row))
        for row in rows
        if (row.page_id, row.number) in wanted
    )


def _measure(row: PublicationMeasure) -> dict[str, Any]:
    status, verdict = Status(row.status), Verdict(row.verdict) if row.verdict else None
    return {
        "word": STATUSES[status],
        "tone": STATUS_TONES[status],
        "felt": VERDICTS[verdict] if verdict else _("Users have not been asked yet."),
        "felt_tone": VERDICT_TONES[verdict] if verdict else "neutral",
    }


def _once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Two reports of one evaluation may tell the same: the one with most to tell stands."""
    kept: dict[Any, Claim] = {}
    for claim in claims:
        key = (claim.page.evaluation, claim.title)
        if key not in kept or len(str(claim.told)) > len(str(kept[key].told)):
            kept[key] = claim
    return tuple(kept.values())[:_SHOWN]
