"""Evaluations of any size, made by the verbs people use, with the words of the demo."""

from functools import cache

from brukerstemmen.analysis.actions import themes
from brukerstemmen.evaluations.actions import starting
from brukerstemmen.evaluations.actions.team import invite
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.journey.demo import elvesund, story
from brukerstemmen.people import clock, opening, starter
from brukerstemmen.people.access import Role
from brukerstemmen.people.actions import setup, team
from brukerstemmen.people.models import Organisation, Person
from brukerstemmen.privacy.consent import Channel, Purpose
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions import importing, masking, meetings
from brukerstemmen.voices.kinds import Kind
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.notes.reading import Row
from brukerstemmen.voices.notes.writing import write_csv

MEETINGS, PEOPLE = 6, 5
UNSORTED = 10  # every tenth statement lies under no theme yet


@cache
def centre() -> Organisation:
    made = setup.set_up_centre(name="Senteret som måles")
    setup.adopt_guidelines(made, text=starter.guidelines(), by=None)
    return made


@cache
def lead() -> Person:
    """Somebody on the staff, who leads everything that is measured."""
    person = setup.make_account(name="Leder", email="leder@example.com", password=None)
    team.grant_role(setup.centre_work(centre()), person, Role.STAFF, until=setup.FOR_EVER)
    return person


def on_team(evaluation: Evaluation, name: str, email: str, role: Role) -> Person:
    """Somebody more on the team, with ethics and pledge in order. email: what stands before @."""
    grant = invite(
        evaluation,
        name=name,
        email=f"{email}@example.com",
        role=role,
        until=evaluation.work.ends_on,
        by=lead(),
    )
    elvesund.prepare(evaluation, grant.person)
    return grant.person


def words_of(size: int, people: int = PEOPLE) -> list[Row]:
    """So many statements: the demo's masked words over and over, each a little different."""
    told = [told for told in story.statements() if not told.kept]
    return [
        Row(
            0,
            f"{told[place % len(told)].masked} Det var gang nummer {place}.",
            f"D{place % people + 1:02d}",
            Kind(told[place % len(told)].kind),
        )
        for place in range(size)
    ]


def begun(title: str, meetings_held: int = 1, people: int = PEOPLE) -> Evaluation:
    """An evaluation whose meetings are open for writing, with the same people each time."""
    with opening.opened(Zone.Z3_RAW, by="benchmark", reason="prepare"):
        evaluation = starting.start_evaluation(
            title=title, services=["Tjenesten"], centre=centre(), by=lead()
        )
        elvesund.prepare(evaluation, lead())
        for number in range(meetings_held):
            _held(evaluation, f"Møte {number + 1}", people)
    return evaluation


def _held(evaluation: Evaluation, name: str, people: int) -> None:
    meeting = meetings.plan_meeting(evaluation, name=name, by=lead())
    there = list(evaluation.participants.all())
    meetings.register_consent(
        meeting,
        new_people=0 if there else people,
        also=there,
        purposes=[Purpose.QUOTES, Purpose.CONTACT_AGAIN],
        channel=Channel.PAPER,
        on=clock.today(),
        text_version="1",
        by=lead(),
    )
    meetings.hold(meeting, on=clock.today(), nobody_from_service=True, by=lead())


@cache
def ready(size: int, people: int = PEOPLE) -> Evaluation:
    """An evaluation with so many statements, masked, and nearly all sorted into nine themes."""
    return sorted_into_themes(f"Måling {size}", size, people)


def sorted_into_themes(
    title: str, size: int, people: int, meetings_held: int = MEETINGS
) -> Evaluation:
    """The same under another title, after so many meetings."""
    evaluation = begun(title, meetings_held, people)
    rows = words_of(size, people)
    with opening.opened(Zone.Z3_RAW, by="benchmark", reason="prepare"):
        for place, meeting in enumerate(evaluation.user_meetings.all()):
            _take_in(meeting, rows[place::meetings_held])
            _mask(meeting)
        _sort(evaluation)
    return evaluation


def _take_in(meeting: UserMeeting, rows: list[Row]) -> None:
    preview = importing.preview(meeting, content=write_csv(rows), name="notater.csv", by=lead())
    importing.take_in(preview, by=lead())
    meetings.finish_writing(meeting, by=lead())
    meetings.finish_reading_aloud(meeting, elsewhere_on=clock.today(), by=lead())


def _mask(meeting: UserMeeting) -> None:
    read = [
        masking.Read(
            statement.pk, statement.raw_wordings.get().read("words"), {}, (statement.raw_number, 0)
        )
        for statement in meeting.statements.all()
    ]
    masking.mask_many(meeting, read, by=lead())
    meetings.finish_masking(meeting, by=lead())


def _sort(evaluation: Evaluation) -> None:
    made = themes.add_themes(evaluation, [told.name for told in story.themes()], by=lead())
    statements = Statement.objects.filter(user_meeting__evaluation=evaluation)
    chosen = {
        pk: themes.Choice(frozenset(), frozenset({made[place % len(made)].pk}))
        for place, pk in enumerate(statements.values_list("pk", flat=True))
        if place % UNSORTED
    }
    themes.sort_page(evaluation, chosen, by=lead())
