"""The demo's notes as files that people have, taken in by the verbs, against the loader's."""

from collections.abc import Callable
from datetime import date

import pytest

from brukerstemmen.evaluations.actions import starting
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.journey.demo import elvesund, loading, story
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import consent
from brukerstemmen.voices.actions import importing, meetings
from brukerstemmen.voices.kinds import Kind
from brukerstemmen.voices.models import UserMeeting
from brukerstemmen.voices.notes.reading import Row, Why
from brukerstemmen.voices.notes.writing import Encoding, write_csv, write_docx, write_txt
from tests.cast import TODAY

# What Word, an editor, and two Norwegian Excels make of the same notes.
FILES: dict[str, tuple[str, Callable[[list[Row]], bytes]]] = {
    "Word": ("notater.docx", write_docx),
    "text": ("notater.txt", write_txt),
    "Excel": ("notater.csv", lambda rows: write_csv(rows, encoding=Encoding.UTF8)),
    "older Excel": ("notater.csv", lambda rows: write_csv(rows, encoding=Encoding.CP1252)),
    "without a mark": (
        "notater.csv",
        lambda rows: write_csv(rows, encoding=Encoding.UTF8).decode("utf-8-sig").encode("utf-8"),
    ),
}

pytestmark = [pytest.mark.django_db, pytest.mark.either_engine]
Heard = list[tuple[str, str, str, str]]


@pytest.fixture
def ingunn(clock_at: Callable[[date], None]) -> Person:
    """She leads Elvesund, which is loaded until everything is written down."""
    loading.load(64)
    return Person.objects.get(name="Ingunn Røsvik")


@pytest.fixture
def fresh(ingunn: Person) -> Evaluation:
    """An evaluation with the same meetings and the same people, and nothing written down."""
    centre = Evaluation.objects.get(work__title=elvesund.TITLE).work.centre
    made = starting.start_evaluation(title="Om igjen", services=["X"], centre=centre, by=ingunn)
    elvesund.prepare(made, ingunn)
    for one in elvesund.GATHERINGS.values():
        meeting = meetings.plan_meeting(made, name=one.name, by=ingunn)
        meetings.register_consent(
            meeting,
            new_people=one.new,
            also=[p for p in made.participants.all() if p.code in one.also],
            channel=consent.Channel.PAPER,
            on=TODAY,
            text_version="1",
            by=ingunn,
        )
        meetings.hold(meeting, on=TODAY, nobody_from_service=True, by=ingunn)
    return made


def rows_of(meeting: str) -> list[Row]:
    return [
        Row(0, told.words, told.speaker, Kind(told.kind), told.theme)
        for told in elvesund.said_in(meeting)
    ]


def heard_in(evaluation: Evaluation) -> Heard:
    """What was said in each meeting, in order: words, speaker, kind."""
    return [
        (
            meeting.meeting.read("name"),
            statement.raw_wordings.get(number=statement.raw_number).read("words"),
            statement.speaker.code if statement.speaker else "",
            statement.kind,
        )
        for meeting in evaluation.user_meetings.order_by("meeting__number")
        for statement in meeting.statements.select_related("speaker")
    ]


def take_in(meeting: UserMeeting, name: str, content: bytes, by: Person) -> list[Why]:
    """Preview and take in a file; returns why lines were not understood."""
    preview = importing.preview(meeting, content=content, name=name, by=by)
    problems = importing.reading_of(preview).problems
    importing.take_in(preview, by=by)
    return [problem.why for problem in problems]


@pytest.mark.parametrize("kind", FILES)
def test_notes_in_a_file_give_the_same_statements_as_the_loader(
    kind: str, fresh: Evaluation, ingunn: Person
) -> None:
    name, write = FILES[kind]

    for code, meeting in zip(elvesund.GATHERINGS, fresh.user_meetings.all(), strict=True):
        assert take_in(meeting, name, write(rows_of(code)), ingunn) == []

    heard = heard_in(fresh)
    assert len(heard) == len(story.statements()) == 60
    assert heard == heard_in(Evaluation.objects.get(work__title=elvesund.TITLE))


def test_lines_that_are_not_understood_are_listed_and_nothing_is_lost(
    fresh: Evaluation, ingunn: Person
) -> None:
    stray = ["Hun i luka, hvem var det?", "D77 + En til som var innom.", "D02 −"]
    notes = write_txt(rows_of("B1")).decode() + "\n".join(stray)
    meeting = fresh.user_meetings.first()

    preview = importing.preview(meeting, content=notes.encode(), name="notater.txt", by=ingunn)
    reading = importing.reading_of(preview)
    importing.take_in(preview, unknown_as_nobody=True, by=ingunn)

    assert {problem.why for problem in reading.problems} == {Why.NO_MARK, Why.NO_WORDS}
    words = [words for _meeting, words, _speaker, _kind in heard_in(fresh)]
    assert words == [
        *(row.words for row in rows_of("B1")),
        "Hun i luka, hvem var det?",
        "En til som var innom.",
    ]
