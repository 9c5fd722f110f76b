"""Where the encoder lies, and that its files are the ones that were made together.

An installation without it has no such folder, and masking does without. A folder that is there
but not whole is an error: nobody shall believe that the encoder reads when it does not.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

SETTING = "BRUKERSTEMMEN_ENCODER"  # a folder; empty for none, whatever lies in the usual place
USUAL = Path(__file__).resolve().parents[3] / "var" / "encoder"
MANIFEST = "manifest.json"
MODEL, PIECES, WEIGHTS = "encoder.onnx", "pieces.marisa", "fusion.json"
NEEDED = frozenset({MODEL, PIECES, WEIGHTS})


class EncoderBroken(Exception):
    """The folder is there, but cannot be used as it is."""


def folder() -> Path | None:
    """Where the encoder lies, if this installation has one."""
    return _folder(os.environ.get(SETTING))


@cache
def _folder(named: str | None) -> Path | None:
    if named is not None:
        return Path(named) if named else None
    return USUAL if USUAL.is_dir() else None


def environment() -> dict[str, str]:
    """What a process of its own must be told to read with the same encoder."""
    named = os.environ.get(SETTING)
    if named is None:
        return {}
    return {SETTING: str(Path(named).resolve()) if named else ""}


@cache
def checked(place: Path) -> Path:
    """The folder, once it is known to hold what its manifest says. Raises EncoderBroken."""
    told = _manifest(place)
    if not told.keys() >= NEEDED:
        raise EncoderBroken(f"the manifest does not name {', '.join(sorted(NEEDED - {*told}))}")
    for name, expected in told.items():
        path = place / name
        if path.parent != place or not path.is_file():
            raise EncoderBroken(f"{name} is not in the folder")
        if sum_of(path) != expected:
            raise EncoderBroken(f"{name} is not the file the manifest tells of")
    return place


def _manifest(place: Path) -> Mapping[str, str]:
    try:
        files = json.loads((place / MANIFEST).read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        raise EncoderBroken("there is no manifest that can be read") from None
    if not isinstance(files, dict):
        raise EncoderBroken("the manifest names no files")
    return files


def sum_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal: what the manifest says of it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
