"""The public site in a browser: read by anybody, said something about, written and co-read."""

import zipfile
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from brukerstemmen.library.models import DoorPage, LibraryPage
from tests.journeys.conftest import LAPTOP, PHONE
from tests.journeys.own_door import ELVESUND
from tests.journeys.reading import CO_READER, EDITOR, Desk, Reader, desk_of, number_of
from tests.journeys.visitor import PATIENCE, Visitor
from tests.journeys.walk import Walk

AT_MOST = 5  # taps
WHEN_A_REPORT_IS_OUT = 167  # a day of the demo project
IN_SHORT = "Hva folk sa om å bli flyttet mellom tjenester, og hva de fikk til svar."
# A width, and whether there are scripts.
WAYS = {"phone": (PHONE, True), "laptop": (LAPTOP, True), "without scripts": (PHONE, False)}
# Other languages, what a reader writes on, and an address that leads nowhere.
BESIDE_THE_TREE = ["/nn/", "/en/", "/en/verktoy/metoder/bruker-spor-bruker/", "/si-fra/"]

# What a relative says of a page, what only the editors see of it, and what comes of it.
ABOUT = "/verktoy/honorar/"
SAID = "Jeg fant ikke hvem som betaler reisen for pårørende."
POINTS = "Ring meg på 20 55 03 19."
ANSWER = "Ja. Det manglet, og nå står det der."
DONE = "Vi skrev hvem som betaler reisen."
BEHIND = (
    "The page has changed in the language it was first written in. "
    "This translation has not followed yet."
)


@pytest.fixture
def site(demo_on: Callable[..., None]) -> None:
    """The public site as it begins, beside a demo whose report everybody may read."""
    demo_on(WHEN_A_REPORT_IS_OUT, site=True)


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(("width", "scripts"), WAYS.values(), ids=list(WAYS))
def test_from_the_front_page_to_a_template_in_hand(
    visit: Callable[..., Visitor], tmp_path, width: int, scripts: bool
):
    somebody = Reader(visit(width=width, scripts=scripts))
    somebody.go("/")
    doors = somebody.page.locator("main")
    somebody.tap(doors.get_by_role("link", name="Finn ut hva som passer", exact=True))
    assert somebody.path() == "/verktoy/velg/"
    somebody.tap(somebody.page.get_by_role("link", name="Mye. Vi vet hva som er galt"))
    somebody.tap(somebody.page.get_by_role("link", name="Få vite hvordan det er"))
    somebody.tap(somebody.link("Show the suggestion so far"))
    with somebody.page.expect_download(timeout=PATIENCE) as coming:
        somebody.page.get_by_role("link", name="Word").first.click()
    somebody.taps += 1

    assert somebody.taps <= AT_MOST
    kept = tmp_path / coming.value.suggested_filename
    coming.value.save_as(kept)
    assert kept.suffix == ".docx"
    assert "word/document.xml" in zipfile.ZipFile(kept).namelist()
    # Whoever gets the address sees the same.
    other = Reader(visit(width=width))
    other.go(somebody.page.url.removeprefix(somebody.visitor.address))
    suggested = somebody.page.locator("#suggestion").inner_text()
    expect(other.page.locator("#suggestion")).to_have_text(suggested)
    other.leaves_nothing()


@pytest.mark.ignore_template_errors  # Wagtail's own ask for what is not there
@pytest.mark.usefixtures("site")
def test_what_a_relative_says_is_answered_and_seen_to(visit: Callable[..., Visitor]):
    relative = Reader(visit(width=PHONE))
    relative.go(ABOUT)
    relative.tick("How it is put together")
    relative.write("Your words", f"{SAID} {POINTS}")
    relative.press("Send what you wrote")
    relative.sees("We have it. The editors read everything. We do not know who you are.")
    relative.leaves_nothing()

    answers(desk_of(visit, EDITOR))

    # In another window: the first may keep what it has read for a minute.
    anybody = Reader(visit(width=PHONE))
    for address, words in {
        "/innspill/": (SAID, ANSWER, DONE),
        "/endret/": (SAID, DONE),
        ABOUT: (DONE,),
    }.items():
        anybody.go(address)
        for one in words:
            anybody.reads(one)
        expect(anybody.page.locator("body")).not_to_contain_text("20 55 03 19")


def answers(editor: Desk) -> None:
    """From the menu to what was said; the answer, the words, what was changed because of it."""
    editor.arrive(editor.page.get_by_role("link", name=editor.words("What readers say")).click)
    editor.arrive(editor.page.get_by_role("link", name=SAID).click)
    editor.press("I have read it")
    editor.write("Your answer", ANSWER)
    editor.press("Keep the answer")
    assert "20 55 03 19" not in editor.field("The words everybody can read").input_value()
    editor.write("The words everybody can read", SAID)
    editor.press("Show the words and the answer")
    editor.write("What was changed?", DONE)
    editor.press("Tell of the change")


@pytest.mark.ignore_template_errors  # Wagtail's own ask for what is not there
@pytest.mark.usefixtures("site")
def test_a_page_is_written_read_published_translated_and_kept_up(visit: Callable[..., Visitor]):
    below = number_of(Reader(visit()), "/verktoy/")
    writer = desk_of(visit, EDITOR)
    writer.go(f"/rediger/pages/add/library/advicepage/{below}/")
    writes(writer, title="Kaffe til alle", summary="Sett på kaffen før dere begynner.")
    writer.keep()
    writer.keep("submit")
    stands(visit, "/verktoy/kaffe-til-alle/", status=404)
    co_reads(visit, "Kaffe til alle")
    stands(visit, "/verktoy/kaffe-til-alle/", "Sett på kaffen før dere begynner.")

    source = number_of(Reader(visit()), "/verktoy/kaffe-til-alle/")
    writer.go(f"/rediger/translation/submit/page/{source}/")
    writer.page.get_by_label("Nynorsk").check()
    writer.arrive(writer.page.locator('form [type="submit"]').last.click)
    writes(writer, title="Kaffi til alle", summary="Set på kaffien før de byrjar.")
    writer.keep()
    writer.keep("submit")
    co_reads(visit, "Kaffi til alle")
    followed = stands(visit, "/nn/verktoy/kaffi-til-alle/", "Set på kaffien før de byrjar.")
    expect(followed.page.get_by_text(followed.words(BEHIND))).to_have_count(0)

    changes_a_word(writer, source)
    left = stands(visit, "/nn/verktoy/kaffi-til-alle/", "Set på kaffien før de byrjar.")
    left.sees(BEHIND)
    writer.go("/rediger/reports/oversettelser/")
    writer.reads("Kaffi til alle")
    writer.press("Yes, it is seen to")
    writer.sees("No translation is older than its source.")
    followed = stands(visit, "/nn/verktoy/kaffi-til-alle/", "Set på kaffien før de byrjar.")
    expect(followed.page.get_by_text(followed.words(BEHIND))).to_have_count(0)


def writes(writer: Desk, **told: str) -> None:
    for name, words in told.items():
        field = writer.page.locator(f'#page-edit-form [name="{name}"]')
        field.clear()
        field.press_sequentially(words)  # by keys: the address of a page follows its title


def co_reads(visit: Callable[..., Visitor], title: str) -> None:
    """The co-reader finds what waits, sees it as readers will, and says yes."""
    reader = desk_of(visit, CO_READER)
    reader.arrive(reader.page.get_by_role("link", name=reader.words("To read")).first.click)
    reader.arrive(reader.page.get_by_role("link", name=title).click)
    shown = reader.page.frame_locator("iframe.to-read")
    expect(shown.get_by_role("heading", name=title)).to_be_visible()
    reader.press("Yes, this can go out")
    reader.sees("Nothing waits for you. You get a letter when somebody asks.")


def stands(
    visit: Callable[..., Visitor], address: str, words: str = "", *, status: int = 200
) -> Reader:
    """What somebody who has never been here meets at an address."""
    somebody = Reader(visit(width=PHONE), language="nn" if address.startswith("/nn/") else "nb")
    answer = somebody.page.goto(address)
    assert answer is not None and answer.status == status
    somebody.look()
    if words:
        somebody.reads(words)
    return somebody


def changes_a_word(writer: Desk, number: str) -> None:
    """A small correction goes out at once, with its reason."""
    writer.go(f"/rediger/pages/{number}/edit/")
    writes(writer, summary="Sett på kaffen før møtet.")
    writer.keep()
    writer.go(f"/rediger/retting/{number}/")
    writer.write("What was wrong?", "Klarere ord")
    writer.press("Publish the correction")


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(("width", "scripts"), WAYS.values(), ids=list(WAYS))
def test_a_typing_error_is_forgiven_and_nothing_found_still_helps(
    visit: Callable[..., Visitor], width: int, scripts: bool
):
    somebody = Reader(visit(width=width, scripts=scripts))
    somebody.go("/")
    search(somebody, "hoonorar")
    expect(somebody.page.locator("#list mark").first).to_be_visible()
    found = somebody.page.locator("#list h3 a", has_text="onorar")
    somebody.tap(found.first)
    expect(somebody.page.locator("h1")).to_contain_text("onorar")

    somebody.go("/sok/")
    search(somebody, "<kvantegravitasjon>")
    expect(somebody.page.locator("#list mark")).to_have_count(0)
    expect(somebody.page.locator("#found")).to_contain_text("<kvantegravitasjon>")
    # There is a way on from nothing.
    somebody.tap(somebody.page.locator("#list .cards a").first)
    assert somebody.path() not in {"/", "/sok/"}

    somebody.go(f"/rapporter/tema/?om={'a' * 1_000}")
    somebody.visitor.fits()
    somebody.leaves_nothing()


def search(somebody: Reader, words: str) -> None:
    """In the field of the page itself, not the one at the top."""
    field = somebody.page.locator("main").get_by_role("searchbox")
    field.fill(words)
    somebody.arrive(lambda: field.press("Enter"))
    assert somebody.path() == "/sok/"


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("width", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_every_kind_of_page_is_readable_and_leaves_nothing(
    visit: Callable[..., Visitor], width: int
):
    somebody = Reader(visit(width=width))
    for address in [*one_of_each_kind(), *BESIDE_THE_TREE]:
        somebody.go(address)
        assert somebody.page.locator("h1").count() == 1, address
        somebody.leaves_nothing()


@pytest.mark.usefixtures("site")
def test_every_kind_of_page_is_readable_without_scripts(visit: Callable[..., Visitor]):
    # Axe is a script itself: the page's own never arrive, and axe sees what is there without.
    somebody = Reader(visit(width=PHONE))
    somebody.page.route("**/*.js", lambda route: route.abort())
    for address in [*one_of_each_kind(), *BESIDE_THE_TREE]:
        somebody.go(address)
        assert not somebody.page.locator("html.js").count()
        expect(somebody.page.locator("header a[aria-current]").first).to_be_visible()


def one_of_each_kind() -> list[str]:
    """The address of a page of each kind, and of each with a function of its own."""
    pages = LibraryPage.objects.live().filter(locale__language_code="nb").order_by("path")
    found = {page.specific_class: page.url for page in pages}
    doors = DoorPage.objects.live().filter(locale__language_code="nb")
    return [*found.values(), *(door.url for door in doors)]


@pytest.mark.usefixtures("site")
def test_a_lead_puts_a_report_into_the_archive(visit: Callable[..., Visitor]):
    lead = Walk(visit())
    lead.become("Ingunn Røsvik")
    lead.go(f"{ELVESUND}rapport/slutt/")
    lead.follow("What has gone out")
    lead.follow("Put it into the archive")
    lead.write("What it says, in one to three sentences", "")
    lead.press("Put it into the archive")
    lead.sees("Write one to three sentences.")
    lead.write("What it says, in one to three sentences", IN_SHORT)
    lead.field("County").select_option("Trøndelag")
    themes = lead.field("Themes, one a line").input_value().splitlines()
    lead.press("Put it into the archive")

    somebody = Reader(visit(width=PHONE))
    somebody.go("/rapporter/")
    somebody.reads(IN_SHORT)
    somebody.tap(somebody.page.locator("#list h3 a, #list h2 a").first)
    somebody.reads(IN_SHORT)
    somebody.tap(somebody.page.get_by_role("link", name=themes[0], exact=True).first)
    expect(somebody.page.locator("#theme")).to_have_text(themes[0])
    somebody.leaves_nothing()
