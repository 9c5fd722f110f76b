"""Search: what is published in the language of the page, and after that in bokmål.

Two queries in each language, whatever is asked and however much there is. The words of a language
stay in the memory of the process until `Freshness` grows.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from brukerstemmen.library import kinds
from brukerstemmen.library.models import (
    Freshness,
    HomePage,
    IndexedPage,
    IndexedStem,
    IndexedWord,
    LibraryPage,
    Posting,
)
from brukerstemmen.library.words.alike import Vocabulary
from brukerstemmen.library.words.asked import MOST_SIGNS, Asked, asked, mended
from brukerstemmen.library.words.extract import Piece, extract
from brukerstemmen.library.words.ranking import ranked

ON_A_PAGE = 10
_FEW = 3  # hits: with fewer, the other language is looked in too
_FALLBACK = "nb"
_LANGUAGES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


@dataclass(frozen=True)
class Shelf:
    """What can be found below one front page. stems: their numbers. kinds: of each page."""

    number: int
    language: str
    vocabulary: Vocabulary
    stems: dict[str, int]
    kinds: dict[int, str]


@dataclass(frozen=True)
class Hit:
    """One page found: its kind in a word, the place that answers, and its language if another."""

    page: LibraryPage
    kind: str
    pieces: list[Piece]
    language: str


@dataclass
class Found:
    """Everything found: the pages by number, the best first, and the question in each language."""

    pages: list[int] = field(default_factory=list)
    questions: dict[str, Asked] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    mended: str = ""
    elsewhere: int = 0  # how many of them are in another language than was looked in first


_shelves: dict[int, Shelf] = {}


def shelf_of(home: HomePage, number: int) -> Shelf:
    """The shelf as it is kept in memory, or filled anew. number: of `Freshness`."""
    kept = _shelves.get(home.pk)
    if kept is None or kept.number != number:
        kept = _shelves[home.pk] = _filled(home, number)
    return kept


def _filled(home: HomePage, number: int) -> Shelf:
    words = IndexedWord.objects.filter(stem__home=home)
    return Shelf(
        number=number,
        language=home.locale.language_code,
        vocabulary=Vocabulary(dict(words.values_list("word", "stem__stem"))),
        stems=dict(IndexedStem.objects.filter(home=home).values_list("stem", "pk")),
        kinds=dict(IndexedPage.objects.filter(home=home).values_list("pk", "kind")),
    )


def find(query: str, shelf: Shelf) -> tuple[list[int], Asked]:
    """The pages of one shelf that answer, the best first. One query."""
    question = asked(query, shelf.language, shelf.vocabulary)
    every = question.stems.union(*question.nearly)
    numbers = {shelf.stems[one]: one for one in every if one in shelf.stems}
    said: dict[str, dict[int, int]] = defaultdict(dict)
    rows = Posting.objects.filter(stem__in=numbers).values_list("stem", "page", "weight")
    for stem, page, weight in rows:
        said[numbers[stem]][page] = weight
    return ranked(question, said, len(shelf.kinds)), question


def homes(page: LibraryPage) -> dict[str, HomePage]:
    """The front pages of the site a page stands on, by language. One query."""
    top = page.path[: 2 * page.steplen]
    key = HomePage.objects.filter(path=top).values("translation_key")
    found = HomePage.objects.live().filter(translation_key__in=key).select_related("locale")
    return {home.locale.language_code: home for home in found}


def everything(query: str, homes: dict[str, HomePage], language: str, only: str = "") -> Found:
    """What answers in a language; with few answers there, also in bokmål.

    only: a language the reader has chosen, and no other.
    """
    found, number = Found(), Freshness.now()
    first = only or language
    for here in dict.fromkeys([first] if only else [first, _FALLBACK]):
        if here not in homes or len(found.pages) >= _FEW:
            continue
        shelf = shelf_of(homes[here], number)
        pages, found.questions[here] = find(query, shelf)
        found.mended = found.mended or mended(query, here, shelf.vocabulary)
        found.elsewhere += len(pages) if here != first else 0
        found.pages += pages
        found.kinds |= shelf.kinds
    return found


def of_search(page: LibraryPage, request: HttpRequest) -> dict[str, Any]:
    """For the page that searches: what is found, and what the address asks for."""
    query = _one(request.GET, "q")[:MOST_SIGNS].strip()
    if not query:
        return {"q": "", "top": _top(page)}
    fronts = homes(page)
    only = _one(request.GET, "sprak")
    only = only if only in fronts else ""
    language = page.locale.language_code
    found = everything(query, fronts, language, only)
    group = kinds.group(_one(request.GET, "type"))
    wanted = [pk for pk in found.pages if group is None or found.kinds[pk] in group.kinds]
    shown = Paginator(wanted, ON_A_PAGE).get_page(_one(request.GET, "side"))
    address = _Address(query, group.key if group else "", only)
    return {
        "q": query,
        "shown": shown,
        "hits": _hits(shown, found, language),
        "count": len(wanted),
        "elsewhere": found.elsewhere,
        "nothing_here": found.elsewhere and found.elsewhere == len(found.pages),
        "mended": found.mended,
        "mended_address": _Address(found.mended).query,
        "groups": _groups(found, address),
        "languages_to_choose": _languages(fronts, address, language),
        "query": address.query,
        "top": [] if wanted else _top(page),
    }


@dataclass(frozen=True)
class _Address:
    """What the address asks for, but for the number of the page."""

    q: str
    type: str = ""
    sprak: str = ""

    @property
    def query(self) -> str:
        asks = {"q": self.q, "type": self.type, "sprak": self.sprak}
        return urlencode({name: value for name, value in asks.items() if value})


def _one(asks: QueryDict, name: str) -> str:
    return str(asks.get(name, ""))


def _groups(found: Found, address: _Address) -> list[dict[str, Any]]:
    """The groups of kinds that have hits, with how many, and the one for all of them."""
    of_kind = Counter(found.kinds[pk] for pk in found.pages)
    counts = [(one, sum(of_kind[kind] for kind in one.kinds)) for one in kinds.GROUPS]
    offered = [
        {
            "name": one.name,
            "count": count,
            "query": replace(address, type=one.key).query,
            "here": one.key == address.type,
        }
        for one, count in counts
        if count or one.key == address.type
    ]
    everything_there_is = {
        "name": _("All kinds"),
        "count": len(found.pages),
        "query": replace(address, type="").query,
        "here": not address.type,
    }
    return [everything_there_is, *offered] if offered else []


def _languages(
    fronts: dict[str, HomePage], address: _Address, language: str
) -> list[dict[str, Any]]:
    """Each language there are pages in. Not chosen, the language of the page comes first."""
    return [
        {
            "code": code,
            "name": name,
            "query": replace(address, sprak=code).query,
            "here": code == (address.sprak or language),
        }
        for code, name in _LANGUAGES.items()
        if code in fronts
    ]


def _hits(numbers: Iterable[int], found: Found, language: str) -> list[Hit]:
    """The pages themselves, in the order they were found. One query."""
    rows = IndexedPage.objects.filter(pk__in=list(numbers)).select_related(
        "page__locale", "home__locale"
    )
    by_number = {row.pk: row for row in rows}
    return [_hit(by_number[pk], found, language) for pk in numbers if pk in by_number]


def _hit(row: IndexedPage, found: Found, language: str) -> Hit:
    spoken = row.home.locale.language_code
    question = found.questions[spoken]
    pieces = extract(row.text, question.stems.union(*question.nearly), spoken)
    return Hit(row.page, kinds.word(row.kind), pieces, "" if spoken == language else spoken)


def _top(page: LibraryPage) -> list[LibraryPage]:
    """The top of the tree, for who did not find what they looked for."""
    below = LibraryPage.objects.filter(path__startswith=page.path[: 2 * page.steplen], depth=3)
    return list(below.live().in_menu().order_by("path"))
