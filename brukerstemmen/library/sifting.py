"""What a reader may send, and how spam is kept out without asking anybody who they are.

No address is looked at and nobody else is asked. Words must be words; a field that people do not
see must be empty; and on a day when unusually much comes in, one calm page more lies between the
reader and us. What is not taken in is always given back.
"""

import re
from enum import StrEnum

LONGEST = 2000  # characters
MOST_LINKS = 2  # somebody may well tell of a link that leads nowhere
# Words that came in today, over the whole site.
BUSY = 60  # from here on everybody sends by the calm page
FULL = 500  # from here on nothing more is taken in today
MOST_THANKS = 1000  # "this helped me" without words: more than this a day tells nothing new
# How long the calm page has been open when it is sent (seconds).
QUICKEST = 2
SLOWEST = 12 * 3600

_LINK = re.compile(r"(?:https?://|www\.)\S", re.IGNORECASE)
_MARKUP = re.compile(r"<\s*[/!?]?\s*[a-z][^<>]*>|<\s*script|\[/?(?:url|link|img)\b", re.IGNORECASE)
# Signs nobody types: they can hide text, or turn it round.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Hinder(StrEnum):
    """Why words are not taken in as they stand."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    MARKUP = "markup"
    LINKS = "links"


def tidy(words: str) -> str:
    """The words with plain line breaks, and without signs that nobody types.

    >>> tidy(" Hei\\r\\n\\u202epå deg\\x00 ")
    'Hei\\npå deg'
    """
    plain = words.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSEEN.sub("", plain).strip()


def hinders(words: str, *, may_be_empty: bool = False) -> list[Hinder]:
    """Why these words, tidied, are not taken in; empty if they are.

    may_be_empty: "this helped me" says enough by itself.

    >>> hinders("5 < 6 > 4 <3"), hinders("<a href=x>Billig</a>")
    ([], [<Hinder.MARKUP: 'markup'>])
    """
    found = []
    if not words and not may_be_empty:
        found.append(Hinder.EMPTY)
    if len(words) > LONGEST:
        found.append(Hinder.TOO_LONG)
    if _MARKUP.search(words):
        found.append(Hinder.MARKUP)
    if len(_LINK.findall(words)) > MOST_LINKS:
        found.append(Hinder.LINKS)
    return found


def is_busy(today: int) -> bool:
    """Whether so much has come in today that the calm page comes first."""
    return today >= BUSY


def is_full(today: int, *, thanks: bool = False) -> bool:
    """Whether no more is taken in today.

    thanks: of those that say "this helped me" and no more.
    """
    return today >= (MOST_THANKS if thanks else FULL)


def took_their_time(seconds: float) -> bool:
    """Whether the calm page was open as long as a person needs, and not since yesterday.

    >>> took_their_time(0.4), took_their_time(90)
    (False, True)
    """
    return QUICKEST <= seconds <= SLOWEST
