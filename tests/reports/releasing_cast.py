"""What tests of release share: a process report that nothing hinders, and ways to go on from it.
Imported by name where it is needed."""

from collections.abc import Callable

import pytest

from brukerstemmen.analysis.actions import findings
from brukerstemmen.analysis.evidence import Looked
from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues.actions import minutes, planning, room
from brukerstemmen.dialogues.actions.planning import SeatsTold
from brukerstemmen.dialogues.models import Dialogue, DialogueKind, LeaderSays
from brukerstemmen.dialogues.sides import ReplyType, Side
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.models import Standing
from brukerstemmen.people.models import Person
from brukerstemmen.reports.actions import approving, clearing, releasing, writing
from brukerstemmen.reports.models import QuoteClearance, ReleasedReport, Report
from brukerstemmen.reports.states import Recognised, ReportKind, Section
from tests.cast import TODAY

WRITTEN = {
    Section.SUMMARY: "De som tok del, forteller at det betyr mye å bli hørt.",
    Section.BACKGROUND: "Tjenesten ville vite mer.",
    Section.EASY: "Kort fortalt\n\nDet betyr mye å bli hørt.",
}


def write_and_approve(report: Report, *people: Person) -> Report:
    """Sections are written by the first, and all say yes."""
    for section, text in WRITTEN.items():
        writing.write_section(report, section, text, by=people[0])
    for person in people:
        approving.approve_report(report, by=person)
    report.refresh_from_db()
    return report


@pytest.fixture
def looked(finding: Finding, anne: Person) -> Finding:
    findings.say_looked(finding, Looked.NONE_FOUND, by=anne)
    return finding


@pytest.fixture
def ready(
    evaluation: Evaluation,
    looked: Finding,
    cleared: QuoteClearance,
    siv: Person,
    frida: Person,
) -> Report:
    """A process report with one finding and one quote; nothing hinders it."""
    clearing.register_test(
        evaluation, result=Recognised.NOBODY, tester="En fra brukerrådet", by=frida
    )
    made = writing.begin_report(evaluation, ReportKind.PROCESS, by=siv)
    return write_and_approve(made, siv, frida)


@pytest.fixture
def released(ready: Report, anne: Person) -> ReleasedReport:
    return releasing.release(ready, comment_until=TODAY, by=anne)


@pytest.fixture
def talked(evaluation: Evaluation, looked: Finding, anne: Person) -> Dialogue:
    """A meeting in which the finding got a nuance, something was said, and a measure proposed.
    Nobody has approved its minutes yet."""
    made = planning.plan_dialogue(
        evaluation, kind=DialogueKind.CONFERENCE, on=TODAY, programme="Velkommen", by=anne
    )
    seats = [SeatsTold(Side.USER, 12, 12), SeatsTold(Side.STAFF, 13, 13, where="døgn")]
    planning.set_seats(made, [*seats, SeatsTold(Side.RELATIVE, 2, 2)], by=anne)
    planning.open_room(made, by=anne)
    room.note_reply(
        made,
        looked,
        side=Side.STAFF,
        type=ReplyType.SURPRISED,
        words="Det visste vi ikke.",
        function="ekspedisjon",
        by=anne,
    )
    room.settle_in_room(
        made, looked, standing=Standing.NUANCED, nuance="Noen ganger går det.", by=anne
    )
    proposal = room.propose(made, [looked], title="Ti minutter i uka", by=anne)
    room.read_aloud(proposal, users_agree=True, service_agrees=True, by=anne)
    room.answer_proposal(proposal, LeaderSays.YES, by=anne)
    return made


def agree_on(dialogue: Dialogue, by: Person) -> None:
    """Both sides approve the minutes."""
    minutes.write_minutes(dialogue, "Vi snakket om å bli hørt.", by=by)
    minutes.approve_minutes(dialogue, of_users=True, said_by="to brukere", by=by)
    minutes.approve_minutes(dialogue, of_users=False, said_by="leder", by=by)


@pytest.fixture
def final(evaluation: Evaluation, ready: Report) -> Callable[..., Report]:
    """A final report that these people have approved."""

    def make(*people: Person) -> Report:
        made = writing.begin_report(evaluation, ReportKind.FINAL, by=people[0])
        return write_and_approve(made, *people)

    return make
