"""Letting a report out: what hinders it, what is frozen, and what never follows along."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.analysis.actions import findings
from brukerstemmen.analysis.actions.findings import FindingText
from brukerstemmen.evaluations.actions import guide
from brukerstemmen.evaluations.models import QuestionGuide
from brukerstemmen.evaluations.models.guide import RaisedBy, Turn
from brukerstemmen.measures.models import Matter, Measure
from brukerstemmen.measures.states import Status
from brukerstemmen.people.models import JournalEntry
from brukerstemmen.reports import document
from brukerstemmen.reports.actions import approving, clearing, releasing, writing
from brukerstemmen.reports.assembling import assemble
from brukerstemmen.reports.models import (
    CommentRound,
    FindingMatter,
    QuoteSource,
    ReleasedCounts,
    ReleasedQuote,
    ReleasedReport,
)
from brukerstemmen.reports.states import Recognised, ReportState, Section
from brukerstemmen.voices.actions import withdrawal
from tests.cast import TODAY
from tests.reports import clearing_cast, releasing_cast
from tests.reports.releasing_cast import agree_on, write_and_approve

said, finding, siv = clearing_cast.said, clearing_cast.finding, clearing_cast.siv
proposed, cleared = clearing_cast.proposed, clearing_cast.cleared
looked, ready, released = releasing_cast.looked, releasing_cast.ready, releasing_cast.released
talked, final = releasing_cast.talked, releasing_cast.final

QUOTE = clearing_cast.SAID[0][0]


def text_of(released: ReleasedReport) -> str:
    return json.dumps(released.content, ensure_ascii=False)


def test_nothing_hinders_a_report_that_is_ready(ready):
    assert releasing.hinders(ready) == []


def test_release_freezes_the_report(ready, anne, evaluation):
    released = releasing.release(ready, comment_until=TODAY, by=anne)

    ready.refresh_from_db()
    assert ready.state == ReportState.OUT_FOR_COMMENTS
    assert (released.edition, released.quarter, released.is_public) == (1, "2026-1", False)
    assert CommentRound.objects.get(report=released).until == TODAY
    assert [matter.title for matter in Matter.objects.all()] == ["Å bli hørt betyr mye"]
    assert ReleasedQuote.objects.get().words == QUOTE
    assert QuoteSource.objects.get().quote.report == released
    assert ReleasedCounts.objects.get().work == evaluation.work
    assert JournalEntry.objects.filter(what="report.released").count() == 1


def test_the_document_can_be_read_back(released):
    told = document.from_json(released.content)

    assert json.loads(json.dumps(document.to_json(told))) == json.loads(text_of(released))
    assert QUOTE in [part.words for part in told.parts if part.kind == "quote"]
    assert told.easy


def test_without_a_round_it_is_delivered(ready, anne):
    releasing.release(ready, by=anne)

    ready.refresh_from_db()
    assert ready.state == ReportState.DELIVERED
    assert not CommentRound.objects.exists()


@pytest.mark.parametrize("who", ["frida", "dag", "eli", "cecilie", "gro", "hans", "inger"])
def test_only_the_lead_releases(ready, who, request):
    with pytest.raises(PermissionDenied):
        releasing.release(ready, by=request.getfixturevalue(who))

    assert not ReleasedReport.objects.exists()


def test_a_second_click_releases_nothing_more(released, ready, anne):
    with pytest.raises(ValidationError):
        releasing.release(ready, by=anne)

    assert ReleasedReport.objects.count() == 1


def test_all_or_nothing(ready, anne):
    with pytest.raises(ValidationError):
        releasing.release(ready, comment_until=TODAY - timedelta(days=1), by=anne)

    assert not Matter.objects.exists()
    assert not ReleasedCounts.objects.exists()


def test_it_must_be_approved_as_it_stands(ready, siv, anne):
    writing.write_section(ready, Section.AIMS, "Noe nytt.", by=siv)

    with pytest.raises(ValidationError, match="said yes"):
        releasing.release(ready, by=anne)


def test_a_finding_that_is_changed_after_the_yes_is_another_report(ready, looked, anne):
    findings.rewrite_finding(
        looked, FindingText(title="Noe annet", good="Noe.", question="Hva?"), by=anne
    )

    with pytest.raises(ValidationError, match="said yes"):
        releasing.release(ready, by=anne)


@pytest.mark.parametrize("days", [31, 400])
def test_the_test_of_recognition_grows_old(ready, clock_at, days):
    clock_at(TODAY + timedelta(days=days))

    assert any("long since" in reason for reason in releasing.hinders(ready))


def test_somebody_recognised_stops_it(ready, evaluation, anne):
    clearing.register_test(evaluation, result=Recognised.SOMEBODY, tester="Rådet", by=anne)

    assert any("could be recognised" in reason for reason in releasing.hinders(ready))


def test_a_finding_that_lacks_something_stops_it(ready, evaluation, anne):
    findings.write_finding(evaluation, FindingText(title="Bare en tittel"), turn="keep", by=anne)

    assert [reason for reason in releasing.hinders(ready) if reason.startswith("Finding 2")]


def test_a_withdrawal_stops_it_until_somebody_has_looked(ready, said, anne):
    withdrawal.withdraw(said[3].speaker)

    assert any("taken away" in reason for reason in releasing.hinders(ready))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kari Nordmann var med.", "Nordmann"),
        ("Ring 91 23 45 67.", "91 23 45 67"),
        ("Skriv til kari@example.com.", "kari@example.com"),
        ("Tre deltakere sa nei.", "Tre deltakere"),
    ],
)
def test_words_that_point_at_somebody_stop_it(ready, siv, frida, text, found):
    writing.write_section(ready, Section.SUMMARY, text, by=siv)
    for person in (siv, frida):
        approving.approve_report(ready, by=person)

    reasons = releasing.hinders(ready)
    assert len(reasons) == 1
    assert "Summary" in reasons[0]
    assert found in reasons[0]


def test_a_quote_that_is_not_cleared_stays_in_the_house(
    ready, evaluation, said, looked, anne, frida
):
    clearing.read_quote(
        clearing.propose_quote(said[1], looked, by=anne), clearing_cast.Check, by=frida
    )

    assert said[1].pk not in {row.statement_id for row in QuoteSource.objects.all()}
    told = json.dumps(document.to_json(assemble(ready)), ensure_ascii=False)
    assert QUOTE in told
    assert not [words for words, _who, _answer in clearing_cast.SAID[1:] if words in told]


def test_nothing_leads_back_from_what_has_gone_out(released, said, looked, anne):
    told = text_of(released)
    secrets = [str(one.pk) for one in said] + [str(looked.pk), str(TODAY), "D01", "D02"]
    secrets += [str(row.participant.pk) for row in said[0].user_meeting.presences.all()]

    assert not [one for one in secrets if one in told]


def test_what_went_out_stays_when_things_change(released, looked, said, anne):
    released.refresh_from_db()  # PostgreSQL keeps the names in an order of its own
    before = text_of(released)
    findings.rewrite_finding(
        looked, FindingText(title="Noe annet", good="Noe.", question="?"), by=anne
    )
    withdrawal.withdraw(said[0].speaker)

    released.refresh_from_db()
    assert text_of(released) == before
    assert ReleasedQuote.objects.get().words == QUOTE
    assert not QuoteSource.objects.exists()


def test_a_new_edition_puts_the_same_matter_and_the_same_counts(
    released, ready, looked, siv, frida, anne
):
    matter, counts = Matter.objects.get(), ReleasedCounts.objects.get().content
    releasing.begin_new_edition(ready, by=anne)
    findings.rewrite_finding(
        looked, FindingText(title="Å bli hørt", good="Noe.", question="Hva?"), by=siv
    )
    write_and_approve(ready, siv, frida)
    again = releasing.release(ready, by=anne)

    assert again.edition == 2
    assert Matter.objects.get().pk == matter.pk
    assert Matter.objects.get().title == "Å bli hørt"
    assert ReleasedCounts.objects.get().content == counts


def test_a_released_finding_stays(released, looked, anne):
    with pytest.raises(ValidationError):
        findings.remove_finding(looked, by=anne)

    assert FindingMatter.objects.count() == 1


def test_a_translation_is_outdated_by_a_new_edition(released, ready, evaluation, siv, frida, anne):
    english = writing.begin_report(evaluation, ready.kind, language="en", by=siv)
    writing.follow(english, by=siv)
    write_and_approve(english, siv, frida)
    told = releasing.release(english, by=anne)
    releasing.begin_new_edition(ready, by=anne)
    write_and_approve(ready, siv, frida)
    releasing.release(ready, by=anne)

    told.refresh_from_db()
    assert told.outdated
    assert ReleasedQuote.objects.filter(report=told).count() == 0


def test_publishing_is_for_the_lead_and_once(released, ready, anne, frida, eli):
    for person in (frida, eli):
        with pytest.raises(PermissionDenied):
            releasing.publish_report(released, by=person)
    releasing.publish_report(released, by=anne)
    releasing.publish_report(released, by=anne)

    ready.refresh_from_db()
    assert ReleasedReport.objects.get().is_public
    assert ready.state == ReportState.PUBLISHED
    assert JournalEntry.objects.filter(what="report.published").count() == 1


def test_what_the_room_said_waits_for_both_sides(released, talked, final, siv, frida, anne):
    report = final(siv, frida)

    assert any("minutes" in reason for reason in releasing.hinders(report))
    told = json.dumps(document.to_json(assemble(report)), ensure_ascii=False)
    assert "Noen ganger går det." not in told
    assert "Det visste vi ikke." not in told


def test_the_final_report_tells_what_was_said_together(talked, ready, final, siv, frida, anne):
    agree_on(talked, anne)
    told = releasing.release(final(siv, frida), by=anne)

    text = text_of(told)
    assert "Noen ganger går det." in text
    assert "Det visste vi ikke." in text
    assert "12 brukere" in text or "12 users" in text
    assert "2 " not in text.split("12 ")[0][-3:]
    assert "ekspedisjon" not in text
    assert Matter.objects.get().nuance == "Noen ganger går det."


def test_what_was_agreed_on_becomes_measures_once(released, talked, anne, frida):
    assert releasing.hand_over_measures(talked.evaluation, by=anne) == []
    agree_on(talked, anne)
    with pytest.raises(PermissionDenied):
        releasing.hand_over_measures(talked.evaluation, by=frida)
    made = releasing.hand_over_measures(talked.evaluation, by=anne)

    assert releasing.hand_over_measures(talked.evaluation, by=anne) == []
    assert [(one.title, one.from_dialogue, one.status) for one in made] == [
        ("Ti minutter i uka", True, Status.PROPOSED)
    ]
    assert Measure.objects.get().matters.get() == Matter.objects.get()


def test_measures_wait_for_their_findings_to_go_out(talked, anne):
    agree_on(talked, anne)

    with pytest.raises(ValidationError):
        releasing.hand_over_measures(talked.evaluation, by=anne)

    assert not Measure.objects.exists()


def test_quotes_stand_in_another_order_each_time(ready, looked, said, siv, frida, anne):
    for statement in (said[1], said[4]):
        quote = clearing.propose_quote(statement, looked, by=anne)
        for person in (siv, frida):
            clearing.read_quote(quote, clearing_cast.Check, by=person)
    orders = {
        tuple(part.words for part in assemble(ready).parts if part.kind == "quote")
        for _time in range(40)
    }

    assert len(orders) > 1
    assert {len(order) for order in orders} == {3}


def test_what_was_asked_about_goes_out_with_a_final_report_and_names_nobody(
    talked, final, evaluation, anne, siv
):
    agree_on(talked, anne)
    asked = guide.begin_guide(evaluation, by=siv)
    theme = guide.add_theme(asked, title="Å bli møtt", by=siv)
    words = "Hvordan var det da Kari Nordmann ringte?"
    guide.add_question(theme, text=words, turn=Turn.GOOD, raised_by=RaisedBy.USERS, by=siv)
    QuestionGuide.objects.update(locked_on=TODAY, locked_by=siv)

    hinders = releasing.hinders(final(anne, siv))

    assert [one for one in hinders if "what we asked about" in one and "Kari Nordmann" in one]
    QuestionGuide.objects.update(locked_on=None, locked_by=None)
    assert not [one for one in releasing.hinders(final(anne, siv)) if "Kari" in one]
