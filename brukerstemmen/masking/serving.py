"""The other end of `process`: answers what is asked over a socket until nobody is there any more.

A message is its length in four bytes and then JSON. Texts lie in memory only: nothing is logged,
nothing is written, and a crash leaves no picture of the memory behind.
"""

import json
import resource
import socket
from collections.abc import Callable
from dataclasses import asdict, fields
from typing import Any

from brukerstemmen.masking.engine import propagate
from brukerstemmen.masking.spans import Context, Label, Span, Why
from brukerstemmen.masking.wire import BadAnswer, stretch_of

HEAD = 4  # bytes that tell how long a message is
LONGEST = 256_000_000  # bytes
AT_ONCE = 1_000_000  # bytes
BeforeWaiting = Callable[[], None]


class HungUp(Exception):
    """The other end is gone, in the middle of a message or before it."""


def serve(line: socket.socket) -> None:
    """Answer until the other end hangs up."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        try:
            asked = received(line)
            send(line, _answered(asked))
        except (HungUp, OSError):
            return


def _answered(asked: dict[str, Any]) -> dict[str, Any]:
    """What was found; or only which error stopped it, as its own words may hold the text."""
    try:
        found = propagate(asked["texts"], asked["langs"], _unpacked(asked["context"]))
    except Exception as problem:
        return {"failed": type(problem).__name__}
    return {"spans": [[asdict(span) for span in spans] for spans in found]}


def packed(context: Context) -> dict[str, Any]:
    """What is known around a text, as JSON can hold it."""
    given = {field.name: getattr(context, field.name) for field in fields(context)}
    return {
        name: sorted(value) if isinstance(value, frozenset) else value
        for name, value in given.items()
    }


def _unpacked(given: dict[str, Any]) -> Context:
    values: dict[str, Any] = {
        name: frozenset(value) if isinstance(value, list) else value
        for name, value in given.items()
    }
    return Context(**values)


def span_of(row: object, length: int) -> Span:
    """A span as `serve` told it. length: of its text. Raises BadAnswer."""
    stretch = stretch_of(row, length)
    assert isinstance(row, dict)  # noqa: S101 - looked at by stretch_of
    try:
        label, why = Label(stretch.label), Why(row["why"])
        source = row["source"]
    except (KeyError, ValueError):
        raise BadAnswer("a span has no known label or reason") from None
    if not isinstance(source, str):
        raise BadAnswer("a span has no source")
    return Span(stretch.start, stretch.end, label, stretch.score, source, why)


def send(line: socket.socket, message: dict[str, Any]) -> None:
    """Say something, whole."""
    body = json.dumps(message).encode("ascii")
    line.sendall(len(body).to_bytes(HEAD, "big") + body)


def received(line: socket.socket, before_waiting: BeforeWaiting = lambda: None) -> dict[str, Any]:
    """What the other end says. before_waiting: done each time before more is waited for.

    Raises HungUp, BadAnswer if it is no message, and what the socket raises.
    """
    length = int.from_bytes(_bytes(line, HEAD, before_waiting), "big")
    if length > LONGEST:
        raise BadAnswer("a message is too long")
    try:
        message = json.loads(_bytes(line, length, before_waiting))
    except (ValueError, RecursionError):
        raise BadAnswer("a message is not JSON") from None
    if not isinstance(message, dict):
        raise BadAnswer("a message is not an object")
    return message


def _bytes(line: socket.socket, length: int, before_waiting: BeforeWaiting) -> bytes:
    said = bytearray()
    while len(said) < length:
        before_waiting()
        more = line.recv(min(length - len(said), AT_ONCE))
        if not more:
            raise HungUp
        said += more
    return bytes(said)
