"""The first day: from an empty installation to a draft in Word, from notes that exist already.

Agreement, guide and invitation are not touched. From the moment the group's yes on paper is
written down, at most 25 pages are shown before the draft lies on the machine.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.journeys import first_steps
from tests.journeys.conftest import LAPTOP, PHONE
from tests.journeys.held_before import NEVER_TOLD, NOTES, PEOPLE, THEMES, pasted, under
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk
from tests.journeys.words import nb, nb_number

MOST_VIEWS = 25
SERVICE = "Fjordgata dagsenter"
WEEK_AGO = str(date.today() - timedelta(days=7))  # noqa: DTZ011 as somebody at a keyboard says it

Piece = tuple[bool, str]  # whether it is a heading, and its text


@pytest.mark.parametrize(
    ("width", "scripts"),
    [
        pytest.param(LAPTOP, True, id="laptop"),
        pytest.param(PHONE, True, id="phone"),
        pytest.param(LAPTOP, False, id="without scripts"),
    ],
)
def test_from_notes_to_a_draft_on_the_first_day(
    visit: Callable[..., Visitor], tmp_path: Path, width: int, scripts: bool
):
    walk = Walk(visit(width=width, scripts=scripts))
    first_steps.set_up_the_centre(walk)
    first_steps.make_a_second_key(walk)
    first_steps.start_an_evaluation(walk, SERVICE)
    first_steps.do_what_ethics_asks(walk)
    walk.follow("New meeting")
    say_that_the_group_said_yes(walk)
    before = walk.views

    take_in_the_notes(walk)
    mask_everything(walk)
    sort_everything(walk, by_key=scripts and width == LAPTOP)
    page = read_the_draft(walk)
    word = take_it_along(walk, tmp_path)

    assert walk.views - before <= MOST_VIEWS
    for draft in (page, word):
        assert under_themes(draft) == {theme: under(theme) for theme in THEMES}
        assert not [name for name in NEVER_TOLD for _heading, text in draft if name in text]


def say_that_the_group_said_yes(walk: Walk) -> None:
    """A meeting that has been held, and the yes of those who were there: one act."""
    walk.write("What do you call the meeting?", "Gruppa på biblioteket")
    walk.write("Day", WEEK_AGO)
    walk.tick("The meeting has been held")
    walk.write("How many said yes on paper?", str(PEOPLE))
    walk.tick("What they said may be quoted word for word, without their name")
    walk.write("Which version of the information did they get?", "1")
    walk.tick("Nobody from the service was in the room")
    walk.press("Save the meeting")


def take_in_the_notes(walk: Walk) -> None:
    walk.write("Paste your notes here", pasted())
    walk.press("Look through the notes")
    one, many = "%(number)s statement was understood.", "%(number)s statements were understood."
    walk.reads(nb_number(one, many, len(NOTES)))
    expect(walk.field("This is everything from the meeting")).to_be_checked()
    walk.write("Which day was it read aloud to the group?", WEEK_AGO)
    one, many = "Take in %(number)s statement", "Take in %(number)s statements"
    walk.arrive(walk.page.get_by_role("button", name=nb_number(one, many, len(NOTES))).click)


def mask_everything(walk: Walk) -> None:
    """Read every statement; keep one clue with a reason, and write another one anew."""
    walk.field("Keep it, because").fill("Flere her er like gamle.")
    walk.press("I have read all of these")
    walk.press("I have read all of these")
    left = walk.page.locator("section.masking")
    expect(left).to_have_count(1)
    words = left.get_by_role("textbox").first
    assert "prest" in words.input_value(), "a clue without a name is shown, never replaced"
    words.fill("Folk i bygda vet når jeg er borte.")
    walk.press("I have read all of these")
    walk.press("Finish the masking")


def sort_everything(walk: Walk, *, by_key: bool) -> None:
    walk.follow("Sort into themes")
    walk.write("New themes", "\n".join(THEMES))
    walk.press("Add the themes")
    if by_key:
        _sort_by_key(walk)
    elif walk.visitor.scripts:
        _sort_by_choosing(walk)
    else:
        _sort_in_the_form(walk)
    of = {"sorted": len(NOTES), "ready": len(NOTES)}
    expect(walk.page.locator("#sorted")).to_contain_text(nb("%(sorted)s of %(ready)s sorted", **of))


def _sort_by_key(walk: Walk) -> None:
    cards = walk.page.locator("[data-item]")
    cards.first.focus()
    for place, note in enumerate(NOTES):
        walk.page.keyboard.press(str(THEMES.index(note.theme) + 1))
        expect(cards.nth(place).locator(".mark")).to_contain_text(note.theme)
        walk.page.keyboard.press("j")


def _sort_by_choosing(walk: Walk) -> None:
    for card, note in zip(walk.page.locator("[data-item]").all(), NOTES, strict=True):
        card.locator(".txt").click()
        card.get_by_role("combobox").select_option(label=note.theme)
        walk.button("Add", within=card).click()
        expect(card.locator(".mark")).to_contain_text(note.theme)


def _sort_in_the_form(walk: Walk) -> None:
    walk.follow("As a form")
    for card, note in zip(walk.page.locator("li.card").all(), NOTES, strict=True):
        card.get_by_label(note.theme).check()
    walk.press("Save the page")


def read_the_draft(walk: Walk) -> list[Piece]:
    walk.follow("Read the draft")
    pieces = walk.page.locator("article.report :is(h1, h2, h3, p, li, td)")
    told = pieces.evaluate_all("all => all.map(one => [one.tagName, one.textContent])")
    return [(name in {"H1", "H2"}, text.strip()) for name, text in told]


def take_it_along(walk: Walk, folder: Path) -> list[Piece]:
    """The Word document, opened again."""
    document = Document(str(walk.take_home("Take it along in Word", folder)))
    headings = {"Title", "Heading 1"}
    return [(one.style.name in headings, one.text.strip()) for one in document.paragraphs]


def under_themes(draft: Iterable[Piece]) -> dict[str, list[str]]:
    """What is quoted under the heading of each theme."""
    found: dict[str, list[str]] = {theme: [] for theme in THEMES}
    heading = ""
    for is_heading, text in draft:
        heading = text if is_heading else heading
        if not is_heading and heading in found and text.startswith("«"):
            found[heading].append(text.strip("«»"))
    return {theme: sorted(texts) for theme, texts in found.items()}
