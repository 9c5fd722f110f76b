"""The public site in a folder, opened without a network: readable to everyone there too."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser

from tests.journeys.conftest import LAPTOP, PHONE
from tests.journeys.visitor import AXE, RULES

PAGES = [
    "index.html",
    "verktoy/index.html",
    "verktoy/velg/index.html",
    "verktoy/grader/involvere/index.html",
    "verktoy/maler/index.html",
    "verktoy/maler/arshjul/index.html",
    "eksempler/index.html",
    "sok/index.html",
    "nn/index.html",
    "en/index.html",
]
# Of its own accord axe reads stylesheets once more, which no browser allows from a folder.
ASKED = "rules => axe.run({runOnly: {type: 'tag', values: rules}, preload: false})"
BEYOND = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
FONTS = "document.fonts.ready.then(() => [...document.fonts].map(font => font.status))"


@pytest.fixture
def folder(demo_on: Callable[..., None], tmp_path: Path) -> Path:
    demo_on(0, site=True)
    call_command("export_site", tmp_path / "nettsted", stdout=StringIO())
    return tmp_path / "nettsted"


def test_ten_pages_open_from_a_folder_and_are_readable(folder: Path, browser: Browser) -> None:
    for width in (PHONE, LAPTOP):
        with browser.new_context(viewport={"width": width, "height": 800}, offline=True) as window:
            page = window.new_page()
            faults: list[str] = []
            page.on("requestfailed", lambda asked, to=faults: to.append(asked.url))
            page.on("pageerror", lambda error, to=faults: to.append(str(error)))
            for name in PAGES:
                page.goto((folder / name).as_uri())
                page.evaluate(AXE.read_text(encoding="utf-8"))
                found = page.evaluate(ASKED, RULES)

                assert not [hit["id"] for hit in found["violations"]], name
                assert page.evaluate(BEYOND) <= 0, name
                assert "loaded" in page.evaluate(FONTS), name
            assert not faults


def test_a_reader_finds_their_way_from_page_to_page(folder: Path, browser: Browser) -> None:
    with browser.new_context(viewport={"width": LAPTOP, "height": 800}, offline=True) as window:
        page = window.new_page()
        page.goto((folder / "index.html").as_uri())
        page.get_by_role("navigation", name="Hovedmeny").get_by_role("link").first.click()
        page.get_by_role("link", name="Maler og sjekklister").first.click()
        page.locator("article").get_by_role("link", name="Bordvert").first.click()

        assert page.url == (folder / "verktoy" / "maler" / "bordvert" / "index.html").as_uri()
        with page.expect_download() as coming:
            page.locator("article").get_by_role("link", name="Word").first.click()
        assert coming.value.suggested_filename == "bordvert.docx"
