"""The Word draft is a real document, says what it is, and nothing about who made it."""

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brukerstemmen.reports.content import Line, ThemePart, Words
from brukerstemmen.reports.docx import write_docx
from brukerstemmen.reports.template import UnusableTemplate, Why

from .conftest import CANARY

WORDS = Words(internal="INTERNT UTKAST – skal ikke sendes til tjenesten", opening="«", closing="»")


def written(draft, **options):
    return write_docx(draft, words=WORDS, **options)


def emptied(content):
    return Document(io.BytesIO(content))


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def text_of(paragraphs):
    return [paragraph.text for paragraph in paragraphs]


def styled(document, style):
    return text_of(p for p in document.paragraphs if p.style.name == style)


def test_headings_are_headings(draft):
    document = emptied(written(draft))

    assert styled(document, "Title") == [draft.title]
    assert styled(document, "Heading 1") == [
        WORDS.promise,
        WORDS.in_numbers,
        "Å bli møtt",
        "=HYPERLINK(1)",
        WORDS.unsorted,
        WORDS.method,
    ]
    assert styled(document, "Heading 2")[:4] == [
        WORDS.good,
        WORDS.not_good,
        WORDS.proposals,
        WORDS.unmarked,
    ]


def test_good_and_not_good_are_always_there(draft):
    document = emptied(written(draft))

    assert styled(document, "Heading 2")[4:] == [WORDS.good, WORDS.not_good]
    assert text_of(document.paragraphs).count(WORDS.nothing) == 3


def test_statements_have_their_own_style_and_language(draft):
    document = emptied(written(draft))

    lines = [p for p in document.paragraphs if p.style.name == WORDS.statement_style]
    assert text_of(lines)[:3] == [
        f"«Vi har god tid, {CANARY}.» [May be quoted]",
        "«Ho sa at ho ikkje visste.»",
        "«Spør oss.\nSkriv det ned.»",
    ]
    languages = [[lang.get(qn("w:val")) for lang in line._p.iter(qn("w:lang"))] for line in lines]
    assert languages[:3] == [[], ["nn-NO"], []]


def test_the_document_says_its_language_and_nothing_of_its_makers(draft):
    content = written(draft)
    document = emptied(content)
    properties = document.core_properties

    assert properties.title == draft.title
    assert properties.language == "nb-NO"
    assert properties.author == properties.last_modified_by == properties.comments == ""
    assert properties.created.date() == properties.modified.date() == draft.made_on
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert [lang.get(qn("w:val")) for lang in defaults.iter(qn("w:lang"))] == ["nb-NO"]
    assert not any(name.startswith("docProps/") for name in parts(content) if "core" not in name)


def test_words_of_participants_stand_in_the_body_only(draft):
    found = {name for name, content in parts(written(draft)).items() if CANARY.encode() in content}

    assert found == {"word/document.xml"}


def test_nothing_is_tracked_or_embedded(draft):
    content = parts(written(draft))

    assert not any("embed" in name or "comment" in name for name in content)
    body = content["word/document.xml"]
    assert not any(mark in body for mark in (b"<w:ins", b"<w:del", b"<w:moveFrom"))


def test_every_page_warns_and_has_its_number(draft):
    section = emptied(written(draft)).sections[0]

    assert WORDS.internal in text_of(section.header.paragraphs)
    fields = [f.get(qn("w:instr")) for f in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_tables_have_header_rows_and_hidden_counts_are_words(draft):
    totals, themes = emptied(written(draft)).tables

    for table in (totals, themes):
        assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert [cell.text for cell in totals.rows[1].cells] == [WORDS.people, "20"]
    assert [cell.text for cell in themes.rows[1].cells][1:5] == ["8", "6", "1", "2"]
    assert themes.rows[2].cells[1].text == WORDS.too_few


def test_what_waits_is_told_and_what_does_not_is_not(draft):
    told = WORDS.waiting.format(count=2)

    assert told in text_of(emptied(written(draft)).paragraphs)
    assert told not in text_of(emptied(written(replace(draft, waiting=0))).paragraphs)


def own_template(**changes):
    """A centre's template: its own font, logo text, old text and properties."""
    document = Document()
    document.styles["Heading 1"].font.name = "Senterfont"
    document.sections[0].header.paragraphs[0].text = "Senterets navn"
    document.sections[0].different_first_page_header_footer = True
    document.add_paragraph("gammel tekst")
    document.add_table(2, 2).cell(0, 0).text = "gammel tabell"
    document.core_properties.author = "Gammel Forfatter"
    document.core_properties.keywords = "gammelt"
    saved = io.BytesIO()
    document.save(saved)
    return changed(saved.getvalue(), **changes)


def changed(content, types=lambda told: told, **others):
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as file:
        for name, part in parts(content).items():
            if name == "[Content_Types].xml":
                part = types(part)
            file.writestr(name, others.get(name, lambda told: told)(part))
    return saved.getvalue()


def as_template(types):
    return types.replace(b"document.main+xml", b"template.main+xml")


@pytest.mark.parametrize("types", [lambda told: told, as_template])
def test_a_centres_template_gives_its_looks_and_nothing_else(draft, types):
    content = written(draft, template=own_template(types=types))
    document = emptied(content)

    assert document.styles["Heading 1"].font.name == "Senterfont"
    section = document.sections[0]
    assert text_of(section.header.paragraphs) == [WORDS.internal, "Senterets navn"]
    assert WORDS.internal in text_of(section.first_page_header.paragraphs)
    assert styled(document, "Title") == [draft.title]
    for part in parts(content).values():
        assert b"gammel" not in part
        assert b"Gammel" not in part


def test_a_template_without_our_styles_gets_them(draft):
    bare = Document()
    for name in ("Title", "Heading 1", "List Bullet", "Caption", "Table Grid", "Header"):
        bare.styles[name].delete()
    saved = io.BytesIO()
    bare.save(saved)

    document = emptied(written(draft, template=saved.getvalue()))

    assert styled(document, "Title") == [draft.title]
    assert document.styles["Heading 1"].element.find(f".//{qn('w:outlineLvl')}") is not None


def fetching(relations):
    outside = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/%s" Target="https://example.com/x" TargetMode="External"/></Relationships>'
    )
    return relations.replace(b"</Relationships>", outside)


def test_a_template_that_would_fetch_something_is_refused(draft):
    def picture(relations):
        return fetching(relations) % b"image"

    template = own_template(**{"word/_rels/document.xml.rels": picture})

    with pytest.raises(UnusableTemplate) as refused:
        written(draft, template=template)
    assert refused.value.why is Why.FETCHES


def test_the_link_to_a_template_elsewhere_is_removed(draft):
    def attached(relations):
        return fetching(relations) % b"attachedTemplate"

    content = written(draft, template=own_template(**{"word/_rels/document.xml.rels": attached}))

    assert not any(b"example.com" in part for part in parts(content).values())


@pytest.mark.parametrize(
    ("template", "why"),
    [
        (b"", Why.NOT_WORD),
        (b"no document", Why.NOT_WORD),
        (b"PK\x03\x04 no document", Why.NOT_WORD),
        (b"PK" + bytes(6 * 1024 * 1024), Why.NOT_WORD),
    ],
)
def test_what_is_no_template_is_refused(draft, template, why):
    with pytest.raises(UnusableTemplate) as refused:
        written(draft, template=template)
    assert refused.value.why is why


def test_macros_are_refused(draft):
    macros = own_template(
        types=lambda told: told.replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        )
    )

    with pytest.raises(UnusableTemplate) as refused:
        written(draft, template=macros)
    assert refused.value.why is Why.MACROS


@given(st.text(), st.text())
@settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_any_words_can_be_written(draft, words, name):
    theme = ThemePart(name=name, definition=words, people=6, statements=1, good=(Line(words),))

    assert emptied(written(replace(draft, title=name, themes=(theme,))))
