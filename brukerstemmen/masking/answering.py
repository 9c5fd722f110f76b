"""A stream of lines in, a stream of answers out, in the same order and as soon as may be."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from brukerstemmen.masking.engine import propagate
from brukerstemmen.masking.spans import Context, Span
from brukerstemmen.masking.wire import Asked, BadLine, answer, read, refusal

Find = Callable[[Sequence[str], Sequence[str], Context], list[list[Span]]]
Item = tuple[int, Asked | BadLine]  # which line, from 1, and what stands on it


@dataclass(frozen=True)
class Wanted:
    """How the texts are looked through.

    threshold: what scores less is left out.
    one_meeting: all lines are one meeting, whatever they say themselves.
    find: what looks through the texts of one meeting.
    """

    context: Context = field(default_factory=Context)
    threshold: float = 0.05
    explain: bool = False
    one_meeting: bool = False
    find: Find = propagate


@dataclass(frozen=True)
class Answered:
    line: str
    is_refusal: bool


def answers(lines: Iterable[bytes], wanted: Wanted) -> Iterator[Answered]:
    """An answer for each line that is not empty. A line of no meeting is answered at once, those
    of one meeting when its last has come: they must stand together.
    """
    for together in _together(_items(lines), one_meeting=wanted.one_meeting):
        yield from _answered(together, wanted)


def _items(lines: Iterable[bytes]) -> Iterator[Item]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, read(line)
            except BadLine as problem:
                yield number, problem


def _together(items: Iterable[Item], *, one_meeting: bool) -> Iterator[list[Item]]:
    """The lines in lots that know each other's names; a bad line goes where it stands."""
    over: set[Hashable] = set()
    now: str | int | None = None
    lot: list[Item] = []
    for number, item in items:
        if one_meeting or (lot and isinstance(item, BadLine)):
            lot.append((number, item))
            continue
        meeting = None if isinstance(item, BadLine) else item.meeting
        if lot and (meeting is None or meeting != now):
            yield lot
            over.add(now)
            lot = []
        if meeting is None:
            yield [(number, item)]
        elif meeting in over:
            yield [(number, BadLine("the lines of one meeting must stand together", item.name))]
        else:
            now = meeting
            lot.append((number, item))
    if lot:
        yield lot


def _answered(lot: Sequence[Item], wanted: Wanted) -> Iterator[Answered]:
    """If the finder fails, no text of the lot has been read through, and each line says so."""
    texts = [item for _number, item in lot if isinstance(item, Asked)]
    failed = ""
    found: Iterator[list[Span]] = iter(())
    try:
        given = [asked.text for asked in texts], [asked.lang for asked in texts]
        found = iter(wanted.find(*given, wanted.context) if texts else [])
    except Exception as problem:  # whatever it is: its own words may hold the text
        failed = f"the text could not be read through ({type(problem).__name__})"
    for number, item in lot:
        if isinstance(item, BadLine):
            yield Answered(refusal(item, number), is_refusal=True)
        elif failed:
            yield Answered(refusal(BadLine(failed, item.name), number), is_refusal=True)
        else:
            spans = [span for span in next(found) if span.score >= wanted.threshold]
            yield Answered(answer(item, spans, explain=wanted.explain), is_refusal=False)
