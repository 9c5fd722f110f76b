"""Train the tagger's two models. Run it by `make models NORNE=folder`.

The folder holds NorNE (Jørgensen and others, LREC 2020), a file for each part. Only the train
parts are read here. The texts stay where they are: what is kept are the models, and a manifest
that says what they were made of.
"""

import argparse
import hashlib
import json
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pycrfsuite

from brukerstemmen.masking import words
from brukerstemmen.masking.folding import fold
from brukerstemmen.masking.tagger import features, models
from brukerstemmen.masking.tagger.tokens import Token
from brukerstemmen.masking.tagger.tokens import sentences as cut
from tools import norne
from tools.swapping import swapped

SEED = 7
SWAPPED = 0.5  # of the sentences that name a person, this share is read once more, others' names in
# Chosen on the dev parts.
SETTINGS = {"c1": 0.1, "c2": 0.01, "feature.minfreq": 2}
ITERATIONS = {"cased": 150, "caseless": 100}
LABELS = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC", "DRV": "MISC", "O": "O"}

Lesson = tuple[list[list[str]], list[str]]
Describe = Callable[[Sequence[str]], list[list[str]]]


def main() -> None:
    """Train both and write the manifest."""
    chosen = _parser().parse_args()
    plain = list(norne.sentences(chosen.norne, "train", "nob", "nno"))
    dice = random.Random(SEED)  # noqa: S311  the same models every time
    taught = [*plain, *swapped(plain, SWAPPED, dice)]
    for name, describe in (("cased", features.cased), ("caseless", features.caseless)):
        _train(_lessons(taught, describe), models.FOLDER, name)
    write_manifest(chosen.norne, {"plain": len(plain), "names swapped": len(taught) - len(plain)})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("norne", type=Path, help="folder with nob-train.conllu.xz and its like")
    return parser


def _lessons(taught: Iterable[norne.Sentence], describe: Describe) -> Iterator[Lesson]:
    for sentence in taught:
        for tokens in cut(fold(sentence.text).text):
            yield describe([token.text for token in tokens]), labels(sentence, tokens)


def labels(sentence: norne.Sentence, tokens: Sequence[Token]) -> list[str]:
    """For each token of ours the label of the corpus where it stands."""
    kinds = {}
    for mark in sentence.marks:
        for place in range(mark.start, mark.end):
            kinds[place] = LABELS[mark.kind]
    return [
        next(
            (kinds[at] for at in range(*token[:2]) if kinds.get(at, "O") != "O"),
            "O",
        )
        for token in tokens
    ]


def _train(lessons: Iterable[Lesson], folder: Path, name: str) -> None:
    path = folder / f"{name}.crfsuite"
    started = time.process_time()
    settings = {**SETTINGS, "max_iterations": ITERATIONS[name]}
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=settings, verbose=False)
    for described, answers in lessons:
        trainer.append(pycrfsuite.ItemSequence(described), answers)
    trainer.train(str(path))
    seconds = round(time.process_time() - started)
    print(f"{path.name}: {path.stat().st_size:,} bytes after {seconds} s of CPU")


def write_manifest(folder: Path, counts: dict[str, int]) -> None:
    """What the shipped files are, and of what they were made."""
    read = sorted(folder.glob("*-train.conllu.xz"))
    shipped = [*models.FOLDER.glob("*.crfsuite"), *words.FOLDER.glob("*.marisa")]
    manifest = {
        "made": datetime.now(UTC).date().isoformat(),
        "files": {path.name: _sum(path) for path in sorted(shipped)},
        "data": {
            "name": "NorNE, train parts (Jørgensen and others, LREC 2020), annotations CC0",
            "files": {path.name: _sum(path) for path in read},
            "sentences": counts,
        },
        "settings": {**SETTINGS, "max_iterations": ITERATIONS, "seed": SEED, "swapped": SWAPPED},
        "versions": {name: version(name) for name in ("python-crfsuite", "marisa-trie")},
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2)
    models.MANIFEST.write_text(text + "\n", encoding="utf-8")


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
