"""What a second reader has said of statements that are to be looked at again."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from brukerstemmen.voices.models import SecondReading, Statement


@dataclass(frozen=True)
class Asked:
    """Who asks, and what is to be looked at."""

    reader: str
    why: str


def asked_about(statements: Sequence[Statement]) -> dict[uuid.UUID, Asked]:
    """The latest that was asked of each that came back. One query, none where nothing did."""
    back = {one.pk: one.masked_number for one in statements if one.is_given_back}
    rows = SecondReading.objects.filter(statement__in=list(back), stands=False)
    return {
        row.statement_id: Asked(row.reader.name, row.read("why"))
        for row in rows.select_related("key__outer__outer", "reader").order_by("number")
        if row.number <= back[row.statement_id]
    }
