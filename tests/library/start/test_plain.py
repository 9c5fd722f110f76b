"""Start content is plain to read: LIX under 40, under 35 on the front page and the degrees."""

import pytest

from brukerstemmen.library import reading
from brukerstemmen.library.lix import lix, longest

HEAVIEST, HEAVIEST_WHERE_ALL_BEGIN = 40, 35
ALL = [page for language in reading.LANGUAGES for page in reading.pages(language)]


@pytest.mark.parametrize("page", ALL, ids=lambda page: f"{page.language}/{'/'.join(page.at)}")
def test_it_is_plain(page: reading.Written) -> None:
    limit = HEAVIEST_WHERE_ALL_BEGIN if page.type in {"home", "degree"} else HEAVIEST
    text = reading.text_of(page)

    assert lix(text).value < limit, longest(text)
