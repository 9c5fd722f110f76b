"""Teach the network on the processor. Its state is written down on the way, four times a pass."""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from brukerstemmen.masking.encoder.pieces import PADDING
from tools.encoder.lessons import UNASKED, Lesson, batches
from tools.encoder.network import Network

RATE = 2e-4  # how far a full step goes
HEAD = 5.0  # the new head, which knows nothing yet, takes steps so many times as long
WARMING = 0.05  # the share of the time in which the steps grow
DECAY = 0.01
LONGEST_STEP = 1.0
WRITTEN_DOWN = 4  # times a pass


@dataclass(frozen=True)
class Plan:
    """passes: over all lessons. minutes: when to be done at the latest, with ever smaller steps.

    learning: the file that what was learnt so far is written to.
    """

    passes: int
    minutes: float
    threads: int
    learning: Path


def teach(network: Network, learnt: Sequence[Lesson], plan: Plan, dice: random.Random) -> float:
    """Let the network learn; what it is at the end stands in `network`. Returns passes made."""
    torch.set_num_threads(plan.threads)
    optimizer = _optimizer(network)
    network.train()
    begun, steps = time.monotonic(), 0
    rounds = len(batches(learnt, random.Random(0)))  # noqa: S311 - only counted
    for batch in _all_batches(learnt, plan.passes, dice):
        passed = (time.monotonic() - begun) / 60 / plan.minutes
        done = max(steps / rounds / plan.passes, passed)
        if done >= 1:
            break
        _set_rate(optimizer, done)
        lost = _step(network, optimizer, batch)
        steps += 1
        if steps % 25 == 0:
            minutes = (time.monotonic() - begun) / 60
            print(f"{minutes:6.1f} min, pass {steps / rounds:.2f}, loss {lost:.4f}", flush=True)
        if steps % max(1, rounds // WRITTEN_DOWN) == 0:
            torch.save(network.state_dict(), plan.learning)
    network.eval()
    return steps / rounds


def _optimizer(network: Network) -> torch.optim.Optimizer:
    """Over everything but the rows of pieces and the frozen layers, which stay as they are."""
    for still in (network.word, network.pos, network.ln, *network.frozen()):
        still.requires_grad_(requires_grad=False)
    groups = (
        {"params": list(network.learning().parameters()), "faster": 1.0},
        {"params": list(network.head.parameters()), "faster": HEAD},
    )
    return torch.optim.AdamW(groups, lr=RATE, weight_decay=DECAY)


def _all_batches(
    learnt: Sequence[Lesson], passes: int, dice: random.Random
) -> Iterator[list[Lesson]]:
    for _ in range(passes):
        yield from batches(learnt, dice)


def _set_rate(optimizer: torch.optim.Optimizer, done: float) -> None:
    """Steps grow from nothing, and then shrink to nothing."""
    rate = RATE * min(done / WARMING, (1 - done) / (1 - WARMING))
    for group in optimizer.param_groups:
        group["lr"] = max(rate, RATE / 1000) * group["faster"]


def _step(network: Network, optimizer: torch.optim.Optimizer, batch: Sequence[Lesson]) -> float:
    pieces, there, answers = laid_out(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        said = network(pieces, there)
    loss = functional.cross_entropy(
        said.float().flatten(0, 1), answers.flatten(), ignore_index=UNASKED
    )
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), LONGEST_STEP)
    optimizer.step()
    return loss.item()


def laid_out(batch: Sequence[Lesson]) -> tuple[Tensor, Tensor, Tensor]:
    """A batch as tables: the pieces, where there are any, and the answers."""
    width = max(len(lesson.pieces) for lesson in batch)
    pieces = torch.full((len(batch), width), PADDING)
    answers = torch.full((len(batch), width), UNASKED)
    for row, lesson in enumerate(batch):
        pieces[row, : len(lesson.pieces)] = torch.tensor(lesson.pieces)
        answers[row, : len(lesson.answers)] = torch.tensor(lesson.answers)
    return pieces, pieces != PADDING, answers
