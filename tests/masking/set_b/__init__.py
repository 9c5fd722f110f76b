"""Meeting set B: as set A, but kept whole from those who write rules; only figures come of it."""

from pathlib import Path

from tests.masking.set_a import MeetingStatement, meeting_statements


def kept_statements() -> list[MeetingStatement]:
    """Every statement, in the order of the files and the lines in them."""
    return meeting_statements(Path(__file__).parent)
