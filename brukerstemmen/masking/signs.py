"""What signs are called: krøllalfa, punktum, understrek. Only where an address is being read."""

import re
from collections.abc import Iterator

_AT = re.compile(
    r"(?:\(at\)|\[at\]|\b(?:krøll-? ?alfa(?:tegn)?|krølla|alfa-?krøll|snabel-? ?a)(?!\w))",
    re.IGNORECASE,
)
_TOP = r"(?:no|com|org|net|info|io|eu|dk|se|fi|uk|de|pl|gmail|live)"
_DOT_WORD = r"(?:punktum|dått|dott|dot|prikk)"
# "at" is a word of its own, so an address has to follow.
_SMALL_AT = re.compile(
    rf" at (?=[\w-]{{1,40}}(?:\.| {_DOT_WORD} )(?:[\w-]{{1,40}}(?:\.| {_DOT_WORD} ))?{_TOP}\b)",
    re.IGNORECASE,
)
_DOT = re.compile(rf" {_DOT_WORD} (?={_TOP}\b)|(?<=\bwww) {_DOT_WORD} ", re.IGNORECASE)
_JOINS = {
    **dict.fromkeys(("punktum", "dått", "dott", "dot", "prikk"), "."),
    **dict.fromkeys(("understrek", "underscore"), "_"),
    **dict.fromkeys(("bindestrek", "strek", "minus"), "-"),
}
_JOIN = rf" (?P<join>{'|'.join(_JOINS)}) "
_JOINED = rf" (?:{'|'.join(_JOINS)}) "
_DIGITS = r"(?: \d{1,4}){0,4}"
_BEFORE = re.compile(
    rf"(?:[\w+-]{{1,40}}{_JOINED}){{0,4}}[\w.+-]{{1,40}}{_DIGITS} ?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf" ?[\w.-]{{1,40}}(?:{_JOINED}[\w-]{{1,40}}){{0,4}}{_DIGITS}",
    re.IGNORECASE,
)
_INSIDE = re.compile(rf"{_JOIN}| (?=\d)|(?<=^) | $", re.IGNORECASE)
# Before a name on the net stands no first half of an address.
_NO_NAME = re.compile(
    r"\b(?:er|heter|heiter|som|på|til|og|meg|is|am|called|to|with|bruker|følg|follow|kalles|det)$",
    re.IGNORECASE,
)
_REACH = 120  # characters to each side of the sign

Signs = tuple[int, int, str]


def sign_edits(text: str) -> Iterator[Signs]:
    """What to write instead of the names of signs, in reading order, without overlaps."""
    before = 0
    for edit in sorted([*_around_at(text), *_dots(text), *_unders(text)]):
        if edit[0] >= before:
            yield edit
            before = edit[1]


# "lillemy understrek tegner": hardly said of anything else.
_UNDER = re.compile(r"(?<=\w) (?:understrek|underscore) (?=\w)", re.IGNORECASE)


def _unders(text: str) -> Iterator[Signs]:
    for match in _UNDER.finditer(text):
        yield (*match.span(), "_")


def _dots(text: str) -> Iterator[Signs]:
    for match in _DOT.finditer(text):
        yield (*match.span(), ".")


def _around_at(text: str) -> Iterator[Signs]:
    for pattern in (_AT, _SMALL_AT):
        for sign in pattern.finditer(text):
            yield (*sign.span(), "@")
            first = max(0, sign.start() - _REACH)
            local = _BEFORE.search(text[first : sign.start()])
            if local and not _NO_NAME.search(local.group().strip()):
                yield from _joins(local.group(), first + local.start())
            if after := _AFTER.match(text, sign.end(), sign.end() + _REACH):
                yield from _joins(after.group(), after.start())


def _joins(stretch: str, offset: int) -> Iterator[Signs]:
    for match in _INSIDE.finditer(stretch):
        word = match["join"]
        start, end = match.span()
        yield offset + start, offset + end, _JOINS[word.lower()] if word else ""
