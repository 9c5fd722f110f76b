"""Print the people of the demo project."""

from typing import Any

from django.core.management.base import BaseCommand

from brukerstemmen.people.cast import on_offer


class Command(BaseCommand):
    help = "Print the demo's people: name, who they are, e-mail."

    def handle(self, *args: Any, **options: Any) -> None:
        people = list(on_offer())
        if not people:
            self.stdout.write("There are no demo people here.")
            return
        self.stdout.write("Sign in as one of these (one button each on the sign-in page):")
        wide = max(len(person.name) for person in people)
        for person in people:
            self.stdout.write(f"  {person.name:<{wide}}  {person.cast_line}  {person.email}")
