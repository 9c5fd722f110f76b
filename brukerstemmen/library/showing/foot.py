"""What every page leads to, whatever it is about: search, and the pages at its foot."""

from typing import Any

from django.db.models import Q
from wagtail.models import Page

_SEARCH = "sok"
# In the order they stand.
_AT_THE_FOOT = ("personvern", "tilgjengelighet", "innspill", "kontakt")
_STEP = Page.steplen


def foot_of(crumbs: list[Page]) -> dict[str, Any]:
    """foot: pages at the foot, in the language of the page, else in bokmål. search: the page that
    searches. Two queries."""
    home = crumbs[0]
    homes = Page.objects.live().filter(translation_key=home.translation_key)
    paths = list(
        homes.filter(Q(pk=home.pk) | Q(locale__language_code="nb")).values_list("path", flat=True)
    )
    paths.sort(key=lambda path: path == home.path)
    below = Q(pk=None)
    for path in paths:
        below |= Q(path__startswith=path)
    found: dict[str, Page] = {}
    rows = Page.objects.live().filter(below, depth=3, slug__in=[_SEARCH, *_AT_THE_FOOT])
    for page in sorted(rows, key=lambda row: paths.index(row.path[:-_STEP])):
        found[page.slug] = page  # its own language comes last, and stays
    return {
        "search_page": found.get(_SEARCH),
        "foot": [found[slug] for slug in _AT_THE_FOOT if slug in found],
    }
