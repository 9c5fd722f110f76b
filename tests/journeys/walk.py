"""Somebody who finds their way by the words on screen, in bokmål or a language of their own.

Every page they come to is looked at: it fits the screen, and axe finds nothing on it.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Download, Locator, Page, expect
from playwright.sync_api import TimeoutError as NeverCame

from tests.journeys.visitor import PATIENCE, Visitor
from tests.journeys.words import left_in_english, nb, said

READ = """() => [
  document.documentElement.lang,
  document.body.innerText,
  [...document.querySelectorAll('[lang="en"]')].map(part => part.innerText).join("\\n"),
]"""


class Walk:
    """A visitor with a direction. `page` is Playwright's; texts are given as in the code."""

    def __init__(self, visitor: Visitor, *, language: str = "nb") -> None:
        self.visitor, self.page, self.language = visitor, visitor.page, language
        self.seen: list[str] = []

    def words(self, text: str, **gaps: object) -> str:
        """A text as it is said in the language of this walk."""
        return said(self.language, text, **gaps)

    @property
    def views(self) -> int:
        return self.visitor.views

    def look(self) -> None:
        """See that everybody can read the page as it stands, in its own language."""
        self.visitor.fits()
        if self.visitor.scripts:
            self.visitor.axe()
        language, text, in_english = self.page.evaluate(READ)
        if language != "en":
            left = left_in_english(text.splitlines(), language)
            # A report of ours may be in English, and says so.
            assert not set(left) - set(in_english.splitlines()), self.page.url

    def arrive(self, deed: Callable[[], object]) -> None:
        """Do something that leads to a page, and look at it."""
        with self.page.expect_navigation(timeout=PATIENCE):
            deed()
        self.seen.append(self.page.url)
        self.look()

    def go(self, path: str) -> None:
        """By the address line or a bookmark."""
        self.arrive(lambda: self.page.goto(path))

    def press(self, text: str, *, within: Locator | None = None, **gaps: object) -> None:
        """Press the button with these words, and come to a page."""
        self.arrive(self.button(text, within=within, **gaps).click)

    def follow(self, text: str, *, within: Locator | None = None, **gaps: object) -> None:
        """Follow the link with these words."""
        self.arrive(self.link(text, within=within, **gaps).click)

    def become(self, name: str) -> None:
        """One of the demo's people, by their button on the sign-in page."""
        if self.page.url == "about:blank":
            self.go("/konto/login/")
        self.arrive(self.page.get_by_role("button", name=name).click)

    def step(self, text: str) -> None:
        """Along the road of an evaluation, which is folded on a phone."""
        road = self.page.get_by_role("navigation", name=nb("Steps of the evaluation"))
        if (fold := road.locator("button.fold")).is_visible():
            fold.click()
        self.arrive(road.get_by_role("link", name=nb(text)).click)

    def up(self, *, to: str = "") -> None:
        """The way back that stands on the page; to: until an address is reached."""
        links = self.page.locator(".crumbs a:not([aria-current]):visible")
        self.arrive(links.last.click)
        if to and not self.page.url.endswith(to):
            self.up(to=to)

    def button(self, text: str, *, within: Locator | None = None, **gaps: object) -> Locator:
        return (within or self.page).get_by_role(
            "button", name=self.words(text, **gaps), exact=True
        )

    def link(self, text: str, *, within: Locator | None = None, **gaps: object) -> Locator:
        return (within or self.page).get_by_role("link", name=self.words(text, **gaps), exact=True)

    def field(self, label: str, *, within: Page | Locator | None = None, **gaps: object) -> Locator:
        """The field with this label; "(optional)" may stand behind it."""
        begins = re.compile(f"^\\s*{re.escape(self.words(label, **gaps))}")
        return (within or self.page).get_by_label(begins)

    def write(self, label: str, words: str, **gaps: object) -> None:
        self.field(label, **gaps).fill(words)

    def tick(self, label: str, **gaps: object) -> None:
        self.field(label, **gaps).check()

    def sees(self, text: str, **gaps: object) -> None:
        """A text of ours stands on the page."""
        expect(self.page.get_by_text(self.words(text, **gaps)).first).to_be_visible()

    def reads(self, words: str) -> None:
        """Words of theirs stand on the page."""
        expect(self.page.get_by_text(words).first).to_be_visible()

    def take_home(self, text: str, folder: Path) -> Path:
        """Follow a link to a file, and keep the file."""
        with self.page.expect_download(timeout=PATIENCE) as coming:
            self.link(text).click()
        got: Download = coming.value
        kept = folder / got.suggested_filename
        got.save_as(kept)
        return kept

    def rests(self) -> None:
        """Let what goes on behind the page come to its end."""
        with suppress(NeverCame):
            self.page.wait_for_load_state("networkidle")
