from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from brukerstemmen.people.daily import do_chores
from brukerstemmen.people.tasks import keep_daily


class Command(BaseCommand):
    help = "Do the daily chores now. Safe to run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--by-worker", action="store_true", help="let the worker do them, now and each day"
        )

    def handle(self, *args: Any, by_worker: bool, **options: Any) -> None:
        if by_worker:
            asked = keep_daily()
            self.stdout.write("The worker is asked." if asked else "The worker knows already.")
            return
        for name, count in do_chores().items():
            self.stdout.write(f"{name}: {count}")
