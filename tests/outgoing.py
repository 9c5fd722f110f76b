"""The rest of the world: findings, two meetings of users and staff, two reports that have gone out,
and what the service has said. What is let out carries words of its own, apart from the canaries:
whoever sees those sees what is released, and nothing else."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from brukerstemmen.analysis.actions import findings
from brukerstemmen.analysis.actions.findings import FindingText
from brukerstemmen.analysis.evidence import Looked
from brukerstemmen.analysis.models import Finding
from brukerstemmen.analysis.models.findings import Because
from brukerstemmen.dialogues.actions import minutes, planning, room
from brukerstemmen.dialogues.actions.planning import SeatsTold
from brukerstemmen.dialogues.models import Dialogue, DialogueKind, LeaderSays
from brukerstemmen.dialogues.sides import ReplyType, Side, Voice
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.actions.telling import tell_service
from brukerstemmen.masking.mosaic import Attribute, Piece
from brukerstemmen.measures.actions import add_measure, answer_matters, ask_for_answers, take_step
from brukerstemmen.measures.models import Matter, Standing, Turn
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import consent
from brukerstemmen.reports.actions import (
    approving,
    clearing,
    commenting,
    recognising,
    releasing,
    writing,
)
from brukerstemmen.reports.models import CommentOutcome, QuoteClearance, ReleasedReport
from brukerstemmen.reports.states import Check, Recognised, ReportKind, Section
from brukerstemmen.voices.actions import meetings, statements, validation
from brukerstemmen.voices.models import Statement
from brukerstemmen.voices.states import Answer
from tests.cast import TODAY, mask_as

Bird = Callable[[str], str]
SOON = TODAY + timedelta(days=60)


@dataclass(frozen=True)
class Outgoing:
    """kept gives out words that stay inside, let_out words that are released.

    team: Anne, Frida with own experience, and Siv. service: Dag and Eli.
    """

    evaluation: Evaluation
    kept: Bird
    let_out: Bird
    team: tuple[Person, Person, Person]
    service: tuple[Person, Person]
    parts: dict[str, Any] = field(default_factory=dict)

    @property
    def by(self) -> Person:
        return self.team[0]


def let_out(told: Outgoing, done: Statement) -> dict[str, Any]:
    """From findings to a final report that everybody may read. done: a statement that stands."""
    said = _said(told)
    finding = _finding(told, [done, *said])
    _clear(told, finding, said)
    view = findings.keep_minority_view(
        finding, told.let_out("minority"), holder=done.speaker, by=told.by
    )
    told.parts.update(finding=finding.pk, view=view.pk)
    process = _release(told, ReportKind.PROCESS)
    told.parts["report"] = process.pk
    _the_service_says(told, process)
    _meet(told, finding)
    final = _release(told, ReportKind.FINAL)
    releasing.publish_report(final, by=told.by)
    releasing.hand_over_measures(told.evaluation, by=told.by)
    tell_service(final.work, step=Step.FOLLOW_UP, note=told.let_out("progress"), by=told.by)
    told.parts["public_report"] = final.pk
    _what_came_after(told, finding)
    return told.parts


def _said(told: Outgoing) -> list[Statement]:
    """What two others have said yes to: the first is to be printed, the other is not."""
    meeting = meetings.plan_meeting(told.evaluation, name="Kveld", planned_on=TODAY, by=told.by)
    meetings.register_consent(
        meeting,
        new_people=2,
        purposes=[consent.Purpose.QUOTES],
        channel=consent.Channel.PAPER,
        on=TODAY,
        text_version="1",
        by=told.by,
    )
    meetings.hold(meeting, on=TODAY, nobody_from_service=True, by=told.by)
    for presence in meeting.presences.order_by("participant__number"):
        statements.write_down(
            meeting, words=told.kept("heard"), speaker=presence.participant, by=told.by
        )
    meetings.finish_writing(meeting, by=told.by)
    meetings.finish_reading_aloud(meeting, elsewhere_on=TODAY, by=told.by)
    rows = list(meeting.statements.order_by("position"))
    for row, words in zip(rows, (told.let_out("quote"), told.kept("unprinted")), strict=True):
        mask_as(row, words, by=told.by)
    meetings.finish_masking(meeting, by=told.by)
    for row in rows:
        validation.answer_on_behalf(row, Answer.YES, based_on=1, by=told.by)
    return list(meeting.statements.order_by("position"))


def _text(bird: Bird) -> FindingText:
    return FindingText(
        title=bird("title"),
        good=bird("good"),
        not_good=bird("notgood"),
        better=bird("better"),
        question=bird("dialoguequestion"),
    )


def _finding(told: Outgoing, rests_on: list[Statement]) -> Finding:
    """First in words that stay inside, with a nuance that does; then as it goes out."""
    made = findings.write_finding(told.evaluation, _text(told.kept), turn=Turn.IMPROVE, by=told.by)
    findings.rest_on(made, rests_on, by=told.by)
    findings.say_looked(made, Looked.NONE_FOUND, by=told.by)
    for nuance in (told.kept("nuance"), told.let_out("nuance")):
        findings.settle(made, Standing.NUANCED, nuance=nuance, what=told.kept("what"), by=told.by)
    return findings.rewrite_finding(
        made, _text(told.let_out), because=Because.WRITTEN, what=told.kept("what"), by=told.by
    )


def _clear(told: Outgoing, finding: Finding, said: list[Statement]) -> None:
    printed, unprinted = (clearing.propose_quote(one, finding, by=told.by) for one in said)
    for reader in told.team[1:]:
        clearing.read_quote(printed, set(Check), by=reader)
    clearing.refuse_quote(unprinted, why=told.kept("whynot"), by=told.by)
    clearing.register_test(
        told.evaluation,
        result=Recognised.NOBODY,
        tester=told.kept("tester"),
        note=told.kept("note"),
        by=told.by,
    )
    _let_stand(told)
    told.parts["clearance"] = QuoteClearance.objects.get(pk=unprinted.pk).pk


def _let_stand(told: Outgoing) -> None:
    """Few are apprentices there, and the lead has decided that this may be told."""
    pieces = frozenset({Piece(Attribute.ROLE, "lærling")})
    row = recognising.say_size(told.evaluation, pieces, 2, by=told.by)
    recognising.let_stand(row, told.kept("letstand"), by=told.by)


def _release(told: Outgoing, kind: ReportKind) -> ReleasedReport:
    made = writing.begin_report(told.evaluation, kind, by=told.by)
    for section in (Section.SUMMARY, Section.EASY):
        words = told.let_out(f"{kind.value}{section.value}")
        writing.write_section(made, section, words, by=told.by)
    for reader in told.team[1:]:
        approving.approve_report(made, by=reader)
    until = TODAY if kind is ReportKind.PROCESS else None
    return releasing.release(made, comment_until=until, by=told.by)


def _the_service_says(told: Outgoing, process: ReleasedReport) -> None:
    """An answer, a measure with a step, and a comment on facts with a reply."""
    work, bird, (dag, eli) = told.evaluation.work, told.let_out, told.service
    ask_for_answers(work, answer_by=SOON, by=told.by)
    matters = list(Matter.objects.filter(work=work))
    answer_matters(
        matters, says=Says.PARTLY, reason=bird("because"), given_by=bird("givenby"), by=eli
    )
    measure = add_measure(
        work,
        matters,
        title=bird("measure"),
        owner=bird("owner"),
        deadline=SOON,
        notice=bird("notice"),
        said_by=bird("saidby"),
        by=eli,
    )
    take_step(measure, Status.PLANNED, reason=bird("step"), said_by=bird("saidby"), by=eli)
    comment = commenting.comment(process, bird("comment"), matter=matters[0], by=dag)
    commenting.reply(comment, outcome=CommentOutcome.KEPT, text=bird("reply"), by=told.by)
    waits = commenting.comment(process, bird("comment"), by=eli)
    told.parts.update(
        matter=matters[0].pk, measure=measure.pk, comment=waits.pk, kind=ReportKind.PROCESS
    )
    told.parts["section"] = Section.SUMMARY


def _meet(told: Outgoing, finding: Finding) -> None:
    """A meeting whose minutes both sides approve: what was agreed on there goes out."""
    meeting = _plan(told, told.let_out)
    _reply(meeting, finding, told.let_out("said"), by=told.by)
    room.note_reply(
        meeting,
        finding,
        side=Side.USER,
        type=ReplyType.EXPLAINS,
        words=told.kept("notetoteam"),
        voice=Voice.NOTE_ONLY,
        by=told.by,
    )
    room.settle_in_room(
        meeting, finding, standing=Standing.NUANCED, nuance=told.let_out("agreed"), by=told.by
    )
    _propose(meeting, finding, told.let_out, by=told.by)
    _agree(told, meeting)


def _plan(told: Outgoing, bird: Bird) -> Dialogue:
    """Where it is, and which units the staff come from, stays inside in any case."""
    made = planning.plan_dialogue(
        told.evaluation,
        kind=DialogueKind.CONFERENCE,
        on=TODAY,
        place=told.kept("hall"),
        programme=bird("programme"),
        ground_rules=bird("rules"),
        by=told.by,
    )
    seats = [SeatsTold(Side.USER, 12, 12), SeatsTold(Side.STAFF, 13, 13, where=told.kept("unit"))]
    planning.set_seats(made, seats, by=told.by)
    return planning.open_room(made, by=told.by)


def _reply(meeting: Dialogue, finding: Finding, words: str, *, by: Person, **more: Any) -> Any:
    return room.note_reply(
        meeting, finding, side=Side.STAFF, type=ReplyType.SURPRISED, words=words, by=by, **more
    )


def _propose(meeting: Dialogue, finding: Finding, bird: Bird, *, by: Person) -> uuid.UUID:
    made = room.propose(
        meeting,
        [finding],
        title=bird("proposal"),
        owner=bird("proposalowner"),
        deadline=SOON,
        notice=bird("proposalnotice"),
        by=by,
    )
    room.read_aloud(made, users_agree=True, service_agrees=True, by=by)
    room.answer_proposal(made, LeaderSays.MUST_LOOK, reason=bird("leadersays"), by=by)
    return made.pk


def _agree(told: Outgoing, meeting: Dialogue) -> None:
    minutes.write_minutes(meeting, told.kept("minutes"), by=told.by)
    for of_users in (True, False):
        minutes.approve_minutes(meeting, of_users=of_users, said_by=told.kept("speaks"), by=told.by)


def _what_came_after(told: Outgoing, finding: Finding) -> None:
    """Nothing of this is released: another reading, another view, a new edition, and a meeting
    that is still open."""
    findings.rewrite_finding(finding, _text(told.kept), by=told.by)
    findings.keep_minority_view(finding, told.kept("view"), by=told.by)
    meeting = _plan(told, told.kept)
    reply = _reply(meeting, finding, told.kept("told"), by=told.by, function=told.kept("function"))
    room.settle_in_room(
        meeting, finding, standing=Standing.NUANCED, nuance=told.kept("outcome"), by=told.by
    )
    proposal = _propose(meeting, finding, told.kept, by=told.by)
    told.parts.update(dialogue_number=meeting.number, reply=reply.pk, proposal=proposal)
    report = told.evaluation.reports.get(kind=ReportKind.PROCESS)
    releasing.begin_new_edition(report, by=told.by)
    writing.write_section(report, Section.SUMMARY, told.kept("summary"), by=told.by)
