"""What is new, for those who follow with a reader of feeds: publications, and news."""

from datetime import UTC, datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from brukerstemmen.library import keeping
from brukerstemmen.library.models import NewsPage, PublicationPage
from brukerstemmen.library.showing import outward


class _Pages(Feed):
    """Pages as an Atom feed, in bokmål, the newest first."""

    feed_type = Atom1Feed
    language = "nb"

    def item_title(self, item: Any) -> str:
        return str(item.title)

    def item_description(self, item: Any) -> str:
        return str(item.summary)

    def item_link(self, item: Any) -> str:
        return str(item.full_url)

    def item_pubdate(self, item: Any) -> datetime | None:
        found: datetime | None = item.first_published_at
        return found

    def item_updateddate(self, item: Any) -> datetime | None:
        found: datetime | None = item.last_published_at
        return found


class Publications(_Pages):
    title = _("New in the archive of reports")
    link = reverse_lazy("library:publications_feed")

    def items(self) -> "QuerySet[PublicationPage]":
        return outward.new_publications()

    def item_author_name(self, item: PublicationPage) -> str:
        return item.centre

    def item_categories(self, item: PublicationPage) -> list[str]:
        return [theme.name for theme in item.themes.all()]

    def item_copyright(self, item: PublicationPage) -> str:
        return item.licence


class News(_Pages):
    title = _("News")
    link = reverse_lazy("library:news_feed")

    def items(self) -> "QuerySet[NewsPage]":
        return outward.news()

    def item_pubdate(self, item: NewsPage) -> datetime:
        return datetime.combine(item.on, time(), UTC)


@require_safe
def publications(request: HttpRequest) -> HttpResponseBase:
    """What is new in the archive."""
    return _served(request, Publications())


@require_safe
def news(request: HttpRequest) -> HttpResponseBase:
    """What is new on the site."""
    return _served(request, News())


def _served(request: HttpRequest, feed: _Pages) -> HttpResponseBase:
    with override("nb"):
        return keeping.served(request, lambda: feed(request))
