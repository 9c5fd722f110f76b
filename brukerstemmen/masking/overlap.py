"""Settling which of several hits stands where they overlap. Nothing that was found is lost."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from brukerstemmen.masking.spans import Label, Span, Why

STRUCTURED = frozenset(
    {
        Label.EMAIL,
        Label.URL,
        Label.ID_NUMBER,
        Label.PHONE,
        Label.DATE,
        Label.ADDRESS,
        Label.AGE,
        Label.HANDLE,
        Label.VEHICLE,
        Label.ACCOUNT,
    }
)

DOUBT = 0.35  # what scores less is only asked about, and takes nothing from what is surer


def settle(text: str, hits: Iterable[Span], taboo: Iterable[tuple[int, int]] = ()) -> list[Span]:
    """The hits without overlaps, in reading order; neighbouring parts of one name become one.

    What has a fixed form wins over names, names over a mere capital or what is hardly believed,
    all over indirect clues;
    then the longer one, then the surer one. A loser keeps what the winner leaves uncovered.
    taboo: stretches that no hit may touch.
    """
    covered = bytearray(len(text))
    for start, end in taboo:
        covered[start:end] = b"\1" * (end - start)
    settled: list[Span] = []
    for hit in sorted(_with_whole_clues(hits), key=_strength):
        settled += list(_uncovered(text, hit, covered))
        covered[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    return _joined(text, sorted(settled, key=lambda span: span.start))


def _with_whole_clues(hits: Iterable[Span]) -> list[Span]:
    """Indirect clues that overlap become one, so that none is cut into pieces by another."""
    whole: list[Span] = []
    others = set()
    for hit in sorted(set(hits), key=lambda hit: (hit.start, hit.end, hit.why)):
        if hit.label is not Label.QUASI:
            others.add(hit)
        elif whole and hit.start < whole[-1].end:
            surer = max(whole[-1], hit, key=lambda clue: clue.score)
            end = max(hit.end, whole[-1].end)
            whole[-1] = replace(surer, start=whole[-1].start, end=end)
        else:
            whole.append(hit)
    return [*others, *whole]


def _strength(hit: Span) -> tuple[int, int, float, int, str]:
    if hit.label is Label.QUASI:
        rank = 3
    elif hit.score < DOUBT or hit.why is Why.CAPITAL_LETTER:
        rank = 2
    else:
        rank = 0 if hit.label in STRUCTURED else 1
    return rank, hit.start - hit.end, -hit.score, hit.start, hit.label


def _uncovered(text: str, hit: Span, covered: bytearray) -> Iterator[Span]:
    taken = covered[hit.start : hit.end]
    if not any(taken):
        yield hit
        return
    for offset, length in _free_runs(taken):
        start, end = hit.start + offset, hit.start + offset + length
        while start < end and not text[start].isalnum():
            start += 1
        while start < end and not text[end - 1].isalnum():
            end -= 1
        if start < end:
            yield replace(hit, start=start, end=end)


def _free_runs(taken: bytearray) -> Iterator[tuple[int, int]]:
    start = taken.find(0)
    while start >= 0:
        end = taken.find(1, start)
        end = len(taken) if end < 0 else end
        yield start, end - start
        start = taken.find(0, end)


def _joined(text: str, spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and _is_one_name(text, last, span):
            surer = max(last, span, key=lambda part: part.score)
            joined[-1] = replace(surer, start=last.start, end=span.end)
        else:
            joined.append(span)
    return joined


def _is_one_name(text: str, first: Span, second: Span) -> bool:
    persons = first.label is Label.PERSON and second.label is Label.PERSON
    return persons and text[first.end : second.start] in (" ", "-")
