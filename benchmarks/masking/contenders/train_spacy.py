"""Train a spaCy pipeline on the same training part as our model, with spaCy's own settings.

    .venv-bench/bin/python -m benchmarks.masking.contenders.train_spacy --norne PATH

About ten minutes of one processor. The best of the checked steps is kept, and it is the
development part that decides which: a small advantage, given to spaCy and not to us.
"""

import argparse
from pathlib import Path

import spacy
from spacy.cli.init_config import init_config
from spacy.cli.train import train
from spacy.tokens import Doc, DocBin, Span

from benchmarks.masking import norne
from benchmarks.masking.contenders.spacy_cnn import FOLDER

STEPS, CHECKED_EVERY = 3500, 500


def written(folder: Path, part: str) -> Path:
    """Both languages of one part, as spaCy reads them."""
    vocabulary = spacy.blank("nb").vocab
    sentences = [
        _document(tokens, vocabulary)
        for lang in norne.LANGUAGES
        for tokens in norne.sentences(folder, lang, part)
    ]
    path = FOLDER / f"{part}.spacy"
    DocBin(docs=sentences).to_disk(path)
    return path


def _document(tokens: list[norne.Token], vocabulary: spacy.Vocab) -> Doc:
    spaces = [not token.glued for token in tokens]
    document = Doc(vocabulary, [token.form for token in tokens], spaces)
    document.set_ents([Span(document, *stretch) for stretch in norne.stretches(tokens)])
    return document


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--norne", type=Path, required=True, help="the folder that holds NorNE")
    folder = parser.parse_args().norne
    FOLDER.mkdir(parents=True, exist_ok=True)
    settings = init_config(lang="nb", pipeline=["ner"], optimize="efficiency", silent=True)
    settings.to_disk(FOLDER / "settings.cfg")
    overrides = {
        "paths.train": str(written(folder, "train")),
        "paths.dev": str(written(folder, "dev")),
        "training.max_steps": STEPS,
        "training.eval_frequency": CHECKED_EVERY,
        "training.patience": 0,
    }
    train(FOLDER / "settings.cfg", FOLDER, overrides=overrides)


if __name__ == "__main__":
    main()
