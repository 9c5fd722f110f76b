"""What the worker does for this room. Tasks carry ids only, never words, names or numbers."""

from django_tasks import task
from django_tasks_db.models import DBTaskResult

from brukerstemmen.followups.actions.letter_texts import letters_with_waiting, send_waiting
from brukerstemmen.people import ledger, opening
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone


@task
def send_texts(feedback_id: str) -> dict[str, int]:
    """Send the texts of a letter that wait. Returns how many were sent, and how many were not."""
    ledger.require_in_order()
    with (
        narrowed(Zone.Z4_IDENTITY),
        opening.opened(Zone.Z4_IDENTITY, by="task", reason="followups:send_texts"),
    ):
        return send_waiting(feedback_id)


def send_what_is_left() -> int:
    """Texts that wait and that no task is to send, since a worker died: ask for them again. One
    that was begun stays begun: nobody knows whether it arrived. Returns how many letters."""
    asked = DBTaskResult.objects.filter(task_path=send_texts.module_path, status="READY")
    for_letters = {args["args"][0] for args in asked.values_list("args_kwargs", flat=True)}
    left = [one for one in letters_with_waiting() if one not in for_letters]
    for feedback_id in left:
        send_texts.enqueue(feedback_id)
    return len(left)
