"""A page taken along as a Word document: real headings, lists, boxes to tick, lines to write on."""

import io
from datetime import date
from pathlib import Path

import docx
import pytest
from django.test import Client
from docx.oxml.ns import qn

from brukerstemmen.library.models import Freshness, TemplatePage
from brukerstemmen.library.paper.rich import pieces
from brukerstemmen.library.paper.word import as_word
from tests.reports.rendering.test_opens_in_office import OFFICE, opened

BODY = [
    (
        "text",
        {"title": "Når du trenger den", "text": "<p>Si <b>takk</b>.</p><h3>Så</h3><p>Vent.</p>"},
    ),
    (
        "steps",
        {
            "title": "Slik gjør du",
            "steps": [
                {"title": "Ring", "text": "<p>Ikke skriv.</p>"},
                {"title": "Spør", "text": "<ul><li>hvem</li><li>når</li></ul>"},
            ],
        },
    ),
    ("checklist", {"title": "Har vi husket", "items": ["Rampe", "Tolk & «stille rom»"]}),
    ("questions", {"title": "Snakk om", "questions": ["Hva hørte du?", "Hva nå?"]}),
    (
        "fields",
        {"title": "Fyll inn", "fields": [{"label": "Sted", "hint": "Med adresse", "lines": 3}]},
    ),
    ("letter", {"title": "Brevet", "text": "<p>Kjære du</p><ol><li>Kom</li><li>Bli</li></ol>"}),
    ("table", {"title": "Dagen", "columns": ["Tid", "Hva"], "rows": [["10", "Kaffe"], ["11"]]}),
    ("tip", {"title": "", "text": "<p>Ta pause.</p>", "who": "En bordvert"}),
    (
        "links",
        {
            "title": "Les mer",
            "links": [
                {"label": "Loven", "page": None, "address": "https://lov.example/", "why": "Kort"}
            ],
        },
    ),
    (
        "terms",
        {"title": "Ord", "terms": [{"term": "Bruker", "meaning": "<p>Den det gjelder.</p>"}]},
    ),
    (
        "timeline",
        {"title": "Før", "events": [{"when": "1998", "what": "<p>Start</p>", "source": "Bok"}]},
    ),
]


@pytest.fixture
def template(tools) -> TemplatePage:
    return tools.add_child(
        instance=TemplatePage(
            title="Dagsorden", slug="dagsorden", summary="Et program for fire timer.", body=BODY
        )
    )


def read(content: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(content))


def in_style(file: docx.document.Document, style: str) -> list[str]:
    return [line.text for line in file.paragraphs if line.style.name == style]


def test_headings_are_headings_and_in_order(template: TemplatePage) -> None:
    file = read(as_word(template))

    assert in_style(file, "Title") == ["Dagsorden"]
    assert in_style(file, "Heading 1") == [
        block.value["title"] for block in template.body if block.value["title"]
    ]
    assert in_style(file, "Heading 2") == ["Så"]


def test_steps_are_numbered_and_each_list_begins_at_one(template: TemplatePage) -> None:
    file = read(as_word(template))
    numbered = [line for line in file.paragraphs if line.style.name == "List Number"]
    lists = [line._p.pPr.numPr.numId.val for line in numbered]

    assert [line.text for line in numbered] == [
        *("Ring", "Spør"),
        *("Hva hørte du?", "Hva nå?"),
        *("Kom", "Bli"),
    ]
    assert lists[0] == lists[1] != lists[2] == lists[3] != lists[4] == lists[5]


def test_points_have_boxes_that_can_be_ticked(template: TemplatePage) -> None:
    file = read(as_word(template))
    lines = [line for line in file.paragraphs if line.style.name == "Point to tick"]

    assert ["".join(line._p.itertext(qn("w:t"))) for line in lines] == [
        "☐Rampe",
        "☐Tolk & «stille rom»",
    ]
    assert all(line._p.find(f".//{qn('w14:checkbox')}") is not None for line in lines)


def test_there_are_as_many_lines_to_write_on_as_the_page_says(template: TemplatePage) -> None:
    file = read(as_word(template))

    assert in_style(file, "Line to fill in") == [""] * 3
    assert "Med adresse" in in_style(file, "Small")


def test_a_table_has_a_header_row_and_whole_rows(template: TemplatePage) -> None:
    (table,) = read(as_word(template)).tables

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Tid", "Hva"],
        ["10", "Kaffe"],
        ["11", ""],
    ]
    assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None


def test_links_lead_on_also_from_paper(template: TemplatePage) -> None:
    file = read(as_word(template))

    assert "https://lov.example/" in {
        rel.target_ref for rel in file.part.rels.values() if rel.is_external
    }


@pytest.mark.parametrize(("language", "told"), [("nb", "nb-NO"), ("en", "en-GB")])
def test_it_says_its_language_and_names_nobody(template, home, language: str, told: str) -> None:
    home.locale.language_code = language
    template.locale = home.locale

    file = read(as_word(template))

    assert file.core_properties.language == told
    assert file.core_properties.author == file.core_properties.last_modified_by == ""
    assert f'w:val="{told}"' in file.styles.element.xml


def test_it_says_where_it_was_taken_from(template: TemplatePage) -> None:
    (section,) = read(as_word(template)).sections

    assert "/verktoy/dagsorden/" in section.footer.paragraphs[0].text


def test_a_reader_takes_it_home(template: TemplatePage) -> None:
    answer = Client().get(f"/last-ned/{template.pk}/dagsorden.docx")

    assert answer.status_code == 200 and not answer.cookies
    assert answer["Content-Disposition"] == 'attachment; filename="dagsorden.docx"'
    assert answer["Content-Type"].endswith("wordprocessingml.document")
    assert in_style(read(answer.content), "Title") == ["Dagsorden"]


def test_it_is_made_once_until_something_changes(
    template: TemplatePage, django_assert_num_queries
) -> None:
    reader, address = Client(), f"/last-ned/{template.pk}/dagsorden.docx"
    reader.get(address)

    with django_assert_num_queries(1):
        again = reader.get(address)
    template.title = "Program"
    template.save()
    Freshness.grow()

    assert again.status_code == 200
    assert in_style(read(reader.get(address).content), "Title") == ["Program"]


def test_what_is_not_published_is_not_taken_home(template: TemplatePage) -> None:
    template.unpublish()

    assert Client().get(f"/last-ned/{template.pk}/dagsorden.docx").status_code == 404


def test_an_old_name_leads_to_the_new_one(template: TemplatePage) -> None:
    answer = Client().get(f"/last-ned/{template.pk}/program.docx")

    assert answer.status_code == 301
    assert answer["Location"] == f"/last-ned/{template.pk}/dagsorden.docx"


def test_a_kind_tells_in_short_what_is_its_own(tools) -> None:
    from brukerstemmen.library.models import GuidePage

    guide = tools.add_child(
        instance=GuidePage(
            title="Loven",
            slug="loven",
            kind="law",
            issuer="Stortinget",
            checked_on=date(2025, 3, 1),
        )
    )

    told = [line.text for line in read(as_word(guide)).paragraphs]

    assert any(line.endswith(": Stortinget") for line in told)
    assert any(line.endswith(": 1. mars 2025") for line in told)


def test_rich_text_is_read_as_it_is_meant() -> None:
    told = pieces(
        "<ul><li>en<ul><li>inni</li></ul></li><li><p>to</p></li></ul><p>a<br>b &amp; c</p>"
    )

    assert [(piece.kind, piece.text) for piece in told] == [
        ("ul", "en"),
        ("ul", "inni"),
        ("ul", "to"),
        ("p", "a\nb & c"),
    ]


@pytest.mark.office
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_it_opens_in_an_office_programme(template: TemplatePage, tmp_path: Path) -> None:
    content = as_word(template)

    again = read(opened(content, "dagsorden.docx", "docx", tmp_path / "home", tmp_path))

    words = ["".join(p.itertext(qn("w:t"))).strip() for p in again.element.body.iter(qn("w:p"))]
    ours = [
        "".join(p.itertext(qn("w:t"))).strip() for p in read(content).element.body.iter(qn("w:p"))
    ]
    assert [word for word in words if word] == [word for word in ours if word]
