"""What has a fixed form is always found: numbers, addresses of all kinds, days, ages."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.masking.engine import find
from brukerstemmen.masking.rules.national_id import FIRST, SECOND, adds_up
from brukerstemmen.masking.spans import Label

AROUND = (
    "Ring {} i kveld.",
    "{}",
    "({})",
    "nr: {}, sa jeg",
    "Jeg ga dem {}",
    "{}\nog så gikk jeg.",
)


def is_covered(text, words, *wanted):
    """Whether the words are found over their whole length, as one of what is wanted."""
    start = text.index(words)
    return any(
        span.start <= start and span.end >= start + len(words) and span.label in wanted
        for span in find(text, "nb")
    )


def grouped(digits, sizes, separator):
    groups, at = [], 0
    for size in sizes:
        groups.append(digits[at : at + size])
        at += size
    return separator.join(groups)


def run_of(length):
    return st.text(string.digits, min_size=length, max_size=length)


@given(
    st.sampled_from("2456789"),
    run_of(7),
    st.sampled_from([(8,), (2, 2, 2, 2), (3, 2, 3), (4, 4), (3, 3, 2), (2, 3, 3)]),
    st.sampled_from([" ", ".", "-", "\u00a0"]),
    st.sampled_from(["", "+47 ", "+47", "0047 ", "(+47) "]),
    st.sampled_from(AROUND),
)
def test_every_norwegian_phone_number_is_found(first, rest, sizes, separator, country, around):
    number = country + grouped(first + rest, sizes, separator)

    assert is_covered(around.format(number), number, Label.PHONE, Label.DATE)


@st.composite
def national_ids(draw):
    """Made-up people only: the month carries 80. Some add up, some do not."""
    day, month = draw(st.integers(1, 31)), draw(st.integers(81, 92))
    digits = f"{day:02}{month}{draw(st.integers(0, 99)):02}{draw(st.integers(0, 999)):03}"
    for weights in (FIRST, SECOND):
        rest = sum(w * int(d) for w, d in zip(weights, digits, strict=False)) % 11
        digits += str((11 - rest) % 11 % 10)
    return digits if draw(st.booleans()) else digits[:-1] + str((int(digits[-1]) + 1) % 10)


@given(
    national_ids(),
    st.sampled_from([(11,), (6, 5), (2, 2, 2, 5), (6, 3, 2), (2, 2, 2, 3, 2)]),
    st.sampled_from([" ", "-", ".", "\u00a0"]),
    st.sampled_from(AROUND),
)
def test_every_national_identity_number_is_found(digits, sizes, separator, around):
    number = grouped(digits, sizes, separator)

    assert is_covered(around.format(number), number, Label.ID_NUMBER)


def test_check_digits_make_it_surer_and_are_never_demanded():
    right, wrong = "01817000092", "01817000093"
    sure, unsure = find(right, "nb"), find(wrong, "nb")

    assert (adds_up(right), adds_up(wrong)) == (True, False)
    assert sure[0].label is unsure[0].label is Label.ID_NUMBER
    assert sure[0].score > unsure[0].score


@given(st.emails(), st.sampled_from(AROUND[:2]))
def test_every_email_address_is_found(address, around):
    text = around.format(address)
    start = text.index(address)
    covered = {at for span in find(text, "nb") for at in range(span.start, span.end)}

    assert all(
        at in covered
        for at in range(start, start + len(address))
        if text[at].isalnum() or text[at] == "@"
    )


@given(
    st.dates(),
    st.sampled_from(
        [
            "{d:02}.{m:02}.{y:04}", "{d}.{m}.{y:04}", "{d}/{m}-{yy:02}", "{d:02}-{m:02}-{y:04}",
            "{y:04}-{m:02}-{d:02}", "{d}. {name} {y:04}", "{d:02} {m:02} {y:04}",
        ]
    ),
)  # fmt: skip
def test_every_date_of_two_centuries_is_found(day, form):
    months = "januar februar mars april mai juni juli august september oktober november desember"
    year = 1900 + day.year % 200
    written = form.format(
        d=day.day, m=day.month, y=year, yy=year % 100, name=months.split()[day.month - 1]
    )

    assert is_covered(f"Jeg kom {written} og ble.", written, Label.DATE)


AGES = [
    "Jeg er {} år.",
    "Som {}-åring var jeg redd.",
    "Da jeg var {}, gikk det galt.",
    "Sønnen min er {} og bor hjemme.",
    "Hun fylte {} i mars.",
    "En gutt på {} kom bort.",
    "Mora mi er {} år gammel.",
    "Eg er {} år gamal.",
    "Jeg er {} nå.",
]


@given(st.integers(10, 99), st.sampled_from(AGES))
def test_every_age_is_found(age, form):
    text = form.format(age)

    assert {span.label for span in find(text, "nb")} == {Label.AGE}


@pytest.mark.parametrize(
    "text",
    [
        "Jeg ventet 14 uker og ringte 12 ganger.",
        "Klokka 10.15 til 11.45 satt jeg der.",
        "Det kostet 12 500 kr.",
        "Det kostet 12500000 kr.",
        "Fra 2013-2019 skjedde det ingenting.",
        "Det er to år siden, og det varte i tre år.",
        "Paragraf 3-1 sier noe annet.",
        "Ring 116 117 eller 113.",
        "Jeg fikk 2,5 mg og siden 10 mg.",
        "Vi feiret 17. mai på posten.",
        "Avdelingen har 8 rom og 2 bad.",
        "Jeg er 80 prosent ufør og nummer 47 i køen.",
        "Vi er 14 i gruppa og 20 på venteliste.",
        "Kontoret er åpent 08.00-15.30 hver dag, bussen går 07.45.",
        "Jeg bor på rom 7 i 2. etasje, og side 14 manglet.",
        "Jeg fikk F32.1 og F41.2, og 14 poeng på MADRS.",
        "Budsjettet er 12 500 000 kroner.",
        "3 av 4 sier ja, 1/3 sier nei, og 24/7 er det noen der.",
        "Det står i punkt 3.2 og 4.1.",
        "Loven er 20 år gammel.",
        "Da jeg var 3 uker inne, fikk jeg permisjon.",
        "Alle over 18 får stemme.",
        "Skiltet på døra sier STENGT.",
        "Jeg veier 61 kilo og er 170 høy.",
    ],
)
def test_numbers_about_nobody_are_left_alone(text):
    assert find(text, "nb") == []
