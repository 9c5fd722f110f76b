"""What the masking finder says of words that were written down in the room."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from brukerstemmen.masking.language import guess
from brukerstemmen.masking.spans import Context
from brukerstemmen.people.models import Work
from brukerstemmen.voices.finding import Hit, context_of, hits_in


def hits_of(words: str, context: Context) -> list[Hit]:
    """Everything that may point at somebody."""
    return hits_in(words, guess(words), context)


def refuse_names(work: Work, **words: str) -> None:
    """Functions, measures and minutes name nobody, neither users nor staff. A mere clue, such as
    a place, may stand there.

    Raises ValidationError, by field.
    """
    context = context_of(work)
    refusals = {}
    for field, text in words.items():
        named = [hit.text for hit in hits_of(text, context) if _names_somebody(hit)]
        if named:
            told = {"found": ", ".join(f"«{one}»" for one in dict.fromkeys(named))}
            refusals[field] = _("This may name somebody: %(found)s. Write a function.") % told
    if refusals:
        raise ValidationError(refusals)


def _names_somebody(hit: Hit) -> bool:
    return hit.gives_a_name_away or not hit.may_be_kept
