from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from brukerstemmen.people import chaining


class Command(BaseCommand):
    help = "Check the chain over the journal. Ends with 1 if somebody has tampered with it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--head", type=_head, help="NUMBER:DIGEST as kept elsewhere; default the kept file's"
        )

    def handle(self, *args: Any, head: chaining.Head | None, **options: Any) -> None:
        known = head or chaining.kept_outside()
        if broken := chaining.broken(known):
            numbers = ", ".join(str(number) for number in broken)
            raise CommandError(f"The journal is broken at entry {numbers}.")
        newest = chaining.newest()
        if newest is None:
            self.stdout.write("Nothing is chained yet.")
            return
        self.stdout.write(f"The journal is whole. Newest: {newest.entry}:{newest.digest.hex()}")
        if known is None:
            self.stdout.write("No head was kept outside: whether the end is cut off is not known.")


def _head(text: str) -> chaining.Head:
    try:
        return chaining.head_from(text)
    except ValueError as error:
        raise ArgumentTypeError("write NUMBER:DIGEST") from error
