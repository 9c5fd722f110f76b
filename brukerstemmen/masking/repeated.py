"""What the models only ask about, believed where a meeting repeats it as one repeats a name.

"Storm" at the start of one sentence is mostly weather. At the start of several, and never in
small letters anywhere, it is somebody.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.folding import fold
from brukerstemmen.masking.reading import WORD
from brukerstemmen.masking.rules.local import Found
from brukerstemmen.masking.spans import Label, Span, Why

ENOUGH = 2  # times
ASKED, BELIEVED = 0.4, 0.5  # scores of what the models alone believe in, and may only ask about


def told(texts: Iterable[tuple[str, Iterable[Span]]]) -> Iterator[tuple[str, Found]]:
    """The words of such names, to be looked for in all texts of the meeting with their capital.

    texts: each text with what was found in it.
    """
    given = list(texts)
    asked = [pair for text, spans in given for pair in _asked_about(text, spans)]
    times = Counter(word for word, _label in asked)
    often = {word: label for word, label in asked if times[word] >= ENOUGH}
    if not often:
        return
    said = {match.group() for text, _spans in given for match in WORD.finditer(fold(text).text)}
    for word, label in often.items():
        if word not in said:
            yield word, Found(label, any_case=False)


def _asked_about(text: str, spans: Iterable[Span]) -> Iterator[tuple[str, Label]]:
    """Single words that may be a name and have a capital, in small letters."""
    for span in spans:
        if span.why is Why.READ_BY_MODEL and ASKED <= span.score < BELIEVED:
            word = fold(text[span.start : span.end]).text
            base = lexicon.base_forms(word.lower())[-1]
            is_titled = word.istitle() and WORD.fullmatch(word)
            if is_titled and len(base) > 1 and base not in lexicon.nobodys():
                yield base, span.label
