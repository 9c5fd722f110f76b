"""An old report comes into the archive as a draft, sealed until an editor has read it."""

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.documents import get_document_model

from brukerstemmen.library.actions.publishing import free_slug
from brukerstemmen.library.models import DoorPage, PublicationPage, PublicationTheme, Shows
from brukerstemmen.library.old_papers import as_blocks, read
from brukerstemmen.people.models import Person


@transaction.atomic
def bring_in(
    data: bytes, *, themes: tuple[str, ...] = (), by: Person, **told: Any
) -> PublicationPage:
    """Make a draft of a PDF. told: the fields of the publication. Nobody but editors sees it
    before one of them publishes it, as any page.

    Raises PermissionDenied, or NotUsable for a file that cannot be used.
    """
    parent = _archive(by)
    paper = read(data)
    slug = free_slug(parent, told["title"], str(told["year"]))
    # Files are served by their names: nobody can guess this one before the page leads to it.
    name = f"{slug[:40]}-{uuid.uuid4().hex}.pdf"
    file = get_document_model().objects.create(
        title=told["title"], file=ContentFile(paper.file, name=name), uploaded_by_user=by
    )
    page = PublicationPage(
        slug=slug, locale=parent.locale, live=False, old_file=file, written_in="nb", **told
    )
    page.body = as_blocks(paper.paragraphs)
    for name in dict.fromkeys(themes):
        row = PublicationTheme(name=name, page=page)
        row.set_words()
        page.themes.add(row)
    parent.add_child(instance=page)
    page.save_revision(user=by)
    return page


def archives_of(by: Person) -> list[DoorPage]:
    """The archives of the sites this person edits."""
    found = DoorPage.objects.live().filter(shows=Shows.PUBLICATIONS, locale__language_code="nb")
    return [one for one in found if one.permissions_for_user(by).can_add_subpage()]


def _archive(by: Person) -> DoorPage:
    found = archives_of(by)
    if not found:
        raise PermissionDenied
    return found[0]
