"""A released report becomes a publication in the archive, by one act of the project lead.

Release stays the gate: only what everybody may read already comes here, as the copy that went out.
What is taken back afterwards is taken out of the copy, the same day and at the latest by night.
"""

import uuid
from dataclasses import dataclass, field
from html import unescape

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.models import Page

from brukerstemmen.library import taken_from
from brukerstemmen.library.actions import telling_anew
from brukerstemmen.library.models import (
    Copy,
    DoorPage,
    Freshness,
    PublicationPage,
    PublicationTheme,
    Shows,
    SiteProfile,
)
from brukerstemmen.library.models.publications import in_address
from brukerstemmen.people import clock
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Organisation, Person
from brukerstemmen.privacy.disclosure import Published
from brukerstemmen.reports import counts
from brukerstemmen.reports.actions.archiving import held_for_archive
from brukerstemmen.reports.document import Document, from_json
from brukerstemmen.reports.models import ReleasedCounts, ReleasedReport
from brukerstemmen.reports.pointing import refuse_what_points

_LONGEST_SLUG, _LONGEST_THEME = 60, 160


@dataclass(frozen=True)
class Described:
    """What the lead says of a report, for those who look for it. "" where nothing is said.

    themes: None for those of the report itself.
    """

    summary: str = ""
    service_kind: str = ""
    county: str = ""
    method: str = "bsb"
    easy: str = ""  # HTML of the few kinds that `PublicationPage.easy` holds
    themes: tuple[str, ...] | None = field(default=None)


@transaction.atomic
def publish_in_library(
    report: ReleasedReport, described: Described | None = None, *, by: Person
) -> PublicationPage:
    """Put a report that everybody may read into the archive; a new edition at its old address.

    Raises PermissionDenied, or ValidationError for a report that is not public, that is replaced,
    in which something has been taken back, where what is said of it may point at somebody, or
    where there is no archive to put it in.
    """
    report = held_for_archive(report, by=by)
    document, described = from_json(report.content), described or Described()
    _refuse_what_points(report, described)
    page = page_of(report) or _new_page(report, document)
    _describe(page, document, described)
    _set_themes(page, _counted(report), document, described)
    page.save()
    _keep_copy(page, report)
    telling_anew.tell_findings(page, document)
    page.save_revision(changed=False).publish()
    Freshness.grow()
    record(by=by, what="report.archived", about=report)
    return page


def _refuse_what_points(report: ReleasedReport, described: Described) -> None:
    """What the lead says of a report goes out beside it, and was not in it when it was read."""
    told = {
        "summary": described.summary,
        "themes": "\n".join(described.themes or ()),
        "easy": unescape(strip_tags(described.easy.replace("</p>", "\n"))),
    }
    for field_name, words in told.items():
        refuse_what_points(report.work, words, field_name)


def page_of(report: ReleasedReport) -> PublicationPage | None:
    """The publication of an earlier edition of the same report, or of this one."""
    same = Copy.objects.filter(
        page__evaluation=evaluation_mark(report), kind=report.kind, language=report.language
    )
    copy = same.select_related("page").first()
    return copy.page if copy else None


def evaluation_mark(report: ReleasedReport) -> uuid.UUID:
    """The same for every report of an evaluation. It is the number of its work, made another."""
    return uuid.uuid5(_MARKS, str(report.work_id))


_MARKS = uuid.UUID("0f3c6a52-5d0e-5a0c-9c33-8b7c0f5b7a11")


def archive_for(centre: Organisation) -> DoorPage:
    """The page that publications of a centre lie below: on the site it owns, else on any.

    Raises ValidationError where there is none.
    """
    pages = DoorPage.objects.live().filter(shows=Shows.PUBLICATIONS, locale__language_code="nb")
    own = SiteProfile.objects.filter(owners=centre).select_related("site__root_page").first()
    if own is not None:
        own_pages = pages.descendant_of(own.site.root_page)
        pages = own_pages if own_pages.exists() else pages
    found = pages.order_by("path").first()
    if found is None:
        raise ValidationError(_("There is no public site yet. Ask those who run the house."))
    return found


def _new_page(report: ReleasedReport, document: Document) -> PublicationPage:
    parent = archive_for(report.work.centre)
    year = taken_from.year_in(document, clock.today().year)
    return parent.add_child(
        instance=PublicationPage(
            title=_title(document),
            slug=free_slug(parent, document.title, f"{year}", report.kind, report.language),
            locale=parent.locale,
            written_in=report.language,
            evaluation=evaluation_mark(report),
            centre=document.centre,
            year=year,
        )
    )


def _title(document: Document) -> str:
    """With what kind of report it is: an evaluation has two."""
    kind = f": {document.subtitle.lower()}" if document.subtitle else ""
    return f"{document.title}{kind}"


def free_slug(parent: Page, title: str, *more: str) -> str:
    """An address that nobody has below this page; it stays, whatever the page is called later.
    more: what is added until it is free, the first of them always."""
    first = in_address(title)
    if len(first) > _LONGEST_SLUG:
        first = first[:_LONGEST_SLUG].rpartition("-")[0]
    taken = set(parent.get_children().values_list("slug", flat=True)) | {"tema"}
    tries = ["-".join([first or "rapport", *more[:n]]) for n in range(1, len(more) + 1)]
    tries += [f"{tries[-1]}-{number}" for number in range(2, len(taken) + 3)]
    return next(slug for slug in tries if slug not in taken)


def _describe(page: PublicationPage, document: Document, described: Described) -> None:
    page.title, page.centre = _title(document), document.centre
    page.year = taken_from.year_in(document, page.year)
    page.summary = described.summary or page.summary or taken_from.summary_in(document)
    page.service_kind = described.service_kind or page.service_kind
    page.county = described.county or page.county
    page.method = described.method or page.method
    page.easy = described.easy or page.easy


def _counted(report: ReleasedReport) -> Published:
    """As it was published for good; nothing where it never was."""
    row = ReleasedCounts.objects.filter(work=report.work_id).first()
    return counts.from_json(row.content) if row else Published()


def _set_themes(
    page: PublicationPage, counted: Published, document: Document, described: Described
) -> None:
    """Names with people where a number was let out for them. One the lead added has none."""
    page.people = counted.people
    names = described.themes
    if names is None:
        names = tuple(counted.groups) or tuple(taken_from.themes_in(document))
    told = {name: told for name, told in counted.groups.items() if type(told) is int}
    rows = [
        PublicationTheme(name=name[:_LONGEST_THEME], people=told.get(name))
        for name in dict.fromkeys(names)
    ]
    for row in rows:
        row.page = page
        row.set_words()
    page.themes = rows


def _keep_copy(page: PublicationPage, report: ReleasedReport) -> None:
    Copy.objects.update_or_create(
        page=page,
        defaults={
            "report": report.pk,
            "kind": report.kind,
            "language": report.language,
            "edition": report.edition,
            "quarter": report.quarter,
            "content": report.content,
        },
    )
