"""The team's working papers: what is taken away when the last masked words of an evaluation go.

What was let out (Z1) stays, and so do rows that hold days and numbers only. Whatever else was
sealed under the evaluation's key is emptied, in every room, without anybody having to think of it.
"""

import uuid
from typing import Any

from django.apps import apps
from django.db import models

from brukerstemmen.analysis.models import CodingStep, Finding, MinorityView, Theme
from brukerstemmen.closing.destroying import with_inner
from brukerstemmen.dialogues.models import Dialogue
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.models import ParticipantFeedback, Reply
from brukerstemmen.people.models import SealedModel, SealingKey
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.reports.models import (
    FindingMatter,
    GroupSize,
    QuoteClearance,
    QuoteSource,
    RecognitionTest,
    Report,
)
from brukerstemmen.voices.erasing import erase_statements
from brukerstemmen.voices.models import Statement

# In the order in which nothing is left pointing at what is gone; what hangs on them goes along.
PAPERS: tuple[type[models.Model], ...] = (
    QuoteSource,
    QuoteClearance,
    FindingMatter,
    MinorityView,
    Dialogue,
    Finding,
    CodingStep,
    Theme,
    Report,
    RecognitionTest,
    GroupSize,
    ParticipantFeedback,
    Reply,
)
_ALL: tuple[type[models.Model], ...] = (*PAPERS, Statement)


def _rows(model: type[models.Model], evaluation: Evaluation) -> Any:
    path = getattr(model, "path_to_work", "work")
    return model._default_manager.filter(**{path: evaluation.work_id})


def keys_of(evaluation: Evaluation) -> set[uuid.UUID]:
    """The evaluation's masked key, and every key it has ever wrapped."""
    return with_inner([evaluation.key_id])


def are_there(evaluation: Evaluation) -> bool:
    """Whether there is something to take away."""
    key = SealingKey.objects.filter(pk=evaluation.key_id, wrapped__isnull=False)
    return key.exists() or any(_rows(model, evaluation).exists() for model in _ALL)


def left(evaluation: Evaluation) -> dict[str, int]:
    """How many rows there are, by model; those without any left out."""
    counted = {model._meta.label: _rows(model, evaluation).count() for model in _ALL}
    return {label: number for label, number in counted.items() if number}


def take_away(evaluation: Evaluation) -> int:
    """Take the rows away, and empty what stays. Returns how many rows. It opens nothing."""
    gone = erase_statements(_rows(Statement, evaluation))
    for model in PAPERS:
        rows = _rows(model, evaluation)
        gone += rows.count()
        rows.delete()
    _empty(evaluation)
    return gone


def _empty(evaluation: Evaluation) -> None:
    """No byte that was sealed under the key is left in rows that stay."""
    for model in apps.get_models():
        if issubclass(model, SealedModel) and model.zone is Zone.Z2_MASKED:
            nothing = dict.fromkeys(model.sealed_columns(), b"")
            model._default_manager.filter(key=evaluation.key_id).update(**nothing)
