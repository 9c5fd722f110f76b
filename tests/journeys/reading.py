"""Somebody who reads the public site, and the people who keep it: deeds the stories share."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Locator

from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk

EDITOR, CO_READER = "Edda Vik", "Mikkel Strøm"


class Reader(Walk):
    """Comes to the front page without account. `taps` counts what they have pressed since."""

    def __init__(self, visitor: Visitor, *, language: str = "nb") -> None:
        super().__init__(visitor, language=language)
        self.taps = 0

    def go(self, path: str) -> None:
        def open_it() -> None:
            answer = self.page.goto(path)
            assert answer is not None and answer.ok, path

        self.arrive(open_it)

    def tap(self, what: Locator) -> None:
        """Press something that leads to a page."""
        self.taps += 1
        self.arrive(what.click)

    def inside(self) -> Locator:
        """What the page itself holds, without what stands around it."""
        return self.page.locator("main article, main .wrap").last

    def path(self) -> str:
        return urlsplit(self.page.url).path

    def leaves_nothing(self) -> None:
        """Reading has put nothing into the browser."""
        assert not self.visitor.context.cookies(), self.page.url
        assert not self.page.evaluate("localStorage.length + sessionStorage.length")


class Desk(Reader):
    """An editor's pages. Wagtail answers for how its own are made; ours in them must fit."""

    def look(self) -> None:
        self.visitor.fits()

    def keep(self, act: str = "") -> None:
        """Keep what is written; act: and send it on, or publish it, as Wagtail calls it."""
        form = self.page.locator("#page-edit-form")
        button = form.locator(f'[name="action-{act}"]' if act else "button.action-save")
        if not button.first.is_visible():
            form.locator(".w-dropdown-button [data-w-dropdown-target='toggle']").last.click()
        self.arrive(button.first.click)


def number_of(reader: Reader, path: str) -> str:
    """The number of a page, by which editors' addresses name it. The form at its foot holds it."""
    reader.go(path)
    return reader.page.locator('input[name="side"]').first.get_attribute("value") or ""


def desk_of(visit: Callable[..., Visitor], name: str) -> Desk:
    """Where the day of one of those who keep the site begins."""
    desk = Desk(visit())
    desk.page.goto("/konto/login/")
    desk.become(name)
    return desk
