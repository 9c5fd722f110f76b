"""Whatever stands in a document, every format can be made of it, and shows it as text."""

import io
import re
from html.parser import HTMLParser

import docx
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from brukerstemmen.reports.document import (
    Bar,
    Bullets,
    Chart,
    Document,
    Heading,
    Paragraph,
    Quote,
    Table,
)
from brukerstemmen.reports.rendering import as_docx, as_html, as_pdf

from .tags import Tags

MARKUP = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></article>",
    "{{ settings.SECRET_KEY }}{% now 'Y' %}",
    "&lt;b&gt; & ]]> <!-- -->",
    "a\x00\x0b\x1b\x7f\ufffeb\r\nc",
    "=HYPERLINK(1)",
    "url(https://example.com/x) @import 'x'",
    "W" * 400,
    "æøå ÆØÅ čđŋšŧž «» “” – €",
]
# For paper: letters that the house's own font has.
LATIN = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1, max_size=40)


def documents(words):
    """Any document of these words, with every kind of part. Nothing is too odd for a table."""
    languages = st.sampled_from(["", "nb", "nn", "en"])
    cells = st.lists(words, max_size=5).map(tuple)
    bars = st.builds(Bar, words, st.none() | st.integers(0, 5000), words)
    part = (
        st.builds(Heading, words, st.integers(1, 6))
        | st.builds(Paragraph, words, languages)
        | st.builds(Quote, words, languages)
        | st.builds(Bullets, st.lists(words, max_size=4).map(tuple), st.booleans())
        | st.builds(Table, words, cells, st.lists(cells, max_size=4).map(tuple))
        | st.builds(Chart, words, words, st.lists(bars, max_size=4).map(tuple))
    )
    parts = st.lists(part, max_size=6).map(tuple)
    languages = st.sampled_from(["nb", "nn", "en"])
    front = st.lists(st.tuples(words, words), max_size=2).map(tuple)
    return st.builds(
        Document, words, words, words, words, words, languages, parts, st.just(()), front
    )


def texts_of(told):
    """Every text of the document that is for readers."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, tuple):
        for one in told:
            yield from texts_of(one)
    elif hasattr(told, "__dataclass_fields__"):
        for name in told.__dataclass_fields__:
            if name not in {"kind", "lang", "language"}:
                yield from texts_of(getattr(told, name))


def bare(text):
    """Without what no file can hold, and without white space, which every format has its own of."""
    kept = "".join(one for one in text if one.isprintable() and not "\ud800" <= one <= "\udfff")
    return re.sub(r"\s", "", kept)


class Reader(HTMLParser):
    """What a browser would show, and the elements it would make."""

    def __init__(self):
        super().__init__()
        self.text, self.tags, self.marks = "", set(), set()

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.marks |= {name for name, _value in attributes}


ANY = st.text(max_size=60) | st.sampled_from(MARKUP)
KNOWN = set(
    re.findall(
        r"\w+",
        "article header h1 h2 h3 h4 p dl div dt dd br nav ol ul li a blockquote figure figcaption"
        " svg title desc g text rect path table caption thead tbody tr th td",
    )
)


@given(documents(ANY))
@settings(max_examples=60, deadline=None)
def test_a_page_shows_every_text_and_makes_nothing_of_it(document):
    read = Reader()
    read.feed(as_html(document))

    assert read.tags <= KNOWN
    assert not [one for one in read.marks if one.startswith("on") or one in {"style", "src"}]
    for text in texts_of(document):
        assert bare(text) in bare(read.text)


@given(documents(ANY))
@settings(max_examples=40, deadline=None)
def test_a_word_file_holds_every_text(document):
    body = docx.Document(io.BytesIO(as_docx(document))).element.body

    told = bare("".join(one.text or "" for one in body.iter(qn("w:t"))))
    for text in texts_of(document):
        assert bare(text) in told


@given(documents(LATIN))
@settings(max_examples=10, deadline=None)
def test_a_pdf_holds_every_text(document):
    tags = Tags(PdfReader(io.BytesIO(as_pdf(document))))

    told = bare("".join(text for _kind, _element, text in tags.of("/Document")))
    told += bare("".join(str(element.get("/Alt", "")) for _kind, element, _text in tags.found))
    for text in texts_of(document):
        assert bare(text) in told


@given(documents(st.sampled_from(MARKUP)))
@settings(max_examples=6, deadline=None)
def test_a_pdf_can_be_made_of_anything(document):
    assert as_pdf(document).startswith(b"%PDF-1.7")
