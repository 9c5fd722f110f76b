"""The demo project, as its people walk it: the lead, an interviewer, a contact in the service."""

import re

import pytest
from playwright.sync_api import expect

from brukerstemmen.journey.demo.cast import CAST
from brukerstemmen.journey.demo.elvesund import TITLE
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk
from tests.journeys.words import nb

OVERVIEW = re.compile(r"/arbeid/evalueringer/[\w-]+/$")
pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def ingunn(anyone: Visitor) -> Walk:
    """The lead of Elvesund, on her overview; on a laptop, and once more on a phone."""
    return in_elvesund(anyone, "Ingunn Røsvik")


def in_elvesund(visitor: Visitor, name: str) -> Walk:
    walk = Walk(visitor)
    walk.become(name)
    walk.arrive(walk.page.get_by_role("link", name=TITLE, exact=True).click)
    expect(walk.page).to_have_url(OVERVIEW)
    return walk


def test_the_road_says_where_you_are(ingunn: Walk):
    road = ingunn.page.get_by_role("navigation", name=nb("Steps of the evaluation"))
    expect(road).to_contain_text(nb("Meetings"))
    told = [nb("You are here"), nb("You are at step %(number)s of %(total)s", number=4, total=8)]
    assert any(words in road.inner_text() for words in told)


def test_everybody_of_the_cast_has_a_button(anyone: Visitor):
    walk = Walk(anyone)
    walk.go("/konto/login/")

    for one in CAST:
        expect(walk.page.get_by_role("button", name=one.name)).to_be_visible()


def test_the_lead_fills_in_what_is_known(ingunn: Walk):
    """Station 1."""
    ingunn.step("Agreement")
    about = ingunn.page.get_by_role("region", name=nb("What it is about"))
    ingunn.follow("Change", within=about)
    ingunn.write("Who do you not reach?", "De som har flyttet fra kommunen.")
    ingunn.press("Save")
    ingunn.reads("De som har flyttet fra kommunen.")


def test_the_lead_invites_somebody_and_tells_it_from_the_service(ingunn: Walk):
    """Station 2."""
    ingunn.follow("To the team")
    ingunn.follow("Invite somebody")
    ingunn.write("Name", "Åse Moen")
    ingunn.write("E-mail", "ase@example.com")
    ingunn.press("Give the role")
    ingunn.reads("Åse Moen")
    expect(ingunn.page.get_by_role("region", name=nb("On the team"))).to_contain_text("Åse Moen")


def test_the_lead_writes_a_question_and_gets_advice(ingunn: Walk):
    """Station 3."""
    ingunn.step("Prepare")
    ingunn.press("Make a new version")
    theme = ingunn.page.locator("section.panel").filter(has_text="1. ").first
    theme.get_by_text(nb("Add a question")).click()
    ingunn.field("Question", within=theme).fill("Var det ikke fint å bli tatt imot?")
    ingunn.press("Add the question", within=theme)
    ingunn.reads("Var det ikke fint å bli tatt imot?")
    ingunn.sees("Advice")


def test_the_lead_reads_what_an_interviewer_has_masked(ingunn: Walk):
    """Stations 5 and 6: what waits in the fourth meeting is read, and the masking is finished."""
    ingunn.step("Meetings")
    ingunn.arrive(ingunn.page.get_by_role("link", name="B4 Kommunale tilbud").click)
    ingunn.follow("Start masking")
    sheets = ingunn.page.locator("section.masking")
    expect(sheets).to_have_count(6)
    expect(sheets.filter(has_text="Hun på boligkontoret").locator("mark")).not_to_have_count(0)
    for field in ingunn.page.get_by_label(nb("Keep it, because")).all():
        field.fill("Gjelder mange her.")
    ingunn.press("I have read all of these")
    ingunn.press("Finish the masking")
    ingunn.sees("The words may go on")


def test_the_lead_sorts_and_reads_the_draft(ingunn: Walk):
    """Station 8, and the draft."""
    ingunn.step("Themes")
    ingunn.arrive(ingunn.page.locator(".tabs").get_by_text(nb("Without a theme")).click)
    card = ingunn.page.locator("[data-item]").first
    words = card.locator(".txt").inner_text()
    card.locator(".txt").click()
    card.get_by_role("combobox").select_option(label="Informasjon og rettigheter")
    ingunn.button("Add", within=card).click()
    expect(card.locator(".mark")).to_contain_text("Informasjon og rettigheter")
    ingunn.up()
    ingunn.step("Report")
    ingunn.follow("Read the draft")
    ingunn.reads(words)
    expect(ingunn.page.locator("article.report")).to_contain_text("Informasjon og rettigheter")


def test_an_interviewer_approves_the_guide_that_the_lead_has_changed(anyone: Visitor, visit):
    ingunn = in_elvesund(visit(), "Ingunn Røsvik")
    ingunn.step("Prepare")
    ingunn.press("Make a new version")
    expect(ingunn.button("Approve and lock")).to_have_count(0)

    walk = in_elvesund(anyone, "Tor-Eirik Lund")
    walk.step("Prepare")
    walk.press("Approve and lock")
    walk.sees("This version is approved and locked. To change something, make a new version.")


def test_an_interviewer_writes_down_and_reads_aloud(anyone: Visitor):
    """Station 5, in an individual meeting that was broken off before it was read aloud."""
    walk = in_elvesund(anyone, "Tor-Eirik Lund")
    walk.step("Meetings")
    walk.arrive(walk.page.get_by_role("link", name="I2 Eneintervju").click)
    walk.press("Open for writing again")
    field = walk.page.locator("#id_words")
    for words in ("De sa navnet mitt riktig.", "Jeg fikk sitte ved vinduet."):
        field.press_sequentially(words)
        field.press("Enter")
        expect(walk.page.locator("ol.statements")).to_contain_text(words)
        expect(field).to_be_focused()
        expect(field).to_have_value("")
    walk.follow("Read aloud")
    walk.press("Yes, that is how it is")
    _change_the_wording(walk)
    _write_both_views(walk)
    _hear_the_rest(walk)
    walk.press("No more to say")
    walk.press("We are done")
    walk.sees("Take away what may show who somebody is")


def _change_the_wording(walk: Walk) -> None:
    walk.follow("We want to change it")
    walk.write("The wording", "De ba om fødselsnummeret mitt mens alle hørte på.")
    walk.press("This is how it is")
    walk.reads("De ba om fødselsnummeret mitt mens alle hørte på.")
    walk.press("Yes, that is how it is")


def _write_both_views(walk: Walk) -> None:
    """The other view stands beside the first one, which stays as it is."""
    said = walk.page.locator("#said").inner_text()
    walk.follow("Not everybody agrees. Write both")
    walk.write("What do the others say?", "For meg tok det et halvt år.")
    walk.press("Keep both")
    expect(walk.page.locator("#said")).to_have_text(said)


def _hear_the_rest(walk: Walk) -> None:
    for _statement in range(20):
        if walk.button("No more to say").is_visible():
            return
        walk.press("Yes, that is how it is")
    raise AssertionError("reading aloud never ends")


def test_a_contact_in_the_service_sees_the_page_of_the_service_only(anyone: Visitor):
    walk = Walk(anyone)
    walk.become("Berit Solhaug")
    expect(walk.page).to_have_url(re.compile(r"/tjeneste/$"))
    walk.reads(TITLE)

    of_elvesund = "/arbeid/evalueringer/sammen-om-overgangene-bruker-spor-bruker/"
    inside = ["", "om/", "team/", "guide/", "moter/", "moter/1/", "moter/1/skriv/", "temaer/"]
    inside += ["moter/1/masker/", "utkast/", "utkast.docx", "tall.csv"]
    for address in ["/arbeid/", "/arbeid/evalueringer/", *(of_elvesund + part for part in inside)]:
        assert walk.page.request.get(address).status == 404, address
