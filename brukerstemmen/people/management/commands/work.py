import socket
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from brukerstemmen.people.tasks import begin_work


class Command(BaseCommand):
    help = "Be the worker: take up what was broken off, then do tasks as they come, until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--name",
            default=socket.gethostname()[:64],
            help="its own for each worker, and the same after a restart (else the machine's name)",
        )

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        begin_work(name)
        call_command(
            "db_worker",
            queue_name="*",
            worker_id=name,
            reload=False,
            startup_delay=False,
            verbosity=options["verbosity"],
        )
