"""Logs say that something failed and where in the code, never with which words."""

import logging
import traceback


class NoContent(logging.Filter):
    """Replace an exception's message, which may quote words, by its kind and its place."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[0] is not None:
            kind, _error, trace = record.exc_info
            frames = traceback.extract_tb(trace)
            where = f"{frames[-1].name}:{frames[-1].lineno}" if frames else "?"
            record.msg, record.args = f"{kind.__name__} in {where}", None
            record.exc_info = record.exc_text = None
        record.__dict__.pop("request", None)
        return True
