"""What is read on the service's pages and beside the lead: findings with their answers, measures
with their steps, and how much waits. A fixed number of queries, and released rows only."""

from .following import Waiting, agreed_on, rounds_told, waiting_for
from .matters import AnswerShown, MatterShown, ServingShown, matters_of, said_last
from .measures import (
    FeltShown,
    MeasureShown,
    StepShown,
    felt_now,
    holders_of,
    measure_shown,
    measures_of,
)

__all__ = [
    "AnswerShown",
    "FeltShown",
    "MatterShown",
    "MeasureShown",
    "ServingShown",
    "StepShown",
    "Waiting",
    "agreed_on",
    "felt_now",
    "holders_of",
    "matters_of",
    "measure_shown",
    "measures_of",
    "rounds_told",
    "said_last",
    "waiting_for",
]
