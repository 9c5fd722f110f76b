"""The confined process that reads what others have sent: one request in, one answer out.

Run by `sandbox`. It may use little memory and time, write no file and leave no trace of the
content: an answer is a reading, or a reason, and a bug is told by its kind and place only.
"""

import base64
import json
import resource
import sys
from typing import Any

from .parsing import parse_file, parse_pasted
from .reading import Field, Reason, Unreadable
from .wire import packed

MOST_MEMORY = 512 * 1024 * 1024  # bytes of address space
MOST_SECONDS = 10  # of computing; the one who asked keeps the clock


def confine() -> None:
    """Give up what reading notes does not need: memory, time, writing files, core dumps."""
    for limit, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """The reading, or why there is none."""
    try:
        return {"reading": _read(request)}
    except Unreadable as refusal:
        return {"unreadable": refusal.reason}
    except (MemoryError, RecursionError):
        return {"unreadable": Reason.TOO_MUCH_INSIDE}
    except Exception as bug:
        return {"unreadable": Reason.DAMAGED, "bug": f"{type(bug).__name__} in {_place(bug)}"}


def _read(request: dict[str, Any]) -> dict[str, Any]:
    mapping = {int(column): Field(field) for column, field in request["mapping"].items()} or None
    if request["name"] is None:
        return packed(parse_pasted(request["content"], mapping=mapping))
    content = base64.b64decode(request["content"])
    return packed(parse_file(content, request["name"], mapping=mapping))


def _place(bug: BaseException) -> str:
    trace = bug.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}" if trace else "?"


if __name__ == "__main__":
    confine()
    json.dump(answer(json.load(sys.stdin)), sys.stdout)
