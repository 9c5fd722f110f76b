from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from brukerstemmen.journey.demo import loading
from brukerstemmen.masking import process
from brukerstemmen.people import opening
from brukerstemmen.people.actions.setup import is_new
from brukerstemmen.privacy.zones import Zone


class Command(BaseCommand):
    help = "Load the demo project Elvesund into an empty installation, all of it or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--day",
            type=int,
            default=loading.DEFAULT_DAY,
            metavar="N",
            help=f"let today be day N of Elvesund, 0 to {loading.LAST_DAY} (default %(default)s)",
        )
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing, quietly, if somebody is there"
        )

    def handle(self, *args: Any, day: int, if_empty: bool, **options: Any) -> None:
        if not is_new():
            if if_empty:
                return
            raise CommandError(
                "There are people here already. The demo is loaded into an empty installation only."
            )
        if not 0 <= day <= loading.LAST_DAY:
            raise CommandError(f"Choose a day from 0 to {loading.LAST_DAY}.")
        with opening.opened(Zone.Z4_IDENTITY, by="command", reason="load_demo"):
            try:
                loading.load(day)
            finally:
                process.close()  # who starts the product from here masks nothing more
        self.stdout.write(f"Today is day {day} of the demo project Elvesund.")
