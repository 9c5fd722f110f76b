"""Every page somebody can find by following links: it fits, shuts nobody out, leads on.

One page of each door is looked at, on a laptop and on a phone, in bokmål.
"""

from collections import deque
from urllib.parse import urlsplit

import pytest
from django.urls import resolve

from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk

FILES = (".docx", ".csv", ".xlsx")
LEAD = "Ingunn Røsvik"
SIXTH = "/arbeid/evalueringer/sammen-om-overgangene-bruker-spor-bruker/moter/6/"
LINKS = "all => all.map(link => link.href)"
# The doors that somebody must be able to find, each by a link on some page.
FOUND = {
    "": {"web:front", "account_login", "account_reset_password"},
    LEAD: {
        "journey:workspace",
        "journey:evaluations",
        "journey:evaluation",
        "journey:step",
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
        "people:guidelines",
        "mfa_index",
    },
    "Ragnhild Moe": {
        "people:centre",
        "people:centre_describe",
        "people:centre_invite",
        "people:centre_guidelines",
        "people:centre_journal",
        "people:centre_end_role",
    },
    "Berit Solhaug": {"journey:service"},
}
pytestmark = pytest.mark.usefixtures("demo")


@pytest.mark.parametrize("name", FOUND)
def test_what_can_be_found_can_be_read(anyone: Visitor, name: str):
    walk = Walk(anyone)
    walk.go("/")
    if name:
        walk.go("/konto/login/")
        walk.become(name)
    if name == LEAD:
        walk.go(SIXTH)  # writing down is only open while a meeting is
        walk.press("Open for writing again")

    seen = follow_all(walk)

    assert FOUND[name] <= seen


def follow_all(walk: Walk) -> set[str]:
    """Look at one page of each door that links lead to; tell the names of the doors."""
    seen = {door_of(walk.page.url)}
    waiting = deque(links_on(walk))
    while waiting:
        address = waiting.popleft()
        if (door := door_of(address)) in seen:
            continue
        seen.add(door)
        walk.go(address)
        waiting.extend(links_on(walk))
    return seen


def links_on(walk: Walk) -> list[str]:
    found = walk.page.locator("a[href]").evaluate_all(LINKS)
    ours = [url for url in found if url.startswith(walk.visitor.address)]
    return [url for url in ours if "#" not in url and not urlsplit(url).path.endswith(FILES)]


def door_of(address: str) -> str:
    return resolve(urlsplit(address).path).view_name
