"""What is only there in the demo is not there outside it."""

from playwright.sync_api import expect

from tests.journeys.visitor import Visitor
from tests.journeys.words import nb


def test_nobody_becomes_somebody_by_a_button(laptop: Visitor):
    laptop.page.goto("/konto/login/")

    expect(laptop.page.get_by_text(nb("Be one of the people in the story"))).to_have_count(0)
    assert laptop.page.request.get("/demo/").status == 404
    assert laptop.page.request.post("/demo/", form={"person": "1"}).status == 404
