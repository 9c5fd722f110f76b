"""The pages of a report in the making."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.reports.actions import clearing, writing
from brukerstemmen.reports.models import Report
from brukerstemmen.reports.states import Recognised, ReportKind, ReportState, Section
from tests.reports import clearing_cast

siv = clearing_cast.siv


@pytest.fixture
def slug(evaluation):
    return evaluation.work.slug


@pytest.fixture
def report(evaluation, anne) -> Report:
    made = writing.begin_report(evaluation, ReportKind.FINAL, by=anne)
    writing.write_section(made, Section.SUMMARY, "Dette fant vi.", by=anne)
    return Report.objects.get()


def at(name, slug, *more, kind="final"):
    return reverse(f"reports:{name}", args=[slug, kind, *more])


def test_addresses_are_words(slug):
    assert at("section", slug, Section.EASY).endswith("/rapport/slutt/lettlest/")
    assert at("report", slug, kind=ReportKind.PROCESS).endswith("/rapport/prosess/")


def test_a_report_is_begun_from_its_page(signed_in, anne, slug):
    client = signed_in(anne)
    assert "Begin the report" in client.get(at("report", slug, kind="process")).content.decode()
    for _twice in range(2):
        client.post(at("report_begin", slug, kind="process"), {"language": "nb"})

    assert Report.objects.get().kind == ReportKind.PROCESS
    page = client.get(at("report", slug, kind="process")).content.decode()
    assert "Easy to read, two pages" in page
    assert "Recommendations" not in page
    assert client.post(at("report_begin", slug), {"language": "se"}).status_code == 302
    assert Report.objects.count() == 1


def test_the_page_says_what_hinders(signed_in, anne, frida, slug, report, evaluation):
    client = signed_in(anne)
    page = client.get(at("report", slug)).content.decode()
    for told in ("7 sections are not written yet", "Nobody has tried", "Two different people"):
        assert told in page

    clearing.register_test(evaluation, result=Recognised.NOBODY, tester="Panelet", by=anne)
    client.post(at("report_approve", slug), {"seen": report.version})
    signed_in(frida).post(at("report_approve", slug), {"seen": report.version})
    page = client.get(at("report", slug)).content.decode()
    assert "Nobody has tried" not in page
    assert "This version is approved" in page
    assert Report.objects.get().state == ReportState.TEAM_APPROVED


def test_a_version_that_was_not_read_is_not_approved(signed_in, anne, slug, report):
    signed_in(anne).post(at("report_approve", slug), {"seen": report.version - 1})
    signed_in(anne).post(at("report_approve", slug), {})

    assert not report.approvals.exists()


def test_a_section_is_written(signed_in, anne, slug, report):
    client, address = signed_in(anne), at("section", slug, Section.AIMS)
    assert "What you wanted to find out" in client.get(address).content.decode()
    client.post(address, {"text": "Å lytte.", "based_on": report.version})

    assert report.sections.get(section=Section.AIMS).read("text") == "Å lytte."
    assert client.get(at("section", slug, Section.FOLLOW_UP, kind="process")).status_code == 404


def test_small_counts_must_be_rewritten(signed_in, anne, slug, report):
    client, address = signed_in(anne), at("section", slug, Section.SUMMARY)
    text = "Tre deltakere sa nei. Ring 20 55 01 47."
    answer = client.post(address, {"text": text, "based_on": report.version})

    assert answer.url.partition("?")[0] == address
    page = client.get(answer.url).content.decode()
    assert "«Tre deltakere»" in page
    assert "«20 55 01 47»" in page
    assert "Must be rewritten" in client.get(at("report", slug)).content.decode()


def test_both_texts_are_kept_when_two_write(signed_in, anne, siv, slug, report):
    address = at("section", slug, Section.SUMMARY)
    writing.write_section(report, Section.SUMMARY, "Annes tekst.", by=anne)
    answer = signed_in(siv).post(address, {"text": "Sivs tekst.", "based_on": report.version})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Annes tekst." in page
    assert "Sivs tekst." in page
    now = Report.objects.get().version
    assert f'value="{now}"' in page
    signed_in(siv).post(address, {"text": "Begges tekst.", "based_on": now})
    assert report.sections.get().read("text") == "Begges tekst."


def test_a_language_falls_out_of_date(signed_in, anne, slug, report, evaluation):
    client = signed_in(anne)
    client.post(at("report_begin", slug), {"language": "en"})
    english = at("report", slug) + "?sprak=en"
    assert "Out of date" in client.get(english).content.decode()
    section = client.get(at("section", slug, Section.SUMMARY) + "?sprak=en").content.decode()
    assert "Dette fant vi." in section

    client.post(at("report_follow", slug) + "?sprak=en")
    assert "Out of date" not in client.get(english).content.decode()
    writing.write_section(report, Section.SUMMARY, "Noe nytt.", by=anne)
    assert "Out of date" in client.get(english).content.decode()


def test_the_lead_is_shown_the_way_out(signed_in, anne, frida, slug, report):
    release = at("release", slug)

    assert release in signed_in(anne).get(at("report", slug)).content.decode()
    assert release not in signed_in(frida).get(at("report", slug)).content.decode()


def test_what_is_out_offers_neither_a_form_nor_a_yes(signed_in, anne, slug, report):
    Report.objects.update(state=ReportState.DELIVERED)
    client = signed_in(anne)

    written = client.get(at("section", slug, Section.SUMMARY)).content.decode()
    assert "has gone out" in written and "<textarea" not in written
    assert "approve it" not in client.get(at("report", slug)).content.decode()


def queries(client, address) -> int:
    with CaptureQueriesContext(connection) as counted:
        assert client.get(address).status_code == 200
    return len(counted)


def test_the_page_asks_as_much_for_many_sections_as_for_one(signed_in, anne, slug, report):
    client = signed_in(anne)
    queries(client, at("report", slug))
    one = queries(client, at("report", slug))
    for section in Section:
        writing.write_section(report, section, f"Om {section}.", by=anne)

    assert queries(client, at("report", slug)) == one


@pytest.mark.parametrize("who", ["dag", "eli", "cecilie", "inger", "hans", "gro"])
def test_others_see_nothing(request, signed_in, who, slug, report):
    client = signed_in(request.getfixturevalue(who))

    assert client.get(at("report", slug)).status_code == 404
    assert client.get(at("section", slug, Section.SUMMARY)).status_code == 404
    assert client.post(at("report_begin", slug), {"language": "nb"}).status_code == 404
    assert client.post(at("report_approve", slug), {"seen": 1}).status_code == 404
    assert client.post(at("report_follow", slug)).status_code == 404
