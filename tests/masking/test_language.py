"""Which language a statement is in."""

import pytest

from brukerstemmen.masking.language import guess
from tests.masking.samples import demo_statements


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Eg svarar ikkje på ukjende nummer.", "nn"),
        ("Ho sa at ho ikkje visste.", "nn"),
        ("They never asked what I wanted.", "en"),
        ("Jeg vet ikke hva de mener.", "nb"),
        ("Ring Marit på fredag om time.", "nb"),
        ("", "nb"),
        ("1234 !!", "nb"),
        ("Takk!", "nb"),
    ],
)
def test_small_words_tell_the_language(text, language):
    assert guess(text) == language


def test_the_demo_is_read_right():
    wrong = [s["id"] for s in demo_statements() if guess(s["text"]) != s["lang"]]

    assert not wrong
