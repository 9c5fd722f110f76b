"""What this room keeps about statements and those who said them, and how it is erased."""

from brukerstemmen.analysis.models import (
    Coding,
    CodingStep,
    Evidence,
    Finding,
    Memo,
    MinorityView,
    Theme,
)
from brukerstemmen.people import clock
from brukerstemmen.voices.erasing import Eraser, StatementIds, register
from brukerstemmen.voices.models import Participant


def _statements(ids: StatementIds) -> None:
    """The themes and findings they lay under are marked, so that somebody looks once more."""
    today = clock.today()
    themes = Theme.objects.filter(codings__statement__in=ids)
    Theme.objects.filter(pk__in=themes.values("pk")).update(affected_on=today)
    findings = Finding.objects.filter(evidence__statement__in=ids)
    Finding.objects.filter(pk__in=findings.values("pk")).update(affected_on=today)
    for kept in (Coding, CodingStep, Memo, Evidence):
        kept.objects.filter(statement__in=ids).delete()


def _participant(participant: Participant) -> None:
    held = Finding.objects.filter(minority_views__holder=participant)
    Finding.objects.filter(pk__in=held.values("pk")).update(affected_on=clock.today())
    MinorityView.objects.filter(holder=participant).delete()


ANALYSIS = Eraser(
    covers=frozenset(
        model._meta.label for model in (Coding, CodingStep, Evidence, Memo, MinorityView)
    ),
    statements=_statements,
    participant=_participant,
)


def be_ready() -> None:
    """Called once, when the app is ready."""
    register(ANALYSIS)
