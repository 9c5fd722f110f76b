from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Exists, OuterRef, Q

from brukerstemmen.closing.models import Deletion
from brukerstemmen.closing.proving import Proof, prove
from brukerstemmen.people.models import Work


class Command(BaseCommand):
    help = (
        "Let the deletion log prove itself, for one piece of work or for all. Ends with 1 if "
        "anything is not as the log says."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("work", nargs="?", help="the short name in the address; default all")

    def handle(self, *args: Any, work: str | None, **options: Any) -> None:
        rows = Work.objects.filter(evaluation__isnull=False).order_by("slug")
        rows = rows.filter(slug=work) if work else rows.filter(_something_told())
        if work and not rows:
            raise CommandError(f"There is no evaluation named {work}.")
        proofs = [(row, prove(row)) for row in rows.distinct()]
        for row, proof in proofs:
            self.stdout.write(f"{row.slug}: {_sentence(proof)}")
        if not proofs:
            self.stdout.write("Nothing is deleted yet.")
        if any(not proof.holds for _row, proof in proofs):
            raise CommandError("Not everything is as the log says.")


def _something_told() -> Any:
    lines = Deletion.objects.filter(work=OuterRef("pk"))
    return Q(closed_on__isnull=False) | Q(Exists(lines))


def _sentence(proof: Proof) -> str:
    if proof.holds:
        return f"{proof.lines} lines, {proof.keys} keys: all as the log says."
    found = {
        "lines broken": ", ".join(str(number) for number in proof.broken),
        "keys that open something": len(proof.alive),
        "keys the database's ledger lacks": len(proof.forgotten_inside),
        "keys the ledger outside lacks": len(proof.forgotten_outside),
        "destroyed keys that no line names": len(proof.unnamed),
        "rows left": ", ".join(f"{label} {number}" for label, number in proof.rows.items()),
        "past their day": ", ".join(proof.overdue),
    }
    return "; ".join(f"{what}: {value}" for what, value in found.items() if value)
