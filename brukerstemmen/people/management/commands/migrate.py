from typing import Any

from django.core.management import call_command
from django.core.management.commands.migrate import Command as Migrate

from brukerstemmen.people.narrowing import grant_zones


class Command(Migrate):
    help = "Bring the database up to date, with the rights of the zones. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        call_command("createcachetable", database=options["database"], verbosity=0)
        made = grant_zones()
        if made and options["verbosity"]:
            self.stdout.write(f"{made} grants to the roles of the zones")
