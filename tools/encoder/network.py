"""The network while it learns: multilingual-e5-small with an answer at each piece."""

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from tools.encoder.lessons import ANSWERS
from tools.encoder.unpacking import Sizes, Unpacked

SMALLEST = 1e-12  # what is added to a variance before it divides
FROZEN = 3  # the lowest layers stay as they are, and so do the rows of pieces
DROPPED = 0.1


class Layer(nn.Module):
    """Every piece looks at all others, then thinks for itself."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.heads = sizes.heads
        self.q, self.k, self.v, self.ao = (nn.Linear(sizes.hidden, sizes.hidden) for _ in range(4))
        self.aln = nn.LayerNorm(sizes.hidden, eps=SMALLEST)
        self.fi = nn.Linear(sizes.hidden, sizes.inner)
        self.fo = nn.Linear(sizes.inner, sizes.hidden)
        self.oln = nn.LayerNorm(sizes.hidden, eps=SMALLEST)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        rows, length, hidden = x.shape
        dropped = DROPPED if self.training else 0.0
        q, k, v = (
            part(x).view(rows, length, self.heads, -1).transpose(1, 2)
            for part in (self.q, self.k, self.v)
        )
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = self.ao(seen.transpose(1, 2).reshape(rows, length, hidden))
        x = self.aln(x + functional.dropout(seen, dropped))
        thought = self.fo(functional.gelu(self.fi(x)))
        return self.oln(x + functional.dropout(thought, dropped))


class Network(nn.Module):
    """Pieces in, a score for each answer at each piece out."""

    def __init__(self, sizes: Sizes, pieces: int) -> None:
        super().__init__()
        self.word = nn.Embedding(pieces, sizes.hidden)
        self.pos = nn.Embedding(sizes.positions, sizes.hidden)
        self.ln = nn.LayerNorm(sizes.hidden, eps=SMALLEST)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        self.head = nn.Linear(sizes.hidden, len(ANSWERS))

    def frozen(self) -> list[nn.Module]:
        return list(self.layers[:FROZEN])

    def learning(self) -> nn.ModuleList:
        return self.layers[FROZEN:]

    def forward(self, pieces: Tensor, there: Tensor) -> Tensor:
        """there: whether a place holds a piece at all."""
        mask = there[:, None, None, :]
        with torch.no_grad():
            x = self.ln(self.word(pieces) + self.pos.weight[: pieces.shape[1]])
            for layer in self.layers[:FROZEN]:
                x = layer(x, mask)
        for layer in self.layers[FROZEN:]:
            x = layer(x, mask)
        return self.head(functional.dropout(x, DROPPED if self.training else 0.0))


def network_of(given: Unpacked, rows: list[int]) -> Network:
    """The network with the given weights, the kept rows of pieces, and a head to be taught."""
    network = Network(given.sizes, len(rows))
    tensors = given.tensors
    hidden = given.sizes.hidden
    state = {
        "word.weight": tensors["emb.word"].reshape(-1, hidden)[rows],
        # All pieces are of kind nought: its row is the same everywhere.
        "pos.weight": tensors["emb.pos"].reshape(-1, hidden) + tensors["emb.type"][:hidden],
        "ln.weight": tensors["emb.ln.w"],
        "ln.bias": tensors["emb.ln.b"],
    }
    for index in range(given.sizes.layers):
        for part in ("q", "k", "v", "ao", "aln", "fi", "fo", "oln"):
            for ours, theirs in (("weight", "w"), ("bias", "b")):
                state[f"layers.{index}.{part}.{ours}"] = tensors[f"l{index}.{part}.{theirs}"]
    shapes = network.state_dict()
    network.load_state_dict(
        {
            name: torch.from_numpy(np.ascontiguousarray(values)).reshape(shapes[name].shape)
            for name, values in state.items()
        },
        strict=False,
    )
    nn.init.normal_(network.head.weight, std=0.02)
    nn.init.zeros_(network.head.bias)
    return network
