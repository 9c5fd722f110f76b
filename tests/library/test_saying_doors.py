"""The doors where readers say something, and where they see what became of it."""

import re
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.core.cache import caches
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from brukerstemmen.library import sifting
from brukerstemmen.library.actions import editors, saying
from brukerstemmen.library.models import DoorPage, HomePage, Said, SiteProfile, TextPage
from brukerstemmen.people import clock, daily
from brukerstemmen.people.models import Organisation, Person
from tests.cast import TODAY
from tests.library.bokmal import bokmal

SAY = "/si-fra/"
HERE = {"Sec-Fetch-Site": "same-origin"}
WORDS = "Jeg fant ikke malen for honorar."
Post = Callable[..., HttpResponse]


@pytest.fixture(autouse=True)
def _nothing_pressed_yet() -> None:
    caches["pages"].clear()


@pytest.fixture
def browser() -> Client:
    """One that would be refused if a form asked for a token it cannot have."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def post(browser: Client, page: TextPage, clock_at: object) -> Post:
    """Send the form at the foot of the page, or another one."""

    def send(headers: dict[str, str] = HERE, **given: str) -> HttpResponse:
        form = {"side": str(page.pk), "kind": "content", "words": WORDS, "website": ""}
        return browser.post(SAY, form | given, headers=headers)

    return send


def moment_in(answer: HttpResponse) -> str:
    found = re.search(r'name="moment" value="([^"]+)"', answer.text)
    assert found, "the calm page carries its moment"
    return found.group(1)


def textarea(answer: HttpResponse) -> str:
    return re.search(r"<textarea[^>]*>\n(.*)</textarea>", answer.text, re.DOTALL).group(1)


def test_the_form_stands_at_the_foot_and_is_the_same_for_everybody(
    browser: Client, page: TextPage
) -> None:
    first = browser.get("/verktoy/kom-i-gang/")
    again = Client().get("/verktoy/kom-i-gang/")

    assert first.content == again.content
    assert f'action="{SAY}"' in first.text and f'name="side" value="{page.pk}"' in first.text
    assert "csrf" not in first.text and "maxlength" not in first.text
    assert not first.cookies and first["Cache-Control"] == "public, max-age=60"


def test_a_reader_says_something(post: Post, browser: Client, page: TextPage) -> None:
    answer = post()

    assert answer.status_code == 302 and answer["Location"] == f"/si-fra/takk/?side={page.pk}"
    said = Said.objects.get()
    assert (said.words, said.kind, said.page_id, said.day) == (WORDS, "content", page.pk, TODAY)
    thanks = browser.get(answer["Location"])
    assert thanks.status_code == 200 and "/verktoy/kom-i-gang/" in thanks.text
    for seen in (answer, thanks):
        assert not seen.cookies and "no-store" in seen["Cache-Control"] and "Vary" not in seen


def test_this_helped_me_takes_one_press(post: Post) -> None:
    answer = post(words="", helped="1")

    assert answer.status_code == 302
    assert (Said.objects.get().kind, Said.objects.get().words) == ("helped", "")


def test_pressed_twice_is_said_once(post: Post) -> None:
    assert [post().status_code, post().status_code] == [302, 302]
    assert [post(words="", helped="1").status_code for _press in range(2)] == [302, 302]

    assert Said.objects.count() == 2


def test_nothing_about_the_sender_is_kept(
    browser: Client, page: TextPage, clock_at: object
) -> None:
    browser.cookies["sessionid"] = "somebody"
    browser.post(
        SAY,
        {"side": page.pk, "kind": "design", "words": WORDS, "website": ""},
        headers=HERE | {"User-Agent": "Nokia 3310", "X-Forwarded-For": "203.0.113.9"},
        REMOTE_ADDR="203.0.113.9",
    )

    row = " ".join(str(value) for value in Said.objects.values_list().get())
    assert "203.0.113" not in row and "Nokia" not in row and "somebody" not in row
    assert not re.search(r"\d\d:\d\d", row)


@pytest.mark.parametrize(
    "words",
    ["", "x" * 5000, "<script>alert(1)</script> hei", "http://a.no http://b.no http://c.no"],
)
def test_what_is_not_taken_in_comes_back_whole(post: Post, words: str) -> None:
    answer = post(words=words, kind="design")

    assert answer.status_code == 422 and not Said.objects.exists()
    assert unquote(textarea(answer)).replace("&lt;", "<").replace("&gt;", ">") == words
    assert 'value="design" checked' in answer.text and "data-focus" in answer.text
    assert "<script>alert" not in answer.text
    assert 'aria-invalid="true"' in answer.text and 'href="#calm-words"' in answer.text


def test_what_machines_fill_in_is_asked_for_once_more(post: Post) -> None:
    answer = post(website="https://example.com")

    assert answer.status_code == 422 and textarea(answer) == WORDS
    assert bokmal("Look over what you wrote, and send it once more.") in answer.text
    assert not Said.objects.exists()


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, False),
        ({"Origin": "http://testserver"}, True),
        ({"Origin": "https://elsewhere.example"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "null", "Referer": "http://testserver/verktoy/"}, True),
        ({"Referer": "http://testserver/verktoy/kom-i-gang/"}, True),
        ({"Referer": "https://elsewhere.example/"}, False),
        ({"Referer": "http://[broken"}, False),
        ({}, False),
    ],
)
def test_a_form_of_somebody_elses_is_asked_for_once_more(
    post: Post, headers: dict[str, str], taken: bool
) -> None:
    answer = post(headers=headers)

    assert answer.status_code == (302 if taken else 422)
    assert Said.objects.exists() is taken
    assert taken or textarea(answer) == WORDS


def later(seconds: float) -> object:
    return clock.at(clock.now() + timedelta(seconds=seconds))


def test_an_old_browser_gets_through_by_the_calm_page(post: Post) -> None:
    moment = moment_in(post(headers={}))

    with later(20):
        assert post(headers={}, moment=moment).status_code == 302
    assert Said.objects.count() == 1


@pytest.mark.parametrize(("seconds", "taken"), [(0, False), (5, True), (13 * 3600, False)])
def test_the_calm_page_is_sent_neither_at_once_nor_days_later(
    browser: Client, post: Post, page: TextPage, seconds: int, taken: bool
) -> None:
    moment = moment_in(browser.get(f"{SAY}?side={page.pk}"))

    with later(seconds):
        answer = post(moment=moment)

    assert answer.status_code == (302 if taken else 422)
    assert taken or (textarea(answer) == WORDS and moment_in(answer))


def test_a_moment_holds_for_its_page_and_cannot_be_made_up(
    browser: Client, post: Post, page: TextPage, home: HomePage
) -> None:
    other = moment_in(browser.get(f"{SAY}?side={home.pk}"))

    with later(20):
        assert post(moment=other).status_code == 422
        assert post(moment="gjettet").status_code == 422
        assert post(moment=f"{other}x").status_code == 422


def test_on_a_busy_day_the_calm_page_comes_first(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sifting, "BUSY", 0)
    answer = post()
    assert answer.status_code == 422

    with later(20):
        assert post(moment=moment_in(answer)).status_code == 302


def test_when_the_day_is_full_the_words_come_back(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sifting, "FULL", 0)

    answer = post()

    assert answer.status_code == 429 and textarea(answer) == WORDS
    told = "So many have written today that we cannot take in more. Try tomorrow."
    assert bokmal(told) in answer.text


def test_far_too_much_gets_a_plain_answer(
    browser: Client, page: TextPage, settings: object
) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000

    answer = browser.post(SAY, {"side": page.pk, "words": "x" * 2000}, headers=HERE)

    told = "This was far too much at once. Go back one page: what you wrote is still there."
    assert answer.status_code == 413 and bokmal(told) in answer.text


@pytest.mark.parametrize("side", ["", "0", "-1", "abc", "99999999999999999999", "²", "1e3"])
def test_a_page_that_is_not_there_is_the_front_page(
    browser: Client, post: Post, home: HomePage, side: str
) -> None:
    calm = browser.get(SAY, {"side": side})
    assert calm.status_code == 200 and "«Forside»" in calm.text

    assert post(side=side).status_code == 302
    assert Said.objects.get().page_id == home.pk


def test_the_calm_page_says_where_one_is(browser: Client, page: TextPage) -> None:
    answer = browser.get(f"{SAY}?side={page.pk}")

    title = bokmal("Say something about «%(page)s»") % {"page": "Kom i gang"}
    assert f">{title}</h1>" in answer.text and f"<title>{title}" in answer.text.replace("\n", "")
    assert answer.text.count('action="/si-fra/"') == 1, "and not the form of the foot once more"
    assert answer.text.count('aria-current="page"') == 1
    assert answer["Content-Language"] == "nb" and not answer.cookies
    assert answer.text.count('type="radio"') == 4


def test_without_a_site_there_is_no_such_page(browser: Client, db: None) -> None:
    HomePage.objects.all().delete()

    assert browser.get(SAY).status_code == 404


def test_other_ways_of_asking_are_refused(page: TextPage) -> None:
    assert Client().put(SAY).status_code == 405
    assert Client().post("/si-fra/takk/").status_code == 405


# What everybody reads.


@pytest.fixture
def edda(edda: Person, page: TextPage, centre: Organisation) -> Person:
    SiteProfile.objects.get().owners.add(centre)
    editors.mirror(edda)
    return edda


@pytest.fixture
def said_page(home: HomePage) -> DoorPage:
    return home.add_child(instance=DoorPage(title="Dere har sagt", slug="innspill", shows="said"))


@pytest.fixture
def changed_page(home: HomePage) -> DoorPage:
    return home.add_child(instance=DoorPage(title="Endret", slug="endret", shows="changed"))


def show(page: TextPage, edda: Person, words: str) -> Said:
    said = saying.say(page, "content", words)
    assert said is not None
    saying.answer(said, "Ja, det gjør vi.", by=edda)
    return saying.make_public(said, words, by=edda)


def test_from_a_reader_by_an_editor_to_everybody(
    post: Post,
    browser: Client,
    edda: Person,
    page: TextPage,
    said_page: DoorPage,
    changed_page: DoorPage,
) -> None:
    words = "Hvor er malen for honorar?"
    post(words=words)
    places = ("/innspill/", "/endret/", "/verktoy/kom-i-gang/")
    assert not [at for at in places if words in browser.get(at).text], "not before an editor's act"

    said = Said.objects.get()
    saying.answer(said, "Nå ligger den øverst.", by=edda)
    said = saying.make_public(said, words, by=edda, kept=["Hvor"])
    saying.say_changed(page, "Malen ligger øverst.", because_of=said, by=edda)

    shown = browser.get("/innspill/").text
    assert words in shown and "Nå ligger den øverst." in shown and "Malen ligger øverst" in shown
    changed = browser.get("/endret/").text
    assert words in changed and "Malen ligger øverst." in changed
    assert 'href="/verktoy/kom-i-gang/"' in changed
    assert "Malen ligger øverst." in browser.get("/verktoy/kom-i-gang/").text

    saying.set_aside(said, by=edda)
    assert words not in browser.get("/innspill/").text + browser.get("/endret/").text


def test_what_is_said_carries_its_language(
    browser: Client, edda: Person, page: TextPage, said_page: DoorPage
) -> None:
    show(page, edda, "eg veit ikkje kva dei meinte med dette")

    assert 'lang="nn"' in browser.get("/innspill/").text


def test_a_page_that_is_not_published_is_not_named(
    browser: Client, edda: Person, page: TextPage, said_page: DoorPage, changed_page: DoorPage
) -> None:
    show(page, edda, "hei på dere")
    saying.say_changed(page, "Noe nytt.", by=edda)
    page.unpublish()

    for at in ("/innspill/", "/endret/"):
        assert "Kom i gang" not in re.sub(r"<nav.*?</nav>", "", browser.get(at).text, flags=re.S)


@pytest.mark.parametrize("at", ["/innspill/", "/endret/"])
def test_long_lists_cost_as_many_queries_as_short_ones(
    browser: Client,
    edda: Person,
    page: TextPage,
    said_page: DoorPage,
    changed_page: DoorPage,
    at: str,
) -> None:
    def ask() -> int:
        caches["pages"].clear()
        with CaptureQueriesContext(connection) as counted:
            assert browser.get(at).status_code == 200
        return len(counted)

    for number in range(2):
        said = show(page, edda, f"dette er ting {number}")
        saying.say_changed(page, f"Ting {number} er gjort.", because_of=said, by=edda)
    ask()
    few = ask()
    for number in range(2, 25):
        said = show(page, edda, f"dette er ting {number}")
        saying.say_changed(page, f"Ting {number} er gjort.", because_of=said, by=edda)

    assert ask() == few
    on = bokmal("Page %(number)s of %(total)s") % {"number": 2, "total": 2}
    assert on in browser.get(f"{at}?side=2").text


def test_the_house_forgets_by_itself(post: Post) -> None:
    post()
    chore = next(chore for chore in daily.DAILY if chore.name == "feedback forgotten")

    with clock.at(TODAY + timedelta(days=366)):
        assert chore.do() == 1
