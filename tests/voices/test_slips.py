"""The slip: it says neither which service, nor which method, nor why. A lost sheet is stopped."""

import re
import zlib
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import paper
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import codes as law
from brukerstemmen.voices import addresses
from brukerstemmen.voices.actions import codes, invitations
from brukerstemmen.voices.models import SlipSheet

# Words that tell why somebody was asked, in any of the three languages.
FORBIDDEN = re.compile(
    r"psyk|mental|rus\b|bruker|brukar|\buser|pasient|patient|behandl|treatment|helse|health|"
    r"tjenest|tenest|service|DPS|evaluering|evaluation|interv",
    re.IGNORECASE,
)


def at(name: str, *more: object) -> str:
    return reverse(f"voices:{name}", args=["solbakken", *more])


@pytest.fixture(params=["nb", "nn", "en"])
def sheet(request: pytest.FixtureRequest, evaluation: Evaluation, anne: Person) -> SlipSheet:
    invitations.describe_invitation(evaluation, contact=anne, telephone="20 00 00 01", by=anne)
    return invitations.make_slips(
        evaluation, where="Venterommet på Solbakken", language=request.param, by=anne
    )


def on_paper(client: Client, sheet: SlipSheet) -> str:
    """The text of the slips themselves, as the page prints them."""
    page = client.get(at("slips", sheet.pk)).content.decode()
    [printed] = re.findall(r'<div class="paper-sheet".*?</section>\s*</div>', page, re.DOTALL)
    return re.sub(r"<[^>]+>", " ", printed)


def test_eight_slips_name_a_person_a_number_and_nothing_else(
    browser: Client, sheet: SlipSheet, anne: Person, evaluation: Evaluation
) -> None:
    text = on_paper(browser, sheet)

    assert text.count(law.written(sheet.read("code"))) == 8
    assert text.count(anne.name) == 8 and text.count("20 00 00 01") == 8
    assert addresses.to_type() in text
    assert not FORBIDDEN.findall(text)
    for party in [evaluation.work.title, *(p.name for p in evaluation.work.parties.all())]:
        assert party not in text
    assert "Venterommet" not in text


def test_the_picture_leads_to_the_same_place_as_the_code(sheet: SlipSheet) -> None:
    link = addresses.of_link(sheet.read("token"))
    token = link.rstrip("/").rpartition("/")[2]

    assert codes.enter_with_token(token) == codes.enter_with_code(sheet.read("code"))
    assert codes.enter_with_token(token) is not None


def test_the_print_file_holds_the_code_and_no_more_than_the_page(
    browser: Client, sheet: SlipSheet, evaluation: Evaluation
) -> None:
    answer = browser.get(at("slips_pdf", sheet.pk))
    made = answer.content

    assert answer["Content-Type"] == "application/pdf" and made.startswith(b"%PDF-")
    assert "solbakken" not in answer["Content-Disposition"].lower()
    assert pages_in(made) == 1, "eight slips on one sheet"
    text = words_in(made)
    assert text.count(law.written(sheet.read("code"))) == 8
    assert not FORBIDDEN.findall(text)
    for party in [evaluation.work.title, *(p.name for p in evaluation.work.parties.all())]:
        assert party not in text


def test_nothing_is_fetched_from_anywhere_but_our_own_files(db: None) -> None:
    fetch = paper._fetcher({}).fetch
    for address in ("https://example.com/x.css", "file:///etc/passwd", "http://127.0.0.1/"):
        with pytest.raises(BaseException, match="only our own files"):
            fetch(address)
    with pytest.raises(Exception, match=r"."):
        fetch("https://paper.invalid/static/../../../etc/passwd")


def test_where_no_file_can_be_made_people_print_from_the_browser(
    browser: Client, sheet: SlipSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "can_make", lambda: False)

    assert "Print from the browser" in browser.get(at("slips", sheet.pk)).content.decode()
    assert browser.get(at("slips_pdf", sheet.pk))["Location"] == at("slips", sheet.pk)
    with pytest.raises(paper.CannotMake):
        paper.pdf_of("voices/slips_paper.html", {})


def test_a_sheet_that_is_taken_back_opens_nothing_from_the_next_request_on(
    browser: Client, sheet: SlipSheet
) -> None:
    code, token = sheet.read("code"), sheet.read("token")
    assert browser.post(at("slips_revoke", sheet.pk)).status_code == 302

    assert codes.enter_with_code(code) is None and codes.enter_with_token(token) is None
    page = browser.get(at("slips", sheet.pk)).content.decode()
    assert law.written(code) not in page and "open nothing any more" in page
    assert browser.get(at("slips_pdf", sheet.pk)).status_code == 302


def test_the_service_cannot_fetch_the_slips_by_itself(
    signed_in: Callable[[Person], Client], sheet: SlipSheet, dag: Person, cecilie: Person
) -> None:
    for person in (dag, cecilie):
        for name in ("slips", "slips_pdf"):
            assert signed_in(person).get(at(name, sheet.pk)).status_code == 404
        assert signed_in(person).post(at("slips_revoke", sheet.pk)).status_code == 404
    sheet.refresh_from_db()
    assert sheet.revoked_on is None


def words_in(made: bytes) -> str:
    """The text of a print file, by the tables that tell which sign each drawn shape is."""
    streams = [unpacked(raw) for raw in re.findall(rb"stream\r?\n(.*?)endstream", made, re.DOTALL)]
    tables = [table_of(one) for one in streams if b"beginbfchar" in one]
    told = max(tables, key=len)
    for table in tables:
        told = table | told
    drawn = "".join(
        "".join(re.findall(r"<([0-9a-fA-F]+)>", shown)) + "0003"
        for one in streams
        if b" Tf" in one
        for shown in re.findall(r"\[(.*?)\]\s*TJ", one.decode("latin-1"), re.DOTALL)
    )
    shapes = [drawn[place : place + 4].lower() for place in range(0, len(drawn), 4)]
    return "".join(told.get(shape, "") for shape in shapes)


def pages_in(made: bytes) -> int:
    """The pages are told in packed streams too."""
    streams = [unpacked(raw) for raw in re.findall(rb"stream\r?\n(.*?)endstream", made, re.DOTALL)]
    return sum(len(re.findall(rb"/Type\s*/Page\b", one)) for one in [made, *streams])


def unpacked(raw: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(raw)
    except zlib.error:
        return raw


def table_of(stream: bytes) -> dict[str, str]:
    pairs = re.findall(r"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>", stream.decode("latin-1"))
    return {
        shape.lower(): bytes.fromhex(signs).decode("utf-16-be")
        for shape, signs in pairs
        if len(signs) % 4 == 0
    }
