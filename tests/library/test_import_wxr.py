"""Coming from WordPress: drafts with pictures and dates, old addresses that lead on, and a report
of what was not understood."""

from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from brukerstemmen.library.actions.importing import LEFT_OUT, THERE, Told, import_posts
from brukerstemmen.library.models import LibraryPage, NewsPage, Picture, SectionPage, TextPage
from brukerstemmen.library.wordpress.content import Around, read
from brukerstemmen.library.wordpress.export_file import NotWordPress
from brukerstemmen.library.wordpress.export_file import read as read_file
from tests.library.test_pictures import from_a_telephone, picture, seen

EXPORT = Path(__file__).parent / "wordpress" / "export.xml"


@pytest.fixture(autouse=True)
def _files_go_nowhere(settings, tmp_path: Path) -> None:
    there = {"location": tmp_path / "public", "base_url": "/filer/"}
    default = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": there}
    settings.STORAGES = settings.STORAGES | {"default": default}


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    """The old site's files: two of the same name, and one nobody asks for."""
    folder = tmp_path / "uploads"
    for name, data in {
        "2019/05/rommet.jpg": from_a_telephone(),
        "2020/01/rommet.jpg": picture(80, 50),
        "2020/01/annet.jpg": picture(),
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def bring(tools: SectionPage, uploads: Path) -> Callable[[], dict[str, Told]]:
    def bring_in() -> dict[str, Told]:
        export = read_file(EXPORT.read_bytes())
        told = import_posts(export, under=tools, pictures=uploads)
        return {one.title: one for one in told}

    return bring_in


@pytest.fixture
def told(bring: Callable[[], dict[str, Told]]) -> dict[str, Told]:
    return bring()


def kinds(page: LibraryPage) -> list[str]:
    return [block.block_type for block in page.body]


def texts(page: LibraryPage) -> list[tuple[str, str]]:
    return [
        (block.value["title"], block.value["text"].source)
        for block in page.body
        if block.block_type == "text"
    ]


def test_everything_comes_as_drafts_with_its_day(told: dict[str, Told], tools) -> None:
    post = NewsPage.objects.get(slug="forste-mote")

    assert (post.title, post.on, post.summary) == (
        "Første møte & kaffe",
        date(2019, 5, 2),
        "Tolv kom.",
    )
    assert post.first_published_at.year == 2019
    assert not LibraryPage.objects.descendant_of(tools).live().exists()
    assert post.get_latest_revision_as_object().body == post.body


def test_pages_lie_below_the_pages_they_lay_below(told: dict[str, Told], tools) -> None:
    page = TextPage.objects.get(slug="radet")

    assert page.get_parent().slug == "om"
    assert page.get_parent().get_parent().pk == tools.pk
    assert page.summary == "Rådet møtes hver måned. Alle kan komme."


def test_text_stays_text_and_links_lead_to_the_new_pages(told: dict[str, Told]) -> None:
    post, page = NewsPage.objects.get(slug="forste-mote"), TextPage.objects.get(slug="radet")
    first, second = texts(post)[:2]

    assert first == (
        "",
        f'<p>Vi var <b>tolv</b>. Les om <a linktype="page" id="{page.pk}">rådet</a> og '
        '<a href="https://annet.example/?a=1&amp;b=2">de andre</a>.</p>',
    )
    assert second == ("Dette sa vi", "<ul><li>Én <b>ting</b></li><li>To</li><li>inni</li></ul>")
    assert texts(page) == [
        (
            "",
            "<p>Rådet møtes <i>hver</i> måned.<br/>Alle kan komme.</p>"
            f'<p>Les mer i <a linktype="page" id="{post.pk}">innlegget</a> eller hos oss.</p>',
        )
    ]


def test_pictures_come_from_the_folder_and_are_painted(told: dict[str, Told]) -> None:
    post = NewsPage.objects.get(slug="forste-mote")
    shown = [block.value for block in post.body if block.block_type == "picture"]

    assert [(one["alt"], one["caption"]) for one in shown] == [
        ("", ""),
        ("Et rom med stoler", "Rommet vi fikk"),
    ]
    # Of the same name, the one of its own month.
    assert [(one["picture"].width, one["picture"].title) for one in shown] == [
        (80, "Forsiden"),
        (40, "Rommet vårt"),
    ]
    with shown[1]["picture"].open_file() as opened:
        assert not seen(opened.read()).getexif()
    assert Picture.objects.count() == 2


def test_what_was_not_understood_is_told_and_its_words_stay(told: dict[str, Told]) -> None:
    notes = told["Første møte & kaffe"].notes
    words = "".join(text for _title, text in texts(NewsPage.objects.get(slug="forste-mote")))

    assert notes == [
        "[contact-form-7]",
        "<img> https://gammelt.example/wp-content/uploads/2019/05/borte.jpg",
        "wp:acme/slider",
        "wp:embed",
        "<iframe> https://film.example/v/1",
        "wp:shortcode",
        "<script>",
    ]
    assert "Ord i en karusell" in words and "[fyll inn]" in words
    assert '<a href="https://film.example/v/1">' in words
    assert "alert" not in words and "contact-form" not in words
    assert told["Om rådet"].notes == []


def test_tables_and_galleries_are_understood(told: dict[str, Told]) -> None:
    (table,) = [
        block.value
        for block in NewsPage.objects.get(slug="forste-mote").body
        if block.block_type == "table"
    ]
    draft = NewsPage.objects.get(title="22")

    assert list(table["columns"]) == ["Tid", "Hva"]
    assert [list(row) for row in table["rows"]] == [["10", "Kaffe"]]
    assert kinds(draft) == ["picture", "picture", "picture", "text"]
    assert "Under bildet" in texts(draft)[0][1] and "film.example/v/2" in texts(draft)[0][1]
    assert told["22"].notes == ["[embed] https://film.example/v/2"]


def test_nobodys_name_and_nothing_private_comes_along(told: dict[str, Told]) -> None:
    export = read_file(EXPORT.read_bytes())
    everything = "".join(
        f"{page.title}{page.summary}{page.specific.body}" for page in LibraryPage.objects.all()
    )

    assert "Hemmelig" not in everything and "Jeg var der" not in everything
    assert export.left_out == ["1 × comment", "1 × nav_menu_item", "1 × post, private"]


def test_old_addresses_lead_on_once_the_page_is_published(told: dict[str, Told]) -> None:
    post, reader = NewsPage.objects.get(slug="forste-mote"), Client()
    before = reader.get("/2019/05/forste-mote/")
    post.get_latest_revision().publish()

    after = reader.get("/2019/05/forste-mote/?utm=1")

    assert before.status_code == 404
    assert (after.status_code, after["Location"]) == (301, "/verktoy/forste-mote/")
    assert reader.get("/2019/05/forste-mote").status_code == 301
    assert not after.cookies


def test_running_it_again_doubles_nothing(bring: Callable[[], dict[str, Told]], told) -> None:
    post = NewsPage.objects.get(slug="forste-mote")
    post.title = "Vårt første møte"
    post.save()
    before = (Page.objects.count(), Picture.objects.count(), Redirect.objects.count())

    again = bring()

    assert {one.standing for one in again.values()} == {THERE}
    assert before == (Page.objects.count(), Picture.objects.count(), Redirect.objects.count())
    post.refresh_from_db()
    assert post.title == "Vårt første møte"


def test_without_the_files_the_words_come_all_the_same(tools: SectionPage) -> None:
    export = read_file(EXPORT.read_bytes())

    told = import_posts(export, under=tools)

    assert not Picture.objects.exists()
    assert sum(note.startswith("<img>") for note in told[2].notes) == 3
    assert LEFT_OUT not in {one.standing for one in told}


def test_the_command_tells_what_became_of_each(tools: SectionPage, uploads: Path) -> None:
    said = StringIO()

    call_command("import_wxr", EXPORT, under="/verktoy/", pictures=uploads, stdout=said)

    lines = said.getvalue().splitlines()
    assert "made: Om rådet (https://gammelt.example/om/radet/)" in lines
    assert "    not understood: wp:acme/slider" in lines
    assert "left out: 1 × post, private" in lines
    assert lines[-1] == "4 drafts made, 0 were here already."


BOMB = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c"><!ENTITY d SYSTEM "file:///etc/hosts">]>
<rss><channel><item><title>&d;</title></item></channel></rss>"""


@pytest.mark.parametrize(
    "data",
    [b"", b"<html>", b"<rss/>", b"<rss><channel><title>a</title></channel></rss>", BOMB, b"PK\x03"],
    ids=["nothing", "half", "empty", "a feed", "entities", "zip"],
)
def test_what_is_no_export_is_refused(tools: SectionPage, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "eksport.xml"
    file.write_bytes(data)

    with pytest.raises(NotWordPress):
        read_file(data)
    with pytest.raises(CommandError, match="no export from WordPress"):
        call_command("import_wxr", file, under="/verktoy/")


@pytest.mark.parametrize(
    ("told", "words"),
    [({"under": "/finnes-ikke/"}, "no page at"), ({"under": "/verktoy/"}, "is not there")],
)
def test_a_section_or_a_file_that_is_not_there(tools, tmp_path, told, words: str) -> None:
    file = EXPORT if "no page" in words else tmp_path / "borte.xml"

    with pytest.raises(CommandError, match=words):
        call_command("import_wxr", file, **told)


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p><b>Uten slutt", [("text", {"title": "", "text": "<p><b>Uten slutt</b></p>"})]),
        ("<h2>Bare overskrift</h2>", [("text", {"title": "", "text": "<h3>Bare overskrift</h3>"})]),
        ("<h4>a &lt;b&gt;</h4>", [("text", {"title": "", "text": "<h3>a &lt;b&gt;</h3>"})]),
        ("<table><tr><td>a", [("table", {"title": "", "columns": ["a"], "rows": []})]),
        ("</ul></p></td>", []),
        ("<p>&nbsp;</p>", []),
    ],
)
def test_broken_html_is_read_as_far_as_it_goes(html: str, blocks: list[object]) -> None:
    around = Around(lambda address: "", lambda address: None, lambda number: "")

    assert read(html, around).blocks == blocks
