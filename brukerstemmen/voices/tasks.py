"""What the worker does for this room. Tasks carry ids only, never words, names or numbers."""

from django_tasks import task

from brukerstemmen.people import ledger, opening
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions.texting import send_waiting


@task
def send_texts(round_id: int) -> dict[str, int]:
    """Send the texts of a round that wait. Returns how many were sent, and how many were not."""
    ledger.require_in_order()
    with (
        narrowed(Zone.Z4_IDENTITY),
        opening.opened(Zone.Z4_IDENTITY, by="task", reason="voices:send_texts"),
    ):
        return send_waiting(round_id)
