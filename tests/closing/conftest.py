"""An evaluation on its last day: people with names and codes, words that are read, a round that is
told, and a finding that rests on what was said."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from brukerstemmen.analysis.actions import findings, themes
from brukerstemmen.analysis.actions.findings import FindingText
from brukerstemmen.closing.actions import close_evaluation, prepare
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.actions import masking, replying, rounds, slips
from brukerstemmen.followups.models import FollowUp, Reply
from brukerstemmen.measures.models import Measure
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import consent
from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.voices.actions import codes, company, invitations, meetings, statements
from brukerstemmen.voices.models import Participant, Statement, UserMeeting
from brukerstemmen.voices.models.identity import CompanionRole, Wish
from tests.cast import TODAY, mask_as
from tests.followups.rounds_cast import measures as measures

ANSWERS_UNTIL = TODAY + timedelta(days=10)
LAST_DAY = TODAY + timedelta(days=20)  # when it is closed
KEPT_UNTIL = TODAY + timedelta(days=200)  # as the consent names it


@dataclass
class LastDay:
    """who_they_are: names and ways to reach people, as they were written. said: words as they were
    said. masked: words as the team uses them. opens: codes and addresses that let somebody in."""

    evaluation: Evaluation
    by: Person
    who_they_are: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    masked: set[str] = field(default_factory=set)
    opens: set[str] = field(default_factory=set)
    receipt: str = ""

    @property
    def people(self) -> list[Participant]:
        return list(Participant.objects.filter(evaluation=self.evaluation).order_by("number"))

    def close(self) -> None:
        prepare(self.evaluation, print_offered=True, by=self.by)
        close_evaluation(self.evaluation, by=self.by)
        self.evaluation = Evaluation.objects.select_related("work").get(pk=self.evaluation.pk)


Until = list[date | None]
LiveThrough = Callable[..., LastDay]


@pytest.fixture
def lives_through(evaluation: Evaluation, anne: Person) -> LiveThrough:
    """Make it, with as many people as there are days named in their consent."""

    def make(until: Until = [KEPT_UNTIL, KEPT_UNTIL]) -> LastDay:  # noqa: B006
        made = LastDay(Evaluation.objects.get(pk=evaluation.pk), anne)
        for number, day in enumerate(until):
            _somebody(made, number, day)
        _finding(made)
        return made

    return make


@pytest.fixture
def last_day(
    lives_through: LiveThrough, measures: list[Measure], clock_at: Callable[[date], None]
) -> LastDay:
    made = lives_through()
    _let_in(made)
    _ask_whether_it_is_felt(made, measures, clock_at)
    clock_at(LAST_DAY)
    return made


def _somebody(made: LastDay, number: int, until: date | None) -> None:
    """Somebody with a name, a code and company, who says one thing that is masked and read."""
    by = made.by
    invitations.describe_invitation(
        made.evaluation, contact=by, telephone="20 55 01 00", words_until=until, by=by
    )
    meeting = meetings.plan_meeting(made.evaluation, name=f"Møte {number}", by=by)
    [one] = meetings.register_consent(
        meeting,
        new_people=1,
        purposes=[Purpose.QUOTES],
        channel=consent.Channel.PAPER,
        on=TODAY,
        text_version="1",
        by=by,
    )
    _tell_who(made, one)
    meetings.hold(meeting, on=TODAY, nobody_from_service=True, by=by)
    _say(made, meeting, one)


def _tell_who(made: LastDay, one: Participant) -> None:
    name, number = f"Kanarifugl{one.number} Hansen", f"9{one.number:07d}"
    invitations.write_contact(one, reach={"name": name, "telephone": number}, by=made.by)
    friend = f"Tolkefugl{one.number} Olsen"
    company.sign_company(one, role=CompanionRole.INTERPRETER, name=friend, by=made.by)
    given = codes.give_code(one, by=made.by)
    made.who_they_are |= {name, number, friend}
    made.opens |= {given.code, given.token}


def _say(made: LastDay, meeting: UserMeeting, one: Participant) -> None:
    said, masked = f"Jeg kjenner Rå{one.number}fugl godt", f"Jeg kjenner noen{one.number} godt"
    for words, speaker in ((said, one), (f"Vi sier {said}", None)):
        statements.write_down(meeting, words=words, speaker=speaker, by=made.by)
    meetings.finish_writing(meeting, by=made.by)
    meetings.finish_reading_aloud(meeting, elsewhere_on=TODAY, by=made.by)
    for row in meeting.statements.all():
        mask_as(row, masked if row.speaker else f"Vi sier {masked}", by=made.by)
    meetings.finish_masking(meeting, by=made.by)
    made.said.add(said)
    made.masked.add(masked)


def _finding(made: LastDay) -> None:
    name = f"Å bli sett, {len(made.people)}"
    theme = themes.add_themes(made.evaluation, [name], by=made.by)[0]
    said = list(Statement.objects.filter(user_meeting__evaluation=made.evaluation))
    text = FindingText(title="Folk kjenner noen", good="Det er fint.", question="Hva nå?")
    found = findings.write_finding(made.evaluation, text, turn="improve", by=made.by)
    findings.rest_on(found, said, by=made.by)
    for row in said:
        themes.sort(row, [theme], by=made.by)


def _let_in(made: LastDay) -> None:
    """Slips with a reply that waits, and a picture on the wall of a meeting that never was."""
    sheet = invitations.make_slips(made.evaluation, where="Venterommet", language="nb", by=made.by)
    invitations.reply(
        sheet, wish=Wish.ALONE, reach={"name": "Ventefugl Dahl", "telephone": "20551999"}
    )
    meeting = meetings.plan_meeting(made.evaluation, name="Enda et", planned_on=TODAY, by=made.by)
    wall = codes.open_wall(meeting, expected=3, by=made.by)
    made.who_they_are |= {"Ventefugl Dahl", "20551999"}
    made.opens |= {row.read(part) for row in (sheet, wall) for part in ("code", "token")}


def _ask_whether_it_is_felt(
    made: LastDay, measures: list[Measure], clock_at: Callable[[date], None]
) -> None:
    """Each who took part answers, and somebody new with a receipt; it is read and told."""
    planned = rounds.plan_round(made.evaluation, due_on=TODAY, by=made.by)
    asked = rounds.open_round(planned, measures=measures, answer_by=ANSWERS_UNTIL, by=made.by)
    sheet = slips.make_slips(asked, number=5, language="nb", by=made.by)
    made.opens |= {sheet.read("code"), sheet.read("token")}
    words = {"notices": "Svarfugl ringer nå", "missing": ""}
    for one in made.people:
        replying.reply(asked, participant=one, felt={}, **words)
    new = replying.reply(asked, participant=None, slips=sheet, felt={}, **words)
    made.said.add("Svarfugl ringer nå")
    made.receipt = new.receipt or ""
    made.opens.add(made.receipt)
    for row in Reply.objects.filter(follow_up=asked):
        masking.read_reply(
            row, notices="Noen ringer nå", missing="", kept={}, version=row.version, by=made.by
        )
    rounds.close_round(asked, by=made.by)
    FollowUp.objects.filter(pk=asked.pk).update(told_on=TODAY)
