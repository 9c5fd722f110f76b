"""What people do to end an evaluation, and what the house does on the days that follow."""

from .closing import close_again, close_evaluation, prepare, stops_of
from .retiring import run, run_today

__all__ = ["close_again", "close_evaluation", "prepare", "run", "run_today", "stops_of"]
