"""Trained models that stand in for the real ones: they see one word more than the rules, or do not
answer. Imported by name where they are needed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from pytest_django.fixtures import Settings

from brukerstemmen.masking import remembering
from brukerstemmen.masking.engine import propagate
from brukerstemmen.masking.process import FinderFailed
from brukerstemmen.masking.remembering import Remembering
from brukerstemmen.masking.spans import Context, Label, Span, Why

NAME, MAYBE = "Zarghuna", "kanskje"  # what they take for a name, and what they ask about
OF_MODEL = "tagger.crf"


class Models:
    """answers: whether they do. A word they are not told to see is none of theirs."""

    def __init__(self) -> None:
        self.answers = True

    def __call__(self, texts: Sequence[str], lang: str, context: Context) -> list[list[Span]]:
        if not self.answers:
            raise FinderFailed("it took too long")
        by_rules = propagate(texts, lang, replace(context, tagger=False))
        return [self._read(text, spans) for text, spans in zip(texts, by_rules, strict=True)]

    def _read(self, text: str, spans: list[Span]) -> list[Span]:
        seen = [*self._seen(text, NAME, 0.9), *self._seen(text, MAYBE, 0.2)]
        taken = {span.start for span in seen}
        left = [span for span in spans if span.start not in taken]
        return sorted([*left, *seen], key=lambda span: span.start)

    def _seen(self, text: str, word: str, score: float) -> Iterator[Span]:
        if (at := text.find(word)) >= 0:
            end = at + len(word)
            yield Span(at, end, Label.PERSON, score, OF_MODEL, Why.READ_BY_MODEL)


@pytest.fixture
def models(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Models:
    settings.MASKING_MODELS = True
    made = Models()
    monkeypatch.setattr(remembering, "PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(remembering, "_one", Remembering(made))
    return made


@pytest.fixture
def real(settings: Settings) -> Iterator[None]:
    """The real ones, in a process of their own."""
    settings.MASKING_MODELS = True
    remembering.forget()
    yield
    remembering.forget()
