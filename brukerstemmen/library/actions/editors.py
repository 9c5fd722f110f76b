"""Who edits which site. Grants decide; Wagtail's groups are a mirror of them, made anew at every
visit, so that a role that has ended opens nothing."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q, QuerySet
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    GroupSitePermission,
    Page,
    Site,
)
from wagtail.users.models import UserProfile

from brukerstemmen.library.models import EditorProfile, Freshness, LibraryPage, SiteProfile
from brukerstemmen.people import access, gates
from brukerstemmen.people.access import Role
from brukerstemmen.people.models import Grant, Organisation, Person
from brukerstemmen.people.models.organisations import OrganisationKind

OF_PAGES: dict[Role, tuple[str, ...]] = {
    Role.EDITOR: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    Role.CO_READER: ("change_page",),
}
_OF_FILES = {
    # Of the package's own pictures, which it asks about whatever model stands in their place.
    "wagtailimages": ("add_image", "change_image", "choose_image"),
    "wagtaildocs": ("add_document", "change_document", "choose_document"),
}
_OF_SNIPPETS = {
    "figure": ("add", "change", "delete", "view"),
    "said": ("change", "view"),
    "change": ("add", "change", "view"),
}


def group_name(site: Site, role: Role) -> str:
    return f"{site.pk}:{role.value}"


def mirror(person: Person) -> None:
    """Give a person the groups their grants in force give them, and take away all others."""
    _find_owner()
    grants = Grant.objects.of(person).in_force().with_roles((Role.EDITOR, Role.CO_READER))
    held = set(grants.values_list("work__centre_id", "role"))
    wanted = {
        group_name(profile.site, Role(role))
        for profile in SiteProfile.objects.filter(
            owners__in={centre for centre, _role in held}
        ).select_related("site")
        for centre, role in held
        if profile.owners.filter(pk=centre).exists()
    }
    has = set(person.groups.values_list("name", flat=True))
    if wanted != has:
        person.groups.set(Group.objects.filter(name__in=wanted))
    _settle(person)


def _find_owner() -> None:
    """A site that was made before there was any centre belongs to the only one there is."""
    nobodys = SiteProfile.objects.filter(owners=None)
    if nobodys.exists():
        centres = list(Organisation.objects.filter(kind=OrganisationKind.CENTRE)[:2])
        if len(centres) == 1:
            for profile in nobodys:
                profile.owners.set(centres)


def _settle(person: Person) -> None:
    """Wagtail's pages in the person's language; its own letters stay unsent, ours say the same
    without naming anybody (`library.letters`)."""
    settled = {
        "preferred_language": "en" if person.language == "en" else "nb",
        "submitted_notifications": False,
        "approved_notifications": False,
        "rejected_notifications": False,
        "updated_comments_notifications": False,
    }
    profile, _new = UserProfile.objects.get_or_create(user=person, defaults=settled)
    if any(getattr(profile, name) != value for name, value in settled.items()):
        UserProfile.objects.filter(pk=profile.pk).update(**settled)


def edits(person: Person) -> bool:
    """Whether somebody edits any site today."""
    return gates.open_work(person, access.Permission.EDIT_SITE).exists()


def co_reads(person: Person) -> bool:
    """Whether somebody co-reads on any site today."""
    return gates.open_work(person, access.Permission.CO_READ).exists()


def pages_of(person: Person) -> "QuerySet[LibraryPage]":
    """Every page of the sites somebody edits, as numbers."""
    return LibraryPage.objects.filter(
        _below(_homes_of(person, access.Permission.EDIT_SITE))
    ).values("pk")


def homes_of(person: Person) -> list[Page]:
    """The front pages, in every language, of the sites somebody edits or co-reads on."""
    both = (access.Permission.EDIT_SITE, access.Permission.CO_READ)
    return [home for permission in both for home in _homes_of(person, permission)]


def in_reach(person: Person, pages: "QuerySet[Page]") -> "QuerySet[Page]":
    """Of some pages those on one's own sites."""
    return pages.filter(_below(homes_of(person)))


def are_within_reach(person: Person, numbers: Iterable[Any]) -> bool:
    """Whether all these pages are on one's own sites. What is no page is in nobody's way, and
    the root of all sites holds nothing."""
    beyond = Page.objects.filter(pk__in=numbers, depth__gt=1).exclude(_below(homes_of(person)))
    return not beyond.exists()


def _homes_of(person: Person, permission: access.Permission) -> list[Page]:
    owned = gates.open_work(person, permission).values("centre")
    profiles = SiteProfile.objects.filter(owners__in=owned).select_related("site__root_page")
    return [home for profile in profiles for home in _homes(profile.site)]


def _below(homes: list[Page]) -> Q:
    """Somewhere in these trees. Without any, nowhere."""
    return reduce(or_, (Q(path__startswith=home.path) for home in homes), Q(pk__in=()))


@transaction.atomic
def show_name(person: Person, *, is_shown: bool) -> EditorProfile:
    """Let readers see who wrote or read a page; or no more, also where it stood before."""
    profile, _new = EditorProfile.objects.update_or_create(
        person=person, defaults={"is_shown": is_shown}
    )
    Freshness.grow()
    return profile


def make_groups(site: Site) -> dict[Role, Group]:
    """The two groups of a site with what each may do there. Safe to repeat."""
    made = {}
    for role in OF_PAGES:
        group, _new = Group.objects.get_or_create(name=group_name(site, role))
        group.permissions.set([_permission("wagtailadmin", "access_admin"), *_for_editors(role)])
        for home in _homes(site):
            _let(group, home, OF_PAGES[role])
        if role is Role.EDITOR:
            _let_files(group, site)
            _let_settings(group, site)
        made[role] = group
    return made


def _homes(site: Site) -> Iterable[Page]:
    return Page.objects.filter(translation_key=site.root_page.translation_key)


def _permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def _for_editors(role: Role) -> list[Permission]:
    if role is not Role.EDITOR:
        return []
    return [
        _permission("simple_translation", "submit_translation"),
        *_for_snippets(),
    ]


def _for_snippets() -> list[Permission]:
    return [
        _permission("library", f"{may}_{model}")
        for model, all_ in _OF_SNIPPETS.items()
        for may in all_
    ]


def _let(group: Group, home: Page, codenames: Iterable[str]) -> None:
    for codename in codenames:
        GroupPagePermission.objects.get_or_create(
            group=group, page=home, permission=_permission("wagtailcore", codename)
        )


def _let_settings(group: Group, site: Site) -> None:
    """The name and look of their own site, never of another."""
    GroupSitePermission.objects.get_or_create(
        group=group, site=site, permission=_permission("library", "change_siteprofile")
    )


def _let_files(group: Group, site: Site) -> None:
    """Each site has a shelf of its own; what lies on the common one may be used by all."""
    root = Collection.get_first_root_node()
    name = f"site {site.pk}"
    own = root.get_children().filter(name=name).first() or root.add_child(name=name)
    for app, codenames in _OF_FILES.items():
        for codename in codenames:
            shelves = [own, root] if codename.startswith("choose") else [own]
            for shelf in shelves:
                GroupCollectionPermission.objects.get_or_create(
                    group=group, collection=shelf, permission=_permission(app, codename)
                )
