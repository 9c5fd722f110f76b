"""Doors of the archive: the lead's, and those to files, open data, feeds and harvesting."""

from functools import partial
from typing import Any

from brukerstemmen.library.views import archive, feeds, harvesting, publishing
from brukerstemmen.people.doors import ANYONE, LEAD, door
from brukerstemmen.privacy.zones import Zone

_PUBLIC: dict[str, Any] = {"zone": Zone.Z0_PUBLIC, "roles": ANYONE, "cookieless": True}

urlpatterns = [
    door(
        "arbeid/evalueringer/<slug:slug>/rapport/utgitt/<uuid:report>/arkiv/",
        publishing.archive,
        name="archive",
        zone=Zone.Z2_MASKED,
        roles=LEAD,
    ),
    door("rapporter/data.json", archive.data_json, name="data_json", **_PUBLIC),
    door("rapporter/data.csv", archive.data_csv, name="data_csv", **_PUBLIC),
    door("rapporter/atom.xml", feeds.publications, name="publications_feed", **_PUBLIC),
    door("aktuelt/atom.xml", feeds.news, name="news_feed", **_PUBLIC),
    door("rapporter/<slug:slug>.pdf", archive.publication_pdf, name="publication_pdf", **_PUBLIC),
    door(
        "rapporter/<slug:slug>/lettlest.pdf",
        partial(archive.publication_pdf, easy=True),
        name="publication_pdf_easy",
        **_PUBLIC,
    ),
    door(
        "rapporter/<slug:slug>.docx", archive.publication_word, name="publication_word", **_PUBLIC
    ),
    door("oai/", harvesting.oai, name="oai", **_PUBLIC),
    door("sitemap.xml", archive.sitemap, name="sitemap", **_PUBLIC),
    door("robots.txt", archive.robots, name="robots", **_PUBLIC),
]
