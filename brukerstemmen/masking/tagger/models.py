"""The trained models: opened when first asked, once, and kept open."""

from functools import cache
from pathlib import Path

import pycrfsuite

FOLDER = Path(__file__).parent
MANIFEST = FOLDER / "manifest.json"


@cache
def opened(name: str) -> pycrfsuite.Tagger:
    """The model "cased" or "caseless"."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(FOLDER / f"{name}.crfsuite"))
    return tagger
