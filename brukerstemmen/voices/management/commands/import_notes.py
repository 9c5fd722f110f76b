from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError

from brukerstemmen.people import ledger, opening
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions import importing
from brukerstemmen.voices.models import UserMeeting
from brukerstemmen.voices.notes.reading import Reason
from brukerstemmen.voices.wording import meetings as wording


class Command(BaseCommand):
    help = "Take notes from a file into a meeting that is open for writing: all of them or none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="the evaluation's name in its address")
        parser.add_argument("meeting", type=int, help="the number of the meeting")
        parser.add_argument("file", type=Path, metavar="FILE", help=".docx, .txt, .md or .csv")
        parser.add_argument("--by", required=True, metavar="EMAIL", help="somebody on the team")
        parser.add_argument(
            "--unknown-as-nobody",
            action="store_true",
            help="let speakers who are not registered in the meeting be unknown",
        )

    def handle(
        self, *args: Any, slug: str, meeting: int, file: Path, by: str, **options: Any
    ) -> None:
        ledger.require_in_order()
        row = UserMeeting.objects.filter(evaluation__work__slug=slug, meeting__number=meeting)
        person = Person.objects.filter(email__iexact=by).first()
        if not row or person is None:
            raise CommandError("There is no such meeting, or no such person.")
        content = _content_of(file)
        with opening.opened(Zone.Z3_RAW, by="command", reason="import_notes"):
            try:
                preview = importing.preview(row[0], content=content, name=file.name, by=person)
                not_understood = importing.reading_of(preview).problems
                taken_in = importing.take_in(
                    preview, unknown_as_nobody=options["unknown_as_nobody"], by=person
                )
            except PermissionDenied:
                raise CommandError("This person may not write in this meeting.") from None
            except ValidationError as refusal:
                raise CommandError(" ".join(refusal.messages)) from None
        self.stdout.write(f"{taken_in} statements taken in")
        if not_understood:
            lines = ", ".join(str(problem.line) for problem in not_understood)
            self.stdout.write(f"Look at these lines of the file: {lines}")


def _content_of(file: Path) -> bytes:
    """What the file holds, if it can be read and is not far too large."""
    try:
        if file.stat().st_size > settings.UPLOAD_BYTES:
            raise CommandError(str(wording.UNREADABLE[Reason.TOO_LARGE]))
        return file.read_bytes()
    except OSError as error:
        raise CommandError(f"{file} could not be read: {error.strerror}") from None
