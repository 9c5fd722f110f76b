"""Pictures and documents that arrive: painted anew, looked into, and refused in plain words."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image, ImageDraw
from pytest_django.fixtures import Settings
from wagtail.documents.models import Document

from brukerstemmen.library.models import Picture, SiteProfile, TextPage
from brukerstemmen.library.models.pictures import LARGEST_SHOWN, painted_file
from brukerstemmen.library.painting import LONGEST_SIDE, Unpaintable, Why, painted
from brukerstemmen.people.models import Organisation, Person

ADD_PICTURE, ADD_DOCUMENT = "/rediger/images/add/", "/rediger/documents/add/"
TURNED = 6  # the telephone was held upright
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n"


@pytest.fixture(autouse=True)
def _files_go_nowhere(settings: Settings, tmp_path: Path) -> None:
    there = {"location": tmp_path / "public", "base_url": "/filer/"}
    default = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": there}
    settings.STORAGES = settings.STORAGES | {"default": default}


def picture(width: int = 60, height: int = 40, kind: str = "JPEG", **extra: object) -> bytes:
    """The left half red, the right half blue."""
    drawn = Image.new("RGB", (width, height), "blue")
    ImageDraw.Draw(drawn).rectangle((0, 0, width // 2 - 1, height), fill="red")
    saved = io.BytesIO()
    drawn.save(saved, kind, **extra)
    return saved.getvalue()


def from_a_telephone() -> bytes:
    """With the place it was taken, the telephone's make, and turned."""
    notes = Image.Exif()
    notes[0x010F], notes[0x0112] = "Telefonen AS", TURNED
    place = notes.get_ifd(0x8825)
    place[1], place[2] = "N", (63.0, 25.0, 49.0)
    return picture(exif=notes, comment=b"til Kari")


def noise(width: int, height: int) -> bytes:
    saved = io.BytesIO()
    Image.effect_noise((width, height), 120).convert("RGB").save(saved, "JPEG", quality=90)
    return saved.getvalue()


def seen(data: bytes) -> Image.Image:
    opened = Image.open(io.BytesIO(data))
    opened.load()
    return opened


def test_place_telephone_and_notes_stay_behind_and_it_stands_upright() -> None:
    told = painted(from_a_telephone()).content

    again = seen(told)
    assert not again.getexif() and "comment" not in again.info
    assert b"Telefonen" not in told and b"Kari" not in told
    assert again.size == (40, 60)
    assert again.getpixel((20, 10))[0] > 200 > 50 > again.getpixel((20, 50))[0]


@pytest.mark.parametrize(("kind", "ending"), [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp")])
def test_a_large_one_is_made_smaller_and_keeps_its_shape(kind: str, ending: str) -> None:
    made = painted(picture(3000, 1500, kind))

    assert made.ending == ending
    assert seen(made.content).size == (LONGEST_SIDE, LONGEST_SIDE // 2)


def test_what_can_be_seen_through_stays_so() -> None:
    saved = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(saved, "PNG", icc_profile=b"nothing")

    again = seen(painted(saved.getvalue()).content)

    assert again.mode == "RGBA" and "icc_profile" not in again.info


def vast() -> bytes:
    """144 megapixels in a few kilobytes."""
    saved = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(saved, "PNG")
    return saved.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    "data",
    [
        SVG,
        b"",
        b"GIF89a....",
        PDF,
        picture()[:200],
        b"\x89PNG\r\n\x1a\nnot really",
        b"\xff\xd8\xff",
    ],
    ids=["svg", "nothing", "gif", "pdf", "half", "pretends to be png", "pretends to be jpeg"],
)
def test_what_is_no_picture_is_not_painted(data: bytes) -> None:
    with pytest.raises(Unpaintable) as refused:
        painted(data)

    assert refused.value.why is Why.NO_PICTURE


def test_what_would_fill_the_memory_is_not_opened() -> None:
    with pytest.raises(Unpaintable) as refused:
        painted(vast())

    assert refused.value.why is Why.TOO_MANY_PIXELS


def test_every_way_in_paints(db: None) -> None:
    kept = Picture.objects.create(
        title="Rommet", file=SimpleUploadedFile("rommet.png", from_a_telephone())
    )

    with kept.open_file() as opened:
        assert not seen(opened.read()).getexif()
    assert (kept.width, kept.height) == (40, 60)
    assert kept.file.name.endswith(".jpg") and kept.file_hash


@pytest.mark.parametrize("size", [(60, 40), (1800, 1200), (900, 1800)])
def test_what_readers_get_is_small(db: None, size: tuple[int, int]) -> None:
    kept = Picture.objects.create(title="Støy", file=painted_file(noise(*size), "støy.jpg"))

    shown = kept.make_ready()

    assert shown.file.size <= LARGEST_SHOWN
    assert shown.file.name.endswith(".webp")
    assert kept.renditions.count() == 1
    assert Picture.objects.get().shown() == shown


@pytest.fixture
def editor(
    edda: Person, page: TextPage, centre: Organisation, signed_in: Callable[[Person], Client]
) -> Client:
    SiteProfile.objects.get().owners.add(centre)
    edda.language = "en"
    edda.save(update_fields=["language"])
    return signed_in(edda)


@pytest.mark.ignore_template_errors
@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("tegning.svg", SVG, "SVG must be saved as PNG"),
        ("bilde.png", SVG, "cannot read this file as a picture"),
        ("bilde.jpg", b"MZ\x90 a programme", "cannot read this file as a picture"),
        ("bilde.jpg", picture()[:200], "cannot read this file as a picture"),
        ("bilde.jpg", b"", "cannot read this file as a picture"),
        ("stort.png", vast(), "too large for us to open"),
    ],
    ids=["svg", "svg in disguise", "programme", "half", "nothing", "144 megapixels"],
)
def test_an_editor_hears_why_and_loses_nothing(
    editor: Client, name: str, data: bytes, words: str
) -> None:
    typed = {"title": "Rommet der vi møtes", "made_by": "Kari N", "tags": "", "focal_point_x": ""}

    answer = editor.post(
        ADD_PICTURE,
        typed | {"file": SimpleUploadedFile(name, data)},
    )

    assert words in answer.text
    assert "Rommet der vi møtes" in answer.text and "Kari N" in answer.text
    assert not Picture.objects.exists()


@pytest.mark.ignore_template_errors
def test_an_editor_brings_a_picture_and_it_is_painted_and_ready(editor: Client) -> None:
    answer = editor.post(
        ADD_PICTURE,
        {"title": "Rommet", "tags": "", "file": SimpleUploadedFile("r.png", from_a_telephone())},
    )

    assert answer.status_code == 302
    kept = Picture.objects.get()
    with kept.open_file() as opened:
        assert not seen(opened.read()).getexif()
    assert kept.renditions.count() == 1
    shown = Client().get(kept.shown().url)
    assert (
        shown["Content-Type"] == "image/webp" and "attachment" not in shown["Content-Disposition"]
    )
    shown.close()


def zipped(**files: bytes) -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return saved.getvalue()


@pytest.mark.ignore_template_errors
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rapport.pdf", b"<html>not at all</html>"),
        ("rapport.pdf", PDF[:20]),
        ("brev.docx", PDF),
        ("brev.docx", zipped(word__document_xml=b"<a/>")),
        ("tall.csv", b"a;b\x00c"),
        ("tall.xlsx", b"PK\x03\x04 no"),
        ("notat.odt", zipped(mimetype=b"x")),
    ],
)
def test_a_document_is_what_it_says_or_stays_outside(
    editor: Client, name: str, data: bytes
) -> None:
    answer = editor.post(
        ADD_DOCUMENT,
        {"title": "Rapport 2012", "tags": "", "file": SimpleUploadedFile(name, data)},
    )

    assert "but we cannot read it as one" in answer.text
    assert "Rapport 2012" in answer.text
    assert not Document.objects.exists()


@pytest.mark.ignore_template_errors
def test_a_document_is_kept_and_goes_out_as_a_file(editor: Client) -> None:
    editor.post(
        ADD_DOCUMENT,
        {"title": "Rapport", "tags": "", "file": SimpleUploadedFile("rapport.pdf", PDF)},
    )

    answer = Client().get(Document.objects.get().url)

    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="rapport.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "name", ["../keys/secret.key", "..%2Fkeys", "", "images", "images/none.jpg", "/etc/hosts"]
)
def test_nothing_else_lies_open(db: None, name: str) -> None:
    assert Client().get(f"/filer/{name}").status_code == 404


def test_what_might_run_goes_out_as_a_file(db: None, tmp_path: Path) -> None:
    (tmp_path / "public").mkdir(exist_ok=True)
    (tmp_path / "public" / "a.html").write_text("<script>1</script>")

    answer = Client().get("/filer/a.html")
    answer.close()

    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")


def test_pictures_on_a_page_cost_the_same_however_many(
    page: TextPage,
) -> None:
    pictures = [
        Picture.objects.create(title=f"{n}", file=painted_file(picture(60 + n), "p.jpg"))
        for n in range(4)
    ]
    for each in pictures:
        each.make_ready()

    def counted(some: list[Picture]) -> int:
        page.body = [("picture", {"picture": one, "alt": "Et rom", "caption": ""}) for one in some]
        page.save()
        with CaptureQueriesContext(connection) as queries:
            answer = Client().get(f"/verktoy/kom-i-gang/?n={len(some)}")
        assert answer.text.count('alt="Et rom"') == len(some)
        return len(queries)

    counted(pictures[:1])
    assert counted(pictures[:2]) == counted(pictures)
