"""Asking the masking engine, with what this meeting knows."""

from collections.abc import Iterable
from dataclasses import dataclass

from brukerstemmen.masking.engine import find
from brukerstemmen.masking.replace import suggest
from brukerstemmen.masking.spans import Context, Label, Span
from brukerstemmen.people.models import Grant, Work

# Numbers and addresses that lead straight to somebody: no reason is good enough to keep them.
NEVER_KEPT = frozenset({Label.NATIONAL_ID, Label.PHONE, Label.EMAIL})


@dataclass(frozen=True)
class Hit:
    """One thing that may point at somebody, with the words themselves."""

    span: Span
    text: str
    kept_why: str = ""

    @property
    def may_be_kept(self) -> bool:
        return self.span.label not in NEVER_KEPT


def context_of(work: Work, known: Iterable[str] = ()) -> Context:
    """The names of those around the meeting and of the places it is about: the best word list."""
    people = Grant.objects.filter(work=work).values_list("person__name", flat=True)
    places = work.parties.values_list("name", flat=True)
    return Context(
        local_names=frozenset(part for name in people for part in name.split()),
        local_places=frozenset(
            part for name in places for part in name.split() if part[:1].isupper()
        ),
        known=frozenset(known),
    )


def hits_in(words: str, language: str, context: Context) -> list[Hit]:
    """What is found in the words. An error in the engine is an error here: it blocks."""
    return [Hit(span, words[span.start : span.end]) for span in find(words, language, context)]


def suggestion(words: str, language: str, context: Context) -> str:
    """The words with a neutral expression for everything that points straight at somebody."""
    return suggest(words, find(words, language, context), language)
