"""A reading as plain values, to pass between the worker and the one who asked."""

from dataclasses import asdict
from typing import Any

from brukerstemmen.voices.kinds import Kind

from .reading import Column, Field, Heading, Problem, Reading, Role, Row, Why


def packed(reading: Reading) -> dict[str, Any]:
    """The reading as lists, texts and numbers only."""
    return asdict(reading)


def unpacked(values: dict[str, Any]) -> Reading:
    """The reading that was packed. Raises KeyError, TypeError or ValueError for anything else."""
    return Reading(
        rows=tuple(
            Row(**{**row, "kind": Kind(row["kind"]) if row["kind"] else None})
            for row in values["rows"]
        ),
        problems=tuple(Problem(**{**one, "why": Why(one["why"])}) for one in values["problems"]),
        headings=tuple(Heading(**{**one, "role": Role(one["role"])}) for one in values["headings"]),
        columns=tuple(
            Column(**{**one, "field": Field(one["field"]) if one["field"] else None})
            for one in values["columns"]
        ),
        encoding=values["encoding"],
        delimiter=values["delimiter"],
    )
