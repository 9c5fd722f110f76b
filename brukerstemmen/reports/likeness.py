"""Words of others that a quote is nearly the same as, and that nobody has released."""

from dataclasses import dataclass

from django.db.models import F

from brukerstemmen.privacy.overlap import LONGEST_RUN, copied, longest_run, runs_of
from brukerstemmen.voices.models import MaskedWording, Statement


@dataclass(frozen=True)
class Like:
    """run: how many words in a row are the same."""

    words: str
    language: str
    run: int


def like(statement: Statement) -> list[Like]:
    """Other statements of the evaluation that have not gone out and share a long run of words
    with this one, the most alike first. A fixed number of queries."""
    own = masked_words(statement)
    runs = runs_of(own)
    others = MaskedWording.objects.filter(
        statement__user_meeting__evaluation=statement.user_meeting.evaluation_id,
        statement__released_as__isnull=True,
        number=F("statement__masked_number"),
    ).exclude(statement=statement)
    found = []
    # Many were said by few people: their keys are read once each.
    rows = others.annotate(language=F("statement__language"))
    for other in rows.prefetch_related("key__outer__outer"):
        words = other.read("words")
        if copied(words, runs) and (run := longest_run(own, words)) >= LONGEST_RUN:
            found.append(Like(words, other.language, run))
    return sorted(found, key=lambda one: -one.run)


def masked_words(statement: Statement) -> str:
    """The masked words as they stand; "" where there are none."""
    rows = MaskedWording.objects.filter(statement=statement, number=statement.masked_number)
    version = rows.select_related("key__outer__outer").first()
    return version.read("words") if version else ""
