"""What goes when an evaluation is closed: the registry in which rooms say it.

Everything in Z3 and Z4 goes, and so does what lets somebody in; a house test finds models that
nobody has thought of. What an evaluation's raw key or its identity key has wrapped goes with it.
"""

import uuid
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

from brukerstemmen.closing.states import Kind
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.models import FeltSlips, Reply, ReplyWords
from brukerstemmen.people.models import SealingKey
from brukerstemmen.voices.models import (
    Companion,
    Contact,
    ImportPreview,
    NameChoice,
    Participant,
    PersonalCode,
    RawWording,
    ReadingFigures,
    SlipSheet,
    WallCode,
)

Model = type[models.Model]
Ids = set[uuid.UUID]


@dataclass(frozen=True)
class Goes:
    """A model whose rows are taken away at closing, found along its own path to the work.

    own_keys: each row lies under a key of its own, which is destroyed.
    """

    kind: Kind
    model: Model
    own_keys: bool = False

    def rows(self, evaluation: Evaluation) -> "models.QuerySet[Any]":
        path = getattr(self.model, "path_to_work", "work")
        return self.model._default_manager.filter(**{path: evaluation.work_id})

    def keys(self, evaluation: Evaluation) -> Ids:
        return set(self.rows(evaluation).values_list("key", flat=True)) if self.own_keys else set()


@dataclass(frozen=True)
class Forgets:
    """Something in a row that stays which must hold nothing more. It returns how many rows."""

    kind: Kind
    do: Callable[[Evaluation], int]


AT_CLOSING: list[Goes] = [
    Goes(Kind.LINK, Contact, own_keys=True),
    Goes(Kind.LINK, Companion, own_keys=True),
    Goes(Kind.CODES, PersonalCode),
    Goes(Kind.CODES, SlipSheet),
    Goes(Kind.CODES, WallCode),
    Goes(Kind.CODES, FeltSlips),
    Goes(Kind.RAW_WORDS, RawWording),
    Goes(Kind.RAW_WORDS, ImportPreview, own_keys=True),
    Goes(Kind.RAW_WORDS, NameChoice, own_keys=True),
    # Numbers only, but of how people worked with raw words: of no use when those are gone.
    Goes(Kind.RAW_WORDS, ReadingFigures),
    Goes(Kind.RAW_WORDS, ReplyWords),
]
# Under a law of their own: five years for what was paid. They know no code and no evaluation.
OWN_LAW = frozenset({"meetings.Payment", "meetings.PaymentExport"})


def register(goes: Goes) -> None:
    """Add what a room takes away; adding it again changes nothing."""
    if goes not in AT_CLOSING:
        AT_CLOSING.append(goes)


def _receipts(evaluation: Evaluation) -> int:
    """A receipt opens an answer no more; the answer stays, as masked words do."""
    rows = Reply.objects.filter(follow_up__evaluation=evaluation).exclude(receipt_mark="")
    return rows.update(receipt_mark="")


def _wishes(evaluation: Evaluation) -> int:
    """Who would like to stand forth by name cannot be asked any more."""
    rows = Participant.objects.filter(evaluation=evaluation)
    rows.update(guardian_told_on=None, wants_to_be_named=False)
    return 0  # no row goes


FORGOTTEN: list[Forgets] = [Forgets(Kind.CODES, _receipts), Forgets(Kind.LINK, _wishes)]


def raw_keys_of(evaluation: Evaluation) -> Ids:
    """The evaluation's raw key and identity key, and every key they have ever wrapped."""
    replies = Reply.objects.filter(follow_up__evaluation=evaluation)
    people = Participant.objects.filter(evaluation=evaluation)
    return with_inner(
        [
            evaluation.raw_key_id,
            evaluation.identity_key_id,
            *people.values_list("raw_key", flat=True),
            *replies.values_list("raw_key", flat=True),
        ]
    )


def with_inner(outer: Iterable[uuid.UUID]) -> Ids:
    """These keys and those they wrap, however deep."""
    found, further = set[uuid.UUID](), set(outer)
    while further:
        found |= further
        inner = SealingKey.objects.filter(outer__in=further).values_list("pk", flat=True)
        further = set(inner) - found
    return found


def live(ids: Iterable[uuid.UUID], *, also: Collection[uuid.UUID] = ()) -> Ids:
    """Those that are not destroyed. also: those that a database from before has lost just now."""
    wanted = set(ids)
    there = SealingKey.objects.filter(pk__in=wanted, wrapped__isnull=False)
    return set(there.values_list("pk", flat=True)) | (wanted & set(also))


def is_left(evaluation: Evaluation) -> dict[str, int]:
    """How many rows there are of what goes at closing, by model; those without any left out."""
    counted = {goes.model._meta.label: goes.rows(evaluation).count() for goes in AT_CLOSING}
    return {label: number for label, number in counted.items() if number}
