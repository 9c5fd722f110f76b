"""Asking the masking engine, with what this meeting knows."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from brukerstemmen.masking import remembering
from brukerstemmen.masking.engine import find
from brukerstemmen.masking.process import FinderFailed
from brukerstemmen.masking.replace import Naming, Offer, offer, suggest
from brukerstemmen.masking.spans import LONGEST_TEXT, Context, Label, Span, TextTooLong, Why
from brukerstemmen.people.models import Grant, Work
from brukerstemmen.voices.models import RawWording, UserMeeting

# Numbers and addresses that lead straight to somebody: no reason is good enough to keep them. A
# mere clue may matter to the speaker, and may be kept knowingly.
NEVER_KEPT = frozenset(
    {
        Label.ID_NUMBER,
        Label.PHONE,
        Label.EMAIL,
        Label.ADDRESS,
        Label.ACCOUNT,
        Label.VEHICLE,
    }
)
# From this score something is masked before anybody has looked; below it, down to the other, it
# stands as it was said, to be checked; what is below both is noise.
MASKED_UNSEEN, WORTH_A_LOOK = 0.5, 0.05
# Names are gathered from this many statements; a meeting has 30 to 60, an import may have more.
MOST_READ_FOR_NAMES = 400
TOO_LONG = _(
    "This is so long that it cannot be looked through for what may point at somebody. Divide it"
    " into parts of at most 100 000 characters."
)


# What may be masked is finished only when the models have read it, unless they are switched off.
NOT_READ = _(
    "The trained models do not answer now, so what is masked has not been read through. Nothing is"
    " lost. Try again in a minute."
)


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
        """A mere capital, or a guess, may be anything: it is not looked for in what others said."""
        sure = self.span.why is not Why.CAPITAL_LETTER and is_masked_unseen(self.span)
        return self.span.label is Label.PERSON and sure


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
    return gather(meeting).context


@dataclass(frozen=True)
class Gathered:
    """What was said in a meeting and found in it, read once.

    texts: the words, in order. language: what most of it was said in. naming: who is who.
    is_thorough: the trained models have read them too, and not only rules and lists.
    """

    context: Context
    texts: list[str]
    hits: list[Hit]
    language: str
    naming: Naming
    is_thorough: bool


def gather(meeting: UserMeeting) -> Gathered:
    """Read through everything said in a meeting, by the models too where they answer. Reads raw
    words."""
    failures = remembering.failures()
    context = replace(context_of(meeting.work), tagger=settings.MASKING_MODELS)
    wordings = (
        RawWording.objects.filter(
            statement__user_meeting=meeting, number=F("statement__raw_number")
        )
        .select_related("key__outer__outer", "statement")
        .order_by("statement__position")[:MOST_READ_FOR_NAMES]
    )
    said = [(wording.read("words"), wording.statement.language) for wording in wordings]
    found = [(words, hits_in(words, language, context)) for words, language in said]
    hits = [hit for _words, those in found for hit in those]
    naming = Naming()
    naming.learn_meeting((words, [hit.span for hit in those]) for words, those in found)
    known = frozenset(hit.text for hit in hits if hit.gives_a_name_away)
    languages = Counter(language for _words, language in said).most_common(1)
    return Gathered(
        replace(context, known=known),
        [words for words, _language in said],
        hits,
        languages[0][0] if languages else "nb",
        naming,
        settings.MASKING_MODELS and remembering.failures() == failures,
    )


class NotRead(ValidationError):
    """The models were to read something, and did not."""


@contextmanager
def thoroughly() -> Iterator[None]:
    """Raises NotRead where the models were to read something in here, and did not."""
    failures = remembering.failures()
    yield
    if remembering.failures() != failures:
        raise NotRead(NOT_READ)


def hits_in(words: str, language: str, context: Context) -> list[Hit]:
    """What is found in the words. An error in the engine is an error here: it blocks.

    Raises ValidationError for words that are too long to be looked through.
    """
    spans = _spans_in(words, language, context)
    return [Hit(span, words[span.start : span.end]) for span in spans if span.score >= WORTH_A_LOOK]


def _spans_in(words: str, language: str, context: Context) -> list[Span]:
    """By the models too, where the context asks for them and they answer. `thoroughly` is for
    those who must know that they have."""
    try:
        if context.tagger:
            with suppress(FinderFailed):
                return remembering.find(words, language, context)
        return find(words, language, replace(context, tagger=False))
    except TextTooLong:
        raise ValidationError(TOO_LONG) from None


def is_too_long(words: str) -> bool:
    """Whether `hits_in` refuses them. A page that shows what was typed says so, and shows it."""
    return len(words) > LONGEST_TEXT


def is_masked_unseen(span: Span) -> bool:
    """Whether it is masked before anybody has looked; clues never are."""
    return span.label is not Label.QUASI and span.score >= MASKED_UNSEEN


def suggestion(words: str, language: str, context: Context) -> str:
    """The words with a neutral expression for everything that points straight at somebody."""
    spans = _spans_in(words, language, context)
    return suggest(words, filter(is_masked_unseen, spans), language)


def offer_for(words: str, hit: Hit, language: str, naming: Naming | None = None) -> Offer:
    """What a hit in these words may be called instead, and the stretch that replaces.

    naming: who is who in the meeting, so that the same person has the same number.
    """
    return offer(words, hit.span, language, naming or Naming())
