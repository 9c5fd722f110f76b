"""What a page weighs on the first visit: kilobytes as they travel, by sort, and requests."""

import gzip

from playwright.sync_api import Response

from tests.journeys.visitor import Visitor

SORTS = {"document": "html", "stylesheet": "css", "script": "js", "font": "font"}
PACKED_ALREADY = {"font", "image"}


def weigh(visitor: Visitor, path: str) -> dict[str, float]:
    """Open a page in a window that has been nowhere, and weigh all that comes.

    The keys are those of budgets.json: kilobytes, and `requests` as a number. In production the
    texts travel packed; here they are packed for the weighing.
    """
    came: list[Response] = []
    visitor.page.on("response", lambda response: came.append(response))
    answer = visitor.page.goto(path)
    assert answer is not None and answer.status < 500, path
    visitor.page.wait_for_load_state("networkidle")
    weight: dict[str, float] = {"html": 0, "css": 0, "js": 0, "font": 0, "all": 0}
    for response in came:
        kind = response.request.resource_type
        kilobytes = _packed(response.body(), kind) / 1024
        weight["all"] += kilobytes
        if kind in SORTS:
            weight[SORTS[kind]] += kilobytes
    return {**{name: round(size, 1) for name, size in weight.items()}, "requests": len(came)}


def _packed(body: bytes, kind: str) -> int:
    return len(body) if kind in PACKED_ALREADY else len(gzip.compress(body, 6))
