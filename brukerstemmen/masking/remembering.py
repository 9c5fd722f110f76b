"""What the models say of one text: asked of the process that holds them, and remembered here.

A page asks again and again of the same words. What is remembered are places and labels, under a
digest whose key is gone with this process: no word of a text.
"""

import json
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from hashlib import blake2b
from threading import Lock

from brukerstemmen.masking import process
from brukerstemmen.masking.process import FinderFailed, TextFailed
from brukerstemmen.masking.serving import packed
from brukerstemmen.masking.spans import LONGEST_TEXT, Context, Span, TextTooLong

MOST = 20_000  # answers
PAUSE_SECONDS = 30.0  # so long nobody waits for a process that has just failed
Ask = Callable[[Sequence[str], str, Context], list[list[Span]]]


class Remembering:
    """Asks `ask` for what it has not been told before. Threads may share it."""

    def __init__(self, ask: Ask = process.ask, *, most: int = MOST) -> None:
        self._ask, self._most = ask, most
        self._key = secrets.token_bytes(32)
        # None: it met an error in this text, and is not asked of it again.
        self._told: OrderedDict[bytes, tuple[Span, ...] | None] = OrderedDict()
        self._lock = Lock()
        self._silent_until = 0.0
        self.failures = 0  # so often nobody has looked

    def find(self, text: str, lang: str, context: Context) -> list[Span]:
        """As `engine.find`. Raises TextTooLong, and FinderFailed: then nobody has looked."""
        if len(text) > LONGEST_TEXT:
            raise TextTooLong(f"more than {LONGEST_TEXT:,} characters")
        name = self._name(text, lang, context)
        with self._lock:
            is_known, told = name in self._told, self._told.get(name)
            if is_known:
                self._told.move_to_end(name)
        if not is_known:
            told = self._asked(text, lang, context)
            self._remember(name, told)
        if told is None:
            self.failures += 1
            raise TextFailed("it met an error in this text")
        return list(told)

    def _remember(self, name: bytes, told: tuple[Span, ...] | None) -> None:
        with self._lock:
            self._told[name] = told
            while len(self._told) > self._most:
                self._told.popitem(last=False)

    def _asked(self, text: str, lang: str, context: Context) -> tuple[Span, ...] | None:
        """None where it met an error in the text. Only where it was too slow, or died, does nobody
        wait for it for a while: one bad text must not keep the models from all others."""
        if time.monotonic() < self._silent_until:
            self.failures += 1
            raise FinderFailed("it failed just now")
        try:
            [spans] = self._ask([text], lang, context)
        except TextFailed:
            return None
        except FinderFailed:
            self.failures += 1
            self._silent_until = time.monotonic() + PAUSE_SECONDS
            raise
        return tuple(spans)

    def _name(self, text: str, lang: str, context: Context) -> bytes:
        told = json.dumps([text, lang, packed(context)])
        return blake2b(told.encode("ascii"), key=self._key, digest_size=16).digest()


_one = Remembering()


def find(text: str, lang: str, context: Context) -> list[Span]:
    """What may point at somebody, by the models too, where `context.tagger` asks for them."""
    return _one.find(text, lang, context)


def failures() -> int:
    """How often nobody has looked, so far. Where it has not grown, all that was asked was read."""
    return _one.failures


def forget() -> None:
    """Everything, for a test."""
    global _one
    _one = Remembering()
