"""Reading: what the pages show, and what counts once both sides have approved the minutes."""

from brukerstemmen.dialogues.showing.counting import (
    agreed_proposals,
    outcomes_that_count,
    replies_that_count,
)

__all__ = ["agreed_proposals", "outcomes_that_count", "replies_that_count"]
