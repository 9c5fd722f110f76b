"""Made-up identifiers of every kind with a fixed form, as written, as mistyped and as said.

Nobody's: months carry 80, 65 or 40, telephone numbers begin with 20, addresses on the net are
under example.com. Seeded: the same seed gives the same sentences. Benchmarks use it too.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from brukerstemmen.masking.spans import Label
from tests.masking import carriers
from tests.masking.saying import below_hundred, grouped, ordinal, pair, said, year

FORMS = ("standard", "spaced", "mistyped", "spoken")
LANGUAGES = ("nb", "nn", "en")
MONTHS = {
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "nn": "januar februar mars april mai juni juli august september oktober november desember",
    "en": "January February March April May June July August September October November December",
}
PEOPLE = ("solveig", "torbjorg", "ayaan", "marek", "guro", "zahra", "sivert", "hoang", "lene")
PLATE_LETTERS = "ABCDEFHJKLNPRSTUVXYZ"
FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


@dataclass(frozen=True)
class Example:
    """A sentence with one identifier in it. start, end: where it stands."""

    kind: str
    form: str
    label: Label
    lang: str
    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


Maker = Callable[[str, str, Random], str | None]


def examples(each: int, seed: int = 7) -> Iterator[Example]:
    """As many of each kind, form and language as asked for; forms a kind does not have are left
    out."""
    random = Random(seed)
    for kind, (label, make) in KINDS.items():
        for form in FORMS:
            for lang in LANGUAGES:
                for _turn in range(each):
                    words = make(form, lang, random)
                    if words is not None:
                        yield _in_sentence(kind, form, label, lang, words, random)


def _in_sentence(
    kind: str, form: str, label: Label, lang: str, words: str, random: Random
) -> Example:
    carrier = random.choice(carriers.SENTENCES[kind][lang])
    start = carrier.index("{}")
    return Example(kind, form, label, lang, carrier.format(words), start, start + len(words))


def _digits(count: int, random: Random) -> str:
    return "".join(random.choice("0123456789") for _at in range(count))


def _check(digits: str, weights: Sequence[int]) -> int:
    rest = sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11
    return (11 - rest) % 11


def _one_wrong(digits: str, random: Random) -> str:
    """One digit typed wrong, never among the first six."""
    at = random.randrange(6, len(digits))
    return digits[:at] + str((int(digits[at]) + random.randint(1, 9)) % 10) + digits[at + 1 :]


def national_number(random: Random) -> str:
    """Eleven digits that add up, of a made-up person; some are D or H numbers."""
    while True:
        day, month = random.randint(1, 28), random.randint(1, 12)
        day += random.choice((0, 0, 40))
        month += random.choice((80, 80, 65, 40))
        digits = f"{day:02}{month:02}{random.randint(0, 99):02}{random.randint(0, 999):03}"
        first = _check(digits, FIRST_WEIGHTS)
        if first < 10:
            digits += str(first)
            second = _check(digits, SECOND_WEIGHTS)
            if second < 10:
                return digits + str(second)


def _national(form: str, lang: str, random: Random) -> str:
    digits = national_number(random)
    if form == "standard":
        return random.choice((digits, f"{digits[:6]} {digits[6:]}"))
    if form == "spaced":
        sizes = random.choice(((2, 2, 2, 5), (6, 3, 2), (2, 2, 2, 3, 2), (6, 5), (1,) * 11))
        separator = " " if len(sizes) == 11 else random.choice(" .-")
        return separator.join(grouped(digits, sizes))
    if form == "mistyped":
        return random.choice(("{}{}", "{}  {}", "{} - {}", "{}/{}")).format(
            digits[:6], _one_wrong(digits, random)[6:]
        )
    sizes = random.choice(
        ((2, 2, 2, 1, 1, 1, 1, 1), (2, 2, 2, 3, 2), (1,) * 11, (2, 2, 2, 1, 2, 2))
    )
    return said(digits, sizes, lang, random)


def _birth_day_run(form: str, lang: str, random: Random) -> str | None:
    day, month, two = random.randint(1, 28), random.randint(1, 12), random.randint(30, 99)
    digits = f"{day:02}{month:02}{two:02}"
    if form == "standard":
        return digits
    if form == "spaced":
        return random.choice(" .-/").join(grouped(digits, (2, 2, 2)))
    return said(digits, (2, 2, 2), lang, random) if form == "spoken" else None


def _papers(form: str, lang: str, random: Random) -> str | None:
    number = random.choice(
        (
            _digits(7, random),
            f"20{random.randint(10, 25)}/{random.randint(100, 99999)}",
            "".join(random.choice("ABCDEFGHJKLN") for _letter in range(3)) + _digits(6, random),
            _digits(6, random),
        )
    )
    return number if form == "standard" else None


def _phone(form: str, lang: str, random: Random) -> str:
    digits = "20" + _digits(6, random)
    pairs, triple = (2, 2, 2, 2), (3, 2, 3)
    if form == "standard":
        plain = (
            digits,
            " ".join(grouped(digits, pairs)),
            " ".join(grouped(digits, triple)),
        )
        return random.choice(("", "", "+47 ", "+47", "0047 ", "(+47) ")) + random.choice(plain)
    if form == "spaced":
        sizes = random.choice((pairs, triple, (4, 4), (3, 3, 2), (2, 3, 3), (5, 3), (1,) * 8))
        return random.choice((" ", ".", "-", " - ", "  ")).join(grouped(digits, sizes))
    if form == "mistyped":
        return random.choice(
            ("{}{}{}{}", "{} {}{} {}", "{}{} {}{}", "{} {} {}{}", "{}.{} {} {}")
        ).format(*grouped(digits, pairs))
    sizes = random.choice((pairs, pairs, triple, (1,) * 8, (2, 2, 1, 1, 1, 1), (2, 3, 3)))
    country = "" if lang == "en" else random.choice(("", "", "", "pluss førtisju "))
    return country + said(digits, sizes, lang, random)


def _foreign_phone(form: str, lang: str, random: Random) -> str | None:
    digits = _digits(9, random)
    start = random.choice(("+46 ", "+48 ", "0046 ", "+252 ", "+44 ", "+380 "))
    if form == "standard":
        return start + digits
    return start + " ".join(grouped(digits, (2, 3, 2, 2))) if form == "spaced" else None


def _short_phone(form: str, lang: str, random: Random) -> str | None:
    digits = "0" + _digits(4, random)
    if form == "standard":
        return digits
    return (
        said(digits, random.choice(((1, 2, 2), (1,) * 5)), lang, random)
        if form == "spoken"
        else None
    )


def _account(form: str, lang: str, random: Random) -> str:
    while True:
        digits = str(random.randint(1, 9)) + _digits(9, random)
        last = _check(digits, SECOND_WEIGHTS)
        if last < 10:
            digits += str(last)
            break
    if form == "standard":
        return random.choice(
            (digits, ".".join(grouped(digits, (4, 2, 5))), " ".join(grouped(digits, (4, 2, 5))))
        )
    if form == "spaced":
        sizes = random.choice(((4, 2, 5), (4, 2, 3, 2), (4, 3, 4), (4, 2, 2, 3)))
        return random.choice(" .-").join(grouped(digits, sizes))
    if form == "mistyped":
        return random.choice(("{}.{}{}", "{} {}.{}", "{}-{} {}")).format(
            *grouped(_one_wrong(digits, random), (4, 2, 5))
        )
    return said(
        digits, random.choice(((2, 2, 2, 1, 2, 2), (1,) * 11, (2, 2, 2, 2, 3))), lang, random
    )


def _iban(form: str, lang: str, random: Random) -> str | None:
    bban = _digits(11, random)
    check = 98 - int(bban + "2324" + "00") % 97
    whole = f"NO{check:02}{bban}"
    if form == "standard":
        return random.choice((whole, " ".join(grouped(whole, (4, 4, 4, 3)))))
    return whole.lower() if form == "mistyped" else None


def _card(form: str, lang: str, random: Random) -> str | None:
    digits = "400000" + _digits(9, random)
    doubled = (int(d) * (2 - at % 2) for at, d in enumerate(digits))
    digits += str(-sum(value // 10 + value % 10 for value in doubled) % 10)
    if form == "standard":
        return random.choice((digits, " ".join(grouped(digits, (4, 4, 4, 4)))))
    if form == "spaced":
        return "-".join(grouped(digits, (4, 4, 4, 4)))
    return said(digits, (2,) * 8, lang, random) if form == "spoken" else None


def _plate(form: str, lang: str, random: Random) -> str:
    letters = "".join(random.choice(PLATE_LETTERS) for _letter in range(2))
    digits = str(random.randint(1, 9)) + _digits(4, random)
    if form == "standard":
        return f"{letters} {digits}"
    if form == "spaced":
        return random.choice(("{}{}", "{}-{}", "{}  {}")).format(letters, digits)
    if form == "mistyped":
        return f"{letters.lower()}{random.choice(('', ' '))}{digits}"
    number = said(digits, random.choice(((2, 3), (2, 1, 1, 1), (1,) * 5, (2, 2, 1))), lang, random)
    return " ".join(letters.lower()) + " " + number.replace(",", "")


def _personal_plate(form: str, lang: str, random: Random) -> str | None:
    name = random.choice(PEOPLE)[:6].upper() + random.choice(("", "1"))
    return name if form == "standard" else None


def _user_name(random: Random) -> str:
    return random.choice(PEOPLE) + random.choice(("_", ".", "")) + str(random.randint(50, 99))


def _at_handle(form: str, lang: str, random: Random) -> str | None:
    if form == "standard":
        return "@" + _user_name(random)
    if form == "spoken":
        number = below_hundred(random.randint(50, 99), lang, random)
        sign = "at" if lang == "en" else random.choice(("krøllalfa", "alfakrøll"))
        return f"{sign} {random.choice(PEOPLE)} {number}" if lang != "en" else None
    return None


def _named_handle(form: str, lang: str, random: Random) -> str | None:
    return _user_name(random) if form == "standard" else None


def _email(form: str, lang: str, random: Random) -> str:
    first, second = random.sample(PEOPLE, 2)
    number = random.choice(("", str(random.randint(50, 99))))
    if form == "standard":
        return f"{first}.{second}{number}@example.com"
    if form == "spaced":
        return random.choice(
            ("{} @ example.com", "{}(at)example.com", "{} [at] example.com")
        ).format(f"{first}{number}")
    if form == "mistyped":
        return random.choice(("{}@example,com", "{}@examplecom", "{}@@example.com")).format(first)
    at = "at" if lang == "en" else random.choice(("krøllalfa", "alfakrøll"))
    dot = "dot" if lang == "en" else random.choice(("punktum", "punktum", "dått"))
    tail = f" {below_hundred(int(number), lang, random)}" if number else ""
    name = random.choice((first, f"{first} {dot} {second}"))
    return f"{name}{tail} {at} example {dot} com"


def _url(form: str, lang: str, random: Random) -> str:
    name = f"{random.choice(PEOPLE)}sblogg"
    if form == "standard":
        return random.choice(
            ("www.{}.no", "https://{}.example.com/om-meg", "{}.no", "http://example.com/{}")
        ).format(name)
    if form == "spaced":
        return f"www.example.com/{name}?side=2"
    if form == "mistyped":
        return random.choice(("htpp://www.{}.no", "ww.{}.no", "www,{}.no")).format(name)
    dot = "dot" if lang == "en" else random.choice(("punktum", "dått"))
    return random.choice((f"www {dot} {name} {dot} no", f"{name} {dot} com"))


def _date(form: str, lang: str, random: Random) -> str:
    day, month = random.randint(2, 28), random.randint(1, 12)
    number = random.randint(1940, 2024)
    name, two = MONTHS[lang].split()[month - 1], f"{number % 100:02}"
    if form == "standard":
        written = f"{day}. {name} {number}" if lang != "en" else f"{name} {day}, {number}"
        return random.choice(
            (
                written,
                f"{day:02}.{month:02}.{number}",
                f"{number}-{month:02}-{day:02}",
                f"{day}/{month}-{two}",
            )
        )
    if form == "spaced":
        return random.choice(
            (
                f"{day}. {month}. {number}",
                f"{day} {month:02} {number}",
                f"{day} / {month} - {number}",
            )
        )
    if form == "mistyped":
        return random.choice(
            (
                f"{day}.{month}{number}",
                f"{day}.{name} {number}",
                f"{day}.{month}.{two}",
                f"{day}, {month}, {number}",
            )
        )
    if lang == "en":
        return f"{ordinal(day, lang)} of {name}" + random.choice(
            ("", f" {year(number, lang, random)}")
        )
    tail = random.choice(("", f" {year(number, lang, random)}"))
    return ordinal(day, lang) + random.choice((f" {name}", f" i {ordinal(month, lang)}")) + tail


def _year_of_birth(form: str, lang: str, random: Random) -> str | None:
    number = random.randint(1935, 1999)
    if form == "standard":
        return str(number)
    if form == "spaced":
        return f"-{number % 100}"
    if form == "spoken":
        short = below_hundred(number % 100, lang, random)
        return random.choice((short, year(number, lang, random)))
    return None


def _age(form: str, lang: str, random: Random) -> str | None:
    number = random.randint(12, 94)
    in_words = below_hundred(number, lang, random)
    said_so = in_words if form == "spoken" else str(number)
    if form == "mistyped":
        return {"nb": f"{number}år", "nn": f"{number}år", "en": f"{number} yrs old"}[lang]
    if form == "spaced":
        return None
    tails = {
        "nb": (" år", " år gammel"),
        "nn": (" år", " år gamal"),
        "en": (" years old", "-year-old" if form == "standard" else " years old"),
    }
    return said_so + random.choice(tails[lang])


def _address(form: str, lang: str, random: Random) -> str | None:
    street = random.choice(("Storgata", "Steinbakken", "Kirkeveien", "Øvre Kråkvei", "Elvegata"))
    number = random.randint(1, 99)
    if form == "standard":
        return f"{street} {number}" + random.choice(("", "", "B", " B"))
    if form == "spaced":
        return f"{street}  {number}"
    if form == "mistyped":
        return f"{street.lower()} {number}" + random.choice(("", "b"))
    return f"{street} {below_hundred(number, lang, random)}" if lang != "en" else None


def _post(form: str, lang: str, random: Random) -> str | None:
    code = random.choice(("7600 Levanger", "7713 Steinkjer", "0150 Oslo", "7010 Trondheim"))
    if form == "standard":
        return random.choice((code, f"postboks {random.randint(1, 3000)}"))
    if form == "spoken" and lang != "en":
        digits, place = code.split()
        return f"{pair(digits[:2], lang, random)} {pair(digits[2:], lang, random)} {place}"
    return None


def _room(form: str, lang: str, random: Random) -> str | None:
    return f"H0{random.randint(1, 9)}0{random.randint(1, 9)}" if form == "standard" else None


KINDS: dict[str, tuple[Label, Maker]] = {
    "national number": (Label.ID_NUMBER, _national),
    "papers": (Label.ID_NUMBER, _papers),
    "six digits of birth": (Label.DATE, _birth_day_run),
    "telephone": (Label.PHONE, _phone),
    "foreign telephone": (Label.PHONE, _foreign_phone),
    "short telephone": (Label.PHONE, _short_phone),
    "account": (Label.ACCOUNT, _account),
    "iban": (Label.ACCOUNT, _iban),
    "card": (Label.ACCOUNT, _card),
    "number plate": (Label.VEHICLE, _plate),
    "personal plate": (Label.VEHICLE, _personal_plate),
    "at handle": (Label.HANDLE, _at_handle),
    "named handle": (Label.HANDLE, _named_handle),
    "e-mail": (Label.EMAIL, _email),
    "web address": (Label.URL, _url),
    "date": (Label.DATE, _date),
    "year of birth": (Label.DATE, _year_of_birth),
    "age": (Label.AGE, _age),
    "street": (Label.ADDRESS, _address),
    "post": (Label.ADDRESS, _post),
    "flat": (Label.ADDRESS, _room),
}
