"""What this room keeps about statements, and how it is erased."""

from brukerstemmen.analysis.models import Coding, CodingStep, Memo, Theme
from brukerstemmen.people import clock
from brukerstemmen.voices.erasing import Eraser, StatementIds, nothing, register


def _statements(ids: StatementIds) -> None:
    """The themes they lay under are marked, so that somebody looks at them once more."""
    affected = Theme.objects.filter(codings__statement__in=ids)
    Theme.objects.filter(pk__in=affected.values("pk")).update(affected_on=clock.today())
    for kept in (Coding, CodingStep, Memo):
        kept.objects.filter(statement__in=ids).delete()


ANALYSIS = Eraser(
    covers=frozenset(model._meta.label for model in (Coding, CodingStep, Memo)),
    statements=_statements,
    participant=nothing,
)


def be_ready() -> None:
    """Called once, when the app is ready."""
    register(ANALYSIS)
