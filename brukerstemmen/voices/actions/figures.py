"""Writing down how a reading went: numbers for judging the finder, never a reader."""

from brukerstemmen.masking.replace import PLACEHOLDER
from brukerstemmen.masking.spans import Context
from brukerstemmen.voices.corrections import Corrections, Proposal, corrections
from brukerstemmen.voices.finding import hits_in, offer_for
from brukerstemmen.voices.models import MaskedWording, ReadingFigures, Statement
from brukerstemmen.voices.names import Choices, first_wording

LONGEST = 600  # seconds; who took longer did something else meanwhile


def record(
    statement: Statement,
    version: MaskedWording,
    context: Context,
    choices: Choices,
    *,
    seconds: int | None,
) -> None:
    """The figures of a reading that has just led to this version, before the statement has it.

    Called within the transaction of the reading.
    """
    done = corrections_in(statement, version.read("words"), context, choices)
    ReadingFigures.objects.create(
        user_meeting=statement.user_meeting,
        seconds=min(seconds, LONGEST) if seconds else None,
        proposed=done.proposed,
        accepted=done.accepted,
        changed=done.changed,
        kept=version.kept_hits.count(),
        added=done.added,
    )


def corrections_in(
    statement: Statement, last: str, context: Context, choices: Choices
) -> Corrections:
    """What a reader has done to what was proposed, where these are the words they ended with."""
    language = statement.language
    if statement.is_read:  # read once more: what was masked before is no proposal now
        first, masked = _saved(statement), list[Proposal]()
    else:
        raw = statement.raw_wordings.get(number=statement.raw_number).read("words")
        first, _kept = first_wording(raw, language, context, choices)
        masked = [Proposal(*m.span(), is_masked=True) for m in PLACEHOLDER.finditer(first)]
    standing = [
        Proposal(hit.span.start, hit.span.end, offer_for(first, hit, language).words)
        for hit in hits_in(first, language, context)
    ]
    return corrections(first, [*masked, *standing], last)


def _saved(statement: Statement) -> str:
    return statement.masked_wordings.get(number=statement.masked_number).read("words")
