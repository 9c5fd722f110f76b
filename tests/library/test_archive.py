"""A released report in the archive: put there by the lead alone, and words taken back are gone."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision

from brukerstemmen.library.actions import telling_anew
from brukerstemmen.library.actions.publishing import Described, publish_in_library
from brukerstemmen.library.actions.taking_out import of_statements, take_out_what_is_taken_back
from brukerstemmen.library.models import (
    Copy,
    DoorPage,
    HomePage,
    IndexedPage,
    PublicationFinding,
    PublicationPage,
    PublicationQuote,
    Shows,
)
from brukerstemmen.library.words.stemming import stems
from brukerstemmen.people import paper
from brukerstemmen.people.daily import do_chores
from brukerstemmen.privacy import consent
from brukerstemmen.reports.actions import releasing
from brukerstemmen.voices.actions import withdrawal
from brukerstemmen.voices.models import Statement
from tests.reports import clearing_cast, releasing_cast
from tests.voices.own import comes_in

said, finding, siv = clearing_cast.said, clearing_cast.finding, clearing_cast.siv
proposed, cleared = clearing_cast.proposed, clearing_cast.cleared
looked, ready, released = releasing_cast.looked, releasing_cast.ready, releasing_cast.released
QUOTE = clearing_cast.SAID[0][0]
TOLD = Described(county="Trøndelag", service_kind="inpatient", easy="<p>Kort fortalt.</p>")


@pytest.fixture
def archive(home: HomePage) -> DoorPage:
    """The archive, and the page of themes below it."""
    made = home.add_child(
        instance=DoorPage(
            title="Rapporter", slug="rapporter", shows=Shows.PUBLICATIONS, show_in_menus=True
        )
    )
    made.add_child(instance=DoorPage(title="Tema", slug="tema", shows=Shows.THEMES))
    return made


@pytest.fixture
def public(released, anne):
    return releasing.publish_report(released, by=anne)


@pytest.fixture
def publication(archive, public, anne) -> PublicationPage:
    return publish_in_library(public, TOLD, by=anne)


@pytest.fixture
def reader() -> Client:
    return Client()


def test_the_lead_puts_a_report_into_the_archive(publication, public, reader):
    answer = reader.get(publication.url)

    assert answer.status_code == 200 and not answer.cookies
    assert publication.get_parent().slug == "rapporter"
    assert QUOTE in answer.text and "Trøndelag" in answer.text
    assert 'name="DC.title"' in answer.text and 'typeof="Report"' in answer.text
    assert public.content["title"] in answer.text
    assert answer.text.count("<h1") == 1


def test_only_the_lead_and_only_what_everybody_may_read(archive, released, anne, frida):
    with pytest.raises(ValidationError, match="Let everybody read it first"):
        publish_in_library(released, by=anne)
    public = releasing.publish_report(released, by=anne)
    with pytest.raises(PermissionDenied):
        publish_in_library(public, by=frida)
    assert not PublicationPage.objects.exists()


def test_a_second_time_is_the_same_page(publication, public, anne):
    again = publish_in_library(public, Described(county="Nordland"), by=anne)

    assert again.pk == publication.pk and again.url == publication.url
    assert PublicationPage.objects.get().county == "Nordland"
    assert Copy.objects.count() == 1 and PublicationQuote.objects.count() == 1


def test_a_new_edition_takes_the_place_of_the_old(publication, public, ready, siv, frida, anne):
    releasing.begin_new_edition(ready, by=anne)
    releasing_cast.write_and_approve(ready, siv, frida)
    second = releasing.publish_report(releasing.release(ready, by=anne), by=anne)

    with pytest.raises(ValidationError, match="newer edition"):
        publish_in_library(public, by=anne)
    page = publish_in_library(second, by=anne)

    assert page.pk == publication.pk and page.county == "Trøndelag"
    assert Copy.objects.get().edition == 2


def test_who_withdraws_takes_their_words_out_of_the_archive(publication, said, reader):
    assert QUOTE in reader.get(publication.url).text

    withdrawal.withdraw(said[0].speaker)

    assert QUOTE not in reader.get(publication.url).text
    assert QUOTE not in json.dumps(Copy.objects.get().content, ensure_ascii=False)
    assert not PublicationQuote.objects.exists()
    assert QUOTE not in reader.get("/rapporter/tema/?om=hørt").text


def test_a_yes_to_print_that_is_taken_back_is_followed_by_night(publication, said, anne):
    withdrawal.take_back(
        said[0].speaker, consent.Purpose.QUOTES, channel=consent.Channel.PAPER, by=anne
    )

    done = do_chores()

    assert done["quotes taken out of the archive"] == 1
    assert QUOTE not in json.dumps(Copy.objects.get().content, ensure_ascii=False)


def test_what_stands_is_left_alone_by_night(publication):
    assert take_out_what_is_taken_back() == 0
    assert telling_anew.tell_anew() == 0
    assert PublicationQuote.objects.count() == 1


def test_something_taken_back_keeps_a_report_out(archive, public, said, anne):
    withdrawal.withdraw(said[0].speaker)

    with pytest.raises(ValidationError, match="taken back since"):
        publish_in_library(public, by=anne)


def test_who_leaves_at_their_own_door_takes_their_words_along(publication, said, anne, reader):
    own = comes_in(said[0].speaker, by=anne)

    assert own.post(reverse("voices:own_withdraw")).status_code == 302

    assert QUOTE not in reader.get(publication.url).text


def test_who_takes_one_statement_away_takes_it_out_of_the_archive(publication, said, anne, reader):
    own = comes_in(said[0].speaker, by=anne)

    own.post(reverse("voices:own_take_away", args=[said[0].pk]))

    assert not Statement.objects.filter(pk=said[0].pk).exists()
    assert QUOTE not in reader.get(publication.url).text


def test_words_whose_last_day_has_come_stay_in_print(publication, said, clock_at, reader):
    speaker = said[0].speaker
    given = speaker.decisions.filter(purpose=consent.Purpose.TAKE_PART).get()
    given.until = given.on + timedelta(days=30)
    given.save()
    clock_at(given.until + timedelta(days=2))

    of_statements([said[0].pk])

    assert QUOTE in reader.get(publication.url).text


def test_the_old_address_leads_to_the_archive(publication, public, reader):
    there = {
        "public_report": publication.url,
        "public_report_easy": f"{publication.url}lettlest/",
        "public_word": f"/rapporter/{publication.slug}.docx",
    }
    for name, address in there.items():
        answer = reader.get(reverse(f"reports:{name}", args=[public.pk]))
        assert answer.status_code == 302 and answer["Location"].endswith(address)


def test_the_easy_version_has_its_own_address(publication, reader):
    answer = reader.get(f"{publication.url}lettlest/")

    assert "Det betyr mye å bli hørt" in answer.text and QUOTE not in answer.text
    assert reader.get(f"{publication.url}noe/").status_code == 404


def test_files_are_made_of_the_copy(publication, reader):
    word = reader.get(f"/rapporter/{publication.slug}.docx")

    assert word.status_code == 200 and word.content[:2] == b"PK" and not word.cookies
    if paper.can_make():
        assert reader.get(f"/rapporter/{publication.slug}.pdf").content[:4] == b"%PDF"
    publication.unpublish()
    assert reader.get(f"/rapporter/{publication.slug}.docx").status_code == 404


def test_the_door_of_the_lead(archive, public, signed_in, anne, frida):
    here = reverse("library:archive", args=[public.work.slug, public.pk])
    browser = signed_in(anne)

    there = browser.get(reverse("reports:release", args=[public.work.slug, public.kind]))
    assert here in there.text
    refused = browser.post(here, {"summary": "", "method": "bsb", "themes": "Å bli hørt"})
    assert refused.status_code == 422 and "Å bli hørt" in refused.text
    done = browser.post(here, {"summary": "Kort.", "method": "bsb", "themes": "Å bli hørt"})
    assert done.status_code == 302
    page = PublicationPage.objects.get()
    assert page.summary == "Kort." and [one.name for one in page.themes.all()] == ["Å bli hørt"]
    assert signed_in(frida).get(here).status_code == 403


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (Described(summary="Kari Nordmann svarte på alt."), "summary"),
        (Described(themes=("Å bli hørt", "Ring 20 55 01 47")), "themes"),
        (Described(easy="<p>Kort.</p><p>Kari &amp; Ola Nordmann var der.</p>"), "easy"),
    ],
)
def test_what_is_said_of_a_report_points_at_nobody(archive, public, anne, told, field):
    with pytest.raises(ValidationError) as refused:
        publish_in_library(public, told, by=anne)

    assert list(refused.value.message_dict) == [field]
    assert "Nordmann" in str(refused.value) or "20 55 01 47" in str(refused.value)
    assert not PublicationPage.objects.exists()


def test_findings_have_their_words_but_no_stem_of_a_quote(publication):
    row = PublicationFinding.objects.get()

    assert row.title and row.quotes.get().words == QUOTE
    said_only_in_the_quote = set(stems(QUOTE, "nb")) - set(stems(f"{row.title} {row.text}", "nb"))
    assert said_only_in_the_quote and not said_only_in_the_quote & set(row.words.split())


def test_no_copy_lies_in_the_revisions_or_the_search(publication, said):
    told = json.dumps(
        list(Revision.objects.values_list("content", flat=True)), ensure_ascii=False, default=str
    )
    assert QUOTE not in told
    withdrawal.withdraw(said[0].speaker)
    assert not IndexedPage.objects.filter(text__contains=QUOTE).exists()
