"""Read what others have sent, in a process of its own with little memory and ten seconds.

Content goes in and comes out through pipes; nothing is written to disk. The process gets no
environment, so it knows no keys. It takes about a tenth of a second to start.
"""

import base64
import json
import logging
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .parsing import LARGEST, check_upload
from .reading import Field, Reading, Reason, Unreadable
from .wire import unpacked

SECONDS = 10
ROOT = Path(__file__).resolve().parents[3]  # where the package stands
WORKER = "brukerstemmen.voices.notes.worker"

logger = logging.getLogger(__name__)


def read_file(
    content: bytes,
    name: str,
    *,
    mapping: Mapping[int, Field] | None = None,
    seconds: float = SECONDS,
) -> Reading:
    """What stands in an uploaded file: .docx, .csv, .tsv, .txt or .md, at most 5 MB.

    mapping: what the columns hold, column (from 0) to field; columns left out are not read.
    seconds: how long it may take, of the clock.
    Raises Unreadable with a reason that can be told to the person.
    """
    check_upload(content, name)
    return _ask(name, base64.b64encode(content).decode("ascii"), mapping, seconds)


def read_pasted(
    text: str, *, mapping: Mapping[int, Field] | None = None, seconds: float = SECONDS
) -> Reading:
    """What stands in a pasted text. Otherwise as `read_file`."""
    if not text.strip():
        raise Unreadable(Reason.EMPTY)
    if len(text) > LARGEST:
        raise Unreadable(Reason.TOO_LARGE)
    return _ask(None, text, mapping, seconds)


def _ask(
    name: str | None, content: str, mapping: Mapping[int, Field] | None, seconds: float
) -> Reading:
    request = {"name": name, "content": content, "mapping": dict(mapping or {})}
    try:
        done = subprocess.run(
            [sys.executable, "-E", "-s", "-B", "-X", "utf8", "-m", WORKER],
            input=json.dumps(request).encode("ascii"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            cwd=ROOT,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(Reason.TOO_SLOW) from None  # its own error carries the content
    if done.returncode == -signal.SIGXCPU:
        raise Unreadable(Reason.TOO_SLOW)
    if done.returncode != 0:
        logger.warning("The process that reads notes ended with %s", done.returncode)
        raise Unreadable(Reason.TOO_MUCH_INSIDE)
    return _told(json.loads(done.stdout))


def _told(answer: dict[str, Any]) -> Reading:
    if "bug" in answer:
        logger.error("Reading notes failed: %s", answer["bug"])
    if "unreadable" in answer:
        raise Unreadable(Reason(answer["unreadable"]))
    return unpacked(answer["reading"])
