"""Where am I: crumbs, the tree beside the page, and the pages before and after it.

Four queries at most, however large the site is: the tree holds the way down to the page and what
lies beside each step of it, never the whole.
"""

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page

from brukerstemmen.library.models import LibraryPage, PublicationPage, SectionPage


@dataclass
class Branch:
    """A page in the tree beside the text."""

    page: Page
    here: bool = False
    open: bool = False
    below: list["Branch"] = field(default_factory=list)


@dataclass(frozen=True)
class Place:
    """crumbs: front page first, the page itself last. section: the top step the page lies under,
    None on the front page. tree: the section with what lies below it; a section that does not
    stand in the bar, among the others that do not."""

    crumbs: list[Page]
    section: Page | None
    sections: list[Page]
    tree: list[Branch]
    before: Page | None
    after: Page | None


_STEP = Page.steplen


def place_of(page: LibraryPage) -> Place:
    """Where the page stands among those that are published."""
    home_depth = 2
    above = list(
        Page.objects.ancestor_of(page, inclusive=True)
        .filter(depth__gte=home_depth)
        .order_by("path")
    )
    crumbs = [*above[:-1], page]
    rows = _rows(crumbs)
    sections = [row for row in rows if row.depth == home_depth + 1 and row.show_in_menus]
    section = crumbs[1] if len(crumbs) > 1 else None
    tree = _tree(section, crumbs, rows) if section else []
    before, after = _neighbours(page, crumbs, rows)
    return Place(crumbs, section, sections, tree, before, after)


def _rows(crumbs: list[Page]) -> list[Page]:
    """The published pages beside each step of the way, and those below the page itself."""
    closed = set(
        SectionPage.objects.filter(pk__in=[page.pk for page in crumbs], in_tree=False).values_list(
            "pk", flat=True
        )
    )
    wanted = Q()
    for page in crumbs:
        if page.pk not in closed:
            wanted |= Q(path__startswith=page.path, depth=page.depth + 1)
    if not wanted:
        return []
    # The archive grows for ever: its publications stand in its list, not in the tree.
    publications = ContentType.objects.get_for_model(PublicationPage)
    rows = Page.objects.live().filter(wanted).exclude(content_type=publications)
    return list(rows.order_by("path"))


def _tree(section: Page, crumbs: list[Page], rows: list[Page]) -> list[Branch]:
    """The way to the page, with what lies beside each step of it. In a section too long for the
    tree the page stands alone below it."""
    here, on_the_way = crumbs[-1].pk, {page.pk for page in crumbs}
    branches: dict[str, Branch] = {}
    top: list[Branch] = []
    for row in sorted({row.pk: row for row in [*rows, *crumbs[1:]]}.values(), key=_path):
        branch = Branch(row, here=row.pk == here, open=row.pk in on_the_way)
        branches[row.path] = branch
        if row.depth > section.depth:
            branches[row.path[:-_STEP]].below.append(branch)
        elif row.pk == section.pk or not (section.show_in_menus or row.show_in_menus):
            top.append(branch)
    return top


def _path(page: Page) -> str:
    return page.path


def _neighbours(
    page: Page, crumbs: list[Page], rows: list[Page]
) -> tuple[Page | None, Page | None]:
    """Along the tree: beside it, else up to where it came from, or on to what comes after that."""
    if len(crumbs) < 3:
        return None, None
    beside = [
        row for row in rows if row.depth == page.depth and row.path[:-_STEP] == page.path[:-_STEP]
    ]
    paths = [row.path for row in beside]
    if page.path not in paths:
        return _beside_in_a_long_list(page, crumbs)
    at = paths.index(page.path)
    before = beside[at - 1] if at else crumbs[-2]
    after = beside[at + 1] if at + 1 < len(beside) else _after_parent(crumbs, rows)
    return before, after


def _beside_in_a_long_list(page: Page, crumbs: list[Page]) -> tuple[Page | None, Page | None]:
    beside = Page.objects.live().filter(path__startswith=page.path[:-_STEP], depth=page.depth)
    before = beside.filter(path__lt=page.path).order_by("-path").first()
    after = beside.filter(path__gt=page.path).order_by("path").first()
    return before or crumbs[-2], after


def _after_parent(crumbs: list[Page], rows: list[Page]) -> Page | None:
    if len(crumbs) < 4:
        return None
    parent = crumbs[-2]
    later = [
        row
        for row in rows
        if row.depth == parent.depth
        and row.path[:-_STEP] == parent.path[:-_STEP]
        and row.path > parent.path
    ]
    return later[0] if later else None
