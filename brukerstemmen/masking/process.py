"""The finder in a process of its own, so that what serves pages never holds the models.

It is started when it is first asked, answers for as long as the one who started it lives, and is
started again if it has died. It talks over a pair of sockets that nobody else can reach; there is
no address and no file. Of the environment it is told only where the encoder lies, so it knows no
keys. Texts are in no log, no error and on no disk.
"""

import atexit
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from brukerstemmen.masking.encoder import folder
from brukerstemmen.masking.engine import propagate
from brukerstemmen.masking.serving import HungUp, packed, received, send, span_of
from brukerstemmen.masking.spans import Context, Span
from brukerstemmen.masking.wire import BadAnswer

ROOT = Path(__file__).resolve().parents[2]  # where the package stands
COMMAND = (sys.executable, "-E", "-s", "-B", "-X", "utf8", "-m", "brukerstemmen.masking", "--serve")
SECONDS = 60.0  # a long meeting takes less than fifteen, loading the models a few
TRIES = 2


class FinderFailed(Exception):
    """The texts have not been read through; nothing may go on as if they had. Holds no text."""


class TextFailed(FinderFailed):
    """The process is well, and met an error in what it was asked: the same again fails again."""


class Finder:
    """One such process. Threads may share it; they take turns.

    seconds: how long an answer may take, waiting for one's turn included.
    """

    def __init__(self, command: Sequence[str] = COMMAND, seconds: float = SECONDS) -> None:
        self.command = list(command)
        self.seconds = seconds
        self._lock = Lock()
        self._running: tuple[subprocess.Popen[bytes], socket.socket] | None = None

    def ask(
        self, texts: Sequence[str], lang: str | Sequence[str], context: Context
    ) -> list[list[Span]]:
        """As `engine.propagate`. Raises FinderFailed."""
        until = time.monotonic() + self.seconds
        langs = [lang] * len(texts) if isinstance(lang, str) else list(lang)
        asked = {"texts": list(texts), "langs": langs, "context": packed(context)}
        if not self._lock.acquire(timeout=self.seconds):
            raise FinderFailed("its turn did not come")
        try:
            return _found(self._answer(asked, until), texts)
        except BadAnswer as problem:
            self._end()
            raise FinderFailed(f"it answered wrongly: {problem}") from None
        finally:
            self._lock.release()

    def _answer(self, asked: dict[str, Any], until: float) -> dict[str, Any]:
        """What it says. If it has died it is started once more, and asked again."""
        for _try in range(TRIES):
            try:
                return _talk(self._line(), asked, until)
            except TimeoutError:
                self._end()  # else its late answer would be taken for the next one
                raise FinderFailed("it took too long") from None
            except (HungUp, OSError):
                self._end()
        raise FinderFailed("it ended before it answered")

    def _line(self) -> socket.socket:
        if self._running and self._running[0].poll() is not None:
            self._end()
        if not self._running:
            ours, theirs = socket.socketpair()
            with theirs:
                try:
                    self._running = self._started(theirs), ours
                except OSError:
                    ours.close()
                    raise
        return self._running[1]

    def _started(self, theirs: socket.socket) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.command,
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,  # a traceback may hold words of a text
            cwd=ROOT,
            env=folder.environment(),
            start_new_session=True,  # Ctrl-C is for who started it; then it ends by itself
        )

    def close(self) -> None:
        """End it; the next question starts it again."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        if self._running:
            process, line = self._running
            self._running = None
            line.close()
            process.kill()
            process.wait()

    def forget(self) -> None:
        """In a fork: leave the process to who started it, and have one of one's own."""
        self._lock = Lock()
        if self._running:
            process, line = self._running
            self._running = None
            line.close()
            process.returncode = 0  # it is no child of ours to wait for


def _talk(line: socket.socket, asked: dict[str, Any], until: float) -> dict[str, Any]:
    def hurry() -> None:
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        line.settimeout(left)

    hurry()
    send(line, asked)
    return received(line, hurry)


def _found(answer: dict[str, Any], texts: Sequence[str]) -> list[list[Span]]:
    if "failed" in answer:
        raise TextFailed(f"it met an error ({answer['failed']})")
    rows = answer.get("spans")
    if not isinstance(rows, list) or len(rows) != len(texts):
        raise BadAnswer("not every text is answered")
    if not all(isinstance(spans, list) for spans in rows):
        raise BadAnswer("an answer is not a list")
    return [
        [span_of(row, len(text)) for row in spans] for text, spans in zip(texts, rows, strict=True)
    ]


_one = Finder()
atexit.register(_one.close)
os.register_at_fork(after_in_child=_one.forget)


def ask(texts: Sequence[str], lang: str | Sequence[str], context: Context) -> list[list[Span]]:
    """What may point at somebody in each text of one meeting, as `engine.propagate` answers.

    What only the rules read is read here and now; where `context.tagger` asks for the models, it
    is read in the process that holds them, one for each process that asks.
    Raises FinderFailed: then nothing has been read through.
    """
    return _one.ask(texts, lang, context) if context.tagger else propagate(texts, lang, context)


def close() -> None:
    """End this process's own, for one who has asked for the last time in a long while."""
    _one.close()
