"""An evaluation with something in every field that holds words: each word a canary."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest

from brukerstemmen.analysis.actions import themes
from brukerstemmen.evaluations.actions import guide, starting
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.models.guide import RaisedBy, Turn
from brukerstemmen.meetings.actions import Claim, register_payment
from brukerstemmen.meetings.models.payments import Kind, Way
from brukerstemmen.people.access import Role
from brukerstemmen.people.actions.setup import centre_work
from brukerstemmen.people.models import Organisation, Person
from brukerstemmen.privacy import consent
from brukerstemmen.voices.actions import (
    codes,
    company,
    importing,
    invitations,
    masking,
    meetings,
    naming,
    second_reading,
    statements,
    validation,
)
from brukerstemmen.voices.models import Participant, Statement, UserMeeting
from brukerstemmen.voices.models.identity import CompanionRole, Wish
from brukerstemmen.voices.names import Meant
from tests.cast import TODAY
from tests.following import follow
from tests.outgoing import Bird, Outgoing, let_out

PREFIX = "kanarifugl"
# What has been let out carries another: those who may read it see this one, and never the other.
RELEASED = "stillits"
# No canary may look like a number or a name: the finder would hold it back, now and then.
MARK = 10  # letters that make each different
CONSONANTS = str.maketrans("0123456789abcdef", "bdfghjklmnpqrstv")


@dataclass(frozen=True)
class World:
    """What stands in it, and the address parts that lead there. released: words that are out."""

    evaluation: Evaluation
    masked: UserMeeting
    open: UserMeeting
    canaries: frozenset[str]
    released: frozenset[str]
    parts: dict[str, object]


def place_of(canary: str) -> str:
    """Where a canary stands, as it was told when it was given out."""
    prefix = PREFIX if canary.startswith(PREFIX) else RELEASED
    return canary[len(prefix) : -MARK]


class Aviary:
    """Gives out canaries, each different, and knows them all."""

    def __init__(self, prefix: str = PREFIX) -> None:
        self.prefix = prefix
        self.given: set[str] = set()

    def __call__(self, place: str) -> str:
        bird = f"{self.prefix}{place}{uuid.uuid4().hex[:MARK].translate(CONSONANTS)}"
        self.given.add(bird)
        return bird


@pytest.fixture
def siv(joins: Callable[..., Person]) -> Person:
    """Interviews, and has told of no own experience."""
    return joins("Siv", Role.INTERVIEWER)


@pytest.fixture
def world(
    evaluation: Evaluation,
    centre: Organisation,
    anne: Person,
    frida: Person,
    siv: Person,
    dag: Person,
    eli: Person,
) -> World:
    bird, released = Aviary(), Aviary(RELEASED)
    _stop(evaluation, bird, by=anne)
    parts = {
        "slug": evaluation.work.slug,
        "grant": evaluation.work.grants.get(person=frida).pk,
        "centre": centre.pk,
        "payment": _pay(centre, bird, by=anne),
        **_guide(evaluation, bird, by=anne),
    }
    masked = _masked_meeting(evaluation, bird, by=anne, second=frida)
    done = masked.statements.get(position=1)
    parts |= {"masked_number": masked.number, "done": done.pk, **_sort(done, bird, by=anne)}
    still_open = _open_meeting(evaluation, bird, by=anne)
    notes = f"+ D03 {bird('pasted')}".encode()
    preview = importing.preview(still_open, content=notes, name=f"{bird('file')}.txt", by=anne)
    parts |= {
        "number": still_open.number,
        "statement": still_open.statements.get(position=1).pk,
        "preview": preview.pk,
        **_let_in(evaluation, still_open, bird, by=anne),
    }
    speaker = done.speaker
    assert speaker is not None
    _tell_who(speaker, bird, by=anne)
    parts["participant_number"] = speaker.number
    validation.open_round(evaluation, deadline=TODAY + timedelta(days=14), by=anne)
    out = Outgoing(evaluation, bird, released, team=(anne, frida, siv), service=(dag, eli))
    parts |= _go_out(out, done) | follow(out, speaker)
    return World(
        evaluation, masked, still_open, frozenset(bird.given), frozenset(released.given), parts
    )


def _go_out(out: Outgoing, done: Statement) -> dict[str, object]:
    """A report that goes out tells the promise, and who was not reached; then both are others."""
    _describe(out.evaluation, out.let_out, by=out.by)
    parts = let_out(out, done)
    _describe(out.evaluation, out.kept, by=out.by)
    return parts


def _guide(evaluation: Evaluation, bird: Aviary, *, by: Person) -> dict[str, object]:
    """A theme of the guide, with a question."""
    draft = guide.begin_guide(evaluation, by=by)
    theme = guide.add_theme(draft, title=bird("guidetheme"), by=by)
    question = guide.add_question(
        theme, text=bird("question"), turn=Turn.GOOD, raised_by=RaisedBy.USERS, by=by
    )
    return {"version": draft.version, "guide_theme": theme.pk, "question": question.pk}


def _sort(done: Statement, bird: Aviary, *, by: Person) -> dict[str, object]:
    """A theme on the board, with a statement and a note on it."""
    theme = themes.add_themes(done.user_meeting.evaluation, [bird("theme")], by=by)[0]
    themes.describe_theme(theme, name=bird("themename"), definition=bird("definition"), by=by)
    themes.sort(done, [theme], by=by)
    themes.note(done, text=bird("memo"), by=by)
    return {"theme": theme.pk}


def _pay(centre: Organisation, bird: Aviary, *, by: Person) -> uuid.UUID:
    """Somebody is to be paid; the account is a number that nobody has."""
    told = Claim(
        name=bird("payee"),
        kind=Kind.HONORARIUM,
        day=TODAY,
        way=Way.ACCOUNT,
        account="1234.56.78903",
        amount=35500,
    )
    once = uuid.uuid4()
    register_payment(centre_work(centre), told, by=by, once=once)
    return once


def _describe(evaluation: Evaluation, bird: Bird, *, by: Person) -> None:
    starting.describe(
        evaluation,
        scope=bird("scope"),
        promise=bird("promise"),
        not_reached=bird("reach"),
        degree="involve",
        by=by,
    )


def _stop(evaluation: Evaluation, bird: Aviary, *, by: Person) -> None:
    starting.pass_need(evaluation, "anchoring", why=bird("why"), by=by)
    starting.stop(evaluation, reason=bird("stop"), by=by)
    starting.take_up_again(evaluation, by=by)


def _meeting(evaluation: Evaluation, bird: Aviary, people: int, *, by: Person) -> UserMeeting:
    meeting = meetings.plan_meeting(
        evaluation, name=bird("meeting"), place=bird("place"), planned_on=TODAY, by=by
    )
    meetings.register_consent(
        meeting,
        new_people=people,
        channel=consent.Channel.PAPER,
        on=TODAY,
        text_version="1",
        by=by,
    )
    return meetings.hold(meeting, on=TODAY, nobody_from_service=True, by=by)


def _let_in(
    evaluation: Evaluation, meeting: UserMeeting, bird: Aviary, *, by: Person
) -> dict[str, object]:
    """A sheet of slips with a reply that waits, and the picture on the wall."""
    invitations.describe_invitation(evaluation, contact=by, telephone="20 55 01 00", by=by)
    wall = codes.open_wall(meeting, expected=3, by=by)
    sheet = invitations.make_slips(evaluation, where=bird("where"), language="nb", by=by)
    told = {"name": bird("replyname"), "telephone": bird("replytel")}
    return {
        "sheet": sheet.pk,
        "token": sheet.read("token"),
        "token_of_slip": sheet.read("token"),
        "token_of_wall": wall.read("token"),
        "contact": invitations.reply(sheet, wish=Wish.ALONE, reach=told).pk,
    }


def _tell_who(participant: Participant, bird: Aviary, *, by: Person) -> None:
    """A code, a way to be reached, and an interpreter."""
    codes.give_code(participant, by=by)
    reach = {way: bird(way) for way in ("name", "telephone", "address")}
    reach["email"] = f"{bird('email')}@example.com"
    invitations.write_contact(participant, reach=reach, by=by)
    company.sign_company(
        participant, role=CompanionRole.INTERPRETER, name=bird("interpreter"), by=by
    )


def _masked_meeting(
    evaluation: Evaluation, bird: Aviary, *, by: Person, second: Person
) -> UserMeeting:
    meeting = _meeting(evaluation, bird, 2, by=by)
    speaker = meeting.presences.all()[0].participant
    spoken = statements.write_down(meeting, words=bird("raw"), speaker=speaker, by=by)
    unspoken = statements.write_down(meeting, words=bird("unspoken"), by=by)
    meetings.finish_writing(meeting, by=by)
    meetings.finish_reading_aloud(meeting, elsewhere_on=TODAY, by=by)
    mask_with_a_kept_name(spoken, bird, by=by)
    _given_back(unspoken, bird, by=by, second=second)
    mask_with_a_kept_name(unspoken, bird, by=by, based_on=(1, 1))
    for told in ({"instead": bird("instead of a name")}, {"why": bird("why a name is kept")}):
        naming.choose_everywhere(meeting, Meant(bird("name"), **told), by=by)
    return meetings.finish_masking(meeting, by=by)


def _given_back(statement: Statement, bird: Aviary, *, by: Person, second: Person) -> None:
    """Masked with two clues in it, and given back by a second reader."""
    words = f"{bird('twoclues')} er samisk og jobber som jordmor."
    kept = {clue: bird("cluereason") for clue in ("samisk", "jobber som jordmor")}
    masking.mask(statement, words=words, kept=kept, based_on=(1, 0), by=by)
    second_reading.look_again(statement, why=bird("lookagain"), based_on=1, by=second)


def mask_with_a_kept_name(
    statement: Statement, bird: Aviary, *, by: Person, based_on: tuple[int, int] = (1, 0)
) -> None:
    """Keep a place with a reason, so that those two columns hold canaries as well."""
    from brukerstemmen.voices.finding import context_of, hits_in

    words = f"{bird('masked')} i Trondheim"
    hits = hits_in(words, "nb", context_of(statement.work))
    assert hits, "a well-known town is found"
    kept = {hit.text: bird("reason") for hit in hits}
    masking.mask(statement, words=words, kept=kept, based_on=based_on, by=by)


def _open_meeting(evaluation: Evaluation, bird: Aviary, *, by: Person) -> UserMeeting:
    meeting = _meeting(evaluation, bird, 3, by=by)
    first = statements.write_down(meeting, words=bird("openraw"), by=by)
    statements.change_wording(first, words=bird("changed"), based_on=1, reason="corrected", by=by)
    statements.change_wording(first, words=bird("rival"), based_on=1, reason="corrected", by=by)
    return meeting
