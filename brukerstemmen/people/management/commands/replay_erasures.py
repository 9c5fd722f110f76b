from typing import Any

from django.core.management.base import BaseCommand

from brukerstemmen.people import ledger, opening
from brukerstemmen.people.leftovers import overwrite_what_is_erased
from brukerstemmen.people.models import ErasedKey
from brukerstemmen.privacy.zones import Zone

_NAMES = {
    ErasedKey.Kind.PARTICIPANT: "people who had left",
    ErasedKey.Kind.STATEMENT: "statements that were taken away",
    ErasedKey.Kind.KEY: "keys that were destroyed",
}


class Command(BaseCommand):
    help = (
        "After going back to a backup: erase again what was erased after it was made. Until this "
        "is done nobody is served. Safe to run again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with opening.opened(Zone.Z4_IDENTITY, by="command", reason="replay of erasures"):
            missing = ledger.replay()
        overwrite_what_is_erased()
        if not missing:
            self.stdout.write("Nothing was missing: the database is as new as the ledger.")
            return
        for kind, name in _NAMES.items():
            self.stdout.write(f"{name}: {missing[kind]} erased again")
        self.stdout.write("The house is open again.")
