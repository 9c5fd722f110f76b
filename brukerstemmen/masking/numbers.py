"""Numbers as words, for ages and for how few somebody is."""

_SMALL = {
    "nb": "to tre fire fem seks sju syv åtte ni",
    "nn": "to tre fire fem seks sju åtte ni",
    "en": "two three four five six seven eight nine",
}
_TEENS = {
    "nb": "ti elleve tolv tretten fjorten femten seksten sytten atten nitten",
    "nn": "ti elleve tolv tretten fjorten femten seksten sytten atten nitten",
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
}
_TENS = {
    "nb": "tjue tretti tredve førti femti seksti sytti åtti nitti",
    "nn": "tjue tretti førti femti seksti sytti åtti nitti",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}


def _joined(words: dict[str, str]) -> str:
    return "|".join(sorted({word for line in words.values() for word in line.split()}, key=_size))


def _size(word: str) -> tuple[int, str]:
    return -len(word), word


SMALL = rf"(?:{_joined(_SMALL)})"
_COMPOUND = rf"(?:{_joined(_TENS)})(?: ?og ?|-| )?(?:en|én|ein|ett|one|{_joined(_SMALL)})?"
# From ten up, the numbers that are somebody's age rather than a count of things.
GROWN = rf"(?:{_COMPOUND}|{_joined(_TEENS)})"
