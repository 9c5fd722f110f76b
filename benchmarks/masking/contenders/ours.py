"""Masking as it is shipped: rules, word lists and the trained models, without an encoder.

With "meeting" as third argument all texts are one meeting, as the product reads them.
"""

import os
import sys
from collections.abc import Iterable, Sequence

from benchmarks.masking.contenders.answering import Found, Read, Text, answer
from brukerstemmen.masking.encoder import folder
from brukerstemmen.masking.engine import find, propagate
from brukerstemmen.masking.spans import Context, Span

CONTEXT = Context(tagger=True)


def made() -> Read:
    find("Kari Nordmann bor her.", "nb", CONTEXT)  # so that word lists and models are loaded
    return one_meeting if sys.argv[3:] == ["meeting"] else each


def each(texts: Sequence[Text]) -> Iterable[Found]:
    return (_told(find(text, lang, CONTEXT)) for text, lang in texts)


def one_meeting(texts: Sequence[Text]) -> Iterable[Found]:
    return map(_told, propagate([text for text, _lang in texts], texts[0][1], CONTEXT))


def _told(spans: Iterable[Span]) -> Found:
    return [(span.start, span.end, span.label.value, span.score) for span in spans]


if __name__ == "__main__":
    os.environ[folder.SETTING] = ""
    answer(made)
