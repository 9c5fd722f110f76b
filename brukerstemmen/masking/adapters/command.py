"""Another detector as a command: texts on its standard input, answers on its standard output.

It is started anew for each meeting, ends by itself, and is ended with all of its process group if
it does not; what it starts in a session of its own is its own to end. It knows nothing of our
environment, so no keys, but where programs lie. One that is slow to start belongs behind a service.
"""

import contextlib
import os
import selectors
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from typing import IO

from brukerstemmen.masking.adapters.asking import SECONDS, AdapterFailed

KNOWN = ("PATH", "HOME", "LANG")
AT_ONCE = 65_536  # bytes


class Command:
    """arguments: the program and what it is given; no shell reads them."""

    def __init__(self, arguments: Sequence[str], *, seconds: float = SECONDS) -> None:
        if not arguments:
            raise AdapterFailed("no command was given")
        self.arguments = list(arguments)
        self.seconds = seconds

    @property
    def name(self) -> str:
        return Path(self.arguments[0]).name

    def exchange(self, question: bytes, most: int) -> bytes:
        """What it answers. Raises AdapterFailed."""
        until = time.monotonic() + self.seconds
        try:
            process = subprocess.Popen(
                self.arguments,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # it may repeat the text
                env={name: os.environ[name] for name in KNOWN if name in os.environ},
                start_new_session=True,
            )
        except OSError:
            raise AdapterFailed("it could not be started") from None
        with process:
            try:
                return _conversation(process, question, most, until)
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)


def _conversation(
    process: subprocess.Popen[bytes], question: bytes, most: int, until: float
) -> bytes:
    assert process.stdin and process.stdout  # noqa: S101 - both are pipes
    asking = Thread(target=_write, args=(process.stdin, question), daemon=True)
    asking.start()
    said = _read(process.stdout, most, until)
    try:
        code = process.wait(max(until - time.monotonic(), 0))
    except subprocess.TimeoutExpired:
        raise AdapterFailed("it took too long") from None
    if code != 0:
        raise AdapterFailed(f"it ended with {code}")
    return said


def _write(pipe: IO[bytes], question: bytes) -> None:
    with contextlib.suppress(OSError):  # it does not listen; what it says then is judged
        pipe.write(question)
        pipe.close()


def _read(pipe: IO[bytes], most: int, until: float) -> bytes:
    said = bytearray()
    with selectors.DefaultSelector() as waiting:
        waiting.register(pipe, selectors.EVENT_READ)
        while waiting.select(max(until - time.monotonic(), 0)):
            more = os.read(pipe.fileno(), AT_ONCE)
            if not more:
                return bytes(said)
            said += more
            if len(said) > most:
                raise AdapterFailed("it said too much")
    raise AdapterFailed("it took too long")
