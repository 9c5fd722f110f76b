"""What this room keeps with a way to a participant, and how it is erased."""

from brukerstemmen.dialogues.models import NewVoices
from brukerstemmen.voices.erasing import Eraser, nothing, register

# The row points at a meeting, never at a person; it is named here so that the house test knows.
DIALOGUES = Eraser(
    covers=frozenset({NewVoices._meta.label}), statements=nothing, participant=nothing
)


def be_ready() -> None:
    """Called once, when the app is ready."""
    register(DIALOGUES)
