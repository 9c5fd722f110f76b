"""Letting the deletion log prove itself: anybody on the team may ask, as often as they like.

It looks at four things: that the chain of lines is whole; that every key a line names is destroyed,
in the database and in the ledger in both its places; that what was destroyed is named; and that no
row is left of what the log says is gone.
"""

import uuid
from collections.abc import Collection
from dataclasses import dataclass, field

from brukerstemmen.closing import destroying, log, papers
from brukerstemmen.closing.actions.retiring import due_words, papers_due
from brukerstemmen.closing.models import Deletion
from brukerstemmen.closing.states import Kind
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock, ledger
from brukerstemmen.people.models import ErasedKey, SealingKey, Work
from brukerstemmen.privacy import chain
from brukerstemmen.voices.models import Participant

Ids = set[uuid.UUID]


@dataclass(frozen=True)
class Proof:
    """lines: how many there are. keys: how many keys they name. Everything else should be empty.

    broken: numbers of lines that were changed, or put in, or stand where one is missing.
    alive: keys that are named, and open something still. forgotten_inside, forgotten_outside:
    named keys that the ledger lacks. unnamed: keys that are destroyed, and in no line.
    rows: what is left, by model. overdue: kinds whose day has come, and that are still here.
    """

    lines: int
    keys: int
    is_closed: bool = False
    broken: list[int] = field(default_factory=list)
    alive: Ids = field(default_factory=set)
    forgotten_inside: Ids = field(default_factory=set)
    forgotten_outside: Ids = field(default_factory=set)
    unnamed: Ids = field(default_factory=set)
    rows: dict[str, int] = field(default_factory=dict)
    overdue: list[Kind] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether everything is as the log says."""
        wrong = (
            self.broken,
            self.alive,
            self.forgotten_inside,
            self.forgotten_outside,
            self.unnamed,
            self.rows,
            self.overdue,
        )
        return not any(wrong)


def prove(work: Work) -> Proof:
    """Look, and change nothing. In a request of Z4, which alone may count what should be gone."""
    lines = list(Deletion.objects.filter(work=work).order_by("number"))
    named = log.keys_in(lines)
    evaluation = Evaluation.objects.filter(work=work).select_related("work").first()
    there = SealingKey.objects.filter(pk__in=named, wrapped__isnull=False)
    return Proof(
        lines=len(lines),
        keys=len(named),
        is_closed=work.is_closed,
        broken=_broken(lines),
        alive=set(there.values_list("pk", flat=True)),
        forgotten_inside=named - _keys_of(ledger.inside()),
        forgotten_outside=named - _keys_of(ledger.outside()),
        unnamed=_unnamed(evaluation, named) if evaluation else set(),
        rows=_rows_left(evaluation, lines) if evaluation else {},
        overdue=_overdue(evaluation) if evaluation else [],
    )


def _keys_of(entries: Collection[ledger.Entry]) -> Ids:
    return {what for kind, what in entries if kind == ErasedKey.Kind.KEY}


def _broken(lines: list[Deletion]) -> list[int]:
    """Also where a number is left out: a line is missing there."""
    found = {
        lines[position].number for position in chain.verify([log.link_of(one) for one in lines])
    }
    found |= {line.number for at, line in enumerate(lines, start=1) if line.number != at}
    return sorted(found)


def _unnamed(evaluation: Evaluation, named: Ids) -> Ids:
    """Keys that closing or their day has destroyed, and that no line tells of: a line is gone.
    Who has withdrawn stands in no line; their keys are in the ledger alone."""
    must: Ids = set()
    if evaluation.work.is_closed:
        must |= {evaluation.raw_key_id, evaluation.identity_key_id}
    people = Participant.objects.taking_part().filter(evaluation=evaluation)
    for raw, masked in people.values_list("raw_key", "masked_key"):
        must |= {raw, masked}
    must.add(evaluation.key_id)
    gone = SealingKey.objects.filter(pk__in=must, wrapped=None).values_list("pk", flat=True)
    closing = {evaluation.raw_key_id, evaluation.identity_key_id} & must
    return (set(gone) | closing) - named


def _rows_left(evaluation: Evaluation, lines: list[Deletion]) -> dict[str, int]:
    left = destroying.is_left(evaluation) if evaluation.work.is_closed else {}
    if any(line.kind == Kind.WORKING_PAPERS for line in lines):
        left |= papers.left(evaluation)
    return left


def _overdue(evaluation: Evaluation) -> list[Kind]:
    today, found = clock.today(), []
    if due_words(evaluation, today):
        found.append(Kind.MASKED_WORDS)
    if papers_due(evaluation, today) is not None:
        found.append(Kind.WORKING_PAPERS)
    return found
