"""What a publication tells by finding: words of the report, and what was published of answers,
measures and what users feel. Made anew each night, since the story goes on after the report."""

import uuid

from django.db import transaction

from brukerstemmen.followups import story as stories
from brukerstemmen.followups.models import WhatHappened
from brukerstemmen.library import taken_from
from brukerstemmen.library.models import (
    Copy,
    Freshness,
    PublicationFinding,
    PublicationMeasure,
    PublicationPage,
    PublicationQuote,
)
from brukerstemmen.library.models.publications import padded
from brukerstemmen.reports.document import Document, from_json
from brukerstemmen.reports.models import ReleasedQuote, ReleasedReport


def tell_findings(page: PublicationPage, document: Document) -> None:
    """Make the rows of a publication anew from its document and what is published since."""
    page.findings.all().delete()
    page.measures.all().delete()
    copy = Copy.objects.get(page=page)
    row = _what_happened(copy)
    Copy.objects.filter(page=page).update(story=row.edition if row else 0)
    happened = stories.from_json(row.content) if row else stories.Story("", "")
    _tell_measures(page, happened)
    printed = _printed(copy)
    quotes: list[PublicationQuote] = []
    for told in taken_from.findings_in(document):
        finding = _finding(page, told, happened)
        for words, language in told.quotes:
            if ids := printed.get(words):
                spoken = language or copy.language
                quotes.append(PublicationQuote(ids.pop(), finding.pk, spoken, words))
    # Their random numbers are their order.
    PublicationQuote.objects.bulk_create(sorted(quotes, key=lambda one: one.pk))


def _printed(copy: Copy) -> dict[str, list[uuid.UUID]]:
    """The random numbers that quotes went out with, by their words."""
    found: dict[str, list[uuid.UUID]] = {}
    rows = ReleasedQuote.objects.filter(report=copy.report).values_list("words", "pk")
    for words, pk in rows:
        found.setdefault(words, []).append(pk)
    return found


def _what_happened(copy: Copy) -> WhatHappened | None:
    """The newest story that everybody may read, of the same evaluation and in its language."""
    work = ReleasedReport.objects.filter(pk=copy.report).values("work")
    same = WhatHappened.objects.filter(work__in=work, language=copy.language)
    found: WhatHappened | None = same.order_by("-edition").first()
    return found


def _finding(
    page: PublicationPage, told: taken_from.FindingIn, happened: stories.Story
) -> PublicationFinding:
    """With the answer, where the story tells of the same finding under the same name."""
    same = (one for one in happened.findings if one.title == told.title and one.says)
    answered = next(same, None)
    return PublicationFinding.objects.create(
        page=page,
        number=told.number,
        title=told.title,
        text=told.text,
        words=padded(f"{told.title} {told.text}", page.written_in),
        says=answered.says if answered else "",
        reason=answered.reason if answered else "",
        measures=list(answered.measures) if answered else [],
    )


def _tell_measures(page: PublicationPage, happened: stories.Story) -> None:
    PublicationMeasure.objects.bulk_create(
        PublicationMeasure(
            page=page,
            number=one.number,
            title=one.title,
            status=one.status.value,
            verdict=one.newest.verdict.value if one.newest else "",
        )
        for one in happened.measures
    )


@transaction.atomic
def tell_anew() -> int:
    """Tell what happened where there is a newer edition of it. Returns of how many publications."""
    done = 0
    for copy in Copy.objects.select_related("page").iterator(chunk_size=50):
        row = _what_happened(copy)
        if (row.edition if row else 0) != copy.story:
            tell_findings(copy.page, from_json(copy.content))
            done += 1
    if done:
        Freshness.grow()
    return done
