"""The demo project Elvesund, by the names its answer key uses."""

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.journey.demo import elvesund as told_of
from brukerstemmen.journey.demo import story
from brukerstemmen.voices.models import Participant, Statement

LEFT = "D11"


def elvesund() -> Evaluation:
    return Evaluation.objects.get(work__title=told_of.TITLE)


def participant(code: str) -> Participant:
    return elvesund().participants.get(number=int(code[1:]))


def statements_of(evaluation: Evaluation) -> dict[str, Statement]:
    """The statements by the answer key's names, found by their place in the notes."""
    names = {}
    for meeting in told_of.GATHERINGS:
        for position, told in enumerate(told_of.said_in(meeting), start=1):
            names[meeting, position] = told
    found = {}
    for meeting in evaluation.user_meetings.all():
        name = meeting.meeting.read("name").split()[0]
        for statement in meeting.statements.select_related("speaker"):
            told = names[name, statement.position]
            assert statement.speaker is not None and statement.speaker.code == told.speaker
            found[told.name] = statement
    left = {told.name for told in story.statements() if told.speaker == LEFT}
    assert set(found) in ({t.name for t in story.statements()} - gone for gone in (left, set()))
    return found


def statement(name: str) -> Statement:
    return statements_of(elvesund())[name]
