"""Putting start content into the library: once, into a site that has none.

Pages are made in two rounds, since they point at each other: first all of them, then their
content. What an editor has written is never touched.
"""

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from brukerstemmen.library import labels, reading
from brukerstemmen.library.actions import editors, reviewing
from brukerstemmen.library.actions.filling import Filling
from brukerstemmen.library.models import (
    AdvicePage,
    ChecklistPage,
    DegreePage,
    DoorPage,
    ExamplePage,
    Figure,
    Freshness,
    GuidePage,
    HomePage,
    Label,
    LibraryPage,
    MethodPage,
    NewsPage,
    OrganisationPage,
    ReflectionPage,
    SectionPage,
    SiteProfile,
    TemplatePage,
    TextPage,
)
from brukerstemmen.people import clock
from brukerstemmen.people.models import Organisation

MODELS: dict[str, type[LibraryPage]] = {
    model.kind_key: model
    for model in (
        HomePage,
        SectionPage,
        TextPage,
        AdvicePage,
        DegreePage,
        MethodPage,
        ExamplePage,
        TemplatePage,
        ChecklistPage,
        GuidePage,
        OrganisationPage,
        ReflectionPage,
        NewsPage,
        DoorPage,
    )
}
# The top of the tree that stands in the bar; the rest is reached from the foot of the page.
IN_THE_BAR = ("verktoy", "eksempler", "rapporter", "aktuelt", "om", "bli-med")
At = tuple[str, ...]
_NAMESPACE = uuid.UUID("6a1bb3ad-6f0b-5b52-9a35-0f0a4b4b4a01")


@transaction.atomic
def start(*, name: str, owners: Iterable[Organisation] = ()) -> int:
    """Make the site with all start content. Returns the number of pages; 0 if it has a front
    page already."""
    if HomePage.objects.exists():
        return 0
    _make_labels()
    _make_figures()
    with disable_reference_index_auto_update():
        made = _make_pages()
    site = _make_site(made[("nb", ())], name)
    profile, _new = SiteProfile.objects.update_or_create(site=site, defaults={"name": name})
    profile.owners.set(owners)
    editors.make_groups(site)
    reviewing.make_workflow(site)
    Freshness.grow()
    return len(made)


def _make_labels() -> None:
    for order, (kind, key) in enumerate(labels.every()):
        Label.objects.update_or_create(kind=kind, key=key, defaults={"order": order})


def _make_figures() -> None:
    for told in reading.figures():
        Figure.objects.get_or_create(**told)


def stand_at(address: str) -> None:
    """Let the first site stand where people reach the installation: citations, feeds and the map
    for search engines name whole addresses."""
    there = urlsplit(address)
    port = there.port or (443 if there.scheme == "https" else 80)
    Site.objects.filter(is_default_site=True).update(hostname=there.hostname, port=port)
    Site.clear_site_root_paths_cache()


def _make_site(home: LibraryPage, name: str) -> Site:
    site, _new = Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page": home, "site_name": name, "hostname": "localhost", "port": 80},
    )
    Page.objects.filter(depth=2).exclude(translation_key=home.translation_key).exclude(
        pk=home.pk
    ).delete()
    Page.fix_tree()
    return site


def _make_pages() -> dict[tuple[str, At], LibraryPage]:
    root = Page.get_first_root_node()
    written = {language: reading.pages(language) for language in reading.LANGUAGES}
    made: dict[tuple[str, At], LibraryPage] = {}
    for language, pages in written.items():
        locale, _new = Locale.objects.get_or_create(language_code=language)
        for page in pages:
            parent = made[(language, page.at[:-1])] if page.at else root
            parent.refresh_from_db(fields=["path", "numchild", "depth", "url_path"])
            made[(language, page.at)] = parent.add_child(instance=_empty(page, locale))
    for language, pages in written.items():
        for page in pages:
            _fill(made[(language, page.at)], page, made)
    return made


def _empty(page: reading.Written, locale: Locale) -> LibraryPage:
    """A page without content, in its place; the same in all languages by its address."""
    instance = MODELS[page.type](
        title=page.title,
        slug=page.slug or f"forside-{page.language}",
        summary=page.summary,
        locale=locale,
        translation_key=uuid.uuid5(_NAMESPACE, "/".join(page.at)),
        written_in="nb",
        live=True,
        show_in_menus=len(page.at) == 1 and page.slug in IN_THE_BAR,
        review_on=clock.today() + relativedelta(months=page.review_months),
    )
    for field, value in _fields(page).items():
        setattr(instance, field, value)
    return instance


def _fields(page: reading.Written) -> dict[str, Any]:
    """The fields of the kind, as the database wants them."""
    told = {key: value for key, value in page.extra.items() if key != "method"}
    for name in ("checked_on", "on"):
        if name in told:
            told[name] = date.fromisoformat(told[name]) if told[name] else None
    for name in ("starts", "ends"):
        if told.get(name):
            told[name] = timezone.make_aware(datetime.fromisoformat(told[name]))
        else:
            told.pop(name, None)
    if page.type == "section" and page.at in {("eksempler",), ("aktuelt",)}:
        told["in_tree"] = False
    return told


def _fill(
    page: LibraryPage, written: reading.Written, made: dict[tuple[str, At], LibraryPage]
) -> None:
    filling = Filling(written.language, {key: other.pk for key, other in made.items()})
    page.body = filling.body(written.body)
    page.labels.set(_labels(written.labels))
    if method := written.extra.get("method"):
        page.method = made.get((written.language, ("verktoy", "metoder", method)))  # type: ignore[attr-defined]
    if written.language != "nb":
        page.source_seen_at = clock.now()
    page.full_clean()
    page.save()
    page.save_revision(changed=False).publish()


def _labels(names: tuple[str, ...]) -> list[Label]:
    wanted = [name.split(":", 1) for name in names]
    found = [Label.objects.filter(kind=kind, key=key).first() for kind, key in wanted]
    unknown = [name for name, label in zip(names, found, strict=True) if label is None]
    if unknown:
        raise reading.NotUnderstood(f"no such label: {', '.join(unknown)}")
    return [label for label in found if label is not None]
