"""Whether those whose words are printed still say yes to them, asked on the day itself."""

import uuid
from collections.abc import Iterable

from django.db.models import F, QuerySet

from brukerstemmen.analysis.models import MinorityView
from brukerstemmen.privacy.consent import Purpose, State
from brukerstemmen.reports.models import FindingMatter, QuoteSource, ReleasedQuote, ReleasedReport
from brukerstemmen.voices.actions.consenting import allows, states_of
from brukerstemmen.voices.models import MaskedWording, Statement


def lacks_a_yes(statements: Iterable[uuid.UUID]) -> bool:
    """Whether the yes to print does not hold today for any of these. What a nightly chore has not
    come to yet, such as a last day that has passed, counts at once. Three queries."""
    rows = Statement.objects.filter(pk__in=list(statements)).select_related("speaker")
    return any(
        not (row.is_quotable and allows(row.speaker, Purpose.QUOTES))
        for row in rows.prefetch_related("speaker__decisions")
    )


def is_taken_back(released: ReleasedReport) -> bool:
    """Whether something in an edition has been taken back since it went out: somebody has left, has
    taken back their yes or said it in other words, or holds a view no more."""
    quotes = ReleasedQuote.objects.filter(report=released)
    sources = QuoteSource.objects.filter(quote__report=released).select_related("quote")
    known = {row.statement_id: row.quote.words for row in sources}
    if len(known) < quotes.count() or lacks_a_yes(known) or _reads_otherwise(known):
        return True
    return any(map(_holds_a_view_no_more, _matters(released)))


def _reads_otherwise(printed: dict[uuid.UUID, str]) -> bool:
    now = MaskedWording.objects.filter(
        statement__in=printed, number=F("statement__masked_number"), rival_of__isnull=True
    ).select_related("key__outer__outer")
    read = {row.statement_id: row.read("words") for row in now}
    return any(read.get(statement) != words for statement, words in printed.items())


def _matters(released: ReleasedReport) -> "QuerySet[FindingMatter]":
    rows = FindingMatter.objects.filter(matter__work=released.work_id)
    return rows.exclude(matter__minority="").select_related("matter")


def _holds_a_view_no_more(row: FindingMatter) -> bool:
    """Whether there are words in what was put to the service that nobody holds now."""
    rest = row.matter.minority
    held = MinorityView.objects.filter(finding=row.finding_id).select_related("key__outer__outer")
    for words in sorted((view.read("words") for view in held), key=len, reverse=True):
        rest = rest.replace(words, "", 1)
    return bool(rest.strip())


def quotes_taken_back(quotes: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """Which of these quotes somebody has taken their yes to print back from. A yes that has run
    out, or words that nobody can be found by any more, are not taken back. Three queries."""
    sources = QuoteSource.objects.filter(quote__in=list(quotes)).select_related(
        "statement__speaker"
    )
    return {
        source.quote_id
        for source in sources.prefetch_related("statement__speaker__decisions")
        if source.statement.speaker is not None
        and states_of(source.statement.speaker)[Purpose.QUOTES] is State.WITHDRAWN
    }
