"""What was said as it would have been typed: a parallel text in digits and signs.

"nitti femtifire åttiseks nittifire" becomes "90 54 86 94", "kari krøllalfa example punktum com"
an address. Every character knows where in the text it came from, so that the rules for what has
a fixed form read both. Only readers of numbers use it: nothing of it is shown.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from brukerstemmen.masking.folding import Folded
from brukerstemmen.masking.numbers import Kind, number_of
from brukerstemmen.masking.signs import sign_edits

_PIECE = re.compile(r"[^\W\d_]+|\d+")
# What may stand inside a number that is said: a breath, a comma, a moment to think.
_GAP = re.compile(
    r"(?: ?(?:,|-|\u2013|\u2014|\.{2,3}|\u2026))? ?(?:(?:eh|ehm|øh|øhm|hm|mm),? )?|\n"
)
# sekstiåring, attenårsdagen, femtiåra, attenoghalvt
_AGE = re.compile(r"(?P<number>\w+?)(?P<rest>års?\w*|og(?:et|eit|en)?halvt?(?:år\w*)?)")
_RATHER = (8, 11, 16)  # digits of what people read aloud: telephones, people, cards
_PLATE = (5,)
_AT_MOST = 40  # words; nobody reads out more in one go
_LETTERS = re.compile(r"(?<!\w)(?:[A-Za-z][ -][A-Za-z]|[A-Z]{2}),? $")
# "to ganger" after a number read aloud counts how often it was.
_COUNTED = re.compile(r" (?:gang|gong|time|tim[ae]r|dag|uk[er]|vek|minutt|times|days|weeks)")
_LONG = 4  # words from which a row of numbers is one number read aloud, not a few amounts
_ANDS = frozenset({"og", "å", "and"})  # "tri å tjue"
_PLUS = frozenset({"pluss", "plus"})
_SMALL_WORDS = frozenset({Kind.AND, Kind.PLUS})
_ONES = frozenset({Kind.DIGIT, Kind.ARTICLE})
_COUNTS = frozenset({Kind.DIGIT, Kind.TEEN, Kind.TEN, Kind.WHOLE, Kind.ARTICLE})
_READ = _COUNTS | {None}
_SCALES: dict[Kind | None, int] = {Kind.HUNDRED: 100, Kind.THOUSAND: 1000}


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the text, and what stands there instead."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Item:
    """A number in a row. loose: a ten and a one that may as well be two numbers."""

    start: int
    end: int
    text: str
    kind: Kind | None  # None: written in digits already
    loose: bool = False


def as_typed(text: str, lang: str) -> Folded | None:
    """The text with digits for number words and signs for what signs are called.

    None where nothing of the kind is said.

    >>> as_typed("ring nitti femtifire åttiseks nittifire", "nb").text
    'ring 90 54 86 94'
    """
    in_digits = _edited(text, list(_number_edits(text, lang)))
    typed = in_digits.text if in_digits else text
    with_signs = _edited(typed, [Edit(*edit) for edit in sign_edits(typed)])
    if with_signs is None or in_digits is None:
        return with_signs or in_digits
    pairs = zip(with_signs.starts, with_signs.ends, strict=True)
    origins = [in_digits.origin(start, end) for start, end in pairs]
    return Folded(with_signs.text, tuple(s for s, _ in origins), tuple(e for _, e in origins))


def _edited(text: str, edits: list[Edit]) -> Folded | None:
    """The text after edits in reading order. What was left out belongs to its neighbour."""
    if not edits:
        return None
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    before = 0
    for edit in [*edits, Edit(len(text), len(text), "")]:
        parts += [text[before : edit.start], edit.text]
        starts += [*range(before, edit.start), *[edit.start] * len(edit.text)]
        ends += [*range(before + 1, edit.start + 1), *[edit.end] * len(edit.text)]
        before = edit.end
    return Folded("".join(parts), tuple(starts), tuple(ends))


def _number_edits(text: str, lang: str) -> Iterator[Edit]:
    for row in _rows(text, lang):
        yield from _edits_of_row(text, row)


def _rows(text: str, lang: str) -> Iterator[list[_Item]]:
    """Numbers that stand side by side, with at most a breath between them."""
    row: list[_Item] = []
    for item in _items(text, lang):
        if _digits(row[-_LONG - 1 :]) > _LONG and _COUNTED.match(text, item.end):
            continue
        if row and (len(row) > _AT_MOST or not _GAP.fullmatch(text, row[-1].end, item.start)):
            yield row
            row = []
        row.append(item)
    if row:
        yield row


def _items(text: str, lang: str) -> Iterator[_Item]:
    """Number words, digits, and *og* that joins two numbers into one."""
    for match in _PIECE.finditer(text):
        word = match.group().lower()
        start, end = match.span()
        if word[0].isdigit():
            yield _Item(start, end, word, None)
        elif number := number_of(word, lang):
            yield _Item(start, end, str(number.value), number.kind)
        elif word in _ANDS:
            yield _Item(start, end, "", Kind.AND)
        elif word in _PLUS:
            yield _Item(start, end, "+", Kind.PLUS)
        elif (aged := _AGE.fullmatch(word)) and (number := number_of(aged["number"], lang)):
            yield _Item(start, start + len(aged["number"]), str(number.value), Kind.WHOLE)


def _edits_of_row(text: str, row: list[_Item]) -> Iterator[Edit]:
    words = sum(item.kind not in _SMALL_WORDS for item in row)
    if all(item.kind in (None, Kind.ARTICLE) or item.kind in _SMALL_WORDS for item in row):
        return
    usual = _usual(text, row[0].start)
    articles = words >= _LONG or usual is _PLATE or any(item.text == "0" for item in row)
    items = _one_year(list(_joined(text, row, articles=articles)))
    items = _of_likely_length(items, usual)
    is_long = words >= _LONG or _digits(items) > _LONG
    last: _Item | None = None
    for item in items:
        if last and (gap := _gap(text, last, item, is_long=is_long)) is not None:
            yield Edit(last.end, item.start, gap)
        if item.kind is not None and item.text:
            yield Edit(item.start, item.end, item.text)
        last = item if item.kind is not Kind.AND else None


def _gap(text: str, last: _Item, item: _Item, *, is_long: bool) -> str | None:
    """What stands between two numbers instead of a breath, if anything."""
    if last.end == item.start:
        return None
    if last.kind is Kind.PLUS:
        return ""
    return " " if is_long and text[last.end : item.start] != " " else None


def _joined(text: str, row: list[_Item], *, articles: bool) -> Iterator[_Item]:
    """The words of a row put together to numbers: *to hundre og fem* is one."""
    at = 0
    while at < len(row):
        low = _below_hundred(text, row, at, articles=articles)
        item, at = _scaled(text, row, at, low)
        yield item


def _kind(row: list[_Item], at: int) -> Kind | None:
    return row[at].kind if at < len(row) else None


def _is_close(text: str, row: list[_Item], at: int) -> bool:
    return text[row[at].end : row[at + 1].start] in (" ", "-", "")


def _below_hundred(
    text: str, row: list[_Item], at: int, *, articles: bool
) -> tuple[_Item | None, int]:
    """The number that begins here, and where the next one does. None: no number of its own."""
    kind, following = _kind(row, at), _kind(row, at + 1)
    item = row[at]
    if _begins_old(row, at):
        value = int(item.text) + int(row[at + 2].text)
        return _Item(item.start, row[at + 2].end, str(value), Kind.WHOLE), at + 3
    if kind is Kind.TEN and at + 1 < len(row) and _is_close(text, row, at):
        after = row[at + 1]
        belongs_on = _begins_old(row, at + 1) or _kind(row, at + 2) is Kind.HUNDRED
        one = following in _ONES and not belongs_on
        if after.text != "0" and (one or (following is Kind.ORDINAL and len(after.text) == 1)):
            value = int(item.text) + int(after.text)
            whole = Kind.WHOLE if one else Kind.ORDINAL
            return _Item(item.start, after.end, str(value), whole, loose=one), at + 2
    if kind in (Kind.HUNDRED, Kind.THOUSAND) or (kind is Kind.ARTICLE and not articles):
        return None, at
    return item, at + 1


def _begins_old(row: list[_Item], at: int) -> bool:
    """Whether a one begins a number said the old way: *fire og nitti*."""
    kinds = _kind(row, at), _kind(row, at + 1), _kind(row, at + 2)
    return kinds[0] in _ONES and kinds[1:] == (Kind.AND, Kind.TEN)


def _scaled(
    text: str, row: list[_Item], at: int, low: tuple[_Item | None, int]
) -> tuple[_Item, int]:
    """A number with the hundreds or thousands that follow it, as digits."""
    first, after = low
    if first is None and row[at].kind is Kind.ARTICLE:
        first, after = replace(row[at], text=""), at + 1
    if _kind(row, after) not in _SCALES or not _may_be_scaled(
        first, row[after], _kind(row, at - 1) if at else Kind.AND
    ):
        return _with_point(first or row[at]), max(after, at + 1)
    scale = row[after]
    value = int(first.text or 1) if first else 1
    end = scale.end
    value *= _SCALES[scale.kind or Kind.HUNDRED]
    after += 1
    joined = after + (_kind(row, after) is Kind.AND)
    if joined < len(row):
        rest, beyond = _below_hundred(text, row, joined, articles=joined > after)
        if rest and rest.kind in _COUNTS and (joined > after or _is_close(text, row, after - 1)):
            value, end, after = value + int(rest.text), rest.end, beyond
    return _Item((first or scale).start, end, str(value), Kind.WHOLE), after


def _may_be_scaled(first: _Item | None, scale: _Item, before: Kind | None) -> bool:
    """*to hundre*, *nitten hundre*, *førti tusen*; but *førtien hundre* are two numbers."""
    if first is None or first.kind in _ONES:
        return True
    if first.kind is Kind.TEEN and scale.kind is Kind.HUNDRED:
        return before not in _READ  # inside a telephone number a new group begins
    return scale.kind is Kind.THOUSAND and first.kind in _COUNTS


def _with_point(item: _Item) -> _Item:
    return replace(item, text=item.text + ".") if item.kind is Kind.ORDINAL else item


def _one_year(items: list[_Item]) -> list[_Item]:
    """*nitten åttifire* is a year where no more is said; *tjue femten* too."""
    said = [item for item in items if item.kind in _COUNTS]
    if len(said) != 2 or any(item.kind is None for item in items):
        return items
    century, rest = said
    if century.text not in ("18", "19", "20") or len(rest.text) != 2:
        return items
    year = _Item(century.start, rest.end, century.text + rest.text, Kind.WHOLE)
    return [item for item in items if item not in said] + [year]


def _digits(items: list[_Item]) -> int:
    return sum(len(item.text) for item in items if item.kind in _READ)


def _is_day(items: list[_Item]) -> bool:
    """Whether the digits are six that say when somebody was born."""
    day = re.fullmatch(r"(\d\d)(\d\d)\d\d", "".join(item.text for item in items))
    return day is not None and 1 <= int(day[1]) <= 31 and 1 <= int(day[2]) <= 12


def _usual(text: str, start: int) -> tuple[int, ...]:
    """How many digits a number may well have here."""
    return _PLATE if _LETTERS.search(text, max(0, start - 6), start) else _RATHER


def _of_likely_length(items: list[_Item], lengths: tuple[int, ...]) -> list[_Item]:
    """*tjue fem* is taken for two numbers where that makes a number of the usual length."""
    digits = _digits(items) - 2 * any(item.kind is Kind.PLUS for item in items)
    loose = sum(item.loose for item in items)
    usual = (more for more in range(loose + 1) if digits + more in lengths)
    apart = 0 if _is_day(items) else next(usual, 0)
    for at, item in enumerate(items):
        if apart and item.loose:
            items[at] = replace(item, text=f"{item.text[0]}0 {item.text[1]}")
            apart -= 1
    return items
