"""How people say numbers aloud: the tests' own writer, which knows nothing of the rules."""

from collections.abc import Callable, Sequence
from random import Random

UNITS = {
    "nb": "null en to tre fire fem seks sju åtte ni",
    "nn": "null ein to tre fire fem seks sju åtte ni",
    "en": "zero one two three four five six seven eight nine",
}
TEENS = {
    "nb": "ti elleve tolv tretten fjorten femten seksten sytten atten nitten",
    "nn": "ti elleve tolv tretten fjorten femten seksten sytten atten nitten",
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
}
TENS = {
    "nb": "tjue tretti førti femti seksti sytti åtti nitti",
    "nn": "tjue tretti førti femti seksti sytti åtti nitti",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}
ORDINALS = {
    "nb": (
        "første andre tredje fjerde femte sjette sjuende åttende niende tiende ellevte tolvte"
        " trettende fjortende femtende sekstende syttende attende nittende tjuende tjueførste"
        " tjueandre tjuetredje tjuefjerde tjuefemte tjuesjette tjuesjuende tjueåttende"
        " tjueniende trettiende trettiførste"
    ),
    "nn": (
        "fyrste andre tredje fjerde femte sjette sjuande åttande niande tiande ellevte tolvte"
        " trettande fjortande femtande sekstande syttande attande nittande tjuande tjuefyrste"
        " tjueandre tjuetredje tjuefjerde tjuefemte tjuesjette tjuesjuande tjueåttande"
        " tjueniande trettiande trettifyrste"
    ),
    "en": (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        " twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth"
        " twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
    ),
}
OLD = {"tjue": "tyve", "tretti": "tredve", "sju": "syv"}


def ordinal(number: int, lang: str) -> str:
    return ORDINALS[lang].split()[number - 1]


def below_hundred(number: int, lang: str, random: Random) -> str:
    """One number as somebody says it: the new way, the old way, split, or in an old form."""
    if number < 20:
        return (UNITS[lang] + " " + TEENS[lang]).split()[number]
    ten, unit = TENS[lang].split()[number // 10 - 2], UNITS[lang].split()[number % 10]
    if number % 10 == 0:
        return ten
    if lang == "en":
        return f"{ten}{random.choice('- ')}{unit}"
    old = random.choice((False, False, False, True)) and lang == "nb"
    if old:
        ten = OLD.get(ten, ten)
        return random.choice((f"{unit} og {ten}", f"{unit}og{ten}"))
    return ten + random.choice(("", "", " ")) + unit


def pair(digits: str, lang: str, random: Random) -> str:
    """Two digits: "null sju", "femtifire"."""
    if digits[0] == "0":
        return single(digits, lang, random)
    return below_hundred(int(digits), lang, random)


def single(digits: str, lang: str, random: Random) -> str:
    words = UNITS[lang].split()
    if lang == "en" and random.random() < 0.5:
        words = ["oh", *words[1:]]
    said = [words[int(digit)] for digit in digits]
    if lang == "nb" and random.random() < 0.3:
        said = [OLD.get(word, word) for word in said]
    return " ".join(said)


def three(digits: str, lang: str, random: Random) -> str:
    """Three digits: one by one, one and two, or with hundred."""
    if digits[0] == "0" or digits[1:] == "00" or lang == "en":
        return single(digits, lang, random)
    if random.random() < 0.5:
        return single(digits[0], lang, random) + " " + pair(digits[1:], lang, random)
    first = "" if digits[0] == "1" else single(digits[0], lang, random) + " "
    return f"{first}hundre og {below_hundred(int(digits[1:]), lang, random)}"


SAYING: dict[int, Callable[[str, str, Random], str]] = {1: single, 2: pair, 3: three}


def grouped(digits: str, sizes: Sequence[int]) -> list[str]:
    """The digits in groups of these sizes."""
    groups, at = [], 0
    for size in sizes:
        groups.append(digits[at : at + size])
        at += size
    return groups


def said(digits: str, sizes: Sequence[int], lang: str, random: Random) -> str:
    """Digits group by group, with a breath, a comma or nothing between."""
    between = random.choice((" ", " ", " ", ", "))
    groups = grouped(digits, sizes)
    return between.join(SAYING.get(len(group), single)(group, lang, random) for group in groups)


def year(number: int, lang: str, random: Random) -> str:
    """A year: "nittenåttifire", "nitten hundre og åttifire", "to tusen og fem", "tjue femten"."""
    if lang == "en":
        first = "nineteen" if number < 2000 else "twenty"
        if 2000 <= number < 2010:
            rest = UNITS["en"].split()[number % 10] if number % 10 else ""
            return f"two thousand and {rest}" if rest else "two thousand"
        return f"{first} {pair(f'{number % 100:02}', lang, random)}"
    low = below_hundred(number % 100, lang, random)
    if 2000 <= number < 2010:
        return "to tusen og " + low if number % 10 else "to tusen"
    if number >= 2010:
        return random.choice(("tjue ", "to tusen og ")) + low
    together = ("nitten",) if " " not in low else ()
    return random.choice(("nitten ", "nitten hundre og ", *together)) + low
