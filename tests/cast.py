"""The fixed cast of all tests, made by the verbs people use.

Anne leads. Frida interviews, with own experience. Cecilie is an outsider at the same centre.
Dag works in the service and recruits. Eli leads the client. Gro belongs to another centre.
Hans was an interviewer until yesterday. Inger is the administrator. Kirsten pays those who take
part, and sees nothing else.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client, override_settings
from django.utils import translation

from brukerstemmen.evaluations.actions import starting, team
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock, marks, opening
from brukerstemmen.people.access import Role
from brukerstemmen.people.actions import ethics, setup
from brukerstemmen.people.actions import team as people_team
from brukerstemmen.people.models import Organisation, Person
from brukerstemmen.people.standing import latest_guideline
from brukerstemmen.privacy import consent
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions import masking, meetings, statements
from brukerstemmen.voices.models import Statement, UserMeeting

TODAY = date(2026, 3, 2)
LATER = TODAY + timedelta(days=300)
PASSWORD = "en lang og rolig setning"


@pytest.fixture(autouse=True, scope="session")
def _outer_key() -> None:
    opening.write_outer(settings.OUTER_KEY_FILE)


@pytest.fixture(autouse=True)
def _may_open(request: pytest.FixtureRequest) -> Iterator[None]:
    """Verbs outside a request need a capability; requests bring their own."""
    with opening.opened(Zone.Z4_IDENTITY, by="test", reason=request.node.name):
        yield


@pytest.fixture(autouse=True)
def _ledger_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What one test erases is not missing in the next one's database."""
    file = tmp_path_factory.mktemp("ledger") / "erased.ledger"
    with override_settings(ERASURE_LEDGER_FILE=file):
        yield


@pytest.fixture(autouse=True)
def _cheap_marks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Codes cost a guess 60 ms; a test that is not about that pays less."""
    if "true_cost" not in request.keywords:
        monkeypatch.setattr(marks, "MEMORY_KIB", 64)
        monkeypatch.setattr(marks, "ROUNDS", 1)


@pytest.fixture(autouse=True)
def _in_the_source_language() -> Iterator[None]:
    """Tests read the texts as they stand in the code; journeys read bokmål."""
    with translation.override("en"):
        yield


def reader() -> Client:
    """A browser of somebody who has chosen the source language."""
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


@pytest.fixture
def client() -> Client:
    return reader()


@pytest.fixture
def clock_at() -> Iterator[Callable[[date], None]]:
    """Let it be another day for the rest of the test."""
    entered = []

    def move(day: date) -> None:
        context = clock.at(day)
        context.__enter__()
        entered.append(context)

    move(TODAY)
    yield move
    for context in reversed(entered):
        context.__exit__(None, None, None)


@pytest.fixture
def centre(db: None, clock_at: object) -> Organisation:
    made = setup.set_up_centre(name="Senteret Lytt")
    setup.adopt_guidelines(made, text="Vi lytter først.", by=None)
    return made


@pytest.fixture
def person(centre: Organisation) -> Callable[..., Person]:
    """Somebody with an account and, if a role at the centre is named, that role."""

    def make(name: str, role: Role | None = None, at: Organisation = centre) -> Person:
        email = f"{name.lower()}@example.com"
        made = setup.make_account(name=name, email=email, password=None)
        if role is not None:
            people_team.grant_role(setup.centre_work(at), made, role, until=LATER)
        return made

    return make


@pytest.fixture
def anne(person: Callable[..., Person]) -> Person:
    return person("Anne", Role.STAFF)


@pytest.fixture
def evaluation(centre: Organisation, anne: Person) -> Evaluation:
    """Anne leads it, and has done what ethics asks."""
    made = starting.start_evaluation(
        title="Solbakken",
        services=["Solbakken døgnenhet"],
        client="Elvesund",
        centre=centre,
        by=anne,
    )
    prepare(made, anne)
    return made


def prepare(evaluation: Evaluation, who: Person) -> None:
    """Accept the guidelines and sign the pledge."""
    guideline = latest_guideline(evaluation.work.centre_id)
    assert guideline is not None
    ethics.accept_guidelines(guideline, by=who)
    ethics.sign_pledge(evaluation.work, by=who)


@pytest.fixture
def joins(evaluation: Evaluation, anne: Person) -> Callable[..., Person]:
    """Give somebody a role in the evaluation; on the team they also do what ethics asks."""

    def join(name: str, role: Role, works_at: Organisation | None = None) -> Person:
        grant = team.invite(
            evaluation,
            name=name,
            email=f"{name.lower()}@example.com",
            role=role,
            until=LATER,
            by=anne,
            works_at=works_at,
        )
        if role in {Role.LEAD, Role.INTERVIEWER}:
            prepare(evaluation, grant.person)
        return grant.person

    return join


@pytest.fixture
def frida(joins: Callable[..., Person], evaluation: Evaluation) -> Person:
    made = joins("Frida", Role.INTERVIEWER)
    team.tell_own_experience(evaluation, has_it=True, by=made)
    return made


@pytest.fixture
def cecilie(person: Callable[..., Person]) -> Person:
    return person("Cecilie", Role.STAFF)


@pytest.fixture
def dag(joins: Callable[..., Person], evaluation: Evaluation) -> Person:
    service = evaluation.work.parties.get(name="Solbakken døgnenhet")
    return joins("Dag", Role.SERVICE_CONTACT, works_at=service)


@pytest.fixture
def eli(joins: Callable[..., Person], evaluation: Evaluation) -> Person:
    client = evaluation.work.parties.get(name="Elvesund")
    return joins("Eli", Role.CLIENT_LEADER, works_at=client)


@pytest.fixture
def gro(person: Callable[..., Person]) -> Person:
    other = setup.set_up_centre(name="Et annet senter")
    setup.adopt_guidelines(other, text="Andre retningslinjer.", by=None)
    return person("Gro", Role.STAFF, at=other)


@pytest.fixture
def hans(joins: Callable[..., Person], evaluation: Evaluation, anne: Person) -> Person:
    made = joins("Hans", Role.INTERVIEWER)
    people_team.end_role(evaluation.work.grants.get(person=made), by=anne)
    return made


@pytest.fixture
def inger(person: Callable[..., Person]) -> Person:
    return person("Inger", Role.ADMINISTRATOR)


@pytest.fixture
def kirsten(person: Callable[..., Person]) -> Person:
    return person("Kirsten", Role.PAYROLL)


@pytest.fixture
def edda(person: Callable[..., Person]) -> Person:
    """Edits the centre's public site."""
    return person("Edda", Role.EDITOR)


@pytest.fixture
def mikkel(person: Callable[..., Person]) -> Person:
    """Reads the pages of the public site before they go out."""
    return person("Mikkel", Role.CO_READER)


@pytest.fixture
def meeting(evaluation: Evaluation, anne: Person) -> UserMeeting:
    """A meeting that is open for writing, with five people who have said yes."""
    made = meetings.plan_meeting(evaluation, name="Poliklinikk", by=anne)
    meetings.register_consent(
        made,
        new_people=5,
        purposes=[consent.Purpose.QUOTES],
        channel=consent.Channel.PAPER,
        on=TODAY,
        text_version="1",
        by=anne,
    )
    return meetings.hold(made, on=TODAY, nobody_from_service=True, by=anne)


@pytest.fixture
def written(meeting: UserMeeting, anne: Person) -> UserMeeting:
    """Two statements, written down: one with a name in it, one without."""
    speakers = [presence.participant for presence in meeting.presences.all()]
    statements.write_down(
        meeting,
        words="Psykologen min, Marit Hauglie, lytter.",
        speaker=speakers[0],
        kind="good",
        by=anne,
    )
    statements.write_down(
        meeting, words="Ingen spurte hva jeg ville.", speaker=speakers[1], kind="not_good", by=anne
    )
    return meetings.finish_writing(meeting, by=anne)


@pytest.fixture
def read_aloud(written: UserMeeting, anne: Person) -> UserMeeting:
    return meetings.finish_reading_aloud(written, elsewhere_on=TODAY, by=anne)


@pytest.fixture
def masked(read_aloud: UserMeeting, anne: Person) -> UserMeeting:
    """Both statements masked and read by a person."""
    texts = ["Behandleren min lytter.", "Ingen spurte hva jeg ville."]
    for statement, words in zip(read_aloud.statements.all(), texts, strict=True):
        mask_as(statement, words, by=anne)
    return meetings.finish_masking(read_aloud, by=anne)


def mask_as(statement: Statement, words: str, *, by: Person) -> Statement:
    """Mask a statement with these words, from the versions as they stand."""
    statement.refresh_from_db()
    seen = (statement.raw_number, statement.masked_number)
    return masking.mask(statement, words=words, kept={}, based_on=seen, by=by)


@pytest.fixture
def signed_in(db: None) -> Callable[[Person], Client]:
    """A browser in which the person is signed in, with a second factor."""

    def sign_in(who: Person) -> Client:
        Authenticator.objects.get_or_create(
            user=who, type=Authenticator.Type.TOTP, defaults={"data": {"secret": ""}}
        )
        client = reader()
        client.force_login(who)
        return client

    return sign_in
