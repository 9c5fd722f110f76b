"""What a new centre begins with, until it writes its own."""

from pathlib import Path

_TEXTS = Path(__file__).resolve().parent / "texts"


def guidelines() -> str:
    """The ethical guidelines the product ships with, in bokmål."""
    return (_TEXTS / "guidelines.nb.txt").read_text(encoding="utf-8")
