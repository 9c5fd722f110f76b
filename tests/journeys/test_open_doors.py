"""What anyone may open: readable to everyone, on every screen, in every language."""

import pytest

LANGUAGES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_page_is_readable_to_everyone(anyone, language):
    anyone.context.add_cookies([{"name": "language", "value": language, "url": anyone.address}])
    anyone.page.goto("/")

    assert anyone.page.locator("html").get_attribute("lang") == language
    anyone.fits()
    anyone.axe()


def test_an_address_that_is_not_there_says_so_calmly(anyone):
    answer = anyone.page.goto("/finnes-ikke/")

    assert answer.status == 404
    anyone.fits()
    anyone.axe()


def test_the_front_page_needs_no_scripts(without_scripts):
    without_scripts.page.goto("/")

    assert without_scripts.page.locator("h1").count() == 1
