from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError
from django.template.loader import render_to_string
from django.utils import translation

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import ledger, opening
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.reports.actions.draft import build_draft
from brukerstemmen.reports.content import Draft, Words
from brukerstemmen.reports.docx import write_docx
from brukerstemmen.reports.page import page_of
from brukerstemmen.reports.template import UnusableTemplate
from brukerstemmen.reports.wording import words_of


class Command(BaseCommand):
    help = "Write the internal draft of an evaluation to a file. Safe to run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="the evaluation's name in its address")
        parser.add_argument("--format", choices=["docx", "html"], default="docx")
        parser.add_argument("--out", type=Path, required=True, metavar="FILE")
        parser.add_argument("--by", required=True, metavar="EMAIL", help="somebody on the team")
        parser.add_argument(
            "--language", choices=[code for code, _name in settings.LANGUAGES], default="nb"
        )

    def handle(
        self, *args: Any, slug: str, out: Path, by: str, language: str, **options: Any
    ) -> None:
        ledger.require_in_order()
        evaluation = Evaluation.objects.filter(work__slug=slug).first()
        person = Person.objects.filter(email__iexact=by).first()
        if evaluation is None or person is None:
            raise CommandError("There is no such evaluation, or no such person.")
        profile = evaluation.work.centre.profile
        with (
            translation.override(language),
            opening.opened(Zone.Z2_MASKED, by="command", reason="build_report"),
        ):
            try:
                draft = build_draft(evaluation, by=person)
            except PermissionDenied:
                raise CommandError(
                    "This person may not build the draft of this evaluation."
                ) from None
            words = words_of(profile.smallest_group)
            if options["format"] == "html":
                content = render_to_string("reports/file.html", page_of(draft, words)).encode()
            else:
                content = self._document(draft, words, bytes(profile.word_template))
        try:
            out.write_bytes(content)
        except OSError as error:
            raise CommandError(f"{out} could not be written: {error.strerror}") from None
        self.stdout.write(f"{out}: {draft.numbers.statements - draft.waiting} statements")

    def _document(self, draft: Draft, words: Words, template: bytes) -> bytes:
        try:
            return write_docx(draft, words=words, template=template or None)
        except UnusableTemplate:
            self.stderr.write("The centre's Word template could not be used; plain looks instead.")
            return write_docx(draft, words=words)
