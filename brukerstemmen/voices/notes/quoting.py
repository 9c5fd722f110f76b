"""Quotation marks round a whole statement, which are not part of the words."""

PAIRS = (("«", "»"), ("“", "”"), ("”", "”"), ("„", "“"), ("„", "”"), ('"', '"'))


def unquoted(words: str) -> str:
    """The words without one pair of quotation marks, if the pair stands round all of them.

    >>> unquoted("«Vi har god tid»"), unquoted("«Vi har» god «tid»")
    ('Vi har god tid', '«Vi har» god «tid»')
    """
    text = words.strip()
    for opening, closing in PAIRS:
        if _stands_round(text, opening, closing):
            return text[1:-1].strip()
    return text


def quoted(words: str) -> str:
    """The words inside quotation marks that `unquoted` takes off again.

    Raises ValueError if the words hold so many loose quotation marks that no pair is left.
    """
    for opening, closing in PAIRS:
        told = f"{opening}{words}{closing}"
        if unquoted(told) == words:
            return told
    raise ValueError("no pair of quotation marks can stand round these words")


def ends_quoted(text: str, before: int) -> bool:
    """Whether a quotation that begins before this place stands round all the rest.

    >>> ends_quoted("• «Vi\\thar»", 4), ends_quoted("«Vi»\\tD01\\t«tid»", 4)
    (True, False)
    """
    text = text.rstrip()
    return any(
        _stands_round(text[place:], *pair)
        for pair in PAIRS
        for place, mark in enumerate(text[:before])
        if mark == pair[0]
    )


def _stands_round(text: str, opening: str, closing: str) -> bool:
    if len(text) < 2 or text[0] != opening or text[-1] != closing:
        return False
    if opening == closing:
        return text.count(opening) == 2
    depth = 0
    for place, mark in enumerate(text):
        depth += (mark == opening) - (mark == closing)
        if depth == 0 and place < len(text) - 1:
            return False
    return depth == 0
