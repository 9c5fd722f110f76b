"""Reading aloud: right, other words, or both views. Never a strike."""

import uuid

import pytest
from django.test import Client

from brukerstemmen.people.models import Person
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.states import MeetingState, StatementState
from brukerstemmen.voices.views.frame import at
from tests.cast import TODAY
from tests.voices.conftest import queries, raw_reads, say


def first_of(meeting: UserMeeting) -> Statement:
    return meeting.statements.get(position=1)


def test_the_room_hears_one_after_the_other_and_is_done(
    browser: Client, written: UserMeeting
) -> None:
    page = browser.get(at("read_aloud", written))
    assert "Statement 1 of 2" in page.content.decode()

    answer = browser.post(at("agree", written, first_of(written).pk), follow=True)
    assert "Statement 2 of 2" in answer.content.decode()
    second = written.statements.get(position=2)
    answer = browser.post(at("agree", written, second.pk), follow=True)
    assert "Everything has been read aloud" in answer.content.decode()

    assert browser.post(at("finish_reading", written)).url == at("meeting", written)
    written.refresh_from_db()
    assert written.state == MeetingState.READ_ALOUD and not written.read_aloud_elsewhere


def test_there_is_no_way_to_strike(browser: Client, written: UserMeeting) -> None:
    page = browser.get(at("read_aloud", written)).content.decode().lower()

    assert not [word for word in ("strike", "delete", "remove") if word in page]


def test_not_before_all_is_heard(browser: Client, written: UserMeeting) -> None:
    answer = browser.post(at("finish_reading", written))

    assert answer.status_code == 422
    written.refresh_from_db()
    assert written.state == MeetingState.WRITTEN


def test_the_room_changes_the_wording_and_sees_it(browser: Client, written: UserMeeting) -> None:
    said = first_of(written)
    form = {"words": "Han lytter, oftest.", "based_on": "1"}

    answer = browser.post(at("change_aloud", written, said.pk), form, follow=True)

    page = answer.content.decode()
    assert "Han lytter, oftest." in page and "Statement 1 of 2" in page
    said.refresh_from_db()
    assert said.state == StatementState.READ_BACK


def test_a_change_on_top_of_another_keeps_both(browser: Client, written: UserMeeting) -> None:
    said = first_of(written)
    for words in ("Først dette.", "Samtidig dette."):
        answer = browser.post(
            at("change_aloud", written, said.pk), {"words": words, "based_on": "1"}, follow=True
        )

    page = answer.content.decode()
    assert "Først dette." in page and "Samtidig dette." in page and "Choose this one" in page


def test_those_who_disagree_are_written_beside(browser: Client, written: UserMeeting) -> None:
    said = first_of(written)
    form = {"words": "Meg lytter han ikke til.", "once": str(uuid.uuid4())}

    for _click in range(2):
        answer = browser.post(at("both_views", written, said.pk), form)

    other = said.other_views.get()
    assert other.state == StatementState.READ_BACK
    assert said.raw_wordings.count() == 1
    assert "Statement 1 of 3" in browser.get(answer.url).content.decode()
    last = browser.get(at("read_aloud", written) + "?nr=3").content.decode()
    assert "Another view of statement 1" in last


@pytest.mark.parametrize("name", ["change_aloud", "both_views"])
def test_an_empty_answer_is_asked_for_again(
    browser: Client, written: UserMeeting, name: str
) -> None:
    form = {"words": " ", "based_on": "1", "once": str(uuid.uuid4())}

    answer = browser.post(at(name, written, first_of(written).pk), form)

    assert answer.status_code == 422
    assert "Write what was said first." in answer.content.decode()


def test_it_was_read_aloud_elsewhere_on_a_day(browser: Client, written: UserMeeting) -> None:
    assert browser.post(at("finish_reading", written), {"on": ""}).status_code == 422
    later = TODAY.replace(year=TODAY.year + 1).isoformat()
    assert browser.post(at("finish_reading", written), {"on": later}).status_code == 422

    browser.post(at("finish_reading", written), {"on": TODAY.isoformat()})
    written.refresh_from_db()
    assert written.state == MeetingState.READ_ALOUD and written.read_aloud_elsewhere


def test_a_masked_meeting_is_only_shown(browser: Client, masked: UserMeeting) -> None:
    page = browser.get(at("read_aloud", masked)).content.decode()
    assert "Is this how you meant it?" not in page

    form = {"words": "Nei.", "once": str(uuid.uuid4())}
    assert browser.post(at("both_views", masked, first_of(masked).pk), form).status_code == 422
    assert masked.statements.count() == 2


def test_nothing_to_read(browser: Client, meeting: UserMeeting) -> None:
    assert "Nothing is written down yet." in browser.get(at("read_aloud", meeting)).content.decode()


def test_few_and_many_statements_take_the_same_queries_and_are_journalled(
    browser: Client, meeting: UserMeeting, anne: Person
) -> None:
    say(meeting, 3, by=anne)
    few = queries(browser, at("read_aloud", meeting))
    say(meeting, 57, by=anne)

    assert queries(browser, at("read_aloud", meeting)) == few
    assert raw_reads() == 4


@pytest.mark.parametrize("place", ["0", "99", "x", "-1"])
def test_a_place_that_is_not_there_shows_the_first(
    browser: Client, written: UserMeeting, place: str
) -> None:
    page = browser.get(at("read_aloud", written) + f"?nr={place}").content.decode()

    assert "Statement 1 of 2" in page
