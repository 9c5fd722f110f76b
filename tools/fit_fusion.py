"""Fit the weights of rules against models on NorNE's development part. Part of `make models`.

Run by itself it fits them to the tagger alone, whether there is an encoder or not.

Each sentence is read four times: as written, in small letters, in small letters with the first
one large, and in capitals; each route gets weights of its own. Words of works, events and
derived names (Bergen-folk) count neither way.
"""

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from brukerstemmen.masking import engine, fusing
from brukerstemmen.masking.encoder import folder
from brukerstemmen.masking.folding import fold
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.tagger.tagging import Route
from tools import norne

VERSION = 1
PENALTY = 1.0
NAMES = ("PER", "LOC", "ORG")
LANGUAGES = {"nob": "nb", "nno": "nn"}
CASES: tuple[Callable[[str], str], ...] = (
    str,
    str.lower,
    lambda text: text[:1].upper() + text[1:].lower(),
    str.upper,
)
Row = tuple[dict[str, float], bool]


def main() -> None:
    """Fit without an encoder; what is written is shipped."""
    os.environ[folder.SETTING] = ""
    fit(_parser().parse_args().norne, fusing.WEIGHTS)


def fit(corpora: Path, target: Path) -> None:
    """Read the development part, fit, write."""
    rows = defaultdict[Route, list[Row]](list)
    for corpus, lang in LANGUAGES.items():
        for sentence in norne.sentences(corpora, "dev", corpus):
            for case in CASES:
                for route, row in rows_of(sentence, case(sentence.text), lang):
                    rows[route].append(row)
    write(target, {route.value: fitted(found) for route, found in sorted(rows.items())})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("norne", type=Path, help="folder with nob-dev.conllu.xz and its like")
    return parser


def rows_of(sentence: norne.Sentence, text: str, lang: str) -> Iterator[tuple[Route, Row]]:
    """For each word that counts: its route, its evidence, and whether it is part of a name."""
    folded = fold(text)
    if len(text) != len(sentence.text):
        return  # a letter that is two in capitals
    kinds = ["O"] * len(text)
    for mark in sentence.marks:
        kinds[mark.start : mark.end] = [mark.kind] * (mark.end - mark.start)
    reading = Reading(folded.text, lang)
    for one in fusing.judged(reading, engine.hits_of(reading)):
        start, end = folded.origin(*one.tagged.token[:2])
        found = {*kinds[start:end]} - {"O"}
        if any(map(str.isalnum, one.tagged.token.text)) and found <= {*NAMES}:
            yield one.tagged.route, (dict(one.evidence), bool(found))


def fitted(rows: Sequence[Row]) -> dict[str, float]:
    """The weights of a logistic regression with a small penalty on large ones."""
    names = ["bias", *sorted({name for evidence, _answer in rows for name in evidence})]
    column = {name: index for index, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    table[:, 0] = 1
    for line, (evidence, _answer) in enumerate(rows):
        for name, value in evidence.items():
            table[line, column[name]] = value
    sign = np.array([1.0 if answer else -1.0 for _evidence, answer in rows])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (table @ weights)
        slope = -sign / (1 + np.exp(np.clip(margin, -500, 500)))
        cost = np.logaddexp(0, -margin).sum() + PENALTY / 2 * (weights[1:] ** 2).sum()
        gradient = table.T @ slope
        gradient[1:] += PENALTY * weights[1:]
        return float(cost), gradient

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return {name: round(float(weight), 4) for name, weight in zip(names, best.x, strict=True)}


def write(target: Path, weights: dict[str, dict[str, float]]) -> None:
    text = json.dumps({"version": VERSION, "weights": weights}, indent=2)
    target.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
