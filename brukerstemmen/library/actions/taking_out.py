"""Words that are taken back go out of the archive: out of the copy and out of the theme search."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from brukerstemmen.closing.days import words_until
from brukerstemmen.library import taken_from
from brukerstemmen.library.models import Copy, Freshness, PublicationQuote
from brukerstemmen.people import clock
from brukerstemmen.privacy.retention import over
from brukerstemmen.reports.models import QuoteSource
from brukerstemmen.reports.taken_back import quotes_taken_back


def of_statements(ids: Iterable[uuid.UUID]) -> None:
    """These statements are about to go, and what was printed of them with them. But words whose
    last day has come stay in print, as their speakers were told: nobody has taken them back."""
    sources = QuoteSource.objects.filter(statement__in=list(ids)).select_related(
        "statement__user_meeting__evaluation__work"
    )
    by_evaluation: dict[Any, list[QuoteSource]] = defaultdict(list)
    for source in sources:
        by_evaluation[source.statement.user_meeting.evaluation].append(source)
    for evaluation, rows in by_evaluation.items():
        ran_out = {
            speaker
            for speaker, day in words_until(evaluation).items()
            if day is not None and over(day, on=clock.today())
        }
        take_out(row.quote_id for row in rows if row.statement.speaker_id not in ran_out)


@transaction.atomic
def take_out(quotes: Iterable[uuid.UUID]) -> int:
    """Take quotes out of the archive. Returns how many were there."""
    rows = PublicationQuote.objects.filter(pk__in=list(quotes)).select_related("finding")
    gone: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        gone[row.finding.page_id].append(row.words)
    if not gone:
        return 0
    for copy in Copy.objects.select_for_update().filter(page__in=gone):
        copy.content = taken_from.without(copy.content, gone[copy.pk])
        copy.save(update_fields=["content"])
    PublicationQuote.objects.filter(pk__in=[row.pk for row in rows]).delete()
    Freshness.grow()
    return sum(map(len, gone.values()))


def take_out_what_is_taken_back() -> int:
    """Look at every quote in the archive: does the yes to it stand? Returns how many went."""
    there = list(PublicationQuote.objects.values_list("pk", flat=True))
    return take_out(quotes_taken_back(there))
