"""How much of one text stands in another, word for word: what is like words nobody has released.

Capitals, punctuation and the way letters are put together make no difference.
"""

import re
import unicodedata

LONGEST_RUN = 7  # words in a row that two texts may share by chance
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


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(_folded(text))]


def _folded(text: str) -> str:
    """One way to write a letter; soft hyphens and other signs nobody sees are left out."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
