"""Telling the service how far the work has come."""

from .telling import LONGEST_NOTE, tell_of_release, tell_service

__all__ = ["LONGEST_NOTE", "tell_of_release", "tell_service"]
