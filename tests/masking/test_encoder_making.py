"""What the encoder is made from: weights read out of their file, and which pieces are kept."""

import struct
from math import erf

import numpy as np
import onnxruntime
import pytest

from brukerstemmen.masking.encoder import folder, reader
from tests.masking import toy_encoder
from tools.encoder import laying, unpacking
from tools.encoder.graph import graph

PIECES = [("<s>", 0.0), ("▁ja", -1.5), ("æ", -2.0)]
WEIGHTS = [*range(-8, 8), *range(7, -9, -1)]  # what four bits hold, each twice


def packed(scale: float) -> bytes:
    """A block of thirty-two weights as the file holds it."""
    low, high = (np.array(half) + 8 for half in (WEIGHTS[:16], WEIGHTS[16:]))
    return struct.pack("<e", scale) + bytes((low | high << 4).astype(np.uint8))


def file_of_weights() -> bytes:
    words = [piece.encode() for piece, _score in PIECES]
    ends = np.cumsum([0, *map(len, words)])
    data = b"E5S1" + struct.pack("<I7ifi", 1, 32, 1, 2, 64, 3, 512, 2, 1e-12, 32)
    data += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, int(ends[-1]))
    data += ends.astype("<u4").tobytes()
    data += np.array([score for _piece, score in PIECES], "<f4").tobytes() + b"".join(words)
    fold = struct.pack("<IBI", 65, 1, 97)
    data += struct.pack("<iI", 1, len(fold)) + fold
    tensors = {"l0.q.w": (0, 32, packed(0.5)), "l0.q.b": (1, 2, struct.pack("<2f", 1.5, -2.5))}
    at = len(data) + 4 + sum(2 + len(name) + 21 for name in tensors)
    data += struct.pack("<i", len(tensors))
    for name, (kind, size, body) in tensors.items():
        data += struct.pack("<H", len(name)) + name.encode()
        data += struct.pack("<BIQQ", kind, size, at, len(body))
        at += len(body)
    return data + b"".join(body for _kind, _size, body in tensors.values())


def test_weights_are_read_as_they_were_packed():
    found = unpacking.unpacked(file_of_weights())

    assert found.sizes == unpacking.Sizes(32, 1, 2, 64, 3, 512)
    assert found.pieces == PIECES
    assert found.tensors["l0.q.w"].tolist() == [weight / 2 for weight in WEIGHTS]
    assert found.tensors["l0.q.b"].tolist() == [1.5, -2.5]


def test_another_file_is_refused():
    with pytest.raises(ValueError, match="no file of weights"):
        unpacking.unpacked(b"PK\3\4")


def test_the_network_that_runs_is_the_one_that_was_written_out():
    """Beside a plain reckoning of the same network, with weights drawn by lot."""
    lot = np.random.default_rng(7)
    weights = {
        name: lot.normal(size=values.shape) for name, values in toy_encoder.weights().items()
    }
    weights = toy_encoder.single(weights)
    session = onnxruntime.InferenceSession(
        graph(weights, toy_encoder.HEADS).SerializeToString(), providers=["CPUExecutionProvider"]
    )
    row = [0, 9, 30, 12, 2]
    (answers,) = session.run(None, {"pieces": np.array([row, [0, 8, 2, 1, 1]])})

    assert answers[0] == pytest.approx(reckoned(weights, row), abs=1e-4)
    assert answers[1][:3] == pytest.approx(reckoned(weights, [0, 8, 2]), abs=1e-4)


def test_what_is_laid_can_be_read_and_says_nearly_the_same(tmp_path, monkeypatch):
    toy_encoder.vocabulary().save(tmp_path / folder.PIECES)
    laying.lay(tmp_path, toy_encoder.single(toy_encoder.weights()), toy_encoder.HEADS)
    laying.write_manifest(tmp_path, {"lessons": 0})
    monkeypatch.setenv(folder.SETTING, str(tmp_path))

    (kom, qua, stop) = (chances[0] for chances in reader.encoder().read("Kom Qua."))
    assert qua > 0.99
    assert max(kom, stop) < 0.01
    assert "Microsoft" in (tmp_path / "NOTICE").read_text(encoding="utf-8")


def reckoned(weights, row):
    x = weights["word.weight"][row] + weights["pos.weight"][: len(row)]
    x = levelled(weights, "ln", x)
    q, k, v = (
        linear(weights, f"layers.0.{part}", x).reshape(len(row), toy_encoder.HEADS, -1)
        for part in "qkv"
    )
    asked = np.einsum("ihd,jhd->hij", q, k) / q.shape[-1] ** 0.5
    heard = np.einsum("hij,jhd->ihd", shares(asked), v).reshape(len(row), -1)
    x = levelled(weights, "layers.0.aln", x + linear(weights, "layers.0.ao", heard))
    wide = linear(weights, "layers.0.fi", x)
    bent = np.array([value * 0.5 * (1 + erf(value / 2**0.5)) for value in wide.ravel()])
    narrow = linear(weights, "layers.0.fo", bent.reshape(wide.shape))
    x = levelled(weights, "layers.0.oln", x + narrow)
    return shares(linear(weights, "head", x))


def linear(weights, name, x):
    return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def levelled(weights, name, x):
    spread = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-12)
    return spread * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def shares(values):
    grown = np.exp(values - values.max(-1, keepdims=True))
    return grown / grown.sum(-1, keepdims=True)
