"""Masking: what was said and what goes on, side by side; a person reads every statement."""

from collections.abc import Callable

import pytest
from django.test import Client

from brukerstemmen.masking.replace import Note
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions import meetings, statements
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.states import MeetingState
from brukerstemmen.voices.views.frame import at
from brukerstemmen.voices.wording import meetings as wording
from tests.cast import TODAY, mask_as
from tests.voices.conftest import queries, raw_reads, say


def sheet(
    statement: Statement, words: str, kept: dict[str, str] | None = None, seen: str = "1-0"
) -> dict[str, object]:
    """What one statement's fields send."""
    pk = statement.pk
    return {
        f"words-{pk}": words,
        f"seen-{pk}": seen,
        f"hit-{pk}": list(kept or {}),
        f"why-{pk}": list((kept or {}).values()),
    }


def all_of(*sheets: dict[str, object], vis: str = "venter") -> dict[str, object]:
    """A press on "I have read all of these"."""
    told = {name: value for one in sheets for name, value in one.items()}
    ids = [name.removeprefix("words-") for name in told if name.startswith("words-")]
    return {**told, "statement": ids, "read": "all", "vis": vis}


@pytest.fixture
def both(read_aloud: UserMeeting) -> tuple[Statement, Statement]:
    """One statement with a name in it, one without."""
    first, second = read_aloud.statements.order_by("position")
    return first, second


def page_of(browser: Client, meeting: UserMeeting, query: str = "") -> str:
    return browser.get(at("mask", meeting) + query).content.decode()


def test_every_note_has_a_sentence_and_stands_beside_what_it_is_about(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement]
) -> None:
    assert set(wording.NOTES) == set(Note)
    told = sheet(both[0], "Psykologen min, Marit Hauglie, lytter.")

    page = browser.post(at("mask", read_aloud), {**told, "read": str(both[0].pk)}).content.decode()
    page += page_of(browser, read_aloud, "?vis=alle")

    assert "Praise is masked too" in page


def test_the_original_is_marked_and_a_wording_is_suggested(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement]
) -> None:
    answer = browser.get(at("mask", read_aloud))

    first = answer.context["sheets"][0]
    assert "Marit Hauglie" not in first.words and "lytter" in first.words
    assert "".join(piece.text for piece in first.pieces) == "Psykologen min, Marit Hauglie, lytter."
    page = answer.content.decode()
    assert 'data-label="PERSON"' in page and '<span class="ds-sr-only"> ' in page
    assert "0 of 2 statements are ready" in page and "D01" in page


def test_all_on_the_page_are_read_in_one_go(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement]
) -> None:
    form = all_of(sheet(both[0], "Behandleren min lytter."), sheet(both[1], "Ingen spurte meg."))

    answer = browser.post(at("mask", read_aloud), form, follow=True)

    page = answer.content.decode()
    assert "2 statements are ready." in page and "Finish the masking" in page
    assert read_aloud.statements.ready().count() == 2


def test_one_is_read_and_the_other_is_left_alone(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement]
) -> None:
    form = all_of(sheet(both[0], "Behandleren min lytter."), sheet(both[1], "Ingen spurte meg."))

    browser.post(at("mask", read_aloud), {**form, "read": str(both[1].pk)})

    assert [one.is_ready for one in read_aloud.statements.order_by("position")] == [False, True]


def test_no_button_means_nothing_is_read(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement]
) -> None:
    browser.post(at("mask", read_aloud), {**all_of(sheet(both[0], "Han lytter.")), "read": ""})

    assert not read_aloud.statements.exclude(masked_number=0).exists()


def test_what_still_points_at_somebody_stays_with_what_remains(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement]
) -> None:
    form = all_of(sheet(both[0], "Marit lytter."), sheet(both[1], "Ingen spurte meg."))

    answer = browser.post(at("mask", read_aloud), form, follow=True)

    shown = answer.context["sheets"]
    assert [one.pk for one in shown] == [both[0].pk]
    assert shown[0].words == "Marit lytter." and [left.text for left in shown[0].left] == ["Marit"]
    page = answer.content.decode()
    assert "1 statement is ready." in page and "Keep it, because" in page
    assert "1 statement still has something that may point at somebody." in page
    assert "Some statements may still point at somebody." in page


def test_a_reason_lets_it_stand_and_is_shown_again(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement]
) -> None:
    kept = {"Marit": "Et kallenavn på tiltaket"}

    browser.post(at("mask", read_aloud), all_of(sheet(both[0], "Marit lytter.", kept)))

    both[0].refresh_from_db()
    assert both[0].is_ready
    assert "Et kallenavn på tiltaket" in page_of(browser, read_aloud, "?vis=alle")
    assert 'data-state="resolved"' in page_of(browser, read_aloud, "?vis=alle")


def test_a_number_is_never_offered_to_be_kept(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement]
) -> None:
    form = all_of(sheet(both[0], "Ring 20 55 01 47.", {"20 55 01 47": "fordi"}))

    page = browser.post(at("mask", read_aloud), form, follow=True).content.decode()

    assert "This leads straight to somebody and must be taken away." in page
    assert "Keep it, because" not in page
    both[0].refresh_from_db()
    assert not both[0].is_ready


def test_an_empty_wording_is_refused_and_the_others_are_saved(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement]
) -> None:
    form = all_of(sheet(both[0], " "), sheet(both[1], "Ingen spurte meg."))

    answer = browser.post(at("mask", read_aloud), form)

    assert answer.status_code == 422
    assert [one.pk for one in answer.context["sheets"]] == [both[0].pk]
    assert "Write what was said first." in answer.content.decode()
    assert read_aloud.statements.ready().count() == 1


def test_a_wording_far_too_long_stands_as_it_was_typed(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement]
) -> None:
    answer = browser.post(at("mask", read_aloud), all_of(sheet(both[0], "lenge " * 800)))

    assert answer.status_code == 422 and "lenge lenge" in answer.content.decode()


def test_a_double_click_masks_once(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement]
) -> None:
    for _click in range(2):
        browser.post(at("mask", read_aloud), all_of(sheet(both[1], "Ingen spurte meg.")))

    assert both[1].masked_wordings.count() == 1


def test_two_who_mask_at_once_both_keep_their_wording_and_choose(
    browser: Client,
    read_aloud: UserMeeting,
    both: tuple[Statement, Statement],
    frida: Person,
    signed_in: Callable[[Person], Client],
) -> None:
    browser.post(at("mask", read_aloud), all_of(sheet(both[0], "Behandleren lytter.")))
    signed_in(frida).post(at("mask", read_aloud), all_of(sheet(both[0], "En fagperson lytter.")))

    assert "Two wordings. Choose one" in page_of(browser, read_aloud, "?vis=alle")
    assert "Some statements have two wordings. Choose one." in page_of(browser, read_aloud)
    alone = browser.get(at("mask_one", read_aloud, both[0].pk)).content.decode()
    assert alone.count("Choose this one") == 2
    assert "Behandleren lytter." in alone and "En fagperson lytter." in alone

    browser.post(at("choose_masked", read_aloud, both[0].pk), {"number": "2"})
    alone = browser.get(at("mask_one", read_aloud, both[0].pk))
    assert alone.context["sheets"][0].words == "En fagperson lytter."
    assert "Choose this one" not in alone.content.decode()


def test_one_at_a_time_leads_to_the_next_that_waits(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement]
) -> None:
    form = {**sheet(both[0], "Behandleren lytter."), "read": str(both[0].pk), "one": "1"}
    answer = browser.post(at("mask", read_aloud), form)
    assert answer.url == at("mask_one", read_aloud, both[1].pk)

    form = {**sheet(both[1], "Ingen spurte."), "read": str(both[1].pk), "one": "1"}
    assert browser.post(at("mask", read_aloud), form).url == at("mask", read_aloud)


def test_a_name_somebody_said_is_found_in_what_another_said(
    browser: Client, meeting: UserMeeting, anne: Person
) -> None:
    for words in ("Hun heter Ragnhild.", "Da sa ragnhild at jeg kunne gå."):
        statements.write_down(meeting, words=words, by=anne)
    meetings.finish_writing(meeting, by=anne)

    answer = browser.get(at("mask", meeting))

    hits = [piece.text for piece in answer.context["sheets"][1].pieces if piece.hit]
    assert "ragnhild" in hits
    second = meeting.statements.get(position=2)
    browser.post(at("mask", meeting), all_of(sheet(second, "Da sa ragnhild at jeg kunne gå.")))
    second.refresh_from_db()
    assert second.open_hits == 1


def test_a_name_said_later_opens_what_was_ready(
    browser: Client, meeting: UserMeeting, anne: Person
) -> None:
    first = statements.write_down(meeting, words="Da sa solstråle noe.", by=anne)
    meetings.finish_writing(meeting, by=anne)
    browser.post(at("mask", meeting), all_of(sheet(first, "Da sa solstråle noe.")))
    first.refresh_from_db()
    assert first.is_ready

    meetings.write_more(meeting, by=anne)
    statements.write_down(meeting, words="Hun heter Solstråle.", by=anne)
    browser.post(at("finish_writing", meeting))

    first.refresh_from_db()
    assert not first.is_ready


def test_words_changed_afterwards_are_read_once_more(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement], anne: Person
) -> None:
    mask_as(both[1], "Ingen spurte.", by=anne)
    statements.change_wording(
        both[1], words="Nesten ingen spurte.", based_on=1, reason="corrected", by=anne
    )

    page = page_of(browser, read_aloud)

    assert "has been changed since somebody masked it" in page
    assert "Nesten ingen spurte." in page


def test_twenty_on_a_page_and_the_queries_stay(
    browser: Client, meeting: UserMeeting, anne: Person
) -> None:
    say(meeting, 3, by=anne)
    meetings.finish_writing(meeting, by=anne)
    few = queries(browser, at("mask", meeting))
    meetings.write_more(meeting, by=anne)
    say(meeting, 57, by=anne)
    meetings.finish_writing(meeting, by=anne)

    assert queries(browser, at("mask", meeting)) == few
    assert len(browser.get(at("mask", meeting)).context["sheets"]) == 20
    assert len(browser.get(at("mask", meeting) + "?page=3").context["sheets"]) == 20
    assert raw_reads() == 6


def test_tabs_tell_how_many_there_are_of_each(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement]
) -> None:
    form = all_of(sheet(both[0], "Marit lytter."), sheet(both[1], "Ingen spurte."))
    browser.post(at("mask", read_aloud), form)

    answer = browser.get(at("mask", read_aloud))
    assert [(tab["count"], tab["current"]) for tab in answer.context["tabs"]] == [
        (1, True),
        (1, False),
        (2, False),
    ]
    left = browser.get(at("mask", read_aloud) + "?vis=igjen").context["sheets"]
    assert [one.pk for one in left] == [both[0].pk]


def test_finishing_waits_until_nothing_hinders(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement]
) -> None:
    refused = browser.post(at("finish_masking", read_aloud), follow=True).content.decode()
    assert "Some statements have not been read by a person." in refused

    form = all_of(sheet(both[0], "Behandleren lytter."), sheet(both[1], "Ingen spurte."))
    browser.post(at("mask", read_aloud), form)
    for _click in range(2):
        browser.post(at("finish_masking", read_aloud))
    read_aloud.refresh_from_db()
    assert read_aloud.state == MeetingState.MASKED and read_aloud.masked_on == TODAY


def test_before_reading_aloud_masking_may_begin_but_not_end(
    browser: Client, written: UserMeeting
) -> None:
    first, second = written.statements.order_by("position")
    form = all_of(sheet(first, "Behandleren lytter."), sheet(second, "Ingen spurte."))

    page = browser.post(at("mask", written), form, follow=True).content.decode()

    assert "They must be read aloud before" in page and "Finish the masking" not in page


def test_while_somebody_writes_and_when_it_is_finished_nothing_is_masked(
    browser: Client, masked: UserMeeting, anne: Person
) -> None:
    one = masked.statements.first()
    browser.post(at("mask", masked), all_of(sheet(one, "Noe annet.", seen="1-1")))
    assert one.masked_wordings.count() == 1
    assert "I have read" not in page_of(browser, masked, "?vis=alle")

    browser.post(at("write_more", masked))
    assert "Say that everything is written down first." in page_of(browser, masked)
    browser.post(at("mask", masked), all_of(sheet(one, "Noe annet.", seen="1-1")))
    assert one.masked_wordings.count() == 1


@pytest.mark.parametrize("seen", ["", "x", "1", "1-x"])
def test_fields_that_do_not_fit_are_left_alone(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement], seen: str
) -> None:
    answer = browser.post(at("mask", read_aloud), all_of(sheet(both[0], "Noe.", seen=seen)))

    assert answer.status_code == 302
    assert not both[0].masked_wordings.exists()
