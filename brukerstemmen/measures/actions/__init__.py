"""What is put to a service, what it answers, and its measures. Nothing here is ever taken away."""

from .answering import answer_matters, ask_for_answers
from .holding import hand_over, hold_measure, holder_now
from .measuring import add_measure, change_measure, take_step
from .putting import MatterTold, put_to_service
from .reminding import remind
from .reopening import reopen
from .terms import agree_on_terms, terms_of

__all__ = [
    "MatterTold",
    "add_measure",
    "agree_on_terms",
    "answer_matters",
    "ask_for_answers",
    "change_measure",
    "hand_over",
    "hold_measure",
    "holder_now",
    "put_to_service",
    "remind",
    "reopen",
    "take_step",
    "terms_of",
]
