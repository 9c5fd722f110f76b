"""What is too long for the finder comes back as it was typed, and the page says so."""

from types import SimpleNamespace

from brukerstemmen.library.editing.beside import beside
from brukerstemmen.library.editing.one_said import PublishForm
from brukerstemmen.library.models import TemplatePage
from brukerstemmen.masking.spans import LONGEST_TEXT
from brukerstemmen.people.models import Person
from tests.library.editors_world import draft

LONG = "Kari sa det. " * (LONGEST_TEXT // 13 + 1)


def test_words_of_a_reader_come_back_as_they_were_typed() -> None:
    said = SimpleNamespace(public_words="", words="Takk for hjelpen.", answer="")

    form = PublishForm.about(said, {"words": LONG})  # type: ignore[arg-type]

    assert form["words"].value() == LONG


def test_beside_a_page_of_the_library_it_is_said(template: TemplatePage, edda: Person) -> None:
    draft(template, edda, text=LONG)

    told = beside(template.get_latest_revision_as_object())

    assert told["is_too_long"] and told["named"] == ()
    assert not beside(template)["is_too_long"]
