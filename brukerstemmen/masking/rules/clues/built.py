"""Work and posts that no list has, by how their names are built: "elgjaktleder", "notbøter"."""

from collections.abc import Iterator
from functools import cache

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.indirect"
SCORE = 0.5
SHORTEST_FIRST = 3  # letters before the post: "elgjakt", not the "ut" of "utfører"
POSTS = (
    *("konsulent", "koordinator", "inspektør", "direktør", "trener", "trenar"),
    *("sjåfør", "fører", "førar", "vokter", "vaktar", "bonde", "fisker", "fiskar", "smed", "maker"),
    *("makar", "prest", "lærer", "lærar", "dirigent", "leder", "leiar", "formann", "kasserer"),
    *(
        "kasserar",
        "styremedlem",
        "politiker",
        "politikar",
        "spiller",
        "spelar",
        "musiker",
        "musikar",
    ),
    *(
        "forfatter",
        "forfattar",
        "kunstner",
        "kunstnar",
        "journalist",
        "redaktør",
        "selger",
        "seljar",
    ),
    *(
        "pilot",
        "skipper",
        "kaptein",
        "jeger",
        "jegar",
        "kjører",
        "køyrar",
        "mekaniker",
        "mekanikar",
    ),
    *("montør", "ingeniør", "operatør", "slakter", "slaktar", "gartner", "gartnar", "dyrker"),
    *("dyrkar", "røkter", "røktar", "gjeter", "gjetar", "bygger", "byggjar", "bøter", "vever"),
    *("handlar", "oppsyn", "bestyrer", "bestyrar", "mester", "meister", "fotograf", "geolog"),
    *("historiker", "arkitekt", "instruktør", "guide", "veterinær", "stuert", "matros", "soldat"),
    *("offiser", "betjent", "verkseier", "båteier", "butikkeier", "sjef", "dronning", "solist"),
    *("manager", "flyger", "flygar", "losen", "postbud", "ministrant", "entreprenør"),
    *("eksportør", "produsent", "fabrikant", "forhandler", "forhandlar", "grosserer", "meier"),
)
ENDINGS = ("", "en", "n", "a", "an", "ens", "s")
# Verbs and other words that end as posts do, or posts that every service has.
NO_POST = frozenset(
    {
        *(
            "an",
            "av",
            "be",
            "bort",
            "eks",
            "etter",
            "for",
            "fram",
            "full",
            "gjennom",
            "hjem",
            "heim",
        ),
        *("inn", "ned", "om", "opp", "over", "på", "til", "ut", "utover", "unn", "ved", "vide"),
        *("videre", "mot", "med", "sam", "tilbake", "gjen", "bi"),
    }
)


@cache
def _ends() -> tuple[str, ...]:
    return tuple(post + ending for post in POSTS for ending in ENDINGS)


@cache
def _known() -> frozenset[str]:
    """Posts of every service, which point at nobody by themselves."""
    return lexicon.words("roles", "ordinary_posts")


def find(reading: Reading) -> Iterator[Span]:
    """Compound words that name a post, with the ending of one person."""
    for word in reading.words:
        if word.lower.endswith(_ends()) and _names_a_post(word.lower):
            yield Span(word.start, word.end, Label.QUASI, SCORE, SOURCE, Why.RARE_WORK)


def _names_a_post(word: str) -> bool:
    bare = [word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending)]
    if word in _known() or any(one in _known() for one in bare):
        return False
    firsts = [one.removesuffix(post) for one in bare for post in POSTS if one.endswith(post)]
    return bool(firsts) and min(map(len, firsts)) >= SHORTEST_FIRST and NO_POST.isdisjoint(firsts)
