"""What this room keeps of what somebody has said: printed quotes, under numbers that lead nowhere
from here. When the statement is taken back, the quote goes out of the archive with it."""

from brukerstemmen.library.actions.taking_out import of_statements
from brukerstemmen.voices.erasing import Eraser, nothing, register

# Nothing here points at a participant: no model is covered, and still words go.
LIBRARY = Eraser(covers=frozenset(), statements=of_statements, participant=nothing)


def be_ready() -> None:
    """Called once, when the app is ready."""
    register(LIBRARY)
