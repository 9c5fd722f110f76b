"""The doors of the second reader: masked words, what was left and why, and two answers."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from brukerstemmen.people.models import Grant, Person
from brukerstemmen.voices.actions import second_reading
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.views.frame import at
from tests.cast import mask_as
from tests.voices.conftest import queries, raw_reads
from tests.voices.test_masking_doors import all_of, sheet
from tests.voices.test_masking_second_reader import MANY, NONE, WHY, keep_all

LINK = "See who reads"


@pytest.fixture
def both(read_aloud: UserMeeting) -> tuple[Statement, Statement]:
    first, second = read_aloud.statements.order_by("position")
    return first, second


@pytest.fixture
def piled(both: tuple[Statement, Statement], anne: Person) -> Statement:
    mask_as(both[1], NONE, by=anne)
    return keep_all(both[0], MANY, by=anne)


@pytest.fixture
def fresh(signed_in: Callable[[Person], Client], frida: Person) -> Client:
    """Frida, who has masked nothing."""
    client = signed_in(frida)
    client.cookies["language"] = "en"
    return client


def answer(client: Client, statement: Statement, **told: str) -> str:
    where = at("second_answer", statement.user_meeting, statement.pk)
    return client.post(where, {"seen": "1", **told}, follow=True).content.decode()


def test_she_sees_the_masked_words_the_clues_and_the_reasons(
    fresh: Client, read_aloud: UserMeeting, piled: Statement
) -> None:
    page = fresh.get(at("second_reading", read_aloud)).content.decode()

    assert "samisk" in page and "jobber som jordmor" in page and WHY in page
    assert "Several clues stand in it, and together they say more." in page
    assert "1 statement waits for you" in page and "It can stand" in page
    assert "Marit Hauglie" not in page and raw_reads() == 0


def test_it_can_stand(
    fresh: Client, browser: Client, read_aloud: UserMeeting, piled: Statement
) -> None:
    assert "Finish the masking" not in browser.get(at("mask", read_aloud)).content.decode()
    page = answer(fresh, piled, said="stands")

    assert "It can stand. The words go on." in page
    assert "Nothing waits for a second reader" in page
    page = browser.get(at("mask", read_aloud)).content.decode()
    assert "Finish the masking" in page and LINK not in page


def test_look_again_comes_back_with_the_words(
    fresh: Client, browser: Client, read_aloud: UserMeeting, piled: Statement
) -> None:
    page = answer(fresh, piled, said="again", why="Si heller yrket <videre>.")

    assert "It is given back to be looked at again." in page
    page = browser.get(at("mask", read_aloud)).content.decode()
    assert "Frida asks you to look again:" in page and "Si heller yrket &lt;videre&gt;." in page
    form = all_of(sheet(piled, "Jeg var redd.", seen="1-1"))
    browser.post(at("mask", read_aloud), form)
    piled.refresh_from_db()
    assert piled.is_ready
    assert (
        "asks you to look again"
        not in browser.get(at("mask", read_aloud) + "?vis=alle").content.decode()
    )
    page = browser.get(at("mask", read_aloud)).content.decode()
    assert "By a second reader let stand: 0, given back: 1." in page


@pytest.mark.parametrize(
    ("said", "why", "told"),
    [
        ("again", " ", "Write what should be looked at again, in short."),
        ("stands", "Hun er kjent.", "You have written what to look at."),
    ],
)
def test_an_answer_that_is_none_comes_back_with_what_was_typed(
    fresh: Client, piled: Statement, said: str, why: str, told: str
) -> None:
    page = answer(fresh, piled, said=said, why=why)

    assert told in page and f">{why}</textarea>" in page
    piled.refresh_from_db()
    assert piled.is_for_second


def test_the_one_who_masked_is_told_whom_to_ask(
    browser: Client, read_aloud: UserMeeting, piled: Statement, frida: Person
) -> None:
    page = browser.get(at("second_reading", read_aloud)).content.decode()

    assert "1 statement that you masked waits for somebody else" in page
    assert "Ask one of these to read:" in page and "Frida" in page
    assert "It can stand" not in page
    where = at("second_answer", read_aloud, piled.pk)
    assert browser.post(where, {"seen": "1", "said": "stands"}).status_code == 403


def test_a_team_of_one_is_told_what_to_do(
    browser: Client, read_aloud: UserMeeting, piled: Statement, frida: Person
) -> None:
    Grant.objects.filter(person=frida).delete()

    page = browser.get(at("second_reading", read_aloud)).content.decode()

    assert "Nobody else on the team may read it now." in page and "To the team" in page
    assert "take a clue away, so that one reader is enough" in page


def test_those_who_are_not_ready_yet_are_named_as_such(
    browser: Client, read_aloud: UserMeeting, piled: Statement, frida: Person
) -> None:
    frida.pledges.all().delete() if hasattr(frida, "pledges") else None
    with pytest.raises(PermissionDenied):
        second_reading.let_stand(piled, based_on=1, by=piled.masked_wordings.get().author)


def test_the_service_and_outsiders_know_of_no_such_page(
    signed_in: Callable[[Person], Client],
    read_aloud: UserMeeting,
    piled: Statement,
    dag: Person,
    eli: Person,
    cecilie: Person,
) -> None:
    for who in (dag, eli, cecilie):
        assert signed_in(who).get(at("second_reading", read_aloud)).status_code == 404
        where = at("second_answer", read_aloud, piled.pk)
        assert signed_in(who).post(where, {"seen": "1", "said": "stands"}).status_code == 404


def test_what_waits_stands_on_the_list_of_those_who_may_read(
    fresh: Client, browser: Client, read_aloud: UserMeeting, piled: Statement
) -> None:
    line = "Read 1 masked statement as the second"
    assert line in fresh.get("/arbeid/").content.decode()
    assert line not in browser.get("/arbeid/").content.decode()
    slug = read_aloud.evaluation.work.slug
    page = browser.get(f"/arbeid/evalueringer/{slug}/").content.decode()
    assert "A second reader is needed in" in page


def test_the_first_reader_is_done_and_is_told_who_waits(
    browser: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement], anne: Person
) -> None:
    mask_as(both[1], NONE, by=anne)
    kept = {"samisk": WHY, "jobber som jordmor": WHY}
    form = all_of(sheet(both[0], MANY, kept))

    page = browser.post(at("mask", read_aloud), form, follow=True).content.decode()

    assert "1 statement waits for a second reader." in page and LINK in page
    assert "There are no statements of this sort." in page
    assert "For a second reader" in page
    page = browser.get(at("mask", read_aloud) + "?vis=andre").content.decode()
    assert "samisk" in page


def test_the_queries_stay_however_much_waits(
    fresh: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement], anne: Person
) -> None:
    keep_all(both[0], MANY, by=anne)
    few = queries(fresh, at("second_reading", read_aloud))
    keep_all(both[1], MANY, by=anne)

    assert queries(fresh, at("second_reading", read_aloud)) == few


def test_between_those_that_wait_one_may_go(
    fresh: Client, read_aloud: UserMeeting, both: tuple[Statement, Statement], anne: Person
) -> None:
    for one in both:
        keep_all(one, MANY, by=anne)

    first = fresh.get(at("second_reading", read_aloud))
    assert first.context["one"].statement == both[0] and first.context["after"] == both[1]
    second = fresh.get(at("second_reading", read_aloud) + "?utsagn=2")
    assert second.context["one"].statement == both[1] and second.context["before"] == both[0]
