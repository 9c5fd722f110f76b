"""The board's addresses, and what a statement lies under."""

import uuid

from django.urls import reverse

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.voices.models import Statement

HTMX = {"HX-Request": "true"}


def at(evaluation: Evaluation, name: str = "board", *more: object) -> str:
    return reverse(f"analysis:{name}", args=[evaluation.work.slug, *more])


def lies_under(statement: Statement) -> set[uuid.UUID]:
    return set(statement.codings.values_list("theme_id", flat=True))
