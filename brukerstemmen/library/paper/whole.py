"""Everything public as plain data: every page with its blocks, every label, figure and redirect."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.models import Page, Site

from brukerstemmen.library.models import Change, Figure, Label, LibraryPage, Picture, SiteProfile
from brukerstemmen.library.paper.figures import row

# What belongs to the machinery around a page, or to its editors, and not to what it says.
_NOT_TOLD = {
    "alias_of",
    "content_type",
    "draft_title",
    "expired",
    "go_live_at",
    "has_unpublished_changes",
    "index_entries",
    "indexed",
    "latest_revision",
    "latest_revision_created_at",
    "librarypage_ptr",
    "live",
    "live_revision",
    "locale",
    "locked",
    "locked_at",
    "locked_by",
    "numchild",
    "owner",
    "page_ptr",
    "path",
    "wagtail_admin_comments",
}


def as_json() -> bytes:
    told = {
        "sites": [_site(site) for site in Site.objects.order_by("pk")],
        "pages": [_page(page) for page in _published()],
        "labels": [{"name": label.name, "word": label.word} for label in Label.objects.all()],
        "figures": [row(figure) for figure in Figure.objects.all()],
        "redirects": [_redirect(one) for one in Redirect.objects.order_by("old_path")],
        "pictures": [_picture(picture) for picture in Picture.objects.order_by("pk")],
        "documents": [
            {"pk": document.pk, "title": document.title, "file": document.url}
            for document in Document.objects.order_by("pk")
        ],
        "changes": [
            {"page": change.page_id, "day": change.day, "what": change.what}
            for change in Change.objects.all()
        ],
    }
    return json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1).encode()


def _published() -> list[Page]:
    pages = LibraryPage.objects.live().public().order_by("path")
    return list(pages.specific().select_related("locale"))


def _page(page: Any) -> dict[str, Any]:
    told = {
        name: value for name, value in page.serializable_data().items() if name not in _NOT_TOLD
    }
    return told | {
        "kind": page.kind_key,
        "address": page.url,
        "language": page.locale.language_code,
        "labels": [label.name for label in page.labels.all()],
        "body": json.loads(told["body"]),
    }


def _site(site: Site) -> dict[str, Any]:
    profile = SiteProfile.objects.filter(site=site).first()
    return {
        "address": site.root_url,
        "is_default": site.is_default_site,
        "root_page": site.root_page_id,
        "name": profile.name if profile else site.site_name,
        "line": profile.line if profile else "",
        "owners": [owner.name for owner in profile.owners.all()] if profile else [],
    }


def _redirect(redirect: Redirect) -> dict[str, Any]:
    return {
        "old": redirect.old_path,
        "site": redirect.site_id,
        "page": redirect.redirect_page_id,
        "link": redirect.link,
        "is_permanent": redirect.is_permanent,
    }


def _picture(picture: Picture) -> dict[str, Any]:
    return {
        "pk": picture.pk,
        "title": picture.title,
        "description": picture.description,
        "made_by": picture.made_by,
        "file": picture.file.url,
    }
