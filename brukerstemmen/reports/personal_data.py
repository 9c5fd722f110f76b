"""What this room keeps about statements, and how it is erased. What has gone out stays out."""

from brukerstemmen.reports.models import QuoteClearance, QuoteSource
from brukerstemmen.voices.erasing import Eraser, StatementIds, nothing, register


def _statements(ids: StatementIds) -> None:
    for kept in (QuoteClearance, QuoteSource):
        kept.objects.filter(statement__in=ids).delete()


REPORTS = Eraser(
    covers=frozenset(model._meta.label for model in (QuoteClearance, QuoteSource)),
    statements=_statements,
    participant=nothing,
)


def be_ready() -> None:
    """Called once, when the app is ready."""
    register(REPORTS)
