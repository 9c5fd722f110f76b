"""What never goes out on the public site, however sure the finder is."""

import pytest

from brukerstemmen.library import pointing
from brukerstemmen.masking.spans import Label, Span, Why

WORDS = "Send det til ABC123 i dag."
NEVER = [
    Label.ID_NUMBER,
    Label.PHONE,
    Label.EMAIL,
    Label.ADDRESS,
    Label.ACCOUNT,
    Label.VEHICLE,
]


@pytest.mark.parametrize("label", list(Label))
def test_what_leads_straight_to_somebody_never_goes_out(
    monkeypatch: pytest.MonkeyPatch, label: Label
) -> None:
    hit = Span(13, 19, label, 0.6, "toy", Why.CAPITAL_LETTER)
    monkeypatch.setattr(pointing, "find", lambda words, lang: [hit])

    told = pointing.pointing(WORDS)

    assert told.never == (("ABC123",) if label in NEVER else ())
    assert told.unresolved(kept=["ABC123"]) == list(told.never)
