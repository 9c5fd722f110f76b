"""What is measured on each set, as plain figures ready for JSON."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.masking import figures, norne, own_sets
from benchmarks.masking.detecting import alone, together
from benchmarks.masking.figures import CHECK, MASKED
from benchmarks.masking.judging import NAMES, Judged, JudgedMention, judge
from benchmarks.masking.pieces import Piece, casing_of
from benchmarks.masking.shares import share
from brukerstemmen.masking.spans import Context
from tests.masking import samples

CASED_PRECISIONS, LOWERED_PRECISIONS = (0.95, 0.90, 0.85), (0.90, 0.76)
Told = dict[str, object]


@dataclass
class Work:
    """One round of measuring. norne: where it lies, if it does; judged: what misses are told of."""

    context: Context
    norne: Path | None = None
    judged: dict[str, Judged] = field(default_factory=dict)

    def keep(self, name: str, judged: Judged) -> Judged:
        self.judged[name] = judged
        return judged


def measure_set_a(work: Work) -> Told:
    """Meetings that those who write rules may read."""
    pieces = own_sets.set_a()
    judged = work.keep("set-a", judge(pieces, together(pieces, work.context)))
    return _said(pieces, judged, work)


def measure_set_b(work: Work) -> Told:
    """Meetings nobody who writes rules has read: what is missed there is told to none."""
    pieces = own_sets.set_b()
    return _said(pieces, judge(pieces, together(pieces, work.context)), work)


def _said(pieces: Sequence[Piece], judged: Judged, work: Work) -> Told:
    """As said and all in small letters; direct traces and clues apart."""
    lowered = [piece.lowered() for piece in pieces]
    in_small_letters = judge(lowered, together(lowered, work.context))
    return {
        "statements": len(pieces),
        "as said": {**_meetings(judged), **_apart(judged)},
        "lower-cased": _meetings(in_small_letters),
    }


def _meetings(judged: Judged) -> Told:
    clues = {f"at {at}": figures.clue_recall(judged.mentions, at) for at in (MASKED, CHECK)}
    return {**figures.both(judged), "clues_flagged": clues}


def _apart(judged: Judged) -> Told:
    direct = [one for one in judged.mentions if one.mention.direct]
    ways: dict[str, Callable[[JudgedMention], str]] = {
        "by_type": lambda one: one.mention.kind,
        "by_language": lambda one: one.piece.lang,
        "by_style": lambda one: one.piece.tags["style"],
        "by_casing": lambda one: casing_of(one.piece.text),
    }
    return {name: figures.by(direct, way) for name, way in ways.items()}


def measure_hard(work: Work) -> Told:
    """Sentences that point at nobody: every masked word is a mistake."""
    pieces = own_sets.hard()
    words = work.keep("hard", judge(pieces, alone(pieces, work.context))).words
    masked = {
        f"at {at}": share((word.group, word.touched >= at) for word in words)
        for at in (MASKED, CHECK)
    }
    return {"sentences": len(pieces), "words_masked": masked}


def measure_origins(work: Work) -> Told:
    """Names by origin: names that were in no list when they were written down, and known ones."""
    return {
        "new": _names(work, "origins", samples.more_names()),
        "known": _names(work, "origins-known", samples.names_by_origin()),
    }


def _names(work: Work, name: str, names: dict[str, list[str]]) -> Told:
    """Each group of origin, and how far the worst is behind the best."""
    pieces = own_sets.origins(names)
    told: Told = {"names": len({piece.group for piece in pieces})}
    for casing, some in {"cased": pieces, "lower": [one.lowered() for one in pieces]}.items():
        judged = judge(some, alone(some, work.context))
        work.keep(f"{name}-{casing}", judged)
        told[casing] = {f"at {at}": _groups(judged, at) for at in (MASKED, CHECK)}
    return told


def _groups(judged: Judged, threshold: float) -> Told:
    by_origin: dict[str, list[tuple[str, bool]]] = {}
    for word in judged.words:
        if word.kind:
            origin = word.group.split(" ", 1)[0]
            by_origin.setdefault(origin, []).append((word.group, word.found >= threshold))
    groups = {origin: share(cases) for origin, cases in sorted(by_origin.items())}
    shares = [float(str(group["share"])) for group in groups.values()]
    return {
        "token_recall": groups,
        "worst": min(shares),
        "gap": round(max(shares) - min(shares), 4),
    }


def measure_identifiers(work: Work) -> Told:
    """Numbers, days and addresses with a fixed form, as written, as mistyped and as said."""
    pieces = own_sets.identifiers()
    judged = work.keep("identifiers", judge(pieces, alone(pieces, work.context)))
    tags = {
        "by_form": lambda one: one.piece.tags["form"],
        "by_language": lambda one: one.piece.lang,
        "by_kind_and_form": lambda one: f"{one.piece.tags['kind']}, {one.piece.tags['form']}",
    }
    apart = {name: figures.by(judged.mentions, way) for name, way in tags.items()}
    return {"identifiers": len(pieces), **apart}


def measure_demo(work: Work) -> Told:
    """The demo's planted traces, and what is masked in statements that hold none."""
    pieces = own_sets.demo()
    answers = together(pieces, work.context)
    traces, missed = [], []
    for piece, spans in zip(pieces, answers, strict=True):
        found = {span.label for span in spans}
        for trace in piece.tags["traces"].split():
            traces.append((piece.name, bool(found & samples.TRACES[trace])))
            missed += [] if traces[-1][1] else [f"{piece.name} {trace}"]
    clean = [
        (piece, spans)
        for piece, spans in zip(pieces, answers, strict=True)
        if not piece.tags["traces"]
    ]
    words = judge([piece for piece, _spans in clean], [spans for _piece, spans in clean]).words
    masked = share((word.group, word.touched >= MASKED) for word in words)
    return {"traces_found": share(traces), "missed": missed, "words_masked_in_clean": masked}


def measure_norne(work: Work) -> Told:
    """Newspapers and reports, cased and in small letters, by sentence and by document."""
    if work.norne is None:
        return {}
    told: Told = {}
    for lang in norne.LANGUAGES:
        pieces = norne.pieces(work.norne, lang)
        lowered = [piece.lowered() for piece in pieces]
        told[lang] = {
            "cased": _language(work, f"norne-{lang}", pieces, CASED_PRECISIONS),
            "lower": _language(work, f"norne-{lang}-lower", lowered, LOWERED_PRECISIONS),
        }
    return told


def _language(work: Work, name: str, pieces: Sequence[Piece], precisions: Sequence[float]) -> Told:
    answers = alone(pieces, work.context)
    judged = work.keep(name, judge(pieces, answers, NAMES))
    every = judge(pieces, answers).words  # NorNE marks no days and ages, so they count against us
    documents = judge(pieces, together(pieces, work.context), NAMES)
    persons = [one for one in documents.mentions if one.mention.kind == "PERSON"]
    return {
        **figures.both(judged),
        "at_precision": {
            str(wanted): figures.recall_at_precision(judged.words, wanted) for wanted in precisions
        },
        "mask_precision_every_label": {
            f"at {at}": figures.mask_precision(every, at) for at in (MASKED, CHECK)
        },
        "by_type": figures.by(judged.mentions, lambda one: one.mention.kind),
        "propagated": {
            "persons_fully_masked": {
                f"at {at}": figures.mention_recall(persons, at) for at in (MASKED, CHECK)
            },
            "all": figures.both(documents),
            "at_precision": {
                str(wanted): figures.recall_at_precision(documents.words, wanted)
                for wanted in precisions
            },
        },
    }


SETS: dict[str, Callable[[Work], Told]] = {
    "set-a": measure_set_a,
    "set-b": measure_set_b,
    "hard": measure_hard,
    "origins": measure_origins,
    "identifiers": measure_identifiers,
    "demo": measure_demo,
    "norne": measure_norne,
}


def measured(chosen: str, work: Work) -> dict[str, Told]:
    """The figures of one set or of all, each with the seconds it took of the processor."""
    found: dict[str, Told] = {}
    for name, measure in SETS.items():
        if chosen in (name, "all"):
            begun = time.process_time()
            told = measure(work)
            if told:
                found[name] = {**told, "seconds": round(time.process_time() - begun, 1)}
    return found
