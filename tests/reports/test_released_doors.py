"""The doors to reports: the lead lets them out, the service reads and comments, those who took
part read what the service reads, and everybody only what is published."""

import re
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.evaluations.actions import starting
from brukerstemmen.people import paper
from brukerstemmen.reports.actions import commenting, releasing
from brukerstemmen.reports.models import FactComment, ReleasedReport
from brukerstemmen.reports.states import ReportKind, ReportState
from tests.cast import TODAY
from tests.reports import clearing_cast, releasing_cast
from tests.reports.releasing_cast import agree_on
from tests.voices.own import comes_in

said, finding, siv = clearing_cast.said, clearing_cast.finding, clearing_cast.siv
proposed, cleared = clearing_cast.proposed, clearing_cast.cleared
looked, ready, released = releasing_cast.looked, releasing_cast.ready, releasing_cast.released
talked, final = releasing_cast.talked, releasing_cast.final

QUOTE = clearing_cast.SAID[0][0]
PROCESS = ReportKind.PROCESS


def at(name, *args):
    return reverse(f"reports:{name}", args=args)


def text_of(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def of_service(name, released):
    return at(name, released.work.slug, released.pk)


@pytest.fixture
def own(said, anne):
    """The browser of somebody who took part."""
    return comes_in(said[0].speaker, by=anne)


def test_the_lead_lets_a_report_out(ready, signed_in, anne):
    browser, here = signed_in(anne), at("release", ready.work.slug, PROCESS)

    assert "Let the report out" in text_of(browser.get(here))
    answer = browser.post(here, {"comment_until": TODAY.isoformat()}, follow=True)

    assert "have it now" in text_of(answer)
    ready.refresh_from_db()
    assert ready.state == ReportState.OUT_FOR_COMMENTS
    assert "Let the report out" not in text_of(browser.get(here))


def test_what_hinders_it_is_told_and_there_is_no_button(ready, signed_in, anne, clock_at):
    clock_at(TODAY + timedelta(days=40))
    page = text_of(signed_in(anne).get(at("release", ready.work.slug, PROCESS)))

    assert "It is long since anybody tried" in page
    assert "Let the report out" not in page


def test_a_refusal_comes_back_with_what_was_typed(ready, signed_in, anne):
    day = (TODAY - timedelta(days=3)).isoformat()
    answer = signed_in(anne).post(at("release", ready.work.slug, PROCESS), {"comment_until": day})

    assert answer.status_code == 422
    assert day in answer.content.decode()
    assert "That day has passed" in answer.content.decode()


LEADS_OWN = ["release", "new_edition"]


@pytest.mark.parametrize("name", LEADS_OWN)
@pytest.mark.parametrize(
    ("who", "status"), [("frida", 403), ("dag", 404), ("eli", 404), ("gro", 404)]
)
def test_the_leads_doors_are_the_leads(ready, signed_in, request, name, who, status):
    browser = signed_in(request.getfixturevalue(who))

    assert browser.post(at(name, ready.work.slug, PROCESS)).status_code == status
    assert not ReleasedReport.objects.exists()


def test_the_team_reads_it_as_it_would_go_out(ready, signed_in, frida, dag):
    here = at("preview", ready.work.slug, PROCESS)

    assert QUOTE in text_of(signed_in(frida).get(here))
    assert signed_in(dag).get(here).status_code == 404


def test_the_team_finds_what_went_out(released, signed_in, frida):
    page = text_of(signed_in(frida).get(at("edition", released.work.slug, released.pk)))

    assert QUOTE in page


def test_the_service_reads_a_released_report(released, signed_in, dag, eli):
    for person in (dag, eli):
        page = text_of(signed_in(person).get(of_service("service_report", released)))
        assert QUOTE in page
        assert "Is a fact wrong?" in page
    assert "Det betyr mye" in text_of(
        signed_in(dag).get(of_service("service_report_easy", released))
    )


@pytest.mark.parametrize("who", ["anne", "frida", "cecilie", "gro", "inger", "kirsten"])
def test_the_services_doors_are_the_services(released, signed_in, request, who):
    browser = signed_in(request.getfixturevalue(who))

    for name in ("service_report", "service_pdf", "service_word", "service_comments"):
        assert browser.get(of_service(name, released)).status_code == 404


def test_another_report_is_no_report(released, signed_in, dag):
    there = at("service_report", released.work.slug, uuid.uuid4())

    assert signed_in(dag).get(there).status_code == 404


def test_the_service_takes_the_files_along(released, signed_in, dag):
    browser = signed_in(dag)
    word = browser.get(of_service("service_word", released))

    assert word.content[:2] == b"PK"
    assert "prosessrapport-1.docx" in word["Content-Disposition"]
    if paper.can_make():
        assert browser.get(of_service("service_pdf", released)).content[:5] == b"%PDF-"


def test_the_service_comments_and_the_lead_replies(released, signed_in, dag, anne):
    here = of_service("service_comments", released)
    browser = signed_in(dag)
    answer = browser.post(here, {"text": "Ta ut det første sitatet."}, follow=True)
    assert "Ta ut det første sitatet." in text_of(answer)

    lead, comment = signed_in(anne), FactComment.objects.get()
    slug = released.work.slug
    assert "Ta ut det første sitatet." in text_of(lead.get(at("comments", slug, PROCESS)))
    reply = at("comment_reply", slug, PROCESS, comment.pk)
    told = {"outcome": "kept", "text": "Den som sa det, vil at det står."}
    assert "Den som sa det" in text_of(lead.post(reply, told, follow=True))

    assert "The report stands as it is" in text_of(browser.get(here))
    assert QUOTE in text_of(browser.get(of_service("service_report", released)))


def test_an_empty_comment_comes_back(released, signed_in, dag):
    answer = signed_in(dag).post(of_service("service_comments", released), {"text": " "})

    assert answer.status_code == 422
    assert not FactComment.objects.exists()


def test_after_the_day_there_is_no_form(released, signed_in, dag, clock_at):
    clock_at(TODAY + timedelta(days=1))
    browser, here = signed_in(dag), of_service("service_comments", released)

    assert "Send the comment" not in text_of(browser.get(here))
    answer = browser.post(here, {"text": "For sent."})
    assert answer.status_code == 422
    assert "For sent." in answer.content.decode()


def test_only_the_lead_replies(released, signed_in, dag, frida):
    comment = commenting.comment(released, "Feil.", by=dag)
    there = at("comment_reply", released.work.slug, PROCESS, comment.pk)

    assert signed_in(frida).get(there).status_code == 403
    assert signed_in(dag).get(there).status_code == 404


def test_those_who_took_part_have_it_in_the_same_moment(ready, own, anne):
    assert "No report is out yet" in text_of(own.get(at("own_reports")))
    released = releasing.release(ready, comment_until=TODAY, by=anne)

    page = text_of(own.get(at("own_reports")))
    assert at("own_report", released.pk) in page
    assert at("own_report_easy", released.pk) in page
    assert QUOTE in text_of(own.get(at("own_report", released.pk)))
    assert "Det betyr mye" in text_of(own.get(at("own_report_easy", released.pk)))


def test_a_report_of_others_is_not_theirs(released, own, centre, anne):
    other = starting.start_evaluation(
        title="En annen", services=["Et annet sted"], centre=centre, by=anne
    )
    theirs = ReleasedReport.objects.create(
        work=other.work, kind=PROCESS, language="nb", quarter="2026-1", content=released.content
    )

    assert own.get(at("own_report", theirs.pk)).status_code == 404
    assert str(theirs.pk) not in text_of(own.get(at("own_reports")))


def test_without_a_code_there_is_no_way_in(released, client):
    assert client.get(at("own_reports")).status_code != 200
    assert client.get(at("own_report", released.pk)).status_code != 200


def test_nothing_is_public_before_it_is_published(released, client, signed_in, anne):
    here = at("public_report", released.pk)
    assert client.get(here).status_code == 404
    assert client.get(at("public_word", released.pk)).status_code == 404

    lead, ask = signed_in(anne), at("publish", released.work.slug, released.pk)
    assert "cannot be called back" in text_of(lead.get(ask))
    lead.post(ask)

    assert QUOTE in text_of(client.get(here))
    assert client.get(at("public_word", released.pk)).content[:2] == b"PK"


def test_an_edition_that_is_newer_is_told_of(released, ready, signed_in, anne, dag, siv, frida):
    releasing.begin_new_edition(ready, by=anne)
    releasing_cast.write_and_approve(ready, siv, frida)
    releasing.release(ready, by=anne)

    page = text_of(signed_in(dag).get(of_service("service_report", released)))
    assert "newer edition" in page


def test_measures_are_handed_over(released, talked, signed_in, anne, dag):
    agree_on(talked, anne)
    browser, slug = signed_in(anne), released.work.slug
    assert "agreed on in the room" in text_of(browser.get(at("release", slug, PROCESS)))
    answer = browser.post(at("hand_over", slug), {"kind": "process"}, follow=True)

    assert "1 measure is handed to the service" in text_of(answer)
    assert signed_in(dag).post(at("hand_over", slug)).status_code == 404


def test_the_pages_of_the_service_show_no_day_and_no_code(released, signed_in, dag):
    page = text_of(signed_in(dag).get(of_service("service_report", released)))
    body = page[page.index('<article class="doc') : page.index("</article>")]

    assert not re.search(r"\bD\d\d\b|20\d\d-\d\d-\d\d", body)
    assert "2. March" not in body


def queries(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


def test_comments_take_a_fixed_number_of_queries(released, signed_in, dag, eli, anne):
    here = of_service("service_comments", released)
    team = at("comments", released.work.slug, PROCESS)
    commenting.comment(released, "Feil 0.", by=dag)
    browser, lead = signed_in(dag), signed_in(anne)
    few = queries(browser, here), queries(lead, team)
    for number in range(1, 6):
        commenting.comment(released, f"Feil {number}.", by=eli)

    assert (queries(browser, here), queries(lead, team)) == few


def test_the_release_page_takes_a_fixed_number_of_queries(
    released, ready, signed_in, anne, siv, frida
):
    browser, here = signed_in(anne), at("release", ready.work.slug, PROCESS)
    few = queries(browser, here)
    for _time in range(2):
        releasing.begin_new_edition(ready, by=anne)
        releasing_cast.write_and_approve(ready, siv, frida)
        releasing.release(ready, by=anne)

    assert queries(browser, here) == few
