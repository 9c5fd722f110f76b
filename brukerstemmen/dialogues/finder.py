"""What the masking finder says of words that were written down in the room."""

from dataclasses import replace

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brukerstemmen.masking.language import guess
from brukerstemmen.masking.spans import Context, Why
from brukerstemmen.people.models import Work
from brukerstemmen.voices.finding import (
    TOO_LONG,
    Hit,
    context_of,
    hits_in,
    is_masked_unseen,
    is_too_long,
)

NOT_READ = gettext_lazy(
    "The trained models do not answer now, so these words have not been looked through for names."
    " Nothing is lost. Try again in a minute."
)


def context_in_room(work: Work) -> Context:
    """The names of those around the evaluation; the trained models read too, where they are on."""
    return replace(context_of(work), tagger=settings.MASKING_MODELS)


def hits_of(words: str, context: Context) -> list[Hit]:
    """Everything that may point at somebody. What the models merely ask about is left out: nobody
    here can answer that it is no name."""
    found = hits_in(words, guess(words), context)
    return [hit for hit in found if not _is_a_guess(hit)]


def refuse_names(work: Work, **words: str) -> None:
    """Functions, measures and minutes name nobody, neither users nor staff. A mere clue, such as
    a place, may stand there. Nobody in the room waits for the models: where they do not answer,
    rules and lists do, and everything is read once more before it counts.

    Raises ValidationError, by field, also for words that are too long to be looked through.
    """
    context = context_in_room(work)
    refusals = {}
    for field, text in words.items():
        if is_too_long(text):
            refusals[field] = str(TOO_LONG)
        elif named := [hit.text for hit in hits_of(text, context) if _names_somebody(hit)]:
            told = {"found": ", ".join(f"«{one}»" for one in dict.fromkeys(named))}
            refusals[field] = _("This may name somebody: %(found)s. Write a function.") % told
    if refusals:
        raise ValidationError(refusals)


def _names_somebody(hit: Hit) -> bool:
    return hit.gives_a_name_away or not hit.may_be_kept


def _is_a_guess(hit: Hit) -> bool:
    return hit.span.why is Why.READ_BY_MODEL and not is_masked_unseen(hit.span)
