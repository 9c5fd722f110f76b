"""What somebody asks: the words of a question, each with all that counts as an answer to it.

Nothing a person can type is an error. A question that is too long is read from its beginning, and
signs that mean something to a machine mean nothing here: only letters and figures come out.
"""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product

from brukerstemmen.library.words.alike import SHORTEST, Vocabulary, alike
from brukerstemmen.library.words.spelling import fold, spelled
from brukerstemmen.library.words.stemming import NORWEGIAN, bokmal, stem, table
from brukerstemmen.library.words.synonyms import same_as, words_met

MOST_SIGNS = 200
MOST_WORDS = 12
MOST_LONGER = 40  # words that merely begin as the one asked for
SHORTEST_START = 5  # letters: what is shorter begins everything
_JOINTS = ("", "s", "e")  # between the words of a compound


@dataclass(frozen=True)
class Asked:
    """A question. groups: for each of its words, the stems that count for it; a text that meets
    more of the groups answers better. nearly: beside each group, stems that count less, of longer
    words that begin so and of the parts the word is made of."""

    groups: tuple[frozenset[str], ...] = ()
    nearly: tuple[frozenset[str], ...] = ()

    @property
    def stems(self) -> frozenset[str]:
        """All that counts in full: what is marked in an extract."""
        return frozenset().union(*self.groups)


def asked(query: str, language: str, vocabulary: Vocabulary) -> Asked:
    """A question as a search needs it. One typing error in a word is forgiven where no text has
    the word as it was typed.

    >>> known = Vocabulary.of(["honorar", "pårørende", "familien", "erfaringskonsulent"], "nb")
    >>> [sorted(group) for group in asked("Hva er honrar?", "nb", known).groups]
    [['betal', 'godtgjør', 'honor', 'honr', 'lønn', 'møtegodtgjør']]
    >>> "famili" in asked("pårørande", "nn", known).stems
    True
    >>> asked("erfaring", "nb", known).nearly
    (frozenset({'erfaringskonsulent'}),)
    """
    words = spelled(query[:MOST_SIGNS])
    meant = [_meant(word, language, vocabulary) for word in words]
    same = same_as([stems[0] for stems in meant], language)
    joined = _joined(words, language, vocabulary)
    groups: dict[frozenset[str], frozenset[str]] = {}
    for place in _that_matter(words, meant, language):
        group = same[place] | joined[place] | set(meant[place]) | {stem(words[place], language)}
        nearly = _nearly(words[place], meant[place][0], language, vocabulary)
        groups.setdefault(group, nearly - group)
    kept = list(groups.items())[:MOST_WORDS]
    return Asked(tuple(group for group, _ in kept), tuple(nearly for _, nearly in kept))


def that_matter(text: str, language: str) -> list[str]:
    """The words of a text that say what it is about."""
    return [word for word in spelled(text) if word not in _stop_words(language)]


def mended(query: str, language: str, vocabulary: Vocabulary) -> str:
    """The question with words that nobody knows as the texts spell the nearest; "" if it is as
    it should be.

    >>> known = Vocabulary.of(["honorar", "brukerpanel"], "nb")
    >>> mended("honrar for brukerpanel", "nb", known), mended("honoraret", "nb", known)
    ('honorar for brukerpanel', '')
    """
    words = spelled(query[:MOST_SIGNS])
    better = [_as_spelled(word, language, vocabulary) for word in words]
    return " ".join(better) if better != words else ""


def _as_spelled(word: str, language: str, vocabulary: Vocabulary) -> str:
    if stem(word, language) in _meant(word, language, vocabulary):
        return word
    near = alike(word, vocabulary) or alike(word, words_met(language))
    return near[0] if near else word


def _meant(word: str, language: str, vocabulary: Vocabulary) -> list[str]:
    """The stems of what may be meant, the nearest first: the word's own if anybody knows it."""
    own = stem(word, language)
    others = words_met(language)
    known = own in vocabulary.stems or own in others.stems or word in _stop_words(language)
    if known or len(word) < SHORTEST or any(sign.isdigit() for sign in word):
        return [own]
    return _near(word, own, vocabulary) or _near(word, own, others) or [own]


def _near(word: str, own: str, vocabulary: Vocabulary) -> list[str]:
    """By the word as it was typed, else as bokmål spells it, else by its stem: what was typed may
    be a form that no text has."""
    words = alike(word, vocabulary) or alike(bokmal(word), vocabulary)
    if words or len(own) < SHORTEST:
        return list(dict.fromkeys(vocabulary.stem_of[near] for near in words))
    return vocabulary.stems_near(own)


def _that_matter(words: list[str], meant: list[list[str]], language: str) -> list[int]:
    """The places of the words that say what is looked for; all of them, if none does."""
    stop, stop_stems = _stop_words(language), _stop_stems(language)
    matter = [
        place
        for place, word in enumerate(words)
        if word not in stop and not (_is_error(word, meant[place], language) & stop_stems)
    ]
    return matter or list(range(len(words)))


def _is_error(word: str, meant: list[str], language: str) -> frozenset[str]:
    """What is meant by a word that was mistyped; nothing, of a word as it should be."""
    return frozenset(meant) - {stem(word, language)}


def _joined(words: list[str], language: str, vocabulary: Vocabulary) -> list[frozenset[str]]:
    """Compounds that were typed apart, «bruker panel», for both their words."""
    joined: list[set[str]] = [set() for _ in words]
    for place, (first, second) in enumerate(pairwise(words)):
        compounds = {stem(first + joint + second, language) for joint in _JOINTS}
        for one in compounds & vocabulary.stems:
            joined[place].add(one)
            joined[place + 1].add(one)
    return [frozenset(one) for one in joined]


def _nearly(word: str, bare: str, language: str, vocabulary: Vocabulary) -> frozenset[str]:
    start = bare if len(bare) >= SHORTEST_START and word.startswith(bare) else word
    longer: list[str] = []
    if len(start) >= SHORTEST_START:
        longer = vocabulary.beginning_with(start, MOST_LONGER)
    parts = _parts(word, bare, language, vocabulary) if language in NORWEGIAN else frozenset()
    return parts | _shortened(word, bare, vocabulary) | {vocabulary.stem_of[one] for one in longer}


def _shortened(word: str, bare: str, vocabulary: Vocabulary) -> frozenset[str]:
    """What else may be meant by a word that no text has, of which little is left as a stem: its
    ending may be the typing error."""
    if word in vocabulary.stem_of or 2 * len(bare) >= len(word):
        return frozenset()
    return frozenset(vocabulary.stem_of[near] for near in alike(word, vocabulary))


def _parts(word: str, bare: str, language: str, vocabulary: Vocabulary) -> frozenset[str]:
    """What the two words of a compound mean, where no text has the compound itself."""
    if bare in vocabulary.stems or bare in words_met(language).stems:
        return frozenset()
    known = vocabulary.stems | words_met(language).stems
    for joint, place in product(_JOINTS, range(SHORTEST, len(word) - SHORTEST + 1)):
        first, second = word[:place], stem(word[place:], language)
        before = stem(first.removesuffix(joint), language)
        if first.endswith(joint) and before in known and second in known:
            alike_made = vocabulary.beginning_with(first, MOST_LONGER)
            others = {vocabulary.stem_of[one] for one in alike_made}
            return _as_good_as(before, language) | _as_good_as(second, language) | others
    return frozenset()


def _as_good_as(bare: str, language: str) -> frozenset[str]:
    return frozenset({bare}).union(*same_as([bare], language))


@cache
def _stop_words(language: str) -> frozenset[str]:
    told: str = table("stop_words").get("nb" if language in NORWEGIAN else language, "")
    return frozenset(fold(word) for word in told.split())


@cache
def _stop_stems(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in _stop_words(language))
