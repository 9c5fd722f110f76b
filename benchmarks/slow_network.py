"""When a participant sees what matters on an old phone with poor coverage.

Largest contentful paint in Debian's Chromium, which plays slow: 400 kbit/s, 400 ms for each
request, a processor four times slower. The texts travel packed, as behind a proxy. Measured only
where there is such a browser.
"""

import atexit
import gzip
import importlib.util
import os
import threading
from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from typing import Any

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.urls import reverse

from benchmarks import evaluations
from brukerstemmen.people import opening
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions import codes
from brukerstemmen.voices.models import Participant

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SLOW = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}
SLOWER_PROCESSOR = 4
PHONE = {"width": 390, "height": 844}
STATEMENTS = 60
LARGEST_PAINT = """() => new Promise(tell => new PerformanceObserver(
    seen => tell(seen.getEntries().at(-1).startTime)
).observe({type: 'largest-contentful-paint', buffered: true}))"""


def painted(path: str, *, seen_before: bool) -> Callable[[], float]:
    """Prepare somebody with a code; what is measured opens a page, in a window of its own.

    seen_before: another page has been there first, so that style and letters are kept already.
    """
    address, cookies = served(), came_in()

    def seconds() -> float:
        window = browser().new_context(base_url=address, viewport=PHONE, has_touch=True)
        window.add_cookies(cookies)
        page = window.new_page()
        wire = window.new_cdp_session(page)
        wire.send("Network.enable")
        wire.send("Network.emulateNetworkConditions", SLOW)
        wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})
        if seen_before:
            page.goto("/d/", wait_until="networkidle")
        answer = page.goto(path, wait_until="networkidle")
        if answer is None or answer.status != 200 or not page.url.endswith(path):
            raise SystemExit(f"{path} was not shown")
        taken = page.evaluate(LARGEST_PAINT) / 1000
        window.close()
        return taken

    return seconds


@cache
def came_in() -> list[Any]:
    """The cookies of somebody who has come in with their code."""
    somebody = Participant.objects.filter(evaluation=evaluations.ready(STATEMENTS)).first()
    with opening.opened(Zone.Z3_RAW, by="benchmark", reason="prepare"):
        token = codes.give_demo_code(somebody).token
    window = browser().new_context(base_url=served())
    window.new_page().goto(reverse("voices:link", args=[token]))
    cookies = window.cookies()
    window.close()
    return list(cookies)


@cache
def browser() -> Any:
    """Debian's Chromium; it ends with this process."""
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    quiet = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    return playwright.chromium.launch(executable_path=CHROMIUM, args=quiet)


@cache
def served() -> str:
    """The address where the product answers, in a thread of this process."""
    from brukerstemmen.wsgi import application

    server = ThreadedWSGIServer(("127.0.0.1", 0), QuietHandler)
    server.daemon_threads = True
    server.set_app(packed(application))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


class QuietHandler(WSGIRequestHandler):
    def log_message(self, *_told: object) -> None:
        """What is printed here is JSON."""


def packed(application: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """As a proxy does it: texts travel packed, letters and pictures as they are."""

    def answer(environ: dict[str, Any], start: Callable[..., object]) -> Iterable[bytes]:
        told: list[Any] = []
        came = application(environ, lambda *begun: told.extend(begun))
        body = b"".join(came)
        getattr(came, "close", lambda: None)()
        headers = [(name, what) for name, what in told[1] if name.lower() != "content-length"]
        if dict(headers).get("Content-Type", "").startswith("text/"):
            body = gzip.compress(body, 6)
            headers.append(("Content-Encoding", "gzip"))
        start(told[0], [*headers, ("Content-Length", str(len(body)))])
        return [body]

    return answer


def _is_there() -> bool:
    return Path(CHROMIUM).exists() and importlib.util.find_spec("playwright") is not None


PAGES = {
    "entrance, first visit": ("/d/", False),
    "own words, first visit": ("/d/ord/", False),
    "own words, from another page": ("/d/ord/", True),
}
MEASURES = (
    {
        f"largest paint of {name}, slow 3G": partial(painted, path, seen_before=before)
        for name, (path, before) in PAGES.items()
    }
    if _is_there()
    else {}
)
