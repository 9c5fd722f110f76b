"""Statements with their words as they were said. For requests that may read raw words."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F
from django.utils.translation import gettext as _

from brukerstemmen.voices.models import MaskedWording, RawWording, Statement, UserMeeting
from brukerstemmen.voices.models.statements import StatementQuerySet


@dataclass(frozen=True)
class Said:
    """One statement as it stands. is_contested: two wordings wait for somebody to choose."""

    statement: Statement
    words: str
    is_contested: bool = False

    @property
    def pk(self) -> uuid.UUID:
        return self.statement.pk

    @property
    def number(self) -> int:
        return self.statement.position

    @property
    def speaker(self) -> str:
        return self.statement.speaker.code if self.statement.speaker else ""


def statements_of(meeting: UserMeeting) -> StatementQuerySet:
    """In the order they were said."""
    return meeting.statements.select_related("speaker").order_by("position")


def said(statements: Sequence[Statement]) -> list[Said]:
    """These statements with their words. Two queries."""
    wordings = RawWording.objects.filter(
        statement__in=statements, number=F("statement__raw_number")
    ).select_related("key__outer__outer")
    words = {wording.statement_id: wording.read("words") for wording in wordings}
    contested = contested_among(statements)
    return [Said(one, words.get(one.pk, ""), one.pk in contested) for one in statements]


def contested_among(statements: Sequence[Statement]) -> set[uuid.UUID]:
    """Those of the statements that somebody wrote at the same time as somebody else."""
    rivals = RawWording.objects.filter(statement__in=statements, rival_of__isnull=False)
    return set(rivals.values_list("statement", flat=True))


@dataclass(frozen=True)
class Wording:
    """One of several wordings to choose between."""

    number: int
    words: str
    author: str
    is_now: bool


def raw_choices(statement: Statement) -> list[Wording]:
    """The wording that stands and those written at the same time; empty if nothing is to choose."""
    return _choices(statement.raw_wordings, statement.raw_number)


def masked_choices(statement: Statement) -> list[Wording]:
    """The same of masked wordings."""
    return _choices(statement.masked_wordings, statement.masked_number)


def _choices(versions: "object", number: int) -> list[Wording]:
    rows = versions.filter(rival_of__isnull=False) | versions.filter(number=number)  # type: ignore[attr-defined]
    rows = rows.select_related("key__outer__outer", "author").order_by("number")
    found = [
        Wording(row.number, row.read("words"), _author(row), row.number == number) for row in rows
    ]
    return found if len(found) > 1 else []


def _author(row: RawWording | MaskedWording) -> str:
    """Who wrote it. At their own door nobody has a name."""
    return row.author.name if row.author else _("the one who said it")
