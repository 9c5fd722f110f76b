"""Writing down: text first, saved at once, mended afterwards, and nothing lost."""

import uuid
from collections.abc import Callable

import pytest
from django.test import Client

from brukerstemmen.evaluations.actions import guide
from brukerstemmen.evaluations.models import Evaluation, Question
from brukerstemmen.evaluations.models.guide import RaisedBy, Turn
from brukerstemmen.people.models import Person
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.views.frame import at
from tests.voices.conftest import queries, raw_reads, say


def spoken(words: str = "De spurte hva jeg trengte.", **more: object) -> dict[str, object]:
    return {"words": words, "once": str(uuid.uuid4()), **more}


@pytest.fixture
def asked(evaluation: Evaluation, anne: Person, frida: Person) -> list[Question]:
    """Two questions of an approved guide."""
    draft = guide.begin_guide(evaluation, by=anne)
    theme = guide.add_theme(draft, title="Å bli møtt", by=anne)
    made = [
        guide.add_question(theme, text=text, turn=turn, raised_by=RaisedBy.INTERVIEWERS, by=anne)
        for text, turn in (("Hva har hjulpet deg?", Turn.GOOD), ("Og ikke?", Turn.NOT_GOOD))
    ]
    guide.lock_guide(draft, by=frida)
    return made


def test_text_is_enough_and_it_is_written_once(browser: Client, meeting: UserMeeting) -> None:
    form = spoken()

    for _click in range(2):
        answer = browser.post(at("write", meeting), form)
        assert answer.status_code == 302

    said = Statement.objects.get()
    assert (said.kind, said.speaker, said.question) == ("", None, None)
    assert "De spurte hva jeg trengte." in browser.get(answer.url).content.decode()


def test_kind_speaker_and_the_question_that_is_asked(
    browser: Client, meeting: UserMeeting, asked: list[Question]
) -> None:
    speaker = meeting.presences.first().participant
    form = spoken(kind="good", speaker=str(speaker.pk), question=str(asked[1].pk))

    answer = browser.post(at("write", meeting), form)

    said = Statement.objects.get()
    assert (said.kind, said.speaker, said.question) == ("good", speaker, asked[1])
    page = browser.get(answer.url).content.decode()
    assert "Og ikke?" in page and "Question 2 of 2" in page


def test_one_walks_through_the_guide_with_plain_links(
    browser: Client, meeting: UserMeeting, asked: list[Question]
) -> None:
    first = browser.get(at("write", meeting)).content.decode()
    assert "Question 1 of 2" in first and "Hva har hjulpet deg?" in first
    assert f"?sporsmal={asked[1].pk}" in first

    second = browser.get(at("write", meeting) + f"?sporsmal={asked[1].pk}").content.decode()
    assert f"?sporsmal={asked[0].pk}" in second


def test_without_words_nothing_is_written(browser: Client, meeting: UserMeeting) -> None:
    answer = browser.post(at("write", meeting), spoken("   ", kind="proposal"))

    assert answer.status_code == 422
    assert answer.context["kind_now"] == "proposal"
    assert not Statement.objects.exists()


def test_far_too_many_words_stand_in_the_form_again(browser: Client, meeting: UserMeeting) -> None:
    answer = browser.post(at("write", meeting), spoken("lang " * 1000))

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Divide it into several statements." in page and "lang lang" in page


def test_with_htmx_only_the_part_is_answered_and_it_says_saved(
    browser: Client, meeting: UserMeeting
) -> None:
    answer = browser.post(at("write", meeting), spoken(), headers={"HX-Request": "true"})

    page = answer.content.decode()
    assert "<!doctype" not in page and "Saved" in page and "De spurte hva" in page
    assert answer.context["form"]["words"].value() is None


def test_somebody_who_is_not_here_is_no_speaker(browser: Client, meeting: UserMeeting) -> None:
    answer = browser.post(at("write", meeting), spoken(speaker=str(uuid.uuid4())))

    assert answer.status_code == 422
    assert not Statement.objects.exists()


def test_reading_raw_words_is_journalled_also_when_a_form_was_not_right(
    browser: Client, meeting: UserMeeting
) -> None:
    browser.get(at("write", meeting))
    browser.post(at("write", meeting), spoken(""))

    assert raw_reads() == 2


def test_the_meetings_own_page_and_the_list_read_no_raw_words(
    browser: Client, meeting: UserMeeting, anne: Person
) -> None:
    say(meeting, 2, by=anne)
    page = browser.get(at("meeting", meeting)).content.decode()

    assert "Utsagn" not in page and raw_reads() == 0


def test_many_statements_take_the_queries_of_few_and_fifty_stand_on_a_page(
    browser: Client, meeting: UserMeeting, anne: Person
) -> None:
    say(meeting, 3, by=anne)
    few = queries(browser, at("write", meeting))
    say(meeting, 57, by=anne)

    assert queries(browser, at("write", meeting)) == few
    assert len(browser.get(at("write", meeting)).context["said"]) == 50
    assert len(browser.get(at("write", meeting) + "?page=2").context["said"]) == 10


def test_another_wording(browser: Client, meeting: UserMeeting, anne: Person) -> None:
    said = say(meeting, 1, by=anne)[0]

    answer = browser.post(
        at("statement", meeting, said.pk), {"words": "Noe annet.", "based_on": "1"}
    )

    assert answer.url == at("write", meeting)
    assert "Noe annet." in browser.get(answer.url).content.decode()


def test_two_who_write_at_once_both_keep_their_wording_and_are_told(
    browser: Client,
    meeting: UserMeeting,
    anne: Person,
    frida: Person,
    signed_in: Callable[[Person], Client],
) -> None:
    said = say(meeting, 1, by=anne)[0]
    address = at("statement", meeting, said.pk)
    other = signed_in(frida)
    other.cookies["language"] = "en"
    browser.post(address, {"words": "Slik Anne hørte det.", "based_on": "1"})

    answer = other.post(address, {"words": "Slik Frida hørte det.", "based_on": "1"}, follow=True)

    page = answer.content.decode()
    assert "Both wordings are kept." in page and page.count("Choose this one") == 2
    assert "Slik Anne hørte det." in page and "Slik Frida hørte det." in page
    assert "Two wordings. Choose one" in browser.get(at("write", meeting)).content.decode()

    browser.post(at("choose", meeting, said.pk), {"number": "3"})
    listed = browser.get(at("write", meeting)).content.decode()
    assert "Slik Frida hørte det." in listed and "Two wordings" not in listed
    assert said.raw_wordings.count() == 3


@pytest.mark.parametrize("number", ["", "17", "x"])
def test_a_wording_that_is_not_there_cannot_be_chosen(
    browser: Client, meeting: UserMeeting, anne: Person, number: str
) -> None:
    said = say(meeting, 1, by=anne)[0]

    browser.post(at("choose", meeting, said.pk), {"number": number})

    said.refresh_from_db()
    assert said.raw_number == 1


def test_kind_and_speaker_told_afterwards(
    browser: Client, meeting: UserMeeting, anne: Person
) -> None:
    said = say(meeting, 1, by=anne)[0]
    speaker = meeting.presences.last().participant

    browser.post(at("place", meeting, said.pk), {"kind": "proposal", "speaker": speaker.pk})

    said.refresh_from_db()
    assert (said.kind, said.speaker) == ("proposal", speaker)
    assert "Utsagn 0" in browser.get(at("write", meeting)).content.decode()


def test_a_meeting_that_is_closed_for_writing_says_so(
    browser: Client, written: UserMeeting
) -> None:
    page = browser.get(at("write", written)).content.decode()
    assert "not open for writing now" in page

    answer = browser.post(at("write", written), spoken())
    assert answer.status_code == 422
    assert Statement.objects.count() == 2


def test_a_statement_of_another_meeting_is_not_found_here(
    browser: Client, meeting: UserMeeting, evaluation: Evaluation, anne: Person
) -> None:
    from brukerstemmen.voices.actions import meetings

    said = say(meeting, 1, by=anne)[0]
    second = meetings.plan_meeting(evaluation, name="Ungdom", by=anne)

    assert browser.get(at("statement", second, said.pk)).status_code == 404
