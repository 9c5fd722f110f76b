"""The network as ONNX Runtime runs it, put together operation by operation.

It is written out here, and not traced from the network that learns, so that it can be made and
tested without that network's library.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from onnx import ModelProto, TensorProto, checker, helper, numpy_helper

from brukerstemmen.masking.encoder.pieces import PADDING

OPERATIONS, FORMAT = 20, 10  # versions of ONNX that this is written for
SMALLEST = 1e-12
NOWHERE = -1e9  # what makes a place without a piece count for nothing
HEAD = "head"  # the last step, which is left unpacked
Weights = Mapping[str, np.ndarray]


class _Writer:
    """Collects steps and the numbers they use. Each step is named for what comes out of it."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.numbers: list[Any] = []

    def hold(self, name: str, values: object, kind: type = np.float32) -> str:
        self.numbers.append(numpy_helper.from_array(np.ascontiguousarray(values, kind), name))
        return name

    def do(self, what: str, out: str, *given: str, **settings: object) -> str:
        self.nodes.append(helper.make_node(what, list(given), [out], name=out, **settings))
        return out

    def multiplied(self, out: str, x: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """weight: a row for each value that comes out."""
        held = self.hold(f"{out}.weight", weight.T)
        self.do("MatMul", f"{out}.product", x, held)
        return self.do("Add", out, f"{out}.product", self.hold(f"{out}.bias", bias))

    def levelled(self, out: str, x: str, weights: Weights, name: str) -> str:
        scale = self.hold(f"{out}.scale", weights[f"{name}.weight"])
        bias = self.hold(f"{out}.bias", weights[f"{name}.bias"])
        return self.do("LayerNormalization", out, x, scale, bias, axis=-1, epsilon=SMALLEST)


def graph(weights: Weights, heads: int) -> ModelProto:
    """From the numbers of pieces, a row for each stretch, to the chance of each answer.

    weights: named as in `network.Network`. heads: into how many each look around is split.
    """
    writer = _Writer()
    _constants(writer, weights, heads)
    x = _begun(writer, weights)
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    for index in range(layers):
        x = _layer(writer, weights, f"layers.{index}", x)
    said = writer.multiplied(HEAD, x, weights["head.weight"], weights["head.bias"])
    writer.do("Softmax", "chances", said, axis=-1)
    model = helper.make_model(
        helper.make_graph(
            writer.nodes,
            "encoder",
            [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["rows", "width"])],
            [helper.make_tensor_value_info("chances", TensorProto.FLOAT, ["rows", "width", None])],
            writer.numbers,
        ),
        opset_imports=[helper.make_opsetid("", OPERATIONS)],
        ir_version=FORMAT,
    )
    checker.check_model(model)
    return model


def _constants(writer: _Writer, weights: Weights, heads: int) -> None:
    hidden = weights["word.weight"].shape[1]
    writer.hold("split", [0, 0, heads, hidden // heads], np.int64)
    writer.hold("joined", [0, 0, hidden], np.int64)
    writer.hold("scale", (hidden // heads) ** -0.5)
    writer.hold("padding", PADDING, np.int64)
    writer.hold("nowhere", NOWHERE)
    writer.hold("somewhere", 0)
    for name, axes in (("zero", [0]), ("heads", [1, 2])):
        writer.hold(name, axes, np.int64)


def _begun(writer: _Writer, weights: Weights) -> str:
    """What each piece and its place say by themselves, and which places there are."""
    writer.do("Equal", "empty", "pieces", "padding")
    writer.do("Where", "flat", "empty", "nowhere", "somewhere")
    writer.do("Unsqueeze", "mask", "flat", "heads")
    writer.do("Gather", "said", writer.hold("word", weights["word.weight"]), "pieces")
    writer.do("Shape", "width", "pieces", start=1, end=2)
    writer.do("Slice", "places", writer.hold("pos", weights["pos.weight"]), "zero", "width", "zero")
    writer.do("Add", "placed", "said", "places")
    return writer.levelled("begun", "placed", weights, "ln")


def _layer(writer: _Writer, weights: Weights, name: str, x: str) -> str:
    seen = _looked_around(writer, weights, name, x)
    writer.do("Add", f"{name}.with", x, seen)
    x = writer.levelled(f"{name}.seen", f"{name}.with", weights, f"{name}.aln")
    wide = writer.multiplied(f"{name}.wide", x, *_of(weights, f"{name}.fi"))
    writer.do("Gelu", f"{name}.bent", wide)
    narrow = writer.multiplied(f"{name}.narrow", f"{name}.bent", *_of(weights, f"{name}.fo"))
    writer.do("Add", f"{name}.both", x, narrow)
    return writer.levelled(f"{name}.thought", f"{name}.both", weights, f"{name}.oln")


def _looked_around(writer: _Writer, weights: Weights, name: str, x: str) -> str:
    """Every piece asks all others, in each head by itself."""
    turned = {"q": [0, 2, 1, 3], "k": [0, 2, 3, 1], "v": [0, 2, 1, 3]}
    for part, order in turned.items():
        writer.multiplied(f"{name}.{part}", x, *_of(weights, f"{name}.{part}"))
        writer.do("Reshape", f"{name}.{part}.split", f"{name}.{part}", "split")
        writer.do("Transpose", f"{name}.{part}.turned", f"{name}.{part}.split", perm=order)
    writer.do("MatMul", f"{name}.asked", f"{name}.q.turned", f"{name}.k.turned")
    writer.do("Mul", f"{name}.scaled", f"{name}.asked", "scale")
    writer.do("Add", f"{name}.masked", f"{name}.scaled", "mask")
    writer.do("Softmax", f"{name}.shares", f"{name}.masked", axis=-1)
    writer.do("MatMul", f"{name}.heard", f"{name}.shares", f"{name}.v.turned")
    writer.do("Transpose", f"{name}.back", f"{name}.heard", perm=[0, 2, 1, 3])
    writer.do("Reshape", f"{name}.joined", f"{name}.back", "joined")
    return writer.multiplied(f"{name}.ao", f"{name}.joined", *_of(weights, f"{name}.ao"))


def _of(weights: Weights, name: str) -> tuple[np.ndarray, np.ndarray]:
    return weights[f"{name}.weight"], weights[f"{name}.bias"]
