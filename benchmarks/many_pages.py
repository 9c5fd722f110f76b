"""A public site with as many pages as a country would write: the start content, 10,000 pages more
in sections of a thousand, and 2,000 publications. Written as rows, since only reading is measured.
"""

import random
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page

from brukerstemmen.library.actions import indexing, starting
from brukerstemmen.library.models import (
    DoorPage,
    Freshness,
    HomePage,
    LibraryPage,
    PublicationPage,
    SectionPage,
    Shows,
    TextPage,
)
from brukerstemmen.people import clock

PAGES, PUBLICATIONS, SECTIONS = 10_000, 2_000, 10
_SAID = (
    "bruker pårørende møte råd panel tjeneste kommune svar ansatt leder hverdag medisin bolig"
    " venn skole arbeid honorar reise samtykke mal sjekkliste dialog erfaring kveld helg telefon"
    " brev ventetid innleggelse utskrivning oppfølging individuell plan ansvarsgruppe treffsted"
    " kaffe trygghet respekt tid rom dør nøkkel natt vakt mat tur musikk familie barn unge rus"
    " psykisk helse recovery mestring håp rett klage innsyn journal personvern språk tolk"
)
_WORDS = _SAID.split()


@cache
def written() -> HomePage:
    """The front page of the site, with everything in place and in the index."""
    starting.start(name="Målestasjon")
    home = HomePage.objects.get(locale__language_code="nb")
    luck = random.Random(6)  # noqa: S311 the same pages at each run
    with transaction.atomic():
        for number in range(SECTIONS):
            section = home.add_child(
                instance=SectionPage(title=f"Del {number}", slug=f"del-{number}", in_tree=False)
            )
            _fill(section, TextPage, PAGES // SECTIONS, luck, {})
        archive = DoorPage.objects.get(shows=Shows.PUBLICATIONS, locale=home.locale)
        _fill(archive, PublicationPage, PUBLICATIONS, luck, {"year": 2020, "licence": "CC BY 4.0"})
    indexing.index_all()
    Freshness.grow()
    return home


def _fill(
    above: Page, model: type[LibraryPage], number: int, luck: random.Random, more: dict[str, object]
) -> None:
    kind = ContentType.objects.get_for_model(model)
    above.refresh_from_db()
    begun, now = above.numchild, clock.now()
    rows = [
        _page(above, place, _title(luck, place), kind, now)
        for place in range(begun + 1, begun + number + 1)
    ]
    Page.objects.bulk_create(rows)
    paths = [row.path for row in rows]
    numbers = dict(Page.objects.filter(path__startswith=above.path).values_list("path", "pk"))
    for path in paths:
        told = {
            "summary": _sentence(luck),
            "body": [("text", {"title": "", "text": f"<p>{_text(luck)}</p>"})],
        }
        # Only the table of each: the row above it is there already.
        LibraryPage(page_ptr_id=numbers[path], **told).save_base(raw=True, force_insert=True)
        own = model(librarypage_ptr_id=numbers[path], page_ptr_id=numbers[path], **more)
        own.save_base(raw=True, force_insert=True)
    Page.objects.filter(pk=above.pk).update(numchild=begun + number)


def _page(above: Page, place: int, title: str, kind: ContentType, now: object) -> Page:
    slug = f"side-{above.pk}-{place}"
    return Page(
        path=Page._get_path(above.path, above.depth + 1, place),
        depth=above.depth + 1,
        url_path=f"{above.url_path}{slug}/",
        title=title,
        draft_title=title,
        slug=slug,
        content_type=kind,
        locale_id=above.locale_id,
        live=True,
        first_published_at=now,
        last_published_at=now,
    )


def _title(luck: random.Random, place: int) -> str:
    return f"{luck.choice(_WORDS).capitalize()} og {luck.choice(_WORDS)} {place}"


def _sentence(luck: random.Random) -> str:
    return " ".join(luck.choices(_WORDS, k=12)).capitalize() + "."


def _text(luck: random.Random) -> str:
    return " ".join(_sentence(luck) for _ in range(8))
