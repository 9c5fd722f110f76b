"""Words that were said and are not let out, looked for in what the team itself has written.

A quote is printed when its speaker has said yes and two people have read it. To write the same
words into a section or a finding would be to print it without either.
"""

from django.db.models import F

from brukerstemmen.privacy.overlap import Run, runs_of
from brukerstemmen.reports.assembling import Material
from brukerstemmen.voices.models import MaskedWording


def runs_not_let_out(material: Material) -> set[Run]:
    """What gives away any statement that is not printed in this report, nor has been in another.
    A fixed number of queries."""
    printed = {quote.statement for finding in material.findings for quote in finding.quotes}
    rows = MaskedWording.objects.filter(
        statement__user_meeting__evaluation=material.evaluation,
        statement__released_as__isnull=True,
        number=F("statement__masked_number"),
    ).exclude(statement__in=printed)
    kept: set[Run] = set()
    # Many were said by few people: their keys are read once each.
    for row in rows.prefetch_related("key__outer__outer"):
        kept |= runs_of(row.read("words"))
    return kept - _printed(material)


def _printed(material: Material) -> set[Run]:
    """Where two have said nearly the same, what is printed of one is no secret of the other's."""
    quotes = (quote.words for finding in material.findings for quote in finding.quotes)
    return {run for words in quotes for run in runs_of(words)}
