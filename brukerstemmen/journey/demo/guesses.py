"""What the trained models only ask about, in words the demo's people have masked: they say no."""

from collections.abc import Mapping

from brukerstemmen.masking.spans import Context, Why
from brukerstemmen.voices.finding import hits_in, is_masked_unseen

NO_NAME = "Ikke et navn, og peker ikke på noen."


def answered(
    words: str, kept: Mapping[str, str], language: str, context: Context
) -> dict[str, str]:
    """What is kept, and why: as the demo tells it, and each of the guesses. Where the models are
    switched off there are none."""
    guesses = {
        hit.text: NO_NAME
        for hit in hits_in(words, language, context)
        if hit.span.why is Why.READ_BY_MODEL and not is_masked_unseen(hit.span)
    }
    return {**guesses, **kept}
