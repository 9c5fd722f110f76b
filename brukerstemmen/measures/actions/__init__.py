"""What is put to a service, what it answers, and its measures. Nothing here is ever taken away."""

from .answering import answer_matters, ask_for_answers
from .measuring import add_measure, change_measure, take_step
from .putting import MatterTold, put_to_service

__all__ = [
    "MatterTold",
    "add_measure",
    "answer_matters",
    "ask_for_answers",
    "change_measure",
    "put_to_service",
    "take_step",
]
