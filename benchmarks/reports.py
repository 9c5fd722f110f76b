"""How long a report takes: building it as a document and as files, and letting it out.

As many statements as the name says, shared among ten findings; thirty quotes, cleared by two
readers. The final report tells of a dialogue meeting, of measures and of
answers too. Nothing can go out twice, so each release is undone again; that is in the seconds.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import cache, partial

from django.db import transaction
from django.urls import reverse

from benchmarks import evaluations
from benchmarks.pages import SIZES, opening_of
from brukerstemmen.analysis.actions import findings
from brukerstemmen.analysis.evidence import Looked
from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues.actions import minutes, planning, room
from brukerstemmen.dialogues.models import DialogueKind, LeaderSays
from brukerstemmen.dialogues.sides import ReplyType, Side
from brukerstemmen.evaluations.actions import team
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.actions import answer_matters
from brukerstemmen.measures.models import MeasureKind, Standing, Turn
from brukerstemmen.measures.states import Says
from brukerstemmen.people import clock, opening
from brukerstemmen.people.access import Role
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.reports import rendering
from brukerstemmen.reports.actions import approving, clearing, releasing, writing
from brukerstemmen.reports.assembling import assemble
from brukerstemmen.reports.models import QuoteClearance, Report
from brukerstemmen.reports.states import Check, Recognised, ReportKind, sections_of
from brukerstemmen.voices.actions import validation
from brukerstemmen.voices.models import Statement
from brukerstemmen.voices.states import Answer

FINDINGS, QUOTES = 10, 30
TEXT = "Vi har lyttet til dem som bruker tjenesten, og skrevet ned hva de sier.\n\n" * 5
SAYS = {
    "good": "Noen tar seg tid, og det blir husket.",
    "not_good": "Mye tar lang tid, og få får vite hvorfor.",
    "better": "Fortell hva som skjer, og når.",
    "question": "Hva står i veien for dette?",
}
Make = Callable[[int], Report]


def prepared() -> opening.opened:
    return opening.opened(Zone.Z3_RAW, by="benchmark", reason="prepare")


@cache
def readers(evaluation: Evaluation) -> tuple[Person, Person]:
    """Two with own experience, who have written down nothing."""
    found = []
    for name in ("a", "b"):
        person = evaluations.on_team(
            evaluation, f"Leser {name}", f"{name}-{evaluation.work.slug}", Role.INTERVIEWER
        )
        team.tell_own_experience(evaluation, has_it=True, by=person)
        found.append(person)
    return found[0], found[1]


@cache
def process(size: int) -> Report:
    """A process report that may go out."""
    return process_of(evaluations.ready(size), findings=FINDINGS, quotes=QUOTES)


def process_of(evaluation: Evaluation, *, findings: int, quotes: int) -> Report:
    with prepared():
        readers(evaluation)
        for number in range(findings):
            _find(evaluation, number, findings)
        _clear(evaluation, quotes // findings)
        return _written(evaluation, ReportKind.PROCESS)


def _find(evaluation: Evaluation, number: int, among: int) -> None:
    lead = evaluations.lead()
    text = findings.FindingText(title="Det er langt mellom svarene", **SAYS)
    finding = findings.write_finding(evaluation, text, turn=Turn.IMPROVE, by=lead)
    said = Statement.objects.filter(user_meeting__evaluation=evaluation).order_by("pk")
    findings.rest_on(finding, said[number::among], by=lead)
    findings.say_looked(finding, Looked.NONE_FOUND, by=lead)


def _clear(evaluation: Evaluation, each: int) -> None:
    """The same number under each finding, each agreed to by the one who said it."""
    lead, ahead = evaluations.lead(), clock.today() + timedelta(days=14)
    validation.open_round(evaluation, deadline=ahead, by=lead)
    for finding in evaluation.findings.all():
        for evidence in finding.evidence.select_related("statement")[:each]:
            _print(evidence.statement, finding)
    clearing.register_test(evaluation, result=Recognised.NOBODY, tester="En leser", by=lead)


def _print(statement: Statement, finding: Finding) -> None:
    lead, seen = evaluations.lead(), statement.masked_number
    statement.refresh_from_db()
    validation.answer_on_behalf(statement, Answer.YES, based_on=seen, by=lead)
    statement.refresh_from_db()
    clearance = clearing.propose_quote(statement, finding, by=lead)
    for reader in readers(finding.evaluation):
        clearing.read_quote(clearance, set(Check), why="Mange har sagt det.", by=reader)


def _written(evaluation: Evaluation, kind: ReportKind) -> Report:
    report = writing.begin_report(evaluation, kind, by=evaluations.lead())
    for section in sections_of(kind):
        writing.write_section(report, section, TEXT, by=evaluations.lead())
    for reader in readers(evaluation):
        approving.approve_report(report, by=reader)
    report.refresh_from_db()
    return report


@cache
def final(size: int) -> Report:
    """A final report that may go out, after a dialogue meeting and an answer to everything."""
    return final_of(evaluations.ready(size), process(size))


def final_of(evaluation: Evaluation, first: Report) -> Report:
    """first: the process report, which goes out now."""
    lead = evaluations.lead()
    with prepared():
        releasing.release(first, by=lead)
        _talk(evaluation)
        releasing.hand_over_measures(evaluation, by=lead)
        matters = evaluation.work.matters.all()
        answer_matters(matters, says=Says.YES, given_by="Enhetsleder", by=lead)
        return _written(evaluation, ReportKind.FINAL)


def _talk(evaluation: Evaluation) -> None:
    lead = evaluations.lead()
    dialogue = planning.plan_dialogue(
        evaluation, kind=DialogueKind.CONFERENCE, on=clock.today(), by=lead
    )
    planning.open_room(dialogue, by=lead)
    for finding in evaluation.findings.all():
        words = "Dette kjenner jeg igjen, og vi kan gjøre noe med det."
        kind = {"side": Side.STAFF, "type": ReplyType.RECOGNISES}
        room.note_reply(dialogue, finding, **kind, words=words, by=lead)
        room.settle_in_room(dialogue, finding, standing=Standing.CONFIRMED, by=lead)
        proposal = room.propose(
            dialogue,
            [finding],
            title="Ringe tilbake neste virkedag",
            owner="Poliklinikken",
            kind=MeasureKind.ROUTINE,
            deadline=clock.today() + timedelta(days=60),
            notice="Det ringer dagen etter.",
            by=lead,
        )
        room.read_aloud(proposal, users_agree=True, service_agrees=True, by=lead)
        room.answer_proposal(proposal, LeaderSays.YES, by=lead)
    minutes.write_minutes(dialogue, "Vi ble enige om det som står her.", by=lead)
    for of_users in (True, False):
        minutes.approve_minutes(dialogue, of_users=of_users, said_by="to av dem", by=lead)


def building(report_of: Make, size: int) -> Callable[[], object]:
    """From what is there to a page that can be read."""
    report = report_of(size)

    def build() -> None:
        with prepared():
            rendering.as_html(assemble(report))

    return build


def as_file(report_of: Make, make: Callable[..., bytes], size: int) -> Callable[[], object]:
    """From a document that stands to a file."""
    with prepared():
        document = assemble(report_of(size))
    return partial(make, document)


def releasing_it(report_of: Make, size: int) -> Callable[[], object]:
    report = report_of(size)

    def release() -> None:
        with prepared(), transaction.atomic():
            releasing.release(report, by=evaluations.lead())
            transaction.set_rollback(True)

    return release


def page_of_report(size: int) -> Callable[[], object]:
    slug = process(size).work.slug
    return opening_of(reverse("reports:report", args=[slug, ReportKind.PROCESS]))


def page_of_quote(size: int) -> Callable[[], object]:
    quote = QuoteClearance.objects.filter(finding__evaluation=process(size).evaluation).first()
    return opening_of(reverse("reports:quote", args=[process(size).work.slug, quote.pk]))


def _of(name: str, report_of: Make, size: int) -> dict[str, Callable[[], Callable[[], object]]]:
    end = f"{name} report, {size} statements"
    return {
        f"build {end}": partial(building, report_of, size),
        f"PDF of {end}": partial(as_file, report_of, rendering.as_pdf, size),
        f"Word file of {end}": partial(as_file, report_of, rendering.as_docx, size),
        f"release {end}": partial(releasing_it, report_of, size),
    }


MEASURES = {
    name: measure
    for size in SIZES
    for name, measure in {
        **_of("process", process, size),
        f"open report in the making, {size} statements": partial(page_of_report, size),
        f"open quote, {size} statements": partial(page_of_quote, size),
        **_of("final", final, size),
    }.items()
}
