"""The watch itself: what a browser must notice is noticed."""

import pytest
from playwright.sync_api import Browser

from tests.journeys.visitor import Visitor

ADDRESS = "http://127.0.0.1:9"  # nobody listens there: every answer is given below
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
PAGE = """<!doctype html><html lang="nb"><head><title>Prøve</title></head>
<body><main><h1>Prøve</h1>{}</main></body></html>"""


def visitor_of(browser: Browser, body: str, *, status: int = 200) -> Visitor:
    visitor = Visitor(browser, ADDRESS, width=390, scripts=True)
    visitor.page.route(
        f"{ADDRESS}/**",
        lambda route: route.fulfill(
            status=status,
            body=PAGE.format(body),
            headers={"Content-Type": "text/html", "Content-Security-Policy": POLICY},
        ),
    )
    visitor.page.goto("/")
    return visitor


def test_a_calm_page_is_let_through(browser):
    visitor = visitor_of(browser, "<p>Hei.</p>")

    visitor.axe()
    visitor.fits()
    assert visitor.views == 1
    visitor.leave()


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<style>p { color: red }</style>",
        '<p style="color: red">x</p>',
        '<p onclick="x()">x</p>',
        '<img src="http://example.com/a.png" alt="">',
    ],
)
def test_what_the_policy_stops_is_a_fault(browser, body):
    visitor = visitor_of(browser, body)

    with pytest.raises(AssertionError, match=r"console|somebody else"):
        visitor.leave()


def test_a_server_error_is_a_fault_and_an_ordinary_no_is_not(browser):
    visitor_of(browser, "<p>Nei.</p>", status=404).leave()

    with pytest.raises(AssertionError, match="500 from GET"):
        visitor_of(browser, "<p>Au.</p>", status=500).leave()


def test_axe_refuses_what_shuts_somebody_out(browser):
    visitor = visitor_of(browser, '<img src="/bilde.png">')

    with pytest.raises(AssertionError, match="image-alt"):
        visitor.axe()
    visitor.context.close()


def test_axe_looks_again_where_more_than_the_words_is_new(browser):
    for words in ("Hei.", "Ha det."):
        visitor = visitor_of(browser, f'<img src="/bilde.png" alt="{words}"><p>{words}</p>')
        visitor.axe()
        visitor.context.close()

    visitor = visitor_of(browser, '<img src="/bilde.png"><p>Hei.</p>')
    with pytest.raises(AssertionError, match="image-alt"):
        visitor.axe()
    visitor.context.close()


def test_a_page_that_is_too_wide_is_refused(browser):
    visitor = visitor_of(browser, f"<p>{'x' * 400}</p>")

    with pytest.raises(AssertionError, match="too wide"):
        visitor.fits()
    visitor.leave()
