"""What was missed, for those who write rules. Set B is never among it: nobody keeps it."""

from collections.abc import Iterator, Mapping

from benchmarks.masking.figures import CHECK, MASKED
from benchmarks.masking.judging import Judged, JudgedMention, JudgedWord

MOST = 250  # of one set


def told(judged: Mapping[str, Judged]) -> str:
    """A list to read: the set, from where on it is found, the label, the words, the text."""
    return "".join(f"{line}\n" for name, one in judged.items() for line in _of_set(name, one))


def _of_set(name: str, judged: Judged) -> Iterator[str]:
    missed = [one for one in judged.mentions if _is_missed(one)]
    yield f"== {name}: {len(missed)} missed, of {len(judged.mentions)}"
    yield from map(_line, missed[:MOST])
    needless = [word for word in judged.words if word.touched >= MASKED and not word.marked]
    yield f"== {name}: {len(needless)} words masked needlessly"
    yield from (f"{_where(word)} {word.touched:.2f}" for word in needless[:MOST])


def _is_missed(one: JudgedMention) -> bool:
    return (one.found if one.mention.direct else one.touched) < MASKED


def _line(one: JudgedMention) -> str:
    words = one.piece.text[one.mention.start : one.mention.end]
    score = one.found if one.mention.direct else one.touched
    how = "NOT AT ALL" if score < CHECK else f"only from {score:.2f}"
    return f"{one.piece.name} {how} {one.mention.kind} [{words}] {one.piece.text}"


def _where(word: JudgedWord) -> str:
    return f"{word.piece.name} [{word.piece.text[word.start : word.end]}] {word.piece.text}"
