"""Ours beside what else can be installed: the same texts, one run, each in a process of its own.

    python -m benchmarks.masking.side_by_side --norne PATH

Presidio and spaCy lie in `.venv-bench`; the spaCy pipeline is trained once, by
`contenders/train_spacy.py`. What is not there is left out and said to be.
"""

import argparse
import itertools
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.masking import figures, norne, own_sets
from benchmarks.masking.judging import NAMES, JudgedWord, judge
from benchmarks.masking.pieces import Piece
from brukerstemmen.masking import lexicon
from brukerstemmen.masking.encoder import folder
from brukerstemmen.masking.spans import Label, Span, Why

ROOT = Path(__file__).resolve().parents[2]
OURS, OTHERS = ROOT / ".venv/bin/python", ROOT / ".venv-bench/bin/python"
TRAINED = ROOT / ".cache/masking/spacy/model-best"
MEETING_WORDS = 15_000  # about two hours of talk
EVERY = frozenset(Label) - {Label.QUASI}
# Presidio's words for names, beside our own labels.
OURS_FOR = {
    **{label.value: label for label in Label},
    "LOCATION": Label.PLACE,
    "ORGANIZATION": Label.ORG,
    "NRP": Label.ORG,
}
KINDS_OF_NAMES = ("PERSON", "PLACE", "ORG")
Told = dict[str, object]
Words = Sequence[JudgedWord]
Answers = Sequence[Sequence[Span]]
Counts = Callable[[JudgedWord], bool]


@dataclass(frozen=True)
class Contender:
    """needs: without these it cannot be asked."""

    name: str
    python: Path
    needs: tuple[Path, ...] = ()

    def is_there(self) -> bool:
        return all(path.exists() for path in (self.python, *self.needs))


CONTENDERS = (
    Contender("ours", OURS),
    Contender("ours_with_encoder", OURS, (folder.USUAL / folder.MANIFEST,)),
    Contender("presidio", OTHERS),
    Contender("spacy_cnn", OTHERS, (TRAINED,)),
)


@dataclass(frozen=True)
class Ran:
    """What a process answered and what it took: its own processor seconds, and its peak memory."""

    spans: list[list[Span]]
    loading: float
    reading: float
    whole: float
    peak_megabytes: float


def ran(contender: Contender, pieces: Sequence[Piece], folder: Path, how: str = "") -> Ran:
    """Let a contender read the texts, on one core and alone in its process.

    how: "meeting" if they belong together, which those who read each alone take no notice of.
    """
    source, target = folder / "texts.jsonl", folder / f"{contender.name}.jsonl"
    asked = [{"id": one.name, "lang": one.lang, "text": one.text} for one in pieces]
    source.write_text("".join(json.dumps(one) + "\n" for one in asked), encoding="utf-8")
    module = f"benchmarks.masking.contenders.{contender.name}"
    command = [str(contender.python), "-m", module, str(source), str(target), how]
    with (folder / "told").open("w+") as told:
        process = subprocess.Popen(command, cwd=ROOT, stdout=told, preexec_fn=_on_one_core)
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{contender.name} failed: {process.returncode}")
        told.seek(0)
        seconds = json.loads(told.read().splitlines()[-1])
    return Ran(
        [_spans(line) for line in target.read_text(encoding="utf-8").splitlines()],
        seconds["loading"],
        seconds["reading"],
        used.ru_utime + used.ru_stime,
        used.ru_maxrss / 1024,
    )


def _on_one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _spans(line: str) -> list[Span]:
    """Their labels in ours; what is no name is something with a fixed form."""
    return [
        Span(start, end, OURS_FOR.get(label, Label.ID_NUMBER), score, "side", Why.READ_BY_MODEL)
        for start, end, label, score in json.loads(line)["spans"]
        if start < end and score > 0
    ]


def side_by_side(folder: Path) -> Told:
    """Everything measured, by contender, with ours read at the precision of each other.

    NorNE's development part in both languages, and the kept meetings in Norwegian.
    """
    pieces = {f"NorNE {lang}": norne.pieces(folder, lang) for lang in norne.LANGUAGES}
    texts = [piece for some in pieces.values() for piece in some]
    pieces["set B"] = [piece for piece in own_sets.set_b() if piece.lang in norne.LANGUAGES]
    meeting = meeting_of(texts)
    answers: dict[str, dict[str, Answers]] = {}
    told: Told = {}
    with tempfile.TemporaryDirectory() as scratch:
        for contender in CONTENDERS:
            if not contender.is_there():
                told[contender.name] = "not installed or not trained"
                continue
            print(contender.name, file=sys.stderr)
            newspapers = ran(contender, texts, Path(scratch))
            meetings = ran(contender, pieces["set B"], Path(scratch))
            spans = iter([*newspapers.spans, *meetings.spans])
            answers[contender.name] = {
                name: list(itertools.islice(spans, len(some))) for name, some in pieces.items()
            }
            told[contender.name] = {
                **_speed(newspapers, texts),
                "meeting_seconds": round(
                    ran(contender, meeting, Path(scratch), "meeting").whole, 1
                ),
            }
    return {
        "words": sum(len(piece.words) for piece in texts),
        "meeting_words": sum(len(piece.words) for piece in meeting),
        "cost": told,
        "found": {
            name: _found(some, {who: found[name] for who, found in answers.items()})
            for name, some in pieces.items()
        },
    }


def meeting_of(texts: Sequence[Piece]) -> list[Piece]:
    """As many of the texts, from the first, as two hours of talk have words."""
    meeting, words = [], 0
    for piece in texts:
        if words >= MEETING_WORDS:
            break
        meeting.append(piece)
        words += len(piece.words)
    return meeting


def _speed(one: Ran, texts: Sequence[Piece]) -> Told:
    words = sum(len(piece.words) for piece in texts)
    return {
        "words_per_processor_second": round(words / max(one.reading, 1e-3)),
        "loading_seconds": one.loading,
        "peak_megabytes": round(one.peak_megabytes),
    }


def _found(pieces: Sequence[Piece], answers: Mapping[str, Answers]) -> Told:
    """Recall and precision of names for each; ours also where it is as right as they are."""
    told: dict[str, Told] = {}
    judged = {name: judge(pieces, spans, NAMES).words for name, spans in answers.items()}
    for name, words in judged.items():
        told[name] = {
            what: _of_words([word for word in words if counts(word)], _ours(name, judged, counts))
            for what, counts in COUNTED.items()
        }
        told[name]["every_label"] = _of_words(judge(pieces, answers[name], EVERY).words)
    return told


def _ours(name: str, judged: Mapping[str, Words], counts: Counts) -> Words:
    """Our words, to be read where another contender is as right; none beside ourselves."""
    return [] if name == "ours" else [word for word in judged.get("ours", ()) if counts(word)]


def is_name(word: JudgedWord) -> bool:
    """Whether it is part of no mark, or of a name: what has a fixed form is another matter."""
    return not word.kind or word.kind in KINDS_OF_NAMES


def may_point_at_somebody(word: JudgedWord) -> bool:
    """A name, but not what stands in the product's list of what points at nobody: "Stortinget".

    Such words are counted neither way, for nobody: to leave them is our purpose, not a mistake,
    and to find them is no mistake of others.
    """
    text = word.piece.text[word.start : word.end]
    known = {*lexicon.base_forms(text.lower())} & lexicon.words("harmless_capitals")
    return is_name(word) and not (known and text[:1].isupper())


COUNTED: Mapping[str, Counts] = {"all": is_name, "pointing": may_point_at_somebody}


def _of_words(words: Words, ours: Words = ()) -> Told:
    precision = figures.mask_precision(words, figures.MASKED)
    told: Told = {
        "token_recall": figures.token_recall(words, figures.MASKED),
        "mask_precision": precision,
    }
    if ours and precision["share"]:
        wanted = float(str(precision["share"]))
        told["ours_at_this_precision"] = figures.recall_at_precision(ours, wanted)
    return told


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--norne", type=Path, required=True, help="the folder that holds NorNE")
    print(json.dumps(side_by_side(parser.parse_args(arguments).norne), indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
