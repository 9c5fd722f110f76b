"""Many statements at once, masked and ready: for counting queries and weighing pages."""

from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions.words import masked_key_of
from brukerstemmen.voices.models import MaskedWording, Statement, UserMeeting
from brukerstemmen.voices.models.statements import Reason, StatementKind
from brukerstemmen.voices.states import StatementState
from tests.cast import TODAY

WORDS = (
    "Jeg visste ikke hvem som var kontakten min før tredje dag. Da hadde jeg allerede bestemt "
    "meg for å reise, og ingen spurte. Utsagn {place}."
)


def crowd(meeting: UserMeeting, how_many: int, *, by: Person) -> list[Statement]:
    """So many ready statements in a meeting, said in turn by those present, of every kind."""
    speakers = [presence.participant for presence in meeting.presences.all()]
    kinds = StatementKind.values
    there = meeting.statements.count()
    statements = [
        Statement(
            user_meeting=meeting,
            position=place,
            speaker=speakers[place % len(speakers)],
            kind=kinds[place % len(kinds)],
            state=StatementState.DEIDENTIFIED,
            raw_number=1,
            masked_number=1,
            masked_from=1,
        )
        for place in range(there + 1, there + how_many + 1)
    ]
    wordings = [_wording(statement, by) for statement in statements]
    Statement.objects.bulk_create(statements, batch_size=500)
    MaskedWording.objects.bulk_create(wordings, batch_size=500)
    return statements


def _wording(statement: Statement, by: Person) -> MaskedWording:
    wording = MaskedWording(
        statement=statement,
        number=1,
        reason=Reason.MASKED,
        author=by,
        on=TODAY,
        key=masked_key_of(statement),
    )
    wording.seal(words=WORDS.format(place=statement.position))
    return wording
