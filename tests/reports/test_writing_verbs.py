"""Sections, translations that fall out of date, and two who say yes to one version."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.people.models import JournalEntry
from brukerstemmen.reports.actions import approving, writing
from brukerstemmen.reports.actions.writing import ChangedMeanwhile
from brukerstemmen.reports.models import Report
from brukerstemmen.reports.states import OUT, ReportKind, ReportState, Section, sections_of
from tests.reports import clearing_cast

siv = clearing_cast.siv


@pytest.fixture
def report(evaluation, anne) -> Report:
    made = writing.begin_report(evaluation, ReportKind.FINAL, by=anne)
    writing.write_section(made, Section.SUMMARY, "Dette fant vi.", by=anne)
    return Report.objects.get()


def test_a_report_is_begun_once(evaluation, report, anne):
    again = writing.begin_report(evaluation, ReportKind.FINAL, by=anne)

    assert again == report
    assert JournalEntry.objects.filter(what="report.begun").count() == 1


def test_writing_makes_another_version_and_the_same_text_does_not(report, anne):
    writing.write_section(report, Section.SUMMARY, "Dette fant vi. ", by=anne)
    assert Report.objects.get().version == report.version

    writing.write_section(report, Section.SUMMARY, "Noe annet.", by=anne)
    assert Report.objects.get().version == report.version + 1
    assert report.sections.get().read("text") == "Noe annet."


def test_two_who_write_the_same_section_do_not_lose_anything(report, anne, siv):
    seen = report.version
    writing.write_section(report, Section.SUMMARY, "Annes tekst.", based_on=seen, by=anne)
    with pytest.raises(ChangedMeanwhile):
        writing.write_section(report, Section.SUMMARY, "Sivs tekst.", based_on=seen, by=siv)

    assert report.sections.get().read("text") == "Annes tekst."


def test_an_emptied_section_is_not_written(report, anne):
    assert writing.write_section(report, Section.SUMMARY, " ", by=anne) is None
    assert not report.sections.exists()
    assert Report.objects.get().version == report.version + 1


def test_two_who_write_each_their_section_do_not_meet(report, anne, siv):
    seen = report.version
    writing.write_section(report, Section.SUMMARY, "Annes tekst.", based_on=seen, by=anne)
    writing.write_section(report, Section.AIMS, "Sivs tekst.", based_on=seen, by=siv)

    assert report.sections.count() == 2


def test_a_process_report_has_fewer_sections(evaluation, anne):
    process = writing.begin_report(evaluation, ReportKind.PROCESS, by=anne)

    assert set(sections_of(ReportKind.PROCESS)) < set(sections_of(ReportKind.FINAL))
    with pytest.raises(ValidationError):
        writing.write_section(process, Section.FOLLOW_UP, "Etterpå.", by=anne)


@pytest.mark.parametrize("state", sorted(OUT))
def test_what_has_gone_out_is_not_written_in(report, anne, state):
    Report.objects.update(state=state)
    with pytest.raises(ValidationError):
        writing.write_section(report, Section.AIMS, "Noe nytt.", by=anne)
    with pytest.raises(ValidationError, match="gone out"):
        approving.approve_report(report, by=anne)
    assert not report.approvals.exists()


def test_a_translation_falls_out_of_date(evaluation, report, anne):
    english = writing.begin_report(evaluation, ReportKind.FINAL, language="en", by=anne)
    assert english.translated_from == report
    assert english.is_outdated

    english = writing.follow(english, by=anne)
    assert not english.is_outdated
    writing.write_section(report, Section.SUMMARY, "Noe nytt.", by=anne)
    assert Report.objects.get(language="en").is_outdated


def test_two_approve_one_of_them_with_own_experience(report, anne, siv, frida):
    approving.approve_report(report, by=anne)
    approving.approve_report(report, by=anne)
    approving.approve_report(report, by=siv)
    assert Report.objects.get().state == ReportState.DRAFT

    approving.approve_report(report, by=frida)
    assert Report.objects.get().state == ReportState.TEAM_APPROVED
    assert report.approvals.count() == 3


def test_a_change_is_read_anew(report, anne, frida):
    approving.approve_report(report, by=anne)
    approving.approve_report(report, by=frida)
    writing.write_section(report, Section.SUMMARY, "Noe annet.", by=anne)
    changed = Report.objects.get()

    assert changed.state == ReportState.DRAFT
    assert approving.readers_of(changed) == []
    with pytest.raises(ValidationError):
        approving.approve_report(report, seen=report.version, by=anne)


def test_nothing_and_what_is_out_of_date_is_not_approved(evaluation, report, anne):
    process = writing.begin_report(evaluation, ReportKind.PROCESS, by=anne)
    english = writing.begin_report(evaluation, ReportKind.FINAL, language="en", by=anne)
    writing.write_section(english, Section.SUMMARY, "What we found.", by=anne)

    for row in (process, english):
        with pytest.raises(ValidationError):
            approving.approve_report(row, by=anne)


@pytest.mark.parametrize("who", ["dag", "eli", "cecilie", "inger", "hans", "gro"])
def test_others_neither_write_nor_approve(request, evaluation, report, who):
    outsider = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        writing.begin_report(evaluation, ReportKind.PROCESS, by=outsider)
    with pytest.raises(PermissionDenied):
        writing.write_section(report, Section.SUMMARY, "Vårt.", by=outsider)
    with pytest.raises(PermissionDenied):
        writing.follow(report, by=outsider)
    with pytest.raises(PermissionDenied):
        approving.approve_report(report, by=outsider)
