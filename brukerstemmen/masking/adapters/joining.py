"""Our spans and those of others together: theirs never mask anything alone, and never hide ours."""

import shlex
from collections.abc import Iterable, Sequence
from dataclasses import replace

from brukerstemmen.masking.adapters.asking import AdapterFailed, Detector, ask
from brukerstemmen.masking.adapters.command import Command
from brukerstemmen.masking.adapters.labels import ours as our_label
from brukerstemmen.masking.adapters.service import Service
from brukerstemmen.masking.answering import Find
from brukerstemmen.masking.engine import propagate
from brukerstemmen.masking.overlap import settle
from brukerstemmen.masking.replace import PLACEHOLDER
from brukerstemmen.masking.spans import Context, Label, Span, Why
from brukerstemmen.masking.wire import Stretch

ALONE_AT_MOST = 0.49  # below what is masked unseen


def detector(told: str) -> Detector:
    """A service if it is written as an address, else a command with its arguments.

    Raises AdapterFailed if the address is not of this machine, or the command cannot be read.
    """
    if "://" in told:
        return Service(told)
    try:
        return Command(shlex.split(told))
    except ValueError:  # a quotation that does not end
        raise AdapterFailed("the command of another detector cannot be read") from None


def beside(others: Sequence[Detector], find: Find = propagate) -> Find:
    """Finding that asks the others too, and adds what they find. Raises AdapterFailed."""

    def find_together(
        texts: Sequence[str], langs: Sequence[str], context: Context
    ) -> list[list[Span]]:
        found = find(texts, langs, context)
        for other in others:
            theirs = ask(other, texts, langs)
            found = [
                joined(text, own, _spans(told, other.name))
                for text, own, told in zip(texts, found, theirs, strict=True)
            ]
        return found

    return find_together


def joined(text: str, ours: Sequence[Span], theirs: Sequence[Span]) -> list[Span]:
    """Ours, surer where they agree, and what only they found, for a person to look at.

    To agree is to say the same of a stretch that overlaps. Nothing of ours gets less sure.
    """
    taken = [(span.start, span.end) for span in ours]
    taken += [match.span() for match in PLACEHOLDER.finditer(text)]
    alone = [replace(span, score=min(span.score, ALONE_AT_MOST)) for span in theirs]
    together = [*(_surer(span, theirs) for span in ours), *settle(text, alone, taboo=taken)]
    return sorted(together, key=lambda span: span.start)


def _surer(span: Span, theirs: Iterable[Span]) -> Span:
    agreeing = [
        other.score
        for other in theirs
        if other.label is span.label and other.start < span.end and span.start < other.end
    ]
    if span.label is Label.QUASI or max(agreeing, default=0) <= span.score:
        return span
    return replace(span, score=(span.score + max(agreeing)) / 2)


def _spans(told: Iterable[Stretch], name: str) -> list[Span]:
    return [
        Span(
            one.start,
            one.end,
            our_label(one.label),
            one.score,
            f"other.{name}",
            Why.OTHER_DETECTOR,
        )
        for one in told
    ]
