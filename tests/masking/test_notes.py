"""What a person who masks is told besides why."""

import pytest

from brukerstemmen.masking.engine import find
from brukerstemmen.masking.replace import Note, notes
from brukerstemmen.masking.spans import Label
from tests.masking.samples import demo_statements


def told(text, lang="nb"):
    return {note for span in find(text, lang) for note in notes(text, span, lang)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nb", "Psykologen min, Marit Hauglie, spør hver gang hva jeg vil."),
        ("nb", "Takk til sykepleier Kari, hun så meg."),
        ("nb", "Legen min, dr. Østmo, var flink."),
        ("nn", "Behandlaren min, Marit Hauglie, hjelpte meg."),
        ("en", "My therapist, Marit Hauglie, was wonderful."),
    ],
)
def test_somebody_praised_at_work_is_masked_with_the_reason(lang, text):
    assert Note.PRAISED_AT_WORK in told(text, lang)
    assert any(span.label is Label.PERSON for span in find(text, lang))


@pytest.mark.parametrize(
    "text",
    [
        "Psykologen min, Marit Hauglie, kom for sent.",
        "Psykologen min, Marit Hauglie, var ikke flink.",
        "Naboen min, Kåre Tveitmoen, er flink.",
        "Så kom Kåre Tveitmoen. Alle var flinke.",
    ],
)
def test_others_are_masked_without_it(text):
    assert Note.PRAISED_AT_WORK not in told(text)


@pytest.mark.parametrize(
    ("name", "note"),
    [("U05", Note.PRAISED_AT_WORK), ("U37", Note.OWN_NAME), ("U57", Note.MAY_MATTER_TO_SPEAKER)],
)
def test_the_demo_shows_each(name, note):
    [text] = [statement["text"] for statement in demo_statements() if statement["id"] == name]

    assert told(text) == {note}
