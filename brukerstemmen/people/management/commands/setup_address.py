"""Print where the first person is made."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse

from brukerstemmen.people.actions import setup


class Command(BaseCommand):
    help = "Print the address, with its one-time code, where the first person is made."

    def handle(self, *args: Any, **options: Any) -> None:
        if not setup.is_new():
            self.stdout.write("Somebody has an account already. Sign in.")
            return
        path = reverse("people:setup", query={"kode": setup.setup_code()})
        self.stdout.write("Set up the centre and the first person here (once):")
        self.stdout.write(f"{settings.SITE_ADDRESS}{path}")
