"""An encoder small enough to be made in a test: each word with Q at its head is a name to it."""

import json
import shutil
from pathlib import Path

import numpy as np
import onnx

from brukerstemmen.masking import fusing
from brukerstemmen.masking.encoder import folder
from brukerstemmen.masking.encoder.pieces import SPACE, Vocabulary
from tools.encoder.graph import Weights, graph

LETTERS = "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ.,!?0123456789"
FIRST = 4  # numbers below stand for no letters
PIECES = [*LETTERS, *(SPACE + letter for letter in LETTERS), SPACE, "ing", SPACE + "Hun"]
HIDDEN, INNER, PLACES, HEADS = 4, 8, 512, 2
NAME, OTHER = (3.0, -1.0, -1.0, -1.0), (-1.0, 3.0, -1.0, -1.0)
SURE = 4.0


def vocabulary() -> Vocabulary:
    return Vocabulary.of(
        (piece, number, -1.0 - 1 / len(piece)) for number, piece in enumerate(PIECES, FIRST)
    )


def weights() -> Weights:
    """A layer that leaves everything as it is, and a head that knows the two kinds of pieces."""
    held = {
        "word.weight": np.array(
            [OTHER] * FIRST + [NAME if "Q" in one else OTHER for one in PIECES]
        ),
        "pos.weight": np.zeros((PLACES, HIDDEN)),
        "head.weight": np.zeros((5, HIDDEN)),
        "head.bias": np.zeros(5),
    }
    held["head.weight"][1, 0] = held["head.weight"][0, 1] = SURE
    for part in ("q", "k", "v", "ao"):
        held |= _linear(f"layers.0.{part}", HIDDEN, HIDDEN)
    held |= _linear("layers.0.fi", INNER, HIDDEN) | _linear("layers.0.fo", HIDDEN, INNER)
    for name in ("ln", "layers.0.aln", "layers.0.oln"):
        held |= {f"{name}.weight": np.ones(HIDDEN), f"{name}.bias": np.zeros(HIDDEN)}
    return held


def _linear(name: str, out: int, given: int) -> Weights:
    return {f"{name}.weight": np.zeros((out, given)), f"{name}.bias": np.zeros(out)}


def single(weights: Weights) -> Weights:
    """In the precision that networks are trained in."""
    return {name: values.astype(np.float32) for name, values in weights.items()}


def lay(place: Path) -> Path:
    """A whole folder, as `make models ENCODER=1` lays one."""
    place.mkdir()
    vocabulary().save(place / folder.PIECES)
    onnx.save(graph(weights(), HEADS), place / folder.MODEL)
    shutil.copyfile(fusing.WEIGHTS, place / folder.WEIGHTS)
    write_manifest(place, {name: folder.sum_of(place / name) for name in folder.NEEDED})
    return place


def write_manifest(place: Path, files: dict[str, str]) -> None:
    (place / folder.MANIFEST).write_text(json.dumps({"files": files}), encoding="utf-8")
