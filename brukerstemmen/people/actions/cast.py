"""The people a demo offers to be."""

from django.db import transaction

from brukerstemmen.people.models import Person


@transaction.atomic
def introduce(person: Person, *, order: int, line: str) -> Person:
    """Give somebody a place in the demo's cast, and one line about who they are.

    Outside demo mode nobody sees it.
    """
    person.cast_order, person.cast_line = order, line
    person.save(update_fields=["cast_order", "cast_line"])
    return person
