"""Sorting with single keys: down and up, a theme, a note, undo; and keys that rest."""

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk
from tests.journeys.words import nb

FIRST, SECOND = "Å bli møtt", "Å få tak i hjelp"
BOARD = "/arbeid/evalueringer/sammen-om-overgangene-bruker-spor-bruker/temaer/"
pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def board(laptop: Visitor) -> Walk:
    """The lead before statements without a theme, with the first of them in hand."""
    walk = Walk(laptop)
    walk.become("Ingunn Røsvik")
    walk.go(f"{BOARD}?theme=none")
    cards(walk).first.focus()
    return walk


def cards(walk: Walk) -> Locator:
    return walk.page.locator("[data-item]")


def in_hand(walk: Walk) -> Locator:
    return walk.page.locator("[data-item][aria-current=true]")


def themes_of(card: Locator) -> Locator:
    return card.locator("button.mark")


def told(*names: str) -> list[str]:
    """The marks of a statement, as they are read aloud."""
    return [f"{nb('Take out of')} {name}" for name in names]


def press(walk: Walk, *keys: str) -> None:
    for key in keys:
        walk.page.keyboard.press(key)


def test_j_and_k_move_down_and_up_and_stay_at_the_ends(board: Walk):
    press(board, "j", "j")
    expect(cards(board).nth(2)).to_be_focused()

    press(board, "k", "k", "k", "k")
    expect(cards(board).first).to_be_focused()
    expect(in_hand(board)).to_have_count(1)


def test_digits_give_themes_and_a_second_press_later_takes_one_back(board: Walk):
    press(board, "1")
    expect(themes_of(in_hand(board))).to_have_text(told(FIRST))
    press(board, "2")
    expect(themes_of(in_hand(board))).to_have_text(told(FIRST, SECOND))

    board.page.wait_for_timeout(500)
    press(board, "1")
    expect(themes_of(in_hand(board))).to_have_text(told(SECOND))
    board.look()


def test_a_double_press_gives_the_theme_once(board: Walk):
    press(board, "1", "1")
    expect(themes_of(in_hand(board))).to_have_text(told(FIRST))
    board.rests()
    expect(themes_of(in_hand(board))).to_have_text(told(FIRST))

    name = board.page.locator("[data-theme]", has_text=SECOND)
    name.dblclick()
    expect(themes_of(in_hand(board))).to_have_text(told(FIRST, SECOND))


def test_quick_keys_on_several_statements_each_reach_theirs(board: Walk):
    press(board, "1", "j", "2", "j", "1", "2")

    expect(themes_of(cards(board).nth(0))).to_have_text(told(FIRST))
    expect(themes_of(cards(board).nth(1))).to_have_text(told(SECOND))
    expect(themes_of(cards(board).nth(2))).to_have_text(told(FIRST, SECOND))


def test_z_undoes_one_step_at_a_time(board: Walk):
    board.go(BOARD)
    board.page.locator("[data-item][data-themes='']").first.focus()
    count = board.page.locator("#sorted-label")
    before = count.inner_text()
    press(board, "1")
    expect(count).not_to_have_text(before)
    press(board, "2")
    expect(themes_of(in_hand(board))).to_have_text(told(FIRST, SECOND))

    press(board, "z")
    expect(themes_of(in_hand(board))).to_have_text(told(FIRST))
    press(board, "z")
    expect(themes_of(in_hand(board))).to_have_count(0)
    expect(count).to_have_text(before)


def test_m_opens_a_note_in_which_letters_are_letters(board: Walk):
    press(board, "m")
    note = in_hand(board).locator("textarea")
    expect(note).to_be_focused()
    board.page.keyboard.type("1 jz mk")
    expect(note).to_have_value("1 jz mk")
    expect(themes_of(in_hand(board))).to_have_count(0)

    board.button("Save the note", within=in_hand(board)).click()
    expect(in_hand(board).locator("textarea")).to_have_value("1 jz mk")
    board.arrive(board.page.reload)
    expect(cards(board).first.locator("textarea")).to_have_value("1 jz mk")


def test_escape_leaves_the_note_for_its_statement(board: Walk):
    press(board, "m", "Escape", "j")

    expect(cards(board).nth(1)).to_be_focused()


def test_keys_that_are_turned_off_rest_until_they_are_turned_on(board: Walk):
    with board.page.expect_response("**/taster/"):
        board.button("Keys are on").click()
    board.arrive(board.page.reload)
    cards(board).first.focus()
    press(board, "1", "j")
    expect(cards(board).first).to_be_focused()
    expect(themes_of(cards(board).first)).to_have_count(0)

    board.button("Keys are off").click()
    cards(board).first.focus()
    press(board, "1")
    expect(themes_of(cards(board).first)).to_have_text(told(FIRST))


def test_what_happened_is_told_to_those_who_do_not_see_it(board: Walk):
    press(board, "1")

    expect(board.page.locator("[data-live]")).to_contain_text(nb("Sorted"))
