"""Made-up identifiers of every kind with a fixed form, as written, as mistyped and as said.

Nobody's: months carry 80, 65 or 40, telephone numbers begin with 20, addresses on the net are
under example.com. Seeded: the same seed gives the same sentences. Benchmarks use it too.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from brukerstemmen.masking.spans import Label
from tests.masking import carriers, made_numbers, made_words

FORMS = ("standard", "spaced", "mistyped", "spoken")
LANGUAGES = ("nb", "nn", "en")


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


KINDS: dict[str, tuple[Label, Maker]] = {
    "national number": (Label.ID_NUMBER, made_numbers.national),
    "papers": (Label.ID_NUMBER, made_numbers.papers),
    "six digits of birth": (Label.DATE, made_numbers.birth_day_run),
    "telephone": (Label.PHONE, made_numbers.phone),
    "foreign telephone": (Label.PHONE, made_numbers.foreign_phone),
    "short telephone": (Label.PHONE, made_numbers.short_phone),
    "account": (Label.ACCOUNT, made_numbers.account),
    "iban": (Label.ACCOUNT, made_numbers.iban),
    "card": (Label.ACCOUNT, made_numbers.card),
    "number plate": (Label.VEHICLE, made_numbers.plate),
    "personal plate": (Label.VEHICLE, made_numbers.personal_plate),
    "at handle": (Label.HANDLE, made_words.at_handle),
    "named handle": (Label.HANDLE, made_words.named_handle),
    "e-mail": (Label.EMAIL, made_words.email),
    "web address": (Label.URL, made_words.url),
    "date": (Label.DATE, made_words.date),
    "year of birth": (Label.DATE, made_words.year_of_birth),
    "age": (Label.AGE, made_words.age),
    "street": (Label.ADDRESS, made_words.address),
    "post": (Label.ADDRESS, made_words.post),
    "flat": (Label.ADDRESS, made_words.room),
}
