"""The people of the demo project, whom a visitor may try being."""

from typing import TYPE_CHECKING

from brukerstemmen.people.models import Person

if TYPE_CHECKING:
    from django.db.models import QuerySet


def on_offer() -> "QuerySet[Person]":
    """Those who have a place in the story; nobody else can ever be chosen."""
    return Person.objects.cast().filter(cast_order__isnull=False)


def chosen(given: str) -> Person | None:
    """The one with this id, if they are on offer."""
    return next((person for person in on_offer() if str(person.pk) == given), None)
