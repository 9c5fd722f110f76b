"""Station 7 from the desk: the words go back to those who said them, each in their own way.

The lead opens the round, an interviewer writes down what somebody says by telephone, and what is
said in new words is masked like anything else, also in a meeting that was done.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from brukerstemmen.journey.demo.cast import POST_ADDRESS
from tests.journeys import own_door
from tests.journeys.conftest import LAPTOP, PHONE
from tests.journeys.own_door import ELVESUND
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk
from tests.journeys.words import nb

pytestmark = pytest.mark.usefixtures("demo")
FIRST_MEETING = f"{ELVESUND}moter/1/"
BY_TELEPHONE, BY_POST, BY_CODE = 2, 3, 5  # the numbers of those who were in the first meeting
SAID_BY_TELEPHONE = "Jeg vil si det sånn: ingen hørte etter."
NAMED = "Kåre Tveitmoen"
WRITTEN = f"Det gikk bedre da {NAMED} satte seg ned sammen med oss."
GOES_ON = "Det gikk bedre da [navn] satte seg ned sammen med oss."
WAYS = {
    "laptop": (LAPTOP, True),
    "phone": (PHONE, True),
    "without scripts": (PHONE, False),
}


@pytest.mark.parametrize(("width", "scripts"), WAYS.values(), ids=list(WAYS))
def test_words_go_back_and_come_home(visit: Callable[..., Visitor], width: int, scripts: bool):
    lead = Walk(visit(width=width, scripts=scripts))
    lead.become("Ingunn Røsvik")
    open_the_round(lead)
    choose_how_each_gets_theirs(lead)
    print_and_post_the_letter(lead)
    code = own_door.new_code_for(lead, BY_CODE)

    interviewer = Walk(visit(width=width, scripts=scripts))
    interviewer.become("Nadia Hessen")
    write_down_what_is_said_by_telephone(interviewer)
    somebody = own_door.enters(visit(width=PHONE, scripts=scripts), code)
    say_it_in_new_words(somebody)

    mask_the_new_words(interviewer)
    somebody.go("/d/ord/")
    somebody.page.get_by_text(nb("Everything you have said")).click()
    somebody.reads(GOES_ON)


def open_the_round(lead: Walk) -> None:
    lead.go(ELVESUND)
    lead.follow("Words given back")
    lead.follow("Give the words back")
    lead.press("Give the words back")
    expect(lead.page).to_have_url(re.compile(r"/validering/$"))


def choose_how_each_gets_theirs(lead: Walk) -> None:
    way_of(lead, BY_TELEPHONE).select_option("phone")
    way_of(lead, BY_POST).select_option("post")
    lead.press("Save", within=lead.page.locator("#offers + form"))
    expect(way_of(lead, BY_TELEPHONE)).to_have_value("phone")
    expect(way_of(lead, BY_CODE)).to_have_value("code")


def way_of(lead: Walk, number: int) -> Locator:
    return lead.field("How %(code)s gets their words", code=f"D{number:02d}")


def print_and_post_the_letter(lead: Walk) -> None:
    """A number and the words stand in it, and no name; then it is in the post."""
    lead.follow("Letters to print")
    letter = lead.page.locator("article.letter")
    expect(letter).to_have_count(1)
    expect(letter.locator(".letter-number")).to_contain_text(f"D{BY_POST:02d}")
    expect(letter.locator("footer")).to_contain_text(POST_ADDRESS)
    lead.press("They are posted")
    expect(lead.page).to_have_url(re.compile(r"/validering/$"))
    expect(lead.page.locator(f"#told-{BY_POST}")).to_have_count(0)


def write_down_what_is_said_by_telephone(interviewer: Walk) -> None:
    """Event 10: one who has no code of their own says it to somebody they trust."""
    interviewer.go(ELVESUND)
    interviewer.follow("Words given back")
    interviewer.follow("What %(code)s says", code=f"D{BY_TELEPHONE:02d}")
    interviewer.tick("Change it to these words")
    interviewer.write("Their new words", SAID_BY_TELEPHONE)
    interviewer.press("Save what they say")
    interviewer.sees("Saved.")
    interviewer.sees("New words, to be masked")


def say_it_in_new_words(somebody: Walk) -> None:
    somebody.follow("Your words")
    somebody.follow("Change the words")
    somebody.write("How do you want it to be?", WRITTEN)
    somebody.press("Use these words")
    somebody.press("Keep them as they are")  # a name they want to stand: the team reads it anyway


def mask_the_new_words(interviewer: Walk) -> None:
    """The meeting was masked and done; what is new in it waits on its page and on the overview."""
    interviewer.go(f"{ELVESUND}validering/")
    interviewer.follow("Go to the masking")
    interviewer.go(FIRST_MEETING)
    interviewer.follow("Read the new words")
    sheets = interviewer.page.locator("section.masking")
    expect(sheets).to_have_count(2)
    field = sheets.filter(has_text=NAMED).get_by_role("textbox").first
    field.fill(GOES_ON)
    interviewer.press("I have read all of these")
    interviewer.go(FIRST_MEETING)
    interviewer.sees("The words may go on")
