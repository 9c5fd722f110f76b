"""Doors of the public site. The pages themselves stand last in `brukerstemmen.urls`: whatever no
other room has taken may be a page."""

from typing import Any

from brukerstemmen.library import archive_doors
from brukerstemmen.library.views import papers, saying, serving
from brukerstemmen.people.doors import ANYONE, EDITORS, Door, declare_under, door
from brukerstemmen.privacy.zones import Zone

app_name = "library"

# Wagtail's own pages for editors. Only who holds a grant as editor or co-reader knows of them.
EDITING = "rediger/"
declare_under(EDITING, Door(Zone.Z0_PUBLIC, EDITORS))

# Open to everybody, and the same for everybody: no cookie is read, and none is set.
PUBLIC: dict[str, Any] = {"zone": Zone.Z0_PUBLIC, "roles": ANYONE, "cookieless": True}

urlpatterns = [
    door("si-fra/", saying.say, name="say", **PUBLIC),
    door("si-fra/takk/", saying.thanks, name="thanks", **PUBLIC),
    door("filer/<path:name>", serving.file, name="file", **PUBLIC),
    door(
        "last-ned/<int:pk>/<slug:slug>.docx",
        papers.as_word,
        name="word",
        **PUBLIC,
    ),
    door("tall.csv", papers.figures_csv, name="figures_csv", **PUBLIC),
    door("tall.json", papers.figures_json, name="figures_json", **PUBLIC),
]
urlpatterns += archive_doors.urlpatterns

# Each language has its own address, so that search engines and readers keep them apart.
pages = [
    door("nn/", serving.page, name="page_nn_home", **PUBLIC),
    door("en/", serving.page, name="page_en_home", **PUBLIC),
    door("nn/<path:path>", serving.page, name="page_nn", **PUBLIC),
    door("en/<path:path>", serving.page, name="page_en", **PUBLIC),
    door("<path:path>", serving.page, name="page", **PUBLIC),
]
