"""What the page of the deletion log shows."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brukerstemmen.closing.models import Deletion
from brukerstemmen.closing.proving import Proof
from brukerstemmen.closing.states import Kind
from brukerstemmen.closing.wording import KINDS
from brukerstemmen.people.models import Work


@dataclass(frozen=True)
class Line:
    """A line in words. keys: how many it names."""

    row: Deletion
    what: Any
    keys: int

    @property
    def was_late(self) -> bool:
        return self.row.done_on > self.row.due_on


def lines_of(work: Work) -> list[Line]:
    """The newest first."""
    rows = Deletion.objects.filter(work=work).select_related("by").order_by("-number")
    return [Line(row, KINDS[Kind(row.kind)], len(row.keys.split())) for row in rows]


def wrong_in(proof: Proof) -> list[str]:
    """What is not as the log says, in sentences; [] where all is well."""
    found = [
        _counted(proof.alive, _still_open),
        _counted(proof.forgotten_inside | proof.forgotten_outside, _not_entered),
        _counted(proof.unnamed, _not_named),
    ]
    if proof.broken:
        numbers = ", ".join(str(number) for number in proof.broken)
        told = _("The chain is broken at line %(numbers)s: something was changed or taken away.")
        found.insert(0, told % {"numbers": numbers})
    if left := sum(proof.rows.values()):
        found.append(_still_there(left))
    found += [_("Past its day: %(what)s.") % {"what": KINDS[kind]} for kind in proof.overdue]
    return [sentence for sentence in found if sentence]


def _counted(what: set[Any], say: Any) -> str:
    return say(len(what)) if what else ""


def _still_open(number: int) -> str:
    told = ngettext(
        "%(n)s key that the log names still opens something.",
        "%(n)s keys that the log names still open something.",
        number,
    )
    return told % {"n": number}


def _not_entered(number: int) -> str:
    told = ngettext(
        "%(n)s key is missing in the ledger of erasure.",
        "%(n)s keys are missing in the ledger of erasure.",
        number,
    )
    return told % {"n": number}


def _not_named(number: int) -> str:
    told = ngettext(
        "%(n)s key is destroyed, and no line tells of it.",
        "%(n)s keys are destroyed, and no line tells of them.",
        number,
    )
    return told % {"n": number}


def _still_there(number: int) -> str:
    told = ngettext(
        "%(n)s row that should be gone is still here.",
        "%(n)s rows that should be gone are still here.",
        number,
    )
    return told % {"n": number}
