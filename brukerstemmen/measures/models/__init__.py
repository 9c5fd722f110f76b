"""The nouns of this room, all of them released (Z1)."""

from .following import (
    FeedbackLine,
    FeltTold,
    FollowUpTerms,
    FollowUpTold,
    MeasureHolder,
)
from .matters import (
    Answer,
    AnsweredMatter,
    Asking,
    Matter,
    Measure,
    MeasureFor,
    MeasureKind,
    MeasureStep,
    Standing,
    Turn,
)

__all__ = [
    "Answer",
    "AnsweredMatter",
    "Asking",
    "FeedbackLine",
    "FeltTold",
    "FollowUpTerms",
    "FollowUpTold",
    "Matter",
    "Measure",
    "MeasureFor",
    "MeasureHolder",
    "MeasureKind",
    "MeasureStep",
    "Standing",
    "Turn",
]
