from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from brukerstemmen.library.actions.starting import stand_at, start
from brukerstemmen.people.models import Organisation
from brukerstemmen.people.models.organisations import OrganisationKind


class Command(BaseCommand):
    help = "Fill the public site with its start content, if it has none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--name", default="Brukerstemmen", help="what the site is called")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        centres = Organisation.objects.filter(kind=OrganisationKind.CENTRE)
        made = start(name=name, owners=centres)
        stand_at(settings.SITE_ADDRESS)
        self.stdout.write(f"{made} pages made." if made else "The public site has pages already.")
