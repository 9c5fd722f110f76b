import secrets
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from brukerstemmen.people.opening import write_outer


class Command(BaseCommand):
    help = "Make the key outside the database, and the installation's secret. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        if write_outer(settings.OUTER_KEY_FILE):
            self.stdout.write(f"New key in {settings.OUTER_KEY_FILE}. Keep a copy elsewhere:")
            self.stdout.write("without it nothing that people have said can ever be read again.")
        file = settings.VAR / "keys" / "secret.key"
        if not file.exists():
            file.touch(mode=0o600)
            file.write_text(secrets.token_urlsafe(48), encoding="ascii")
