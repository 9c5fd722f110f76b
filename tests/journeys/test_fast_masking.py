"""Reading a whole meeting quickly: sixty statements without a mouse, and some with a thumb.

Nothing is waited for but what the page shows: a statement folds when it is ready.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys import first_steps
from tests.journeys.conftest import LAPTOP, PHONE
from tests.journeys.test_first_day import SERVICE, WEEK_AGO, say_that_the_group_said_yes
from tests.journeys.visitor import PATIENCE, Visitor
from tests.journeys.walk import Walk
from tests.journeys.words import nb, nb_number

WITH_A_THUMB, WITHOUT_A_MOUSE = 4, 60
NAME, INSTEAD = "Torbjørn", "en i staben"
SHOWN = "En i staben satte seg ned"
REASON = "Det gjelder mange her."
LINES = (
    "Torbjørn satte seg ned og ventet til jeg var klar.",
    "Jeg måtte fortelle alt på nytt mange ganger.",
    "Jeg er visst den eneste på min alder her.",
    "Døra var låst, og ingen åpnet før det hadde gått lang tid.",
    "Ingen fortalte meg hva medisinen gjorde med søvnen.",
    "Kaffen er varm, og noen sitter der uten å spørre om noe.",
)
# In each key that waits: what somebody does with what it stands on.
ON = "document.activeElement"


@pytest.fixture
def meeting(visit: Callable[..., Visitor]) -> Walk:
    """The lead before a meeting of which nothing is masked yet."""
    walk = Walk(visit(width=LAPTOP))
    first_steps.set_up_the_centre(walk)
    first_steps.make_a_second_key(walk)
    first_steps.start_an_evaluation(walk, SERVICE)
    first_steps.do_what_ethics_asks(walk)
    walk.follow("New meeting")
    say_that_the_group_said_yes(walk)
    number = WITH_A_THUMB + WITHOUT_A_MOUSE
    lines = [f"D0{at % 6 + 1} + {LINES[at % len(LINES)]}" for at in range(number)]
    walk.write("Paste your notes here", "\n".join(lines))
    walk.press("Look through the notes")
    walk.write("Which day was it read aloud to the group?", WEEK_AGO)
    words = nb_number("Take in %(number)s statement", "Take in %(number)s statements", number)
    walk.arrive(walk.page.get_by_role("button", name=words).click)
    return walk


def test_a_meeting_is_read_with_a_thumb_and_without_a_mouse(
    meeting: Walk, visit: Callable[..., Visitor]
) -> None:
    phone = Walk(visit(width=PHONE))
    phone.visitor.context.add_cookies(meeting.visitor.context.cookies())
    phone.go(meeting.page.url)
    choose_a_name_everywhere(phone)
    for _statement in range(WITH_A_THUMB):
        read_by_touch(phone)
    phone.look()
    is_ready(phone, WITH_A_THUMB)

    meeting.arrive(meeting.page.reload)
    done = WITH_A_THUMB
    while done < WITH_A_THUMB + WITHOUT_A_MOUSE:
        done += read_what_is_shown(meeting)
        is_ready(meeting, done)
        meeting.look()
        meeting.page.keyboard.press("j")
        if done < WITH_A_THUMB + WITHOUT_A_MOUSE:
            expect(meeting.page.locator("[data-more]")).to_be_focused()
            meeting.arrive(lambda: meeting.page.keyboard.press("Enter"))

    expect(meeting.page.locator("#mask-figures")).to_contain_text(
        nb("On average %(seconds)s s for each statement.", seconds="").split()[1]
    )
    meeting.arrive(meeting.page.reload)
    expect(meeting.button("Finish the masking")).to_be_visible()


def choose_a_name_everywhere(walk: Walk) -> None:
    """Once, in the list at the side; every statement with the name is shown so."""
    walk.page.get_by_role("heading", name=nb("Names in the meeting")).tap()
    row = walk.page.locator(".mask-names li").filter(has_text=NAME)
    row.locator("summary").tap()
    field = row.get_by_label(nb("Called instead"))
    field.fill(INSTEAD)
    field.press("Enter")  # it would press the first name's button, whichever field it was in
    expect(field).to_have_value(INSTEAD)
    walk.arrive(row.locator("button[value^=instead]").tap)
    walk.sees("This is chosen for the whole meeting.")
    expect(walk.page.get_by_role("textbox").filter(has_text=SHOWN).first).to_be_visible()


def read_by_touch(walk: Walk) -> None:
    sheet = open_sheets(walk).first
    pk = sheet.get_attribute("id")
    for hit in sheet.locator("[data-hit]").all():
        hit.locator("[data-reason]").fill(REASON)
    sheet.locator("[data-finish]").tap()
    expect(walk.page.locator(f"[id='{pk}'].masking-done")).to_be_visible(timeout=PATIENCE)


def read_what_is_shown(walk: Walk) -> int:
    """Every statement on the page, with keys alone. Returns how many there were."""
    number = open_sheets(walk).count()
    keys = walk.page.keyboard
    keys.press("j")
    for at in range(number):
        sheet = walk.page.locator(f"section[id='{id_in_hand(walk)}']")
        decide(walk, sheet)
        read(walk, sheet)
        if at == 0:  # too quick: the reading is taken back, and what was written stands again
            keys.press("z")
            expect(sheet.locator("[data-finish]")).to_be_visible()
            expect(in_hand(walk)).to_have_attribute("data-finish", "")
            read(walk, sheet)
    return number


def decide(walk: Walk, sheet: Locator) -> None:
    """What still stands in the words is kept with a reason; then the reading is in hand."""
    for hit in sheet.locator("[data-hit]:not([data-done])").all():
        walk.page.keyboard.press("l")
        expect(hit.locator("[data-reason]")).to_be_focused()
        walk.page.keyboard.type(REASON)
        walk.page.keyboard.press("Enter")
    expect(sheet.locator("[data-finish]")).to_be_focused()


def read(walk: Walk, sheet: Locator) -> None:
    walk.page.keyboard.press("Enter")
    expect(sheet).to_have_class("masking masking-done", timeout=PATIENCE)


def in_hand(walk: Walk) -> Locator:
    return walk.page.locator(":focus")


def id_in_hand(walk: Walk) -> str:
    return walk.page.evaluate(f"{ON}.closest('[data-sheet]')?.id ?? ''")


def open_sheets(walk: Walk) -> Locator:
    return walk.page.locator("section[data-sheet]")


def is_ready(walk: Walk, number: int) -> None:
    gaps = {"ready": number, "all": WITH_A_THUMB + WITHOUT_A_MOUSE}
    expect(walk.page.locator("#mask-progress")).to_contain_text(
        nb("%(ready)s of %(all)s statements are ready", **gaps), timeout=PATIENCE
    )
