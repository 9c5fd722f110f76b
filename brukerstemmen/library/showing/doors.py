"""What the pages with a function of their own show, besides their text."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from brukerstemmen.library.models import DoorPage, Shows
from brukerstemmen.library.showing import heard
from brukerstemmen.library.showing.archive import of_archive
from brukerstemmen.library.showing.helping import of_helper
from brukerstemmen.library.showing.searching import of_search
from brukerstemmen.library.showing.themes import of_themes

SHOWN: dict[str, Callable[[DoorPage, HttpRequest], dict[str, Any]]] = {
    Shows.HELPER: of_helper,
    Shows.SEARCH: of_search,
    Shows.SAID: heard.said,
    Shows.CHANGED: heard.changed,
    Shows.PUBLICATIONS: of_archive,
    Shows.THEMES: of_themes,
}
