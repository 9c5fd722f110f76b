"""How much of one text stands in another, word for word: what is like words nobody has released.

Capitals, punctuation and the way letters are put together make no difference.
"""

import re
import unicodedata
from collections.abc import Iterator, Set

LONGEST_RUN = 7  # words in a row that two texts may share by chance
HANDFUL = 5  # words: so short a text is somebody's own only as a whole
Run = tuple[str, ...]
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def longest_run(a: str, b: str) -> int:
    """The most words in a row that stand in both texts.

    >>> longest_run("Ingen ringte. Jeg ventet hele uka!", "jeg VENTET, hele dagen")
    3
    >>> longest_run("", "Ingen ringte.")
    0
    """
    mine, theirs = _words(a), _words(b)
    longest, ends_at = 0, [0] * (len(theirs) + 1)
    for word in mine:
        # ends_at[n]: how long the run is that ends with this word and their word number n.
        ends_at = [0] + [
            ends_at[place] + 1 if word == other else 0 for place, other in enumerate(theirs)
        ]
        longest = max(longest, *ends_at)
    return longest


def runs_of(text: str) -> set[Run]:
    """What gives a text away in another: each run of its words that is too long for chance. Of a
    short text the whole; of less than a handful of words nothing, since they may be anybody's.

    >>> sorted(runs_of("Ingen spurte hva jeg ville."))
    [('ingen', 'spurte', 'hva', 'jeg', 'ville')]
    """
    words = _words(text)
    return set(_windows(words, min(len(words), LONGEST_RUN))) if len(words) >= HANDFUL else set()


def copied(text: str, runs: Set[Run]) -> str:
    """The first of these runs that stands in the text, as plain words; "" if none does.

    >>> copied("Mange sa: «Ingen spurte hva jeg ville.»", runs_of("Ingen spurte hva jeg ville!"))
    'ingen spurte hva jeg ville'
    """
    words = _words(text)
    for length in range(LONGEST_RUN, HANDFUL - 1, -1):
        if found := next((run for run in _windows(words, length) if run in runs), None):
            return " ".join(found)
    return ""


def _windows(words: list[str], length: int) -> Iterator[Run]:
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(_folded(text))]


def _folded(text: str) -> str:
    """One way to write a letter; soft hyphens and other signs nobody sees are left out."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if plain.isprintable():  # nearly every text: no such sign is in it
        return plain
    return "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
