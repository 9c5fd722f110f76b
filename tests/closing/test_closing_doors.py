"""The pages of closing: what is missing, one yes, the proof, and what is said afterwards."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.closing.models import Closing, Deletion
from brukerstemmen.followups.models import FollowUp
from brukerstemmen.people.models import Person, SealingKey
from tests.cast import TODAY, reader
from tests.closing.conftest import KEPT_UNTIL, LAST_DAY, LastDay, LiveThrough

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def at(name: str, last_day: LastDay) -> str:
    return reverse(f"closing:{name}", args=[last_day.evaluation.work.slug])


@pytest.fixture
def browser(last_day: LastDay, signed_in: SignedIn) -> Client:
    return signed_in(last_day.by)


def closes(last_day: LastDay, browser: Client) -> None:
    browser.post(at("closing", last_day), {"print_offered": "on"})
    answer = browser.post(at("close", last_day), {"sure": "on"})
    assert answer.status_code == 302, answer.content.decode()


def test_the_page_says_what_is_missing_and_what_goes(last_day: LastDay, browser: Client) -> None:
    FollowUp.objects.update(told_on=None)

    page = browser.get(at("closing", last_day)).content.decode()

    assert "have not been asked" in page and "A round is still open" in page
    assert "What is destroyed" in page and "until 18. September 2026" in page
    assert "Go on to closing" not in page


def test_with_something_missing_the_last_page_leads_back(
    last_day: LastDay, browser: Client
) -> None:
    for answer in (browser.get(at("close", last_day)), browser.post(at("close", last_day))):
        assert answer["Location"] == at("closing", last_day)
    assert not Deletion.objects.exists()


def test_it_is_closed_in_two_steps(last_day: LastDay, browser: Client) -> None:
    browser.post(at("closing", last_day), {"print_offered": "on", "planned_on": "2026-03-25"})
    assert "Everything is in place" in browser.get(at("closing", last_day)).content.decode()
    page = browser.get(at("close", last_day)).content.decode()
    assert "The names, telephone numbers and addresses of 3 people" in page
    assert "2 personal codes" in page and "keys, so that no copy" in page

    answer = browser.post(at("close", last_day), {"sure": "on"}, follow=True)

    page = answer.content.decode()
    assert "Closed 22. March 2026" in page and "By Anne" in page
    assert Closing.objects.get().closed_on == LAST_DAY


def test_without_a_tick_nothing_is_closed(last_day: LastDay, browser: Client) -> None:
    browser.post(at("closing", last_day), {"print_offered": "on"})

    answer = browser.post(at("close", last_day), {})

    assert answer.status_code == 422 and "Tick this first." in answer.content.decode()
    assert not Deletion.objects.exists()


def test_pressed_twice_it_leads_to_what_is_done(last_day: LastDay, browser: Client) -> None:
    closes(last_day, browser)
    lines = Deletion.objects.count()

    answer = browser.post(at("close", last_day), {"sure": "on"})

    assert answer["Location"] == at("closing", last_day) and Deletion.objects.count() == lines


def test_what_was_not_right_comes_back_with_what_was_typed(
    last_day: LastDay, browser: Client
) -> None:
    answer = browser.post(at("closing", last_day), {"planned_on": TODAY.isoformat()})

    assert answer.status_code == 422
    assert "Choose today or a day to come." in answer.content.decode()
    assert TODAY.isoformat() in answer.content.decode()


def test_an_interviewer_sees_and_does_not_close(
    last_day: LastDay, frida: Person, signed_in: SignedIn
) -> None:
    browser = signed_in(frida)

    for name in ("closing", "log", "clocks"):
        assert browser.get(at(name, last_day)).status_code == 200
    assert browser.get(at("close", last_day)).status_code == 403
    assert browser.post(at("closing", last_day), {"print_offered": "on"}).status_code == 403


def test_others_know_of_nothing(
    last_day: LastDay, cecilie: Person, gro: Person, eli: Person, signed_in: SignedIn
) -> None:
    for who in (cecilie, gro, eli):
        for name in ("closing", "close", "log", "clocks"):
            assert signed_in(who).get(at(name, last_day)).status_code == 404


def test_the_log_proves_itself_on_its_page(
    last_day: LastDay,
    browser: Client,
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    assert "Nothing is deleted yet" in browser.get(at("log", last_day)).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        closes(last_day, browser)

    page = browser.get(at("log", last_day)).content.decode()

    assert "Everything is as the log says" in page and "Anne" in page
    SealingKey.objects.filter(pk=last_day.people[0].raw_key_id).update(wrapped=b"back")
    page = browser.get(at("log", last_day)).content.decode()
    assert "Not everything is as the log says" in page
    assert "1 key that the log names still opens something." in page


def test_the_clocks_name_a_day_and_who_answers(last_day: LastDay, browser: Client) -> None:
    page = browser.get(at("clocks", last_day)).content.decode()

    assert f"Last day: {KEPT_UNTIL.day}. September 2026" in page
    assert "Anne answers for it as lead." in page and "2 people" in page
    assert "No day is planned" in page
    closes(last_day, browser)
    after = browser.get(at("clocks", last_day)).content.decode()
    assert "No day is planned" not in after and "Findings, drafts and minutes" in after


@pytest.mark.parametrize("name", ["closing", "log", "clocks"])
def test_the_pages_ask_as_often_however_many_people_there_are(
    name: str, lives_through: LiveThrough, signed_in: SignedIn
) -> None:
    last_day = lives_through([KEPT_UNTIL])
    browser = signed_in(last_day.by)
    browser.get(at(name, last_day))
    with CaptureQueriesContext(
        connection,
    ) as few:
        browser.get(at(name, last_day))
    lives_through([KEPT_UNTIL + timedelta(days=number) for number in range(3)])
    with CaptureQueriesContext(connection) as many:
        browser.get(at(name, last_day))

    assert len(many) == len(few)


def test_what_needs_people_says_that_it_is_closed(last_day: LastDay, browser: Client) -> None:
    closes(last_day, browser)
    slug = last_day.evaluation.work.slug

    answer = browser.get(reverse("voices:invitation", args=[slug]))

    assert answer.status_code == 403
    assert "On 22. March 2026 names, codes" in answer.content.decode()


def test_the_entrance_tells_everybody_that_finished_ones_can_be_read(
    last_day: LastDay, browser: Client
) -> None:
    before = reader().get(reverse("voices:entrance")).content
    assert reverse("followups:stories").encode() in before
    closes(last_day, browser)

    typed = [
        reader().post("/d/", {"code": code}) for code in (last_day.receipt, "AAAA-AAAA-AAAA-A")
    ]

    assert {answer.status_code for answer in typed} <= {302, 422}
