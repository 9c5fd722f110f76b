"""Asking the masking engine, with what this meeting knows."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import F

from brukerstemmen.masking.engine import find
from brukerstemmen.masking.replace import suggest
from brukerstemmen.masking.spans import Context, Label, Span, Why
from brukerstemmen.people.models import Grant, Work
from brukerstemmen.voices.models import RawWording, UserMeeting

# Numbers and addresses that lead straight to somebody: no reason is good enough to keep them.
NEVER_KEPT = frozenset({Label.NATIONAL_ID, Label.PHONE, Label.EMAIL})
# Names are gathered from this many statements; a meeting has 30 to 60, an import may have more.
MOST_READ_FOR_NAMES = 400


@dataclass(frozen=True)
class Hit:
    """One thing that may point at somebody, with the words themselves."""

    span: Span
    text: str
    kept_why: str = ""

    @property
    def may_be_kept(self) -> bool:
        return self.span.label not in NEVER_KEPT

    @property
    def gives_a_name_away(self) -> bool:
        """A mere capital may be anything; it is not looked for in what others have said."""
        return self.span.label is Label.PERSON and self.span.why is not Why.CAPITAL_LETTER


def context_of(work: Work, known: Iterable[str] = ()) -> Context:
    """The names of those around the meeting and of the places it is about: the best word list."""
    people = Grant.objects.filter(work=work).values_list("person__name", flat=True)
    return Context(
        local_names=frozenset(part for name in people for part in name.split()),
        local_places=_places_of(work),
        known=frozenset(known),
    )


def context_for_visitor(work: Work) -> Context:
    """The places only: who has a role is nothing a request without account may read. Somebody on
    the team reads the words, with the names, before they are used."""
    return Context(local_places=_places_of(work))


def _places_of(work: Work) -> frozenset[str]:
    names = work.parties.values_list("name", flat=True)
    return frozenset(part for name in names for part in name.split() if part[:1].isupper())


def context_in(meeting: UserMeeting) -> Context:
    """The context of a meeting, with the names that somebody said in it. Reads raw words."""
    context = context_of(meeting.work)
    wordings = (
        RawWording.objects.filter(
            statement__user_meeting=meeting, number=F("statement__raw_number")
        )
        .select_related("key__outer__outer", "statement")
        .order_by("statement__position")[:MOST_READ_FOR_NAMES]
    )
    known = {
        hit.text
        for wording in wordings
        for hit in hits_in(wording.read("words"), wording.statement.language, context)
        if hit.gives_a_name_away
    }
    return replace(context, known=frozenset(known))


def hits_in(words: str, language: str, context: Context) -> list[Hit]:
    """What is found in the words. An error in the engine is an error here: it blocks."""
    return [Hit(span, words[span.start : span.end]) for span in find(words, language, context)]


def suggestion(words: str, language: str, context: Context) -> str:
    """The words with a neutral expression for everything that points straight at somebody."""
    return suggest(words, find(words, language, context), language)
