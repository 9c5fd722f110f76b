"""Facts are counted from what has happened, in a fixed number of queries."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from brukerstemmen.analysis.actions import findings, themes
from brukerstemmen.analysis.actions.findings import FindingText
from brukerstemmen.analysis.evidence import Looked, lacks
from brukerstemmen.analysis.showing.findings import rests_of
from brukerstemmen.dialogues.actions.planning import plan_dialogue
from brukerstemmen.dialogues.models import DialogueKind
from brukerstemmen.evaluations.actions import starting
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.models.evaluation import Anchor
from brukerstemmen.evaluations.needs import Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.facts import facts_of, facts_of_all
from brukerstemmen.measures.models import Turn
from brukerstemmen.people import opening
from brukerstemmen.people.models import Organisation, Person
from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.reports.actions.clearing import register_test
from brukerstemmen.reports.actions.writing import begin_report, write_section
from brukerstemmen.reports.states import Recognised, ReportKind, ReportState, Section
from brukerstemmen.voices.actions import codes, consenting, withdrawal
from brukerstemmen.voices.models import Statement, UserMeeting
from tests.cast import TODAY
from tests.crowd import crowd

KEEP = Turn.KEEP


def test_a_new_evaluation_has_a_client_and_nothing_more(evaluation: Evaluation) -> None:
    facts = facts_of(evaluation)

    assert facts.has_client
    assert not (facts.is_agreed or facts.people or facts.meetings or facts.statements)
    assert (facts.interviewers, facts.with_own_experience) == (0, 0)


def test_what_has_been_filled_in_is_counted(
    evaluation: Evaluation, anne: Person, frida: Person
) -> None:
    starting.sign_agreement(evaluation, on=TODAY, report_is_shared=True, by=anne)
    starting.describe(evaluation, degree="involve", promise="Vi lytter.", by=anne)
    starting.anchor(evaluation, [Anchor.LEADER, Anchor.STAFF_TOLD], by=anne)
    starting.mark_done_elsewhere(evaluation, Step.INVITING, on=date(2026, 1, 5), by=anne)
    starting.pass_need(evaluation, Need.GUIDE, why="Vi bruker en gammel.", by=anne)
    evaluation.refresh_from_db()

    facts = facts_of(evaluation)

    assert facts.is_agreed
    assert facts.has_degree
    assert facts.has_promise
    assert facts.anchors == 2
    assert (facts.interviewers, facts.with_own_experience) == (1, 1)
    assert facts.elsewhere == {Step.INVITING}
    assert facts.passed == {Need.GUIDE}


def test_somebody_whose_role_has_ended_is_no_interviewer(
    evaluation: Evaluation, frida: Person, hans: Person
) -> None:
    assert facts_of(evaluation).interviewers == 1


def test_who_has_left_is_not_counted(masked: UserMeeting, evaluation: Evaluation) -> None:
    speaker = masked.statements.get(position=1).speaker
    before = facts_of(evaluation)
    assert speaker is not None

    withdrawal.withdraw(speaker)

    after = facts_of(evaluation)
    assert (after.people, after.statements) == (before.people - 1, before.statements - 1)


def test_who_only_has_a_code_is_not_among_those_who_take_part(
    meeting: UserMeeting, evaluation: Evaluation, anne: Person
) -> None:
    codes.expect_somebody(evaluation, by=anne)
    says_no = codes.expect_somebody(evaluation, by=anne).participant
    no = dict.fromkeys((Purpose.TAKE_PART, Purpose.QUOTES, Purpose.CONTACT_AGAIN), False)
    consenting.answer_consent(says_no, no, text_version="1")

    assert facts_of(evaluation).people == 5


def test_people_meetings_and_statements_are_counted_apart(
    masked: UserMeeting, evaluation: Evaluation, anne: Person
) -> None:
    first = masked.statements.get(position=1)
    made = themes.add_themes(evaluation, ["Én", "To"], by=anne)
    themes.sort(first, made, by=anne)

    facts = facts_of(evaluation)

    assert facts.people == 5
    assert (facts.meetings, facts.meetings_held, facts.meetings_masked) == (1, 1, 1)
    assert (facts.statements, facts.ready, facts.sorted) == (2, 2, 1)


def test_a_sorted_statement_that_is_masked_anew_is_not_sorted(
    masked: UserMeeting, evaluation: Evaluation, anne: Person
) -> None:
    first = masked.statements.get(position=1)
    themes.sort(first, themes.add_themes(evaluation, ["Én"], by=anne), by=anne)
    Statement.objects.filter(pk=first.pk).update(open_hits=1)

    facts = facts_of(evaluation)

    assert (facts.ready, facts.sorted) == (1, 0)


def test_many_evaluations_and_statements_ask_as_little_as_one(
    meeting: UserMeeting, evaluation: Evaluation, centre: Organisation, anne: Person
) -> None:
    def queries(evaluations: list[Evaluation]) -> int:
        with CaptureQueriesContext(connection) as asked:
            facts_of_all(evaluations)
        return len(asked)

    crowd(meeting, 60, by=anne)
    one = queries([evaluation])
    crowd(meeting, 600, by=anne)
    others = [
        starting.start_evaluation(title=f"Nr {n}", services=["Tjeneste"], centre=centre, by=anne)
        for n in range(6)
    ]

    assert queries([evaluation, *others]) == one


def test_each_has_its_own_facts(
    masked: UserMeeting, evaluation: Evaluation, centre: Organisation, anne: Person
) -> None:
    other = starting.start_evaluation(title="Nr 2", services=["Tjeneste"], centre=centre, by=anne)

    facts = facts_of_all([evaluation, other])

    assert (facts[evaluation.pk].statements, facts[other.pk].statements) == (2, 0)


# From the findings on


def test_what_findings_lack_is_counted_without_opening_a_word(
    masked: UserMeeting, evaluation: Evaluation, anne: Person
) -> None:
    """The counts say the same as the law does of each finding."""
    whole = FindingText("Å bli hørt", good="Noen lytter.", question="Når får dere til det?")
    bare = findings.write_finding(evaluation, FindingText("Bare en tittel"), turn=KEEP, by=anne)
    made = findings.write_finding(evaluation, whole, turn=KEEP, by=anne)
    findings.rest_on(made, masked.statements.all(), by=anne)
    findings.say_looked(made, Looked.NONE_FOUND, by=anne)

    with opening.shut():
        facts = facts_of(evaluation)

    assert (facts.findings, facts.findings_lacking, facts.findings_unasked) == (2, 1, 1)
    made.refresh_from_db()
    rests = rests_of([bare, made])
    assert not lacks(rests[made.pk]) and lacks(rests[bare.pk])


def test_a_finding_that_has_lost_something_is_affected(
    masked: UserMeeting, evaluation: Evaluation, anne: Person
) -> None:
    made = findings.write_finding(evaluation, FindingText("Å bli hørt"), turn=KEEP, by=anne)
    findings.rest_on(made, masked.statements.all(), by=anne)
    speaker = masked.statements.get(position=1).speaker
    assert speaker is not None

    withdrawal.withdraw(speaker)

    facts = facts_of(evaluation)
    assert (facts.findings_affected, facts.findings_lacking) == (1, 1)
    findings.look_at_finding(made, by=anne)
    assert facts_of(evaluation).findings_affected == 0


def test_how_far_the_report_and_the_dialogue_have_come(
    masked: UserMeeting, evaluation: Evaluation, anne: Person
) -> None:
    report = begin_report(evaluation, ReportKind.PROCESS, by=anne)
    write_section(report, Section.SUMMARY, "Kort sagt.", by=anne)
    register_test(evaluation, result=Recognised.NOBODY, tester="En kollega", by=anne)
    plan_dialogue(evaluation, kind=DialogueKind.MEETING, by=anne)

    facts = facts_of(evaluation)

    assert (facts.process, facts.final, facts.sections_left) == (ReportState.DRAFT, None, 3)
    assert facts.is_tested
    assert (facts.dialogues, facts.dialogues_approved) == (1, 0)
    assert not (facts.users_told or facts.both_prepared)


def test_later_facts_ask_as_little_for_many_as_for_one(
    masked: UserMeeting, evaluation: Evaluation, anne: Person
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            facts_of_all([evaluation])
        return len(asked)

    def one_more() -> None:
        findings.write_finding(evaluation, FindingText("Ett"), turn=KEEP, by=anne)
        plan_dialogue(evaluation, kind=DialogueKind.MEETING, by=anne)

    one_more()
    few = queries()
    one_more()

    assert queries() == few
