"""Keeping the index of search as the published pages are, and telling that they have changed."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.models import Page

from brukerstemmen.library.models import (
    Freshness,
    HomePage,
    IndexedPage,
    IndexedStem,
    IndexedWord,
    LibraryPage,
    Posting,
)
from brukerstemmen.library.plain import Plain, plain
from brukerstemmen.library.words.asked import that_matter
from brukerstemmen.library.words.spelling import spelled
from brukerstemmen.library.words.stemming import stem

_TERM, _SUMMARY, _HEADING, _LABEL, _TEXT = 6, 4, 3, 3, 2
_OFTEN = 3  # times a text says a word before it counts one more
_AT_A_TIME = 100
_LONGEST = 64  # letters of a stem or a word, as the tables hold them
_HOME_PATH = 2 * Page.steplen


@transaction.atomic
def index(page: LibraryPage) -> None:
    """Make a page found by what it says now; not found, if not everybody may read it."""
    home = HomePage.objects.filter(path=page.path[:_HOME_PATH]).select_related("locale").first()
    if home is None or not page.live or page.get_view_restrictions().exists():
        forget(page)
    else:
        _put(home, [page])


@transaction.atomic
def forget(page: Page) -> None:
    """Make a page, that may be gone already, not found."""
    stems = set(Posting.objects.filter(page=page.pk).values_list("stem", flat=True))
    IndexedPage.objects.filter(pk=page.pk).delete()
    _drop_unsaid(stems)


@transaction.atomic
def index_below(page: Page) -> None:
    """A page and all below it: who may read them, or where they stand, has changed."""
    below = LibraryPage.objects.descendant_of(page, inclusive=True).select_related("locale")
    for one in below.specific().iterator(_AT_A_TIME):
        index(one)


@transaction.atomic
def index_all() -> int:
    """Make the index anew. Returns how many pages can be found."""
    for model in (Posting, IndexedWord, IndexedStem, IndexedPage):
        model.objects.all().delete()
    for home in HomePage.objects.select_related("locale"):
        below = LibraryPage.objects.descendant_of(home, inclusive=True).live().public()
        numbers = list(below.order_by("path").values_list("pk", flat=True))
        for first in range(0, len(numbers), _AT_A_TIME):
            some = LibraryPage.objects.filter(pk__in=numbers[first : first + _AT_A_TIME])
            _put(home, list(some.select_related("locale").prefetch_related("labels").specific()))
    Freshness.grow()
    return IndexedPage.objects.count()


def _put(home: HomePage, pages: list[LibraryPage]) -> None:
    """Write what these pages say, all below one front page, in place of what they said before."""
    language = home.locale.language_code
    told = {page.pk: plain(page) for page in pages}
    said = {pk: _weights(one, language) for pk, one in told.items()}
    stems = _known(home, {bare for weights in said.values() for bare in weights})
    _learn(stems, told.values(), language)
    before = set(Posting.objects.filter(page__in=told).values_list("stem", flat=True))
    Posting.objects.filter(page__in=told).delete()
    IndexedPage.objects.bulk_create(
        [_row(page, home, told[page.pk]) for page in pages],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["home", "kind", "text"],
    )
    Posting.objects.bulk_create(
        Posting(page_id=pk, stem_id=stems[bare], weight=weight)
        for pk, weights in said.items()
        for bare, weight in weights.items()
    )
    _drop_unsaid(before - set(stems.values()))


def _row(page: LibraryPage, home: HomePage, told: Plain) -> IndexedPage:
    text = " ".join([told.summary, told.text]).strip()
    return IndexedPage(page=page, home=home, kind=page.kind_key, text=text)


def _weights(told: Plain, language: str) -> dict[str, int]:
    """How prominently a page says each stem: by the most prominent place that says it."""
    weights: Counter[str] = Counter()
    often = Counter(_stems(told.text, language))
    for bare, times in often.items():
        weights[bare] = _TEXT + (times >= _OFTEN)
    for weight, text in (
        (_HEADING, " ".join(told.headings)),
        (_LABEL, told.labels),
        (_SUMMARY, told.summary),
        (_TERM, " ".join(told.terms)),
        (_of_title(told.title, language), told.title),
    ):
        for bare in _stems(text, language):
            weights[bare] = max(weights[bare], weight)
    return weights


def _of_title(title: str, language: str) -> int:
    """The fewer words a title has, the more each of them says."""
    words = len(that_matter(title, language))
    return 6 + 6 // max(1, words)


def _stems(text: str, language: str) -> list[str]:
    return [stem(word, language)[:_LONGEST] for word in spelled(text)]


def _known(home: HomePage, stems: Iterable[str]) -> dict[str, int]:
    """The number of each of these stems, new ones made."""
    rows = [IndexedStem(home=home, stem=bare) for bare in sorted(stems)]
    IndexedStem.objects.bulk_create(rows, ignore_conflicts=True)
    found = IndexedStem.objects.filter(home=home, stem__in=[row.stem for row in rows])
    return dict(found.values_list("stem", "pk"))


def _learn(stems: dict[str, int], told: Iterable[Plain], language: str) -> None:
    """Keep the words as they are spelled, for whoever types one of them nearly right."""
    texts = (f"{one.title} {one.summary} {one.labels} {one.text}" for one in told)
    words = sorted({word for text in texts for word in spelled(text)})
    IndexedWord.objects.bulk_create(
        (
            IndexedWord(stem_id=stems[stem(word, language)[:_LONGEST]], word=word[:_LONGEST])
            for word in words
        ),
        ignore_conflicts=True,
    )


def _drop_unsaid(stems: set[int]) -> None:
    """Stems, with their words, that no page says any more."""
    IndexedStem.objects.filter(pk__in=stems, postings=None).delete()


def on_published(instance: Any, **_: Any) -> None:
    if isinstance(instance, LibraryPage):
        index(instance)
    Freshness.grow()


def on_unpublished(instance: Any, **_: Any) -> None:
    forget(instance)
    Freshness.grow()


def on_moved(instance: Any, url_path_before: str, url_path_after: str, **_: Any) -> None:
    """Its place in a row has changed, or its address; and with that, perhaps, who may read it."""
    if url_path_before != url_path_after:
        index_below(instance)
    Freshness.grow()


def on_changed(**_: Any) -> None:
    """An address has changed, or a page is gone: the index follows by itself."""
    Freshness.grow()


def on_restricted(instance: Any, **_: Any) -> None:
    """Who may read a page, and all below it, has changed."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        index_below(page)
    Freshness.grow()
