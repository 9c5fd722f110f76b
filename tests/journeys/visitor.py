"""A person in a browser, and what the browser noticed while they walked."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
]
OURS = {"127.0.0.1", "localhost"}
PATIENCE = 45_000  # milliseconds a page may take on a busy machine
ELSEWHERE = 90  # pixels: more than the height of a button
# Laid in every page and begun when asked for: to send it takes as long as to run it.
AXE_LATER = f"globalThis.layAxe = () => {{{AXE.read_text(encoding='utf-8')}}};"
# The bones of pages, at their width: many stories pass the same ones, and axe is not quick.
FOUND_READABLE: set[tuple[int, int]] = set()
WORDS = re.compile(r">[^<>]*[^<>\s][^<>]*<")
SAID = re.compile(
    r' (href|value|action|src|srcset|content|datetime|alt|title|placeholder|aria-label)="[^"]+"'
)
NUMBERED = re.compile(r' (id|for|name|aria-describedby|aria-labelledby|headers)="[^"]*\d[^"]*"')
PARTS = {"stylesheet", "script", "font", "image"}


class Visitor:
    """One browser window. `page` is Playwright's; `views` counts pages shown, redirects not.

    `faults` gathers what must never happen on any page: a script error, something the content
    security policy stopped, a request to somebody else, a missing part, a server error.
    """

    def __init__(self, browser: Browser, address: str, *, width: int, scripts: bool) -> None:
        self.views = 0
        self.faults: list[str] = []
        self.address, self.scripts, self.width = address, scripts, width
        self.context = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": 844 if width < 600 else 800},
            has_touch=width < 600,
            java_script_enabled=scripts,
            locale="nb-NO",
            timezone_id="Europe/Oslo",
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(PATIENCE)
        if scripts:
            self.context.add_init_script(AXE_LATER)
        self.page: Page = self.context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        self.page.on("request", self._asked)
        self.page.on("response", self._answered)

    def axe(self) -> None:
        """Refuse the page as it stands if anything on it shuts somebody out.

        A page that differs from one let through in nothing but words is let through.
        """
        assert self.scripts, "axe is a script itself: ask it in a window that has scripts"
        page = (self.width, hash(bones(self.page.content())))
        if page in FOUND_READABLE:
            return
        self.page.evaluate("() => { globalThis.axe || layAxe() }")
        lines = self._refused()
        if lines:
            # A bar that stays in view may lie over half a button: scrolled away from it, axe
            # sees the whole button. What is wrong by itself is wrong in both places.
            self.page.evaluate(f"scrollBy(0, {ELSEWHERE})")
            lines &= self._refused()
            self.page.evaluate(f"scrollBy(0, -{ELSEWHERE})")
        assert not lines, f"{self.page.url}\n" + "\n".join(sorted(lines))
        FOUND_READABLE.add(page)

    def _refused(self) -> set[str]:
        found = self.page.evaluate(
            "rules => axe.run({runOnly: {type: 'tag', values: rules}}).then(r => r.violations)",
            RULES,
        )
        return {f"{hit['id']}: {node['html']}" for hit in found for node in hit["nodes"]}

    def fits(self) -> None:
        """Refuse a page that must be pushed sideways to be read."""
        beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert self.page.evaluate(beyond) <= 0, f"{self.page.url} is too wide"

    def leave(self) -> None:
        """Close the window; fail if the browser noticed anything on the way."""
        self.context.close()
        assert not self.faults, "\n".join(self.faults)

    def _heard(self, message: ConsoleMessage) -> None:
        # Chromium also reports an ordinary 404 here; `_answered` judges those.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.faults.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.hostname not in OURS:
            self.faults.append(f"asked somebody else: {request.url}")

    def _answered(self, response: Response) -> None:
        request, status = response.request, response.status
        if status >= 500 or (status >= 400 and request.resource_type in PARTS):
            self.faults.append(f"{status} from {request.method} {response.url}")
        elif request.is_navigation_request() and not 300 <= status < 400:
            self.views += 1


def bones(page: str) -> str:
    """The page without what is said on it; that something is said there stays.

    >>> bones('<p id="r7" class="a2">Hei, Ola</p>') == bones('<p id="r8" class="a2">Ha det</p>')
    True
    >>> bones('<img src="a" alt="">') == bones('<img src="a" alt="En vei">')
    False
    """
    for part, instead in ((WORDS, ">x<"), (SAID, r' \1="x"'), (NUMBERED, _without_digits)):
        page = part.sub(instead, page)
    return page


def _without_digits(attribute: re.Match[str]) -> str:
    return re.sub(r"\d+", "0", attribute[0])
