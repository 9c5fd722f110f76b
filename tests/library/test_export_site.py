"""The whole site in a folder: every link leads to a file, and nothing asks for a server."""

import json
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from django.core.management import CommandError, call_command
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, Site

from brukerstemmen.library import reading
from brukerstemmen.library.actions.exporting import NotExported, export
from brukerstemmen.library.copying import standing
from brukerstemmen.library.models import Figure, HomePage, Picture, TextPage
from brukerstemmen.library.models.pictures import painted_file
from tests.library.test_pictures import picture


class Links(HTMLParser):
    """What a page leads to or is made of, and where in it a link may lead."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.found: list[str] = []
        self.marks: set[str] = set()
        self.tags: list[str] = []
        self.feed(file.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.append(tag)
        self.marks.add(known.get("id") or "")
        self.found += [known[name] or "" for name in ("href", "src", "action") if name in known]


def broken(folder: Path) -> list[str]:
    """Every link in the folder that does not lead to a file there, or out of it."""
    pages = {file.resolve(): Links(file) for file in folder.rglob("*.html")}
    wrong = []
    for file, links in pages.items():
        for link in links.found:
            there = urlsplit(link)
            if there.scheme in {"http", "https", "mailto", "tel"}:
                continue
            target = (file.parent / unquote(there.path)).resolve() if there.path else file
            known = pages[target].marks if target in pages else {unquote(there.fragment)}
            if not target.is_file() or (there.fragment and unquote(there.fragment) not in known):
                wrong.append(f"{file.relative_to(folder.resolve())}: {link}")
    return wrong


@pytest.fixture(scope="module")
def whole(started: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All start content, exported once."""
    folder = tmp_path_factory.mktemp("export") / "nettsted"
    call_command("export_site", folder, "--json", stdout=StringIO(), stderr=StringIO())
    return folder


def test_every_page_is_there_and_no_link_is_broken(whole: Path) -> None:
    written = sum(len(reading.pages(language)) for language in reading.LANGUAGES)
    pages = list(whole.rglob("index.html"))

    assert len(pages) >= written
    assert broken(whole) == []


def test_everything_it_is_made_of_lies_in_the_folder(whole: Path) -> None:
    styles = [file.read_text("utf-8") for file in whole.rglob("*.css")]

    assert styles and any("woff2" in style for style in styles)
    assert list(whole.rglob("*.woff2")) and list(whole.rglob("*.js")) and list(whole.rglob("*.svg"))
    for file in whole.rglob("*.html"):
        text = file.read_text("utf-8")
        assert 'src="http' not in text and 'rel="stylesheet" href="http' not in text


def test_templates_come_along_as_word(whole: Path) -> None:
    templates = whole / "verktoy" / "maler"
    links = Links(templates / "arshjul" / "index.html").found

    (word,) = [link for link in links if link.endswith("arshjul.docx")]
    assert (templates / "arshjul" / word).read_bytes().startswith(b"PK")


def test_what_needs_a_server_says_so(whole: Path) -> None:
    for file in whole.rglob("*.html"):
        assert "form" not in Links(file).tags, file
    for name in ("sok", "verktoy/velg", "verktoy/kom-i-gang"):
        assert "127.0.0.1:8000" in (whole / name / "index.html").read_text("utf-8")


def test_nothing_of_the_house_behind_comes_along(whole: Path) -> None:
    for name in ("konto", "rediger", "arbeid", "inn", "si-fra"):
        assert not (whole / name).exists()


def test_a_sorted_list_lies_beside_the_whole_one(whole: Path) -> None:
    assert list((whole / "verktoy" / "maler").glob("_*.html"))


def test_all_of_it_as_data(whole: Path, started: None) -> None:
    told = json.loads((whole / "site.json").read_text("utf-8"))

    (invited,) = [page for page in told["pages"] if page["address"] == "/verktoy/maler/bordvert/"]
    assert invited["kind"] == "template" and invited["language"] == "nb"
    assert "degree:involve" in invited["labels"]
    assert {block["type"] for block in invited["body"]} >= {"steps", "fields"}
    assert len(told["labels"]) > 20
    assert len(told["figures"]) == len(reading.figures())
    assert not {"owner", "path", "locked_by"} & set(invited)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "ut"


def test_only_what_is_published_goes_out(page: TextPage, folder: Path) -> None:
    page.copy(
        update_attrs={"title": "Hemmelig kladd", "slug": "kladd", "live": False}, recursive=False
    )

    call_command("export_site", folder, "--json", stdout=StringIO())

    assert (folder / "verktoy" / "kom-i-gang" / "index.html").exists()
    assert not (folder / "verktoy" / "kladd").exists()
    assert "Hemmelig" not in (folder / "site.json").read_text("utf-8")


def test_pictures_figures_and_redirects_come_along(
    page: TextPage, folder: Path, settings, tmp_path: Path
) -> None:
    there = {"location": tmp_path / "public", "base_url": "/filer/"}
    default = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": there}
    settings.STORAGES = settings.STORAGES | {"default": default}
    kept = Picture.objects.create(title="Rommet", file=painted_file(picture(), "rom.jpg"))
    page.body = [("picture", {"picture": kept, "alt": "Et rom", "caption": ""})]
    page.save()
    Figure.objects.create(key="moter", value="165", counts_nb="møter", source="Avis")
    Redirect.add_redirect("/gammel/", page)

    call_command("export_site", folder, "--json", stdout=StringIO())

    assert broken(folder) == []
    assert list((folder / "filer").rglob("*.webp"))
    assert b"165" in (folder / "tall.csv").read_bytes()
    told = json.loads((folder / "site.json").read_text("utf-8"))
    assert told["redirects"][0]["old"] == "/gammel"
    assert told["pictures"][0]["title"] == "Rommet"


def test_another_site_lies_in_a_folder_of_its_own(page: TextPage, folder: Path, settings) -> None:
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "sagatun.example"]
    root = Page.get_first_root_node()
    other = root.add_child(
        instance=HomePage(
            title="Et annet", slug="annet", locale=Locale.objects.get(language_code="nb")
        )
    )
    Site.objects.create(hostname="sagatun.example", root_page=other)
    other.add_child(instance=TextPage(title="Hos oss", slug="hos-oss"))
    page.body = [
        ("text", {"title": "", "text": f'<p><a linktype="page" id="{other.pk}">Dit</a></p>'})
    ]
    page.save()

    export(folder)

    assert (folder / "steder" / "sagatun.example" / "hos-oss" / "index.html").exists()
    links = Links(folder / "verktoy" / "kom-i-gang" / "index.html").found
    assert "../../steder/sagatun.example/index.html" in links
    assert broken(folder) == []


def test_a_folder_with_something_in_it_is_left_alone(page: TextPage, folder: Path) -> None:
    folder.mkdir()
    (folder / "mitt.txt").write_text("mitt")

    with pytest.raises(CommandError, match="not empty"):
        call_command("export_site", folder)
    assert [file.name for file in folder.iterdir()] == ["mitt.txt"]


def test_a_site_that_does_not_answer_is_told(page: TextPage, folder: Path, settings) -> None:
    settings.ALLOWED_HOSTS = ["elsewhere.example"]

    with pytest.raises(NotExported, match="no page that answers"):
        export(folder)


def test_what_is_not_changed_stands_sign_for_sign() -> None:
    html = '<!doctype html>\n<p class="A">&laquo;a&#8211;b&raquo; <svg viewBox="0 0 1 1"/></p>\n'

    assert standing(html, lambda address: None) == html


def test_a_link_without_a_place_becomes_its_words() -> None:
    html = '<a class="b" href="/inn/">Logg <b>inn</b></a> <a href="#x">x</a>'

    def place(address: str) -> str | None:
        return address if address.startswith("#") else None

    assert standing(html, place) == '<span>Logg <b>inn</b></span> <a href="#x">x</a>'


def test_forms_give_way_to_a_sentence_and_in_the_header_to_nothing() -> None:
    html = "<header><form>a</form></header><h1>T</h1><form>b<p>c</p></form>"

    assert standing(html, lambda a: a, instead="<p>nei</p>", after_title="<p>kopi</p>") == (
        "<header></header><h1>T</h1><p>kopi</p><p>nei</p>"
    )
