"""What the worker does for this room. Tasks carry ids only, never words, names or numbers."""

from django_tasks import task
from django_tasks_db.models import DBTaskResult

from brukerstemmen.people import ledger, opening
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions.texting import rounds_with_waiting, send_waiting


@task
def send_texts(round_id: int) -> dict[str, int]:
    """Send the texts of a round that wait. Returns how many were sent, and how many were not."""
    ledger.require_in_order()
    with (
        narrowed(Zone.Z4_IDENTITY),
        opening.opened(Zone.Z4_IDENTITY, by="task", reason="voices:send_texts"),
    ):
        return send_waiting(round_id)


def send_what_is_left() -> int:
    """Texts that wait and that no task is to send, since a worker died: ask for them again. One
    that was begun stays begun: nobody knows whether it arrived. Returns how many rounds."""
    asked = DBTaskResult.objects.filter(task_path=send_texts.module_path, status="READY")
    for_rounds = {args["args"][0] for args in asked.values_list("args_kwargs", flat=True)}
    left = [one for one in rounds_with_waiting() if one not in for_rounds]
    for round_id in left:
        send_texts.enqueue(round_id)
    return len(left)
