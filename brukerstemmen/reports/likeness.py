"""Words of others that a quote is nearly the same as, and that nobody has released."""

from dataclasses import dataclass

from django.db.models import F

from brukerstemmen.privacy.overlap import LONGEST_RUN, longest_run
from brukerstemmen.voices.models import MaskedWording, Statement


@dataclass(frozen=True)
class Like:
    """run: how many words in a row are the same."""

    words: str
    language: str
    run: int


def like(statement: Statement) -> list[Like]:
    """Other statements of the evaluation that have not gone out and share a long run of words
    with this one, the most alike first. Three queries."""
    own = masked_words(statement)
    others = MaskedWording.objects.filter(
        statement__user_meeting__evaluation=statement.user_meeting.evaluation_id,
        statement__released_as__isnull=True,
        number=F("statement__masked_number"),
    ).exclude(statement=statement)
    found = []
    for other in others.select_related("statement", "key__outer__outer"):
        words = other.read("words")
        if (run := longest_run(own, words)) >= LONGEST_RUN:
            found.append(Like(words, other.statement.language, run))
    return sorted(found, key=lambda one: -one.run)


def masked_words(statement: Statement) -> str:
    """The masked words as they stand; "" where there are none."""
    rows = MaskedWording.objects.filter(statement=statement, number=statement.masked_number)
    version = rows.select_related("key__outer__outer").first()
    return version.read("words") if version else ""
