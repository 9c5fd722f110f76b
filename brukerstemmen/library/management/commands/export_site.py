from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from brukerstemmen.library.actions.exporting import NotExported, export
from brukerstemmen.library.paper.whole import as_json


class Command(BaseCommand):
    help = (
        "Write the whole public site into an empty folder: every published page, in all languages "
        "and of all sites, with all they need to be opened without a network."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="an empty folder, made if it is not there")
        parser.add_argument(
            "--json",
            action="store_true",
            help="also site.json: every published page, label, figure and redirect as plain data",
        )

    def handle(self, *args: Any, folder: Path, json: bool, **options: Any) -> None:
        try:
            told = export(folder)
        except NotExported as refused:
            raise CommandError(str(refused)) from refused
        if json:
            (folder / "site.json").write_bytes(as_json())
        for line in told.left_out:
            self.stderr.write(f"Left out: {line}")
        self.stdout.write(
            f"{told.pages} pages and {told.files - told.pages} other files in {folder}. "
            "Open index.html."
        )
