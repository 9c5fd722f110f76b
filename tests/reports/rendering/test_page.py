"""A report on a page: what it means stands in the markup, nothing inline, every text once."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from defusedxml import ElementTree

from brukerstemmen.reports.document import Bar, Chart, Document, Heading, Table
from brukerstemmen.reports.rendering import as_html, chart_svg
from brukerstemmen.reports.rendering.charts import HIDDEN
from brukerstemmen.reports.rendering.laying import first_day

from .samples import REPORT, SUMMARY

SVG = "{http://www.w3.org/2000/svg}"


def tree(html):
    """The article, read as XML: so it is well-formed too."""
    return ElementTree.fromstring(html.replace("<br>", "<br/>").strip())


def text(element):
    return " ".join("".join(element.itertext()).split())


def test_one_title_and_headings_that_go_down_one_level_at_a_time():
    levels = [int(level) for level in re.findall(r"<h(\d)", as_html(REPORT))]

    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_level_that_is_left_out_is_filled_in():
    document = replace(REPORT, parts=(Heading("A", 4), Heading("B", 2), Heading("C", 4)))

    assert re.findall(r"<h(\d) id", as_html(document)) == ["2", "2", "2", "3"]


def test_every_line_of_the_contents_leads_to_its_heading():
    article = tree(as_html(REPORT))

    links = {a.get("href")[1:]: text(a) for a in article.find("nav").iter("a")}
    found = {h.get("id"): text(h) for h in article.iter() if h.tag in {"h2", "h3"}}
    assert links.items() <= found.items()
    assert "Utskrivning kommer brått" in links.values()
    ids = [one.get("id") for one in article.iter() if one.get("id")]
    assert len(ids) == len(set(ids))


def test_quotes_stand_in_their_language_and_its_marks():
    quotes = list(tree(as_html(REPORT)).iter("blockquote"))

    assert [quote.get("lang") for quote in quotes] == ["nb", "nn", "en"]
    assert [text(quote)[0] + text(quote)[-1] for quote in quotes] == ["«»", "«»", "“”"]


def test_tables_have_a_caption_and_scopes():
    for table in tree(as_html(REPORT)).iter("table"):
        assert text(table.find("caption"))
        assert {th.get("scope") for th in table.find("thead").iter("th")} == {"col"}
        for row in table.find("tbody"):
            assert row[0].tag == "th" and row[0].get("scope") == "row"


def test_a_chart_has_a_title_and_a_summary_and_its_table_follows():
    body = tree(as_html(REPORT)).find("div[@class='doc-body']")
    children = list(body)
    [figure] = body.iter("figure")
    svg = figure.find(f"{SVG}svg")

    assert text(figure.find("figcaption")) == "Hvor mange som har snakket om hvert tema"
    assert svg.get("role") == "img"
    named = {one.get("id"): text(one) for one in svg if one.get("id")}
    assert [named[i] for i in svg.get("aria-labelledby").split()][1] == SUMMARY
    after = children[children.index(figure) + 1]
    cells = [[text(cell) for cell in row] for row in after.find("table").iter("tr")]
    assert cells[:2] == [["Tema", "Personer"], ["Å bli møtt", "8 personer"]]
    assert len(cells) == 6


def test_nothing_stands_inline():
    html = as_html(REPORT)

    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|javascript:|url\(", html)


@pytest.mark.parametrize("shown", [6, 8, 400])
def test_a_hidden_bar_tells_no_length(shown):
    """Whatever else is in the chart, hidden bars are drawn alike."""
    bars = (Bar("A", shown, str(shown)), Bar("B", None, "5 eller færre"), Bar("C", None, "skjult"))
    drawn = ElementTree.fromstring(chart_svg(Chart("T", "S", bars)).strip())

    hidden = [one for one in drawn.iter(f"{SVG}rect") if one.get("stroke-dasharray")]
    assert [(one.get("x"), one.get("width")) for one in hidden] == [("1", str(HIDDEN))] * 2
    assert len({path.get("d") for path in drawn.iter(f"{SVG}path")}) == 1
    assert "5 eller færre" in text(drawn) and "skjult" in text(drawn)


def test_the_easy_version_is_by_itself():
    html = as_html(REPORT, easy=True)

    assert "Hva som skal skje nå" in html and "doc-easy" in html
    assert "<nav" not in html and "Sammendrag" not in html
    assert "Hva som skal skje nå" not in as_html(REPORT)


def test_uneven_rows_are_made_whole_and_nothing_is_lost():
    table = Table("T", ("a",), (("b", "c"), ()))
    html = as_html(Document("T", "", "", "", "2025-1", "nb", (table,)))

    assert [len(row) for row in tree(html).iter("tr")] == [2, 2, 2]
    assert ">c</td>" in html


def test_a_quarter_begins_on_its_first_day():
    assert [first_day(f"2025-{n}").month for n in range(1, 5)] == [1, 4, 7, 10]
