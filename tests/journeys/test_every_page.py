"""Every page somebody can find by following links: it fits, shuts nobody out, leads on.

One page of each door is looked at, on a laptop and on a phone, in bokmål. Those without account
are looked at on a small phone too.
"""

from collections import deque
from collections.abc import Callable, Collection
from urllib.parse import urlsplit

import pytest
from django.urls import resolve

from brukerstemmen.journey.demo.elvesund import TITLE
from tests.journeys import own_door
from tests.journeys.conftest import LAPTOP, PHONE
from tests.journeys.own_door import SMALL_PHONE
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk

FILES = (".docx", ".csv", ".xlsx", ".pdf", ".json", ".xml", "/oai/", "/kopi/")
AWAY = "/d/ut/"  # out of the house, to a page of somebody else
LEAD = "Ingunn Røsvik"
SIXTH = "/arbeid/evalueringer/sammen-om-overgangene-bruker-spor-bruker/moter/6/"
LINKS = "all => all.map(link => link.href)"
INVITING = (
    "invitation",
    "invitation_text",
    "slips_new",
    "slips",
    "replies",
    "participants",
    "new_person",
    "participant",
    "participant_consent",
    "participant_contact",
    "participant_company",
    "participant_withdraw",
    "wall",
)
RETURNING = (
    "validation",
    "validation_open",
    "validation_letters",
    "validation_texts",
    "answers_for",
)
# Days late in the story: the minutes are not approved yet; everybody can read the final report.
HELD, PUBLISHED = 137, 167
# What is first found on such a day. Rooms that all pages of the story so far belong to are passed.
ROOMS = {"analysis", "dialogues", "measures", "reports"}
LATE = {
    (LEAD, HELD): {
        "dialogues:dialogue_edit",
        "dialogues:reply",
        "dialogues:proposal",
        "dialogues:minutes",
    },
    (LEAD, PUBLISHED): {
        *(f"analysis:finding{which}" for which in ("s", "", "_new", "_edit", "_evidence")),
        "analysis:minority_keep",
        "dialogues:dialogues",
        "dialogues:dialogue",
        "dialogues:dialogue_new",
        "dialogues:seats",
        "dialogues:preparation",
        "dialogues:who_comes",
        "dialogues:room",
        "dialogues:room_proposals",
        "dialogues:replies",
        "dialogues:proposals",
        "reports:quotes",
        "reports:quotes_from",
        "reports:quote",
        "reports:quote_drop",
        "reports:recognition",
        "reports:recognise",
        "reports:report",
        "reports:section",
        "reports:preview",
        "reports:release",
        "reports:comments",
        "reports:edition",
        "reports:edition_easy",
        "reports:publish",
        "reports:public_report",
        "reports:public_report_easy",
        "measures:for_service",
        "measures:for_service_ask",
        "measures:for_service_answer",
        "measures:for_service_measures",
        "measures:for_service_measure_new",
        "measures:for_service_measure",
        "measures:for_service_measure_change",
        "measures:for_service_measure_step",
    },
    ("Turid Aasheim", HELD): {"reports:service_report", "reports:service_comments"},
    ("Turid Aasheim", PUBLISHED): {
        "measures:answers",
        "measures:answer",
        "measures:measures",
        "measures:measure_new",
        "measures:measure",
        "measures:measure_change",
        "measures:measure_step",
        "measures:plan",
        "reports:service_report",
        "reports:service_report_easy",
    },
}
# From the front page of the public site, in three languages, to both ways in.
READING = {
    "web:front",
    "pages:page",
    "pages:page_nn_home",
    "pages:page_en_home",
    "voices:entrance",
    "account_login",
}
WHEN_A_REPORT_IS_OUT = {"reports:own_reports", "reports:own_report", "reports:own_report_easy"}
# The doors that must be found by somebody without account, from the page they come to first.
WITH_A_SLIP = {"slip_info", "slip_reply", "guardian_info"}
BEFORE_A_YES = {"consent_info", "consent_limits", "consent_choices", "guardian_info"}
WITH_A_CODE = {
    "own_home",
    "own_words",
    "own_word",
    "own_change",
    "own_take_away",
    "own_data",
    "own_contact",
    "own_choices",
    "own_company",
    "own_pause",
    "own_withdraw",
    "consent_info",
    "consent_limits",
    "consent_done",
}
# The doors that somebody must be able to find, each by a link on some page.
FOUND = {
    "": {"web:front", "account_login", "account_reset_password"},
    LEAD: {
        "journey:workspace",
        "journey:evaluations",
        "journey:evaluation",
        "evaluations:start",
        "evaluations:describe",
        "evaluations:change",
        "evaluations:agreement",
        "evaluations:anchoring",
        "evaluations:elsewhere",
        "evaluations:client",
        "evaluations:stop",
        "evaluations:team",
        "evaluations:invite",
        "evaluations:end_role",
        "evaluations:guide",
        "evaluations:guide_versions",
        "evaluations:guide_version",
        "voices:meetings",
        "voices:meeting",
        "voices:plan",
        "voices:consent",
        "voices:codes",
        "voices:write",
        "voices:statement",
        "voices:import_notes",
        "voices:read_aloud",
        "voices:change_aloud",
        "voices:both_views",
        "voices:mask",
        "voices:mask_one",
        "analysis:board",
        "analysis:theme",
        "analysis:remove",
        "reports:draft",
        "meetings:register_payment",
        "meetings:claim_form",
        "people:guidelines",
        "mfa_index",
        *(f"voices:{name}" for name in INVITING),
        *(f"voices:{name}" for name in RETURNING),
    },
    "Ragnhild Moe": {
        "people:centre",
        "people:centre_describe",
        "people:centre_invite",
        "people:centre_guidelines",
        "people:centre_journal",
        "people:centre_end_role",
        "meetings:rates",
    },
    "Berit Solhaug": {"journey:service"},
}


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("name", FOUND)
def test_what_can_be_found_can_be_read(anyone: Visitor, name: str):
    walk = Walk(anyone)
    walk.go("/")
    if name:
        walk.go("/konto/login/")
        walk.become(name)
    if name == LEAD:
        open_all(walk)

    seen = follow_all(walk)

    assert FOUND[name] <= seen


def test_what_a_reader_of_the_public_site_can_find_can_be_read(
    anyone: Visitor, demo_on: Callable[..., None]
):
    demo_on(PUBLISHED, site=True)
    walk = Walk(anyone)
    walk.go("/")

    assert follow_all(walk) >= READING


def open_all(lead: Walk) -> None:
    """What is only there for a time: words given back, and the meeting they are now in."""
    lead.go(f"{own_door.ELVESUND}validering/apne/")
    lead.press("Give the words back")
    lead.go(SIXTH)
    lead.press("Open for writing again")
    lead.go(SIXTH)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("width", [LAPTOP, PHONE, SMALL_PHONE])
def test_what_a_participant_can_find_can_be_read(visit: Callable[..., Visitor], width: int):
    lead = own_door.the_lead(visit)
    own_door.invite_the_young(lead)
    slip = own_door.slip_made_by(lead, "nb")
    somebody_new = own_door.code_for_somebody_new(lead)
    own = own_door.new_code_for(lead, 5)

    for code, found in ((slip, WITH_A_SLIP), (somebody_new, BEFORE_A_YES), (own, WITH_A_CODE)):
        walk = own_door.enters(visit(width=width), code)
        seen = follow_all(walk)
        assert {f"voices:{name}" for name in found} <= seen


@pytest.mark.parametrize(("name", "day"), LATE)
def test_what_comes_late_can_be_found_and_read(
    anyone: Visitor, demo_on: Callable[[int], None], name: str, day: int
):
    demo_on(day)
    walk = Walk(anyone)
    walk.become(name)
    walk.arrive(walk.page.get_by_role("link", name=TITLE).first.click)

    assert LATE[name, day] <= follow_all(walk, rooms=ROOMS)


@pytest.mark.parametrize("width", [LAPTOP, PHONE, SMALL_PHONE])
def test_what_a_participant_can_find_when_a_report_is_out(
    visit: Callable[..., Visitor], demo_on: Callable[[int], None], width: int
):
    demo_on(PUBLISHED)
    code = own_door.new_code_for(own_door.the_lead(visit), 5)
    walk = own_door.enters(visit(width=width), code)

    assert follow_all(walk, rooms={"reports"}) >= WHEN_A_REPORT_IS_OUT


def follow_all(walk: Walk, rooms: Collection[str] = ()) -> set[str]:
    """Look at one page of each door that links lead to; tell the names of the doors.

    rooms: whose doors are gone through; none: everybody's.
    """
    seen = {place_of(walk.page.url)}
    waiting = deque(links_on(walk))
    while waiting:
        address = waiting.popleft()
        place = place_of(address)
        if place in seen or (rooms and place[0].partition(":")[0] not in rooms):
            continue
        seen.add(place)
        walk.go(address)
        seen.add(place_of(walk.page.url))  # another door, if this one has sent them on
        waiting.extend(links_on(walk))
    return {door for door, _kind in seen}


def links_on(walk: Walk) -> list[str]:
    found = walk.page.locator("a[href]").evaluate_all(LINKS)
    ours = [url for url in found if url.startswith(walk.visitor.address)]
    return [
        url for url in ours if "#" not in url and not urlsplit(url).path.endswith((*FILES, AWAY))
    ]


def place_of(address: str) -> tuple[str, str]:
    """The name of a door, and which kind of report stands behind it."""
    found = resolve(urlsplit(address).path)
    return found.view_name, found.kwargs.get("kind", "")
