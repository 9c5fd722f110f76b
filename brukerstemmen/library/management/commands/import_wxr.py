from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Site

from brukerstemmen.library.actions.importing import LEFT_OUT, MADE, THERE, import_posts
from brukerstemmen.library.models import LibraryPage
from brukerstemmen.library.wordpress.export_file import NotWordPress, read


class Command(BaseCommand):
    help = (
        "Make drafts of an export from WordPress (WXR), with pictures, dates and redirects from "
        "the old addresses. Tells for each post what was not understood. Safe to run again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the export from WordPress (.xml)")
        parser.add_argument("--under", default="/", help="address of the section, as /aktuelt/")
        parser.add_argument(
            "--pictures",
            type=Path,
            help="folder with the old site's files (wp-content/uploads); default: beside the file",
        )

    def handle(
        self, *args: Any, file: Path, under: str, pictures: Path | None, **options: Any
    ) -> None:
        if not file.is_file():
            raise CommandError(f"{file} is not there.")
        try:
            export = read(file.read_bytes())
        except NotWordPress as refused:
            raise CommandError(f"{file.name} is no export from WordPress: {refused}") from refused
        told = import_posts(
            export, under=self._section(under), pictures=pictures or self._beside(file)
        )
        for one in told:
            self.stdout.write(f"{one.standing}: {one.title} ({one.address})")
            for note in one.notes:
                self.stdout.write(f"    not understood: {note}")
        for line in export.left_out:
            self.stdout.write(f"{LEFT_OUT}: {line}")
        counts = {name: sum(one.standing == name for one in told) for name in (MADE, THERE)}
        self.stdout.write(f"{counts[MADE]} drafts made, {counts[THERE]} were here already.")

    def _section(self, address: str) -> LibraryPage:
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        if site is None:
            raise CommandError("There is no site yet. Run start_library first.")
        whole = f"{site.root_page.url_path}{address.strip('/')}/".replace("//", "/")
        page = LibraryPage.objects.filter(url_path=whole).first()
        if page is None:
            raise CommandError(f"There is no page at {address}.")
        return page

    def _beside(self, file: Path) -> Path | None:
        folder = file.with_suffix("")
        return folder if folder.is_dir() else None
