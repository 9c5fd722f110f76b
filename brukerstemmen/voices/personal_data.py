"""What this room keeps about a participant, and how it is erased."""

import uuid
from collections.abc import Collection

from brukerstemmen.people import keys
from brukerstemmen.voices.erasing import Eraser, StatementIds, register
from brukerstemmen.voices.models import (
    Companion,
    Contact,
    ImportPreview,
    KeptHit,
    MaskedWording,
    NameChoice,
    Offer,
    Participant,
    PersonalCode,
    Presence,
    RawWording,
    SecondReading,
    Statement,
)

# The decisions stay as the proof that there was a yes, and that it was taken back: days and the
# version of the text, with a number that leads to nobody.
STAYS_AS_PROOF = frozenset({"voices.ConsentDecision"})


def _statements(ids: StatementIds) -> None:
    of = Statement.objects.filter(pk__in=ids).values_list("user_meeting__evaluation", flat=True)
    _forget_what_may_hold_their_words(set(of))
    Statement.objects.filter(other_view_of__in=ids).update(other_view_of=None)
    for wordings in (RawWording, MaskedWording):
        wordings.objects.filter(statement__in=ids).delete()
    Statement.objects.filter(pk__in=ids).delete()


def _forget_what_may_hold_their_words(evaluations: Collection[uuid.UUID]) -> None:
    """Notes that wait to be taken in may hold the same words, in whichever meeting they were put
    and under whatever name. What was chosen for a name may be a name that only they said."""
    for holding in (ImportPreview, NameChoice):
        rows = holding.objects.filter(user_meeting__evaluation__in=evaluations)
        going = dict(rows.values_list("pk", "key"))
        holding.objects.filter(pk__in=going).delete()
        keys.destroy(going.values())


def _participant(participant: Participant) -> None:
    contacts = list(Contact.objects.filter(participant=participant).values_list("key", flat=True))
    company = list(Companion.objects.filter(participant=participant).values_list("key", flat=True))
    Contact.objects.filter(participant=participant).delete()
    Companion.objects.filter(participant=participant).delete()
    _forget_what_may_hold_their_words({participant.evaluation_id})
    Offer.objects.filter(participant=participant).delete()
    PersonalCode.objects.filter(participant=participant).delete()
    Presence.objects.filter(participant=participant).delete()
    own = [participant.raw_key_id, participant.masked_key_id]
    keys.destroy([*own, *contacts, *company])


VOICES = Eraser(
    covers=frozenset(
        model._meta.label
        for model in (
            Companion,
            Contact,
            ImportPreview,
            KeptHit,
            MaskedWording,
            NameChoice,
            Offer,
            Participant,
            PersonalCode,
            Presence,
            RawWording,
            SecondReading,
            Statement,
        )
    ),
    statements=_statements,
    participant=_participant,
)


def be_ready() -> None:
    """Called once, when the app is ready."""
    register(VOICES)
