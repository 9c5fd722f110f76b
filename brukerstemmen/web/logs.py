"""Logs say that something failed and where in the code, never with which words.

Whoever collects the log adds the hour. What somebody without an account does is therefore only
logged where it broke something.
"""

import logging
import traceback


class NoContent(logging.Filter):
    """Replace an exception's message, which may quote words, by its kind and its place, and an
    address, which may name a service or hold a code, by the name of its door."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno < logging.ERROR and _is_visitors(record.__dict__.get("request")):
            return False
        request = record.__dict__.pop("request", None)
        if record.exc_info and record.exc_info[0] is not None:
            kind, _error, trace = record.exc_info
            frames = traceback.extract_tb(trace)
            where = f"{frames[-1].name}:{frames[-1].lineno}" if frames else "?"
            record.msg, record.args = f"{kind.__name__} in {where}", None
            record.exc_info = record.exc_text = None
        elif request is not None:
            answer = getattr(record, "status_code", "?")
            door = getattr(request, "door_name", "") or "no door"
            record.msg, record.args = f"Answered {answer} at {door}", None
        return True


def _is_visitors(request: object) -> bool:
    """Whether it was asked by somebody without an account, also at an address that is none."""
    door, path = getattr(request, "door", None), getattr(request, "path_info", "")
    return path.startswith("/d/") or (door is not None and door.is_for_visitors and bool(door.ways))
