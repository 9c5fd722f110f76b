"""What the models have said of a text is remembered without the text, and a failure is told."""

from collections.abc import Sequence

import pytest

from brukerstemmen.masking import remembering
from brukerstemmen.masking.engine import propagate
from brukerstemmen.masking.process import FinderFailed, TextFailed
from brukerstemmen.masking.remembering import Remembering
from brukerstemmen.masking.spans import LONGEST_TEXT, Context, Span, TextTooLong

TEXT, KNOWN = "Kari sa det.", Context(tagger=True)


class Asked:
    """Answers by rules, and counts; or fails."""

    def __init__(self) -> None:
        self.times, self.fails, self.bad = 0, False, ""

    def __call__(self, texts: Sequence[str], lang: str, context: Context) -> list[list[Span]]:
        self.times += 1
        if self.fails:
            raise FinderFailed("it ended before it answered")
        if self.bad in texts:
            raise TextFailed("it met an error (KeyError)")
        return propagate(texts, lang, Context())


def test_the_same_is_asked_once_and_another_context_is_another_question() -> None:
    asked = Asked()
    finder = Remembering(asked)

    first = finder.find(TEXT, "nb", KNOWN)
    assert finder.find(TEXT, "nb", KNOWN) == first == propagate([TEXT], "nb")[0]
    assert asked.times == 1
    first.clear()
    assert finder.find(TEXT, "nb", KNOWN)

    finder.find(TEXT, "nn", KNOWN)
    finder.find(TEXT, "nb", Context(tagger=True, known=frozenset({"Kari"})))
    assert asked.times == 3 and finder.failures == 0


def test_no_word_is_kept_and_no_more_than_so_much() -> None:
    asked = Asked()
    finder = Remembering(asked, most=2)
    for name in ("Kari", "Ola", "Ayaan"):
        finder.find(f"{name} sa det.", "nb", KNOWN)

    assert len(finder._told) == 2 and "Ayaan" not in repr(vars(finder))
    finder.find("Ayaan sa det.", "nb", KNOWN)
    finder.find("Kari sa det.", "nb", KNOWN)
    assert asked.times == 4


def test_after_a_failure_nobody_waits_and_it_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, now = Asked(), [100.0]
    monkeypatch.setattr(remembering.time, "monotonic", lambda: now[0])
    finder = Remembering(asked)
    asked.fails = True
    for _twice in range(2):
        with pytest.raises(FinderFailed):
            finder.find(TEXT, "nb", KNOWN)
    assert (asked.times, finder.failures) == (1, 2)

    asked.fails, now[0] = False, 100.0 + remembering.PAUSE_SECONDS
    assert finder.find(TEXT, "nb", KNOWN) and finder.failures == 2


def test_an_error_about_one_text_stops_that_text_alone() -> None:
    asked = Asked()
    finder = Remembering(asked)
    asked.bad = TEXT
    for _twice in range(2):
        with pytest.raises(FinderFailed):
            finder.find(TEXT, "nb", KNOWN)
    assert (asked.times, finder.failures) == (1, 2)

    assert finder.find("Ayaan sa det.", "nb", KNOWN) and finder.failures == 2


def test_what_is_too_long_is_no_failure() -> None:
    finder = Remembering(Asked())
    with pytest.raises(TextTooLong):
        finder.find("a" * (LONGEST_TEXT + 1), "nb", KNOWN)

    assert finder.failures == 0
