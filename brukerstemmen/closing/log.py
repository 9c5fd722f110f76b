"""The deletion log: a chain of lines for each piece of work, each with the mark of those before.

The law of the chain is `privacy.chain`. A line holds numbers, days and the ids of destroyed keys;
nothing in it leads to anybody.
"""

import uuid
from collections.abc import Iterable
from datetime import date

from brukerstemmen.closing.models import Deletion
from brukerstemmen.closing.states import Kind
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock
from brukerstemmen.people.models import Person, Work
from brukerstemmen.privacy import chain


def hold(evaluation: Evaluation) -> Work:
    """The work, so that lines come one after the other. Whoever only writes in the journal about
    it does not wait: they may hold what we are about to take away."""
    return Work.objects.select_for_update(no_key=True).get(pk=evaluation.work_id)


def write(
    work: Work,
    kind: Kind,
    *,
    rows: int,
    keys: Iterable[uuid.UUID] = (),
    due_on: date | None = None,
    by: Person | None = None,
) -> Deletion | None:
    """Add a line; None, and no line, where nothing was there to go. The work must be locked.

    The ids stand in their own order, which is random: in none does anybody come before another.
    by: None for the house itself.
    """
    named = " ".join(sorted(str(key) for key in keys))
    if not rows and not named:
        return None
    last = Deletion.objects.filter(work=work).order_by("number").last()
    line = Deletion(
        work=work,
        number=last.number + 1 if last else 1,
        kind=kind,
        due_on=due_on or clock.today(),
        done_on=clock.today(),
        by=by,
        rows=rows,
        keys=named,
    )
    line.mark = chain.digest(
        bytes.fromhex(last.mark) if last else chain.START, fields_of(line)
    ).hex()
    line.save(force_insert=True)
    return line


def fields_of(line: Deletion) -> dict[str, str]:
    """Everything a line says, as text."""
    return {
        "work": str(line.work_id),
        "number": str(line.number),
        "kind": str(line.kind),
        "due_on": line.due_on.isoformat(),
        "done_on": line.done_on.isoformat(),
        "by": str(line.by_id or ""),
        "rows": str(line.rows),
        "keys": line.keys,
    }


def link_of(line: Deletion) -> chain.Link:
    """A line as the law of the chain wants it; a mark that is none at all fits nothing."""
    try:
        digest = bytes.fromhex(line.mark)
    except ValueError:
        digest = b""
    return chain.Link(fields_of(line), digest)


def keys_in(lines: Iterable[Deletion]) -> set[uuid.UUID]:
    """The keys that lines say are destroyed."""
    found = set()
    for line in lines:
        for name in line.keys.split():
            try:
                found.add(uuid.UUID(name))
            except ValueError:
                continue  # the chain tells that somebody has written here
    return found
