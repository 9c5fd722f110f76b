"""Two sites with their own centres and editors, and every address of the editors' pages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from wagtail.models import Page, Site, TaskState

from brukerstemmen.library.actions import editors, reviewing
from brukerstemmen.library.models import (
    HomePage,
    SectionPage,
    SiteProfile,
    TemplatePage,
    TextPage,
)
from brukerstemmen.library.urls import EDITING
from brukerstemmen.people.access import Role
from brukerstemmen.people.models import Notice, Organisation, Person

# In every title and text of ours that readers do not see.
OURS = "Stillitsens"


@dataclass(frozen=True)
class Ours:
    """A template that waits to be read, and a text, both with drafts; and what leads to them."""

    template: TemplatePage
    text: TextPage
    site: Site
    parts: dict[str, Any]


@pytest.fixture
def owned(home: HomePage, centre: Organisation) -> Site:
    """The site belongs to the centre; what is to be read there is read."""
    site = Site.objects.get(is_default_site=True)
    SiteProfile.objects.get(site=site).owners.set([centre])
    reviewing.make_workflow(site)
    return site


@pytest.fixture
def template(owned: Site, tools: SectionPage) -> TemplatePage:
    """Published, as start content is."""
    made = tools.add_child(
        instance=TemplatePage(
            title="Invitasjon",
            slug="invitasjon",
            summary="Slik inviterer du.",
            body=[("text", {"title": "", "text": "<p>Kom og fortell hva du mener.</p>"})],
        )
    )
    made.save_revision().publish()
    made.refresh_from_db()
    return made


@pytest.fixture
def elsewhere(owned: Site, home: HomePage, gro: Person) -> SiteProfile:
    """The site of another centre, in the same installation."""
    front = Page.get_first_root_node().add_child(
        instance=HomePage(title="Det andre senteret", slug="forside-annet", locale=home.locale)
    )
    site = Site.objects.create(hostname="annet.example", port=80, root_page=front)
    profile = SiteProfile.objects.create(site=site, name="Et annet sted")
    profile.owners.set([gro.grants.get().work.centre])
    editors.make_groups(site)
    reviewing.make_workflow(site)
    return profile


@pytest.fixture
def nora(elsewhere: SiteProfile, person: Callable[..., Person]) -> Person:
    """Edits the other site."""
    return person("Nora", Role.EDITOR, at=elsewhere.owners.get())


@pytest.fixture
def odd(elsewhere: SiteProfile, person: Callable[..., Person]) -> Person:
    """Co-reads on the other site."""
    return person("Odd", Role.CO_READER, at=elsewhere.owners.get())


@pytest.fixture
def ours(template: TemplatePage, page: TextPage, owned: Site, edda: Person) -> Ours:
    page.title = f"{OURS} kladd"
    page.live = False
    page.save()
    text_draft = page.save_revision(user=edda)
    template.title = f"{OURS} mal"
    template.save_revision(user=edda)
    state = template.get_workflow().start(template, edda)
    parts = {
        "page_id": template.pk,
        "page_pk": template.pk,
        "page_to_move_id": template.pk,
        "parent_page_id": template.get_parent().pk,
        "destination_id": owned.root_page_id,
        "content_type_app_name": "library",
        "content_type_model_name": "textpage",
        "app_label": "library",
        "app_name": "library",
        "model_name": "siteprofile",
        "action": "publish",
        "action_name": "approve",
        "object_id": template.pk,
        "task_id": state.current_task_state.task_id,
        "task_state_id": state.current_task_state_id,
        "workflow_state_id": state.pk,
        "workflow_pk": state.workflow_id,
        "revision_id": template.latest_revision_id,
        "revision_id_a": "live",
        "revision_id_b": "latest",
        "filter_spec": "max-100x100",
        "uidb64": "x",
        "token": "y",
    }
    return Ours(template, page, owned, parts | {"text_draft": text_draft.pk})


def addresses(ours: Ours) -> Iterator[tuple[str, str]]:
    """Each address below the prefix of the editors with its name, leading to what is ours."""
    for name, pattern in _patterns(get_resolver(), "", ""):
        wanted = _wanted(pattern)
        # A number that has no name of its own may be a page's, or a site's.
        may_be_any = wanted - ours.parts.keys()
        for number in (ours.template.pk, ours.text.pk, ours.site.pk)[: 3 if may_be_any else 1]:
            told = {key: ours.parts.get(key, number) for key in wanted}
            try:
                yield name, reverse(name, kwargs=told) if name else f"/{EDITING}test404/"
            except NoReverseMatch:
                told = dict.fromkeys(wanted, "5e1ff0d0-0000-4000-8000-000000000000")
                yield name, reverse(name, kwargs=told)


def _wanted(pattern: URLPattern) -> set[str]:
    return {*pattern.pattern.converters, *pattern.pattern.regex.groupindex}


def _patterns(resolver: URLResolver, space: str, route: str) -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        whole = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            if not whole or whole.startswith(EDITING):
                inner = ":".join(part for part in (space, entry.namespace or "") if part)
                yield from _patterns(entry, inner, whole)
        elif whole.startswith(EDITING):
            yield ":".join(part for part in (space, entry.name or "") if part), entry


def draft(page: TemplatePage, by: Person, *, text: str = "", title: str = "") -> TemplatePage:
    """Write on a page without publishing it."""
    page = page.get_latest_revision_as_object()
    page.title = title or page.title
    if text:
        page.body = [("text", {"title": "", "text": f"<p>{text}</p>"})]
    page.save_revision(user=by)
    page.refresh_from_db()
    return page


def words_of(page: TemplatePage) -> str:
    """What readers see of it now."""
    page.refresh_from_db()
    return str(page.body)


def letters_to(who: Person) -> list[str]:
    return list(Notice.objects.filter(to=who).values_list("kind", flat=True))


@pytest.fixture
def asked(template: TemplatePage, edda: Person, mikkel: Person) -> TaskState:
    """Edda has written, and asked for it to be read."""
    written = draft(template, edda, text="Kom og si hva du synes, på din måte.")
    return written.get_workflow().start(written, edda).current_task_state
