"""The page that asks whether anybody could recognise somebody."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.reports.actions import recognising, writing
from brukerstemmen.reports.models import GroupSize
from brukerstemmen.reports.recognised import as_text
from brukerstemmen.reports.showing import recognising as showing
from brukerstemmen.reports.states import ReportKind, Section
from tests.reports import clearing_cast, recognising_cast, releasing_cast
from tests.reports.recognising_cast import BOTH, NIGHT, STUDENT

said, finding, siv = clearing_cast.said, clearing_cast.finding, clearing_cast.siv
proposed, cleared = clearing_cast.proposed, clearing_cast.cleared
looked = releasing_cast.looked
two_quotes, both_cleared = recognising_cast.two_quotes, recognising_cast.both_cleared
ready, two_fit = recognising_cast.ready, recognising_cast.two_fit

TOGETHER = as_text(BOTH)


def at(name, report):
    return reverse(f"reports:{name}", args=[report.work.slug, ReportKind(report.kind)])


def text_of(answer, status=200):
    assert answer.status_code == status
    return answer.content.decode()


def test_what_nobody_knows_is_a_note_with_where_it_stands(ready, both_cleared, signed_in, frida):
    page = text_of(signed_in(frida).get(at("recognise", ready)))

    assert "Nobody has said how many this fits" in page
    assert "Fits too few" not in page
    assert reverse("reports:quote", args=[ready.work.slug, both_cleared.pk]) in page
    assert re.search(r"Role, <span lang=\"nb\">student", page)


def test_the_team_writes_how_many(ready, signed_in, frida):
    browser = signed_in(frida)
    sent = {"group": as_text(frozenset({NIGHT})), "size": "14"}
    page = text_of(browser.post(at("recognise_size", ready), sent, follow=True))

    assert "It is written down" in page and "You have answered" in page
    assert "Fits 14 people" in page
    more = {"group": as_text(frozenset({STUDENT})), "enough": "on"}
    page = text_of(browser.post(at("recognise_size", ready), more, follow=True))

    assert "Fits more than enough" in page
    assert TOGETHER in page, "now both together are asked about"


@pytest.mark.parametrize(("size", "is_few"), [(5, True), (6, False), (None, False)])
def test_the_page_and_the_law_call_the_same_groups_few(ready, frida, size, is_few):
    recognising.say_size(ready.evaluation, frozenset({NIGHT}), size, by=frida)

    row = showing.sheet_of(ready).rows[as_text(frozenset({NIGHT}))]

    assert row.settled.is_few is is_few


@pytest.mark.parametrize("sent", [{}, {"size": "0"}, {"size": "x"}, {"size": "3", "enough": "on"}])
def test_what_is_no_number_comes_back(ready, signed_in, frida, sent):
    group = as_text(frozenset({NIGHT}))
    page = text_of(
        signed_in(frida).post(at("recognise_size", ready), {"group": group, **sent}), 422
    )

    assert page.count('<details class="quiet-details" open>') == 1
    assert not GroupSize.objects.exists()


def test_what_fits_few_is_told_first_and_the_lead_lets_it_stand(ready, two_fit, signed_in, anne):
    browser = signed_in(anne)
    page = text_of(browser.get(at("recognise", ready)))
    assert "Fits at most 2 people" in page
    assert page.index("Fits too few") < page.index('id="k-1"')
    refused = text_of(browser.get(at("release", ready)))
    assert "fits fewer than 6" in refused and at("recognise", ready) in refused

    sent = {"group": TOGETHER, "why": "Begge vil at det står."}
    page = text_of(browser.post(at("recognise_let_stand", ready), sent, follow=True))

    assert "Begge vil at det står." in page and "Fits 2 people, and may stand" in page
    assert "Let the report out" in text_of(browser.get(at("release", ready)))


def test_without_a_reason_it_comes_back(ready, two_fit, signed_in, anne):
    sent = {"group": TOGETHER, "why": " "}
    page = text_of(signed_in(anne).post(at("recognise_let_stand", ready), sent), 422)

    assert "Write in a sentence why it may stand" in page


def test_the_team_sees_no_way_to_let_it_stand(ready, two_fit, signed_in, frida):
    browser = signed_in(frida)

    assert "Let it stand" not in text_of(browser.get(at("recognise", ready)))
    sent = {"group": TOGETHER, "why": "Det går bra."}
    assert browser.post(at("recognise_let_stand", ready), sent).status_code == 403


@pytest.mark.parametrize("group", ["", "role:ordfører", TOGETHER + "|", "<b>"])
def test_only_what_is_told_is_answered_about(ready, signed_in, frida, group):
    answer = signed_in(frida).post(at("recognise_size", ready), {"group": group, "size": "3"})

    assert "not told any more" in text_of(answer, 409)
    assert not GroupSize.objects.exists()


@pytest.mark.parametrize("who", ["dag", "eli", "gro", "inger"])
def test_it_is_the_teams_page(ready, signed_in, request, who):
    browser = signed_in(request.getfixturevalue(who))

    assert browser.get(at("recognise", ready)).status_code == 404
    assert browser.post(at("recognise_size", ready)).status_code == 404


def test_it_takes_a_fixed_number_of_queries(ready, signed_in, frida):
    browser, here = signed_in(frida), at("recognise", ready)

    def queries():
        browser.get(here)
        with CaptureQueriesContext(connection) as asked:
            text_of(browser.get(here))
        return len(asked)

    recognising.say_size(ready.evaluation, frozenset({NIGHT}), 14, by=frida)
    few = queries()
    recognising.say_size(ready.evaluation, frozenset({STUDENT}), None, by=frida)
    text = "En veteran snakket samisk.\n\nEn ung mann var i avisen.\n\nEn enke på poliklinikken."
    writing.write_section(ready, Section.SUMMARY, text, by=frida)

    assert queries() == few
