"""Word documents: what the body says, as Word itself and others write it."""

from brukerstemmen.voices.kinds import Kind
from brukerstemmen.voices.notes.parsing import parse_file
from brukerstemmen.voices.notes.reading import Role, Why

from .conftest import W

STYLES = f"""<w:styles {W}>
<w:style w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Vaar"><w:name w:val="Vår stil"/><w:basedOn w:val="Overskrift2"/></w:style>
<w:style w:styleId="Overskrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Punkt"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="-"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"""


def parsed(content):
    return parse_file(content, "notater.docx")


def told(reading):
    return [(row.speaker, row.kind, row.words) for row in reading.rows]


def style(name):
    return f'<w:pStyle w:val="{name}"/>'


def listed(number):
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


def table(*rows):
    cell = "<w:tc>{}<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    told_rows = (
        "".join(cell.format(*(one if isinstance(one, tuple) else ("", one))) for one in row)
        for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in told_rows)}</w:tbl>"


def test_headings_and_paragraphs(word, paragraph):
    body = (
        paragraph("Å bli møtt", style("Overskrift1"))
        + paragraph("Hvordan ble du tatt imot?", style("Vaar"))
        + paragraph("D01 + Vi har god tid")
        + paragraph("")
        + paragraph("D02 − «Jeg ventet»")
    )

    reading = parsed(word(body, styles=STYLES))

    assert told(reading) == [
        ("D01", Kind.GOOD, "Vi har god tid"),
        ("D02", Kind.NOT_GOOD, "Jeg ventet"),
    ]
    assert [(row.line, row.theme, row.question) for row in reading.rows] == [
        (3, "Å bli møtt", "Hvordan ble du tatt imot?"),
        (5, "Å bli møtt", "Hvordan ble du tatt imot?"),
    ]
    assert reading.encoding is None


def test_the_only_heading_at_the_top_is_the_title_if_themes_stand_below(word, paragraph):
    body = (
        paragraph("Notater fra poliklinikken", style("Overskrift1"))
        + paragraph("Å bli møtt", style("Overskrift2"))
        + paragraph("D01 + Vi har god tid")
    )

    reading = parsed(word(body, styles=STYLES))

    assert reading.rows[0].theme == "Å bli møtt"
    assert [heading.role for heading in reading.headings] == [Role.TITLE, Role.THEME]


def test_paragraphs_without_marks_are_one_statement_each(word, paragraph):
    body = paragraph("Vi har god tid, sa hun, og") + paragraph("jeg ventet") + paragraph("Ja")

    assert len(parsed(word(body)).rows) == 3


def test_a_soft_break_goes_on_or_begins_a_marked_line(word, paragraph):
    body = paragraph("D01 + Vi har\ngod tid") + paragraph("D02 − Jeg ventet\nD03 → Ha en skjerm")

    assert told(parsed(word(body))) == [
        ("D01", Kind.GOOD, "Vi har god tid"),
        ("D02", Kind.NOT_GOOD, "Jeg ventet"),
        ("D03", Kind.PROPOSAL, "Ha en skjerm"),
    ]


def test_a_hyphen_that_word_made_a_list_of_is_still_a_hyphen(word, paragraph):
    signs = paragraph("+ Vi har god tid") + paragraph("Jeg ventet", listed(1))
    bullets = paragraph("Vi har god tid", listed(1)) + paragraph("Jeg ventet", style("Punkt"))
    round_ones = paragraph("+ Vi har god tid") + paragraph("Jeg ventet", listed(2))

    def kinds(body):
        reading = parsed(word(body, styles=STYLES, numbering=NUMBERING))
        assert [row.words for row in reading.rows] == ["Vi har god tid", "Jeg ventet"]
        return [row.kind for row in reading.rows]

    assert kinds(signs) == [Kind.GOOD, Kind.NOT_GOOD]
    assert kinds(bullets) == [None, None]
    assert kinds(round_ones) == [Kind.GOOD, None]


def test_words_arrow_in_its_own_font_is_a_proposal(word):
    arrow = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0E0"/><w:t> Skjerm</w:t></w:r></w:p>'

    assert told(parsed(word(arrow))) == [(None, Kind.PROPOSAL, "Skjerm")]


def test_a_short_paragraph_in_bold_is_a_heading(word, paragraph):
    body = paragraph("Informasjon", bold=True) + paragraph("D01 − Jeg visste ikke")

    reading = parsed(word(body))

    assert reading.rows[0].theme == "Informasjon"
    assert [heading.role for heading in reading.headings] == [Role.THEME]


def test_tables_take_the_theme_above_and_cells_merged_downwards(word, paragraph):
    merged = ('<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', "D01")
    goes_on = ("<w:tcPr><w:vMerge/></w:tcPr>", "")
    body = paragraph("Å bli møtt", style("Overskrift1")) + table(
        ("Deltaker", "Type", "Utsagn"),
        (merged, "+", "Vi har god tid"),
        (goes_on, "−", "Jeg ventet"),
    )

    reading = parsed(word(body, styles=STYLES))

    assert told(reading) == [
        ("D01", Kind.GOOD, "Vi har god tid"),
        ("D01", Kind.NOT_GOOD, "Jeg ventet"),
    ]
    assert [row.theme for row in reading.rows] == ["Å bli møtt"] * 2
    assert [row.line for row in reading.rows] == [3, 4]


def test_changes_tracked_are_read_as_they_would_be_accepted(word):
    def run(text):
        return f"<w:r><w:t>{text}</w:t></w:r>"

    body = (
        f"<w:p>{run('D01 + Vi ')}<w:ins>{run('har ')}</w:ins><w:del>{run('hadde ')}</w:del>"
        f"<w:hyperlink>{run('god tid')}</w:hyperlink></w:p>"
    )

    assert told(parsed(word(body))) == [("D01", Kind.GOOD, "Vi har god tid")]


def test_content_controls_and_text_boxes_are_read_once(word, paragraph):
    box = f"<w:txbxContent>{paragraph('D02 − Jeg ventet')}</w:txbxContent>"
    both = f"<AlternateContent><Choice>{box}</Choice><Fallback>{box}</Fallback></AlternateContent>"
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('D01 + Vi har god tid')}</w:sdtContent></w:sdt>"
        f"<w:p><w:r>{both}</w:r></w:p>"
    )

    assert [row.speaker for row in parsed(word(body)).rows] == ["D01", "D02"]


def test_pictures_and_footnotes_are_reported_as_not_read(word):
    body = (
        '<w:p><w:r><w:t>D01 + Vi</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
        "<w:p><w:r><w:drawing><blip/></w:drawing></w:r></w:p>"
    )

    reading = parsed(word(body))

    assert [(p.line, p.why) for p in reading.problems] == [(1, Why.NOT_READ), (2, Why.NOT_READ)]
    assert len(reading.rows) == 1
