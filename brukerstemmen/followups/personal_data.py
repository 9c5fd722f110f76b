"""What this room keeps about a participant, and how it is erased."""

from brukerstemmen.followups.models import FeedbackTo, MaskedReply, Reply, ReplyWords
from brukerstemmen.voices.erasing import Eraser, nothing, register
from brukerstemmen.voices.models import Participant


def _participant(participant: Participant) -> None:
    """Their replies lie under their own keys, which go with them."""
    Reply.objects.filter(participant=participant).delete()
    FeedbackTo.objects.filter(participant=participant).delete()


FOLLOWUPS = Eraser(
    covers=frozenset(model._meta.label for model in (FeedbackTo, MaskedReply, Reply, ReplyWords)),
    statements=nothing,
    participant=_participant,
)


def be_ready() -> None:
    """Called once, when the app is ready."""
    register(FOLLOWUPS)
