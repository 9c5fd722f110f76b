"""Makers of days, ages, addresses and names on the net, as people write, mistype or say them."""

from random import Random

from tests.masking.saying import below_hundred, ordinal, pair, year

MONTHS = {
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "nn": "januar februar mars april mai juni juli august september oktober november desember",
    "en": "January February March April May June July August September October November December",
}
PEOPLE = ("solveig", "torbjorg", "ayaan", "marek", "guro", "zahra", "sivert", "hoang", "lene")


def user_name(random: Random) -> str:
    return random.choice(PEOPLE) + random.choice(("_", ".", "")) + str(random.randint(50, 99))


def at_handle(form: str, lang: str, random: Random) -> str | None:
    if form == "standard":
        return "@" + user_name(random)
    if form == "spoken":
        number = below_hundred(random.randint(50, 99), lang, random)
        sign = "at" if lang == "en" else random.choice(("krøllalfa", "alfakrøll"))
        return f"{sign} {random.choice(PEOPLE)} {number}" if lang != "en" else None
    return None


def named_handle(form: str, lang: str, random: Random) -> str | None:
    return user_name(random) if form == "standard" else None


def email(form: str, lang: str, random: Random) -> str:
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


def url(form: str, lang: str, random: Random) -> str:
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


def date(form: str, lang: str, random: Random) -> str:
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


def year_of_birth(form: str, lang: str, random: Random) -> str | None:
    number = random.randint(1935, 1999)
    if form == "standard":
        return str(number)
    if form == "spaced":
        return f"-{number % 100}"
    if form == "spoken":
        short = below_hundred(number % 100, lang, random)
        return random.choice((short, year(number, lang, random)))
    return None


def age(form: str, lang: str, random: Random) -> str | None:
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


def address(form: str, lang: str, random: Random) -> str | None:
    street = random.choice(("Storgata", "Steinbakken", "Kirkeveien", "Øvre Kråkvei", "Elvegata"))
    number = random.randint(1, 99)
    if form == "standard":
        return f"{street} {number}" + random.choice(("", "", "B", " B"))
    if form == "spaced":
        return f"{street}  {number}"
    if form == "mistyped":
        return f"{street.lower()} {number}" + random.choice(("", "b"))
    return f"{street} {below_hundred(number, lang, random)}" if lang != "en" else None


def post(form: str, lang: str, random: Random) -> str | None:
    code = random.choice(("7600 Levanger", "7713 Steinkjer", "0150 Oslo", "7010 Trondheim"))
    if form == "standard":
        return random.choice((code, f"postboks {random.randint(1, 3000)}"))
    if form == "spoken" and lang != "en":
        digits, place = code.split()
        return f"{pair(digits[:2], lang, random)} {pair(digits[2:], lang, random)} {place}"
    return None


def room(form: str, lang: str, random: Random) -> str | None:
    return f"H0{random.randint(1, 9)}0{random.randint(1, 9)}" if form == "standard" else None
