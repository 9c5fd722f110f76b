"""The figures themselves: how much is found, how much is taken needlessly, what leaks."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from benchmarks.masking.judging import Judged, JudgedMention, JudgedWord
from benchmarks.masking.shares import share

MASKED, CHECK = 0.5, 0.05  # masked by default; from here on shown to the reviewer
Figure = dict[str, object]


def at(judged: Judged, threshold: float) -> dict[str, Figure]:
    """Every figure at one threshold."""
    words, direct = judged.words, [one for one in judged.mentions if one.mention.direct]
    return {
        "token_recall": token_recall(words, threshold),
        "mention_recall": mention_recall(direct, threshold),
        "entity_recall": entity_recall(direct, threshold),
        "mask_precision": mask_precision(words, threshold),
        "leaking_statements": leaking(direct, threshold),
        "words_masked": share((word.group, word.touched >= threshold) for word in words),
    }


def both(judged: Judged) -> dict[str, dict[str, Figure]]:
    """Every figure at the two thresholds the product works with."""
    return {f"at {threshold}": at(judged, threshold) for threshold in (MASKED, CHECK)}


def token_recall(words: Iterable[JudgedWord], threshold: float) -> Figure:
    """The share of words in what must be found that are masked over their whole length."""
    return share((word.group, word.found >= threshold) for word in words if word.kind)


def mask_precision(words: Iterable[JudgedWord], threshold: float) -> Figure:
    """The share of words touched by a mask that belong to something marked, of any type."""
    return share((word.group, word.marked) for word in words if word.touched >= threshold)


def mention_recall(mentions: Iterable[JudgedMention], threshold: float) -> Figure:
    """The share of mentions masked over their whole length."""
    return share((one.piece.group, one.found >= threshold) for one in mentions)


def entity_recall(mentions: Iterable[JudgedMention], threshold: float) -> Figure:
    """The share of people, places and so on whose every mention in the meeting is masked."""
    weakest: dict[tuple[str, str], float] = {}
    for one in mentions:
        entity = (one.piece.group, one.mention.entity)
        weakest[entity] = min(one.found, weakest.get(entity, 1.0))
    return share((group, found >= threshold) for (group, _who), found in weakest.items())


def clue_recall(mentions: Iterable[JudgedMention], threshold: float) -> Figure:
    """The share of indirect clues that somebody is shown at least a part of."""
    clues = (one for one in mentions if not one.mention.direct)
    return share((one.piece.group, one.touched >= threshold) for one in clues)


def leaking(mentions: Iterable[JudgedMention], threshold: float) -> Figure:
    """The share of texts with something to find in which some of it is left standing."""
    weakest: dict[tuple[str, str], float] = {}
    for one in mentions:
        text = (one.piece.group, one.piece.name)
        weakest[text] = min(one.found, weakest.get(text, 1.0))
    return share((group, found < threshold) for (group, _name), found in weakest.items())


def recall_at_precision(words: Sequence[JudgedWord], wanted: float) -> Figure:
    """Token recall at the lowest threshold whose masks are right this often."""
    threshold = threshold_for(words, wanted)
    if threshold is None:
        return {"share": None, "threshold": None}
    precision = mask_precision(words, threshold)["share"]
    return {**token_recall(words, threshold), "threshold": threshold, "precision": precision}


def threshold_for(words: Sequence[JudgedWord], wanted: float) -> float | None:
    """The lowest threshold at which mask precision is as wanted; None if there is none."""
    touched: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for word in words:
        if word.touched > 0:
            counts = touched[round(word.touched, 3)]
            counts[0] += word.marked
            counts[1] += 1
    lowest, right, masked = None, 0, 0
    for score in sorted(touched, reverse=True):
        right, masked = right + touched[score][0], masked + touched[score][1]
        if right / masked >= wanted:
            lowest = score
    return None if lowest is None else max(round(lowest - 0.0005, 4), 1e-9)


def by(
    mentions: Iterable[JudgedMention], name_of: Callable[[JudgedMention], str]
) -> dict[str, dict[str, Figure]]:
    """Mention recall at both thresholds for each kind, language, casing or origin."""
    parts: dict[str, list[JudgedMention]] = defaultdict(list)
    for one in mentions:
        parts[name_of(one)].append(one)
    return {
        name: {f"at {limit}": mention_recall(parts[name], limit) for limit in (MASKED, CHECK)}
        for name in sorted(parts)
    }
