from typing import Any

from django.core.management.base import BaseCommand

from brukerstemmen.library.actions.indexing import index_all


class Command(BaseCommand):
    help = "Make the index of search anew from the published pages."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{index_all()} pages can be found.")
