"""Names of files, titles and what is written about pictures: looked through as all words are."""

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form
from wagtail.models import Site

from brukerstemmen.library.actions import editors, reviewing
from brukerstemmen.library.actions.picture_words import named_in_pictures
from brukerstemmen.library.editing.picture_words import refuse_to_publish
from brukerstemmen.library.models import LibraryPage, Picture, TemplatePage, TextPage
from brukerstemmen.library.models.pictures import painted_file
from brukerstemmen.people.models import Person
from tests.library.test_pictures import PDF, picture

NAMED = "Kari Nordmann ved døra"


def test_a_picture_is_not_called_after_somebody() -> None:
    assert painted_file(picture(), "kari_nordmann-portrett.jpg").name == "bilde.jpg"
    assert painted_file(picture(), "inngangen.jpg").name == "inngangen.jpg"


@pytest.fixture
def editor(owned: Site, edda: Person) -> Person:
    """She may bring files: the site has a shelf, and she has been on its pages."""
    editors.mirror(edda)
    return edda


def test_a_document_is_not_called_after_somebody(editor: Person) -> None:
    for name, kept in (("kari_nordmann.pdf", "dokument.pdf"), ("rapport.pdf", "rapport.pdf")):
        form = get_document_form(get_document_model())(
            {"title": "Rapport", "tags": ""},
            {"file": SimpleUploadedFile(name, PDF)},
            user=editor,
        )
        assert form.is_valid(), form.errors
        assert form.cleaned_data["file"].name == kept


def test_a_title_names_nobody_who_has_not_said_yes(editor: Person) -> None:
    def form(title: str, **more: str) -> object:
        files = {"file": SimpleUploadedFile("r.jpg", picture())}
        return get_image_form(Picture)({"title": title, "tags": "", **more}, files, user=editor)

    assert "Kari Nordmann" in form(NAMED).errors["title"][0]
    assert not form(NAMED, shown_agreed="on").errors
    assert not form("IMG_20240304_112233").errors


def with_picture(page: LibraryPage, *, agreed: bool, alt: str = NAMED) -> LibraryPage:
    shown = Picture.objects.create(
        title="Døra", file=painted_file(picture(), "p.jpg"), shown_agreed=agreed
    )
    page.body = [("picture", {"picture": shown, "alt": alt, "caption": ""})]
    return page


def test_what_is_written_about_a_picture_names_nobody_who_has_not_said_yes(page: TextPage) -> None:
    assert named_in_pictures(with_picture(page, agreed=False)) == ["Kari Nordmann"]
    assert not named_in_pictures(with_picture(page, agreed=True))


def test_nor_does_it_give_anybodys_number(page: TextPage) -> None:
    """Digits alone are what a camera calls its pictures, but a camera writes no alt text."""
    for number in ("41 23 45 67", "15108695088"):
        told = with_picture(page, agreed=False, alt=f"Ring {number}")
        assert named_in_pictures(told) == [number]


@pytest.mark.ignore_template_errors
def test_such_a_page_is_saved_and_not_published(page: TextPage) -> None:
    request = RequestFactory().post("/")
    request.session = {}  # type: ignore[assignment]
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]

    assert refuse_to_publish(request, with_picture(page, agreed=True)) is None
    answer = refuse_to_publish(request, with_picture(page, agreed=False))

    assert answer is not None and answer.status_code == 302
    assert "Kari Nordmann" in " ".join(str(one) for one in get_messages(request))


def test_a_co_reader_cannot_let_it_out(
    template: TemplatePage, edda: Person, mikkel: Person
) -> None:
    written = with_picture(template.get_latest_revision_as_object(), agreed=False)
    written.save_revision(user=edda)
    waiting = template.get_workflow().start(template, edda).current_task_state

    with pytest.raises(ValidationError, match="Kari Nordmann"):
        reviewing.answer(waiting, yes=True, comment="", by=mikkel)
    assert reviewing.answer(waiting, yes=False, comment="Hvem er det?", by=mikkel)
