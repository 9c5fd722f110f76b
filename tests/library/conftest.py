"""A small public site to test with: front page, one section, two pages; and its editors."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker
from wagtail.models import Locale, Page, Site

from brukerstemmen.library import labels
from brukerstemmen.library.actions import editors
from brukerstemmen.library.actions.starting import start
from brukerstemmen.library.models import (
    Freshness,
    HomePage,
    Label,
    SectionPage,
    SiteProfile,
    TextPage,
)


@pytest.fixture(autouse=True)
def nothing_is_kept() -> None:
    """Pages and addresses stay in memory, while tests take back what they were made of."""
    caches["pages"].clear()
    caches["default"].near.clear()


@pytest.fixture
def home(db: None) -> HomePage:
    """The front page of a site in bokmål, published, with all labels there are."""
    for order, (kind, key) in enumerate(labels.every()):
        Label.objects.get_or_create(kind=kind, key=key, defaults={"order": order})
    locale, _new = Locale.objects.get_or_create(language_code="nb")
    root = Page.get_first_root_node()
    front = root.add_child(instance=HomePage(title="Forside", slug="forside-nb", locale=locale))
    site, _new = Site.objects.update_or_create(
        is_default_site=True, defaults={"root_page": front, "hostname": "localhost", "port": 80}
    )
    SiteProfile.objects.update_or_create(site=site, defaults={"name": "Brukerstemmen"})
    editors.make_groups(site)
    Freshness.grow()
    return front


@pytest.fixture
def tools(home: HomePage) -> SectionPage:
    """A section of it, in the bar at the top."""
    return home.add_child(
        instance=SectionPage(
            title="Verktøy", slug="verktoy", summary="Slik gjør du det.", show_in_menus=True
        )
    )


@pytest.fixture
def page(tools: SectionPage) -> TextPage:
    """A page with one block of text."""
    return tools.add_child(
        instance=TextPage(
            title="Kom i gang",
            slug="kom-i-gang",
            summary="Begynn her.",
            body=[("text", {"title": "Først", "text": "<p>Spør dem det gjelder.</p>"})],
        )
    )


@pytest.fixture(scope="module")
def started(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The whole start content, put in once for the tests of a file and taken away after them."""
    with django_db_blocker.unblock():
        with transaction.atomic():
            start(name="Brukerstemmen")
            yield
            transaction.set_rollback(True)
        caches["default"].near.clear()
