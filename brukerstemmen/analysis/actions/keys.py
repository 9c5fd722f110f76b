"""Turning the single keys of the board on or off, for oneself, on every device."""

from brukerstemmen.people.models import Person


def turn_keys(on: bool, *, by: Person) -> None:
    """Remember whether single keys act on the board (WCAG 2.1.4)."""
    by.board_keys = on
    by.save(update_fields=["board_keys"])
