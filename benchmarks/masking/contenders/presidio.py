"""Presidio's analyzer with the recognisers that need no model: patterns, checks, telephones.

There are none for Norway and none in Norwegian, so the English ones read. No names can be found
without a model; that is what an installation gets that fetches nothing.
"""

from collections.abc import Iterable, Sequence

import spacy
import tldextract
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine

from benchmarks.masking.contenders.answering import Found, Read, Text, answer


class Blank(SpacyNlpEngine):
    """Cuts into words and nothing more; nothing is fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.nlp = {"en": spacy.blank("en")}

    def load(self) -> None:
        """There is nothing to load."""


def made() -> Read:
    # Its e-mail recogniser would fetch a list of domains from the net; the one it brings will do.
    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=())
    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"])
    registry.remove_recognizer("SpacyRecognizer")
    engine = AnalyzerEngine(
        registry=registry,
        nlp_engine=Blank(),
        supported_languages=["en"],
        log_decision_process=False,
    )

    def read(texts: Sequence[Text]) -> Iterable[Found]:
        for text, _lang in texts:
            hits = engine.analyze(text, language="en")
            yield [(hit.start, hit.end, hit.entity_type, hit.score) for hit in hits]

    return read


if __name__ == "__main__":
    answer(made)
