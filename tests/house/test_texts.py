"""The catalogues: bokmål and nynorsk say everything, each in its own way."""

import re

import polib
import pytest

from tools.collect_messages import LANGUAGES, catalogue_path, entries, says
from tools.texts import PACKAGE, Text, rooms, texts_in, texts_of_room

ROOMS = [pytest.param(room, id=room.name) for room in rooms()]
# Texts of other packages keep the placeholders they have.
BORROWED = texts_in(PACKAGE / "web" / "borrowed_texts.py")
PLACEHOLDER = re.compile(r"%\((\w+)\)|(?<!{){(\w*)}(?!})")
# Everyday words that only bokmål writes so; one of them in nynorsk is a text left behind.
ONLY_BOKMAL = re.compile(
    r"\b(?:ikke|jeg|hva|hvem|hvor|hvordan|hvorfor|hvis|hver|noe|noen|fra|mer|mye|bare|være|gjøre|"
    r"en|et|disse|navn|uke|nå|selv|allerede|sammen|fortsatt|finnes|hvilk\w+|tjeneste\w*|"
    r"deltaker\w*|utsagn\w*)\b",
    re.IGNORECASE,
)


def forms(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def all_entries(language: str):
    for room in rooms():
        for text, entry in entries(catalogue_path(room, language)).items():
            yield room.name, text, entry


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS)
def test_everything_is_said(room, language):
    there = entries(catalogue_path(room, language))

    assert not {text.words for text in set(texts_of_room(room)) - set(there)}
    assert not [entry.msgid for entry in there.values() if not says(entry)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS)
def test_nothing_is_kept_that_nobody_says(room, language):
    there = set(entries(catalogue_path(room, language)))

    assert not {text.words for text in there - set(texts_of_room(room))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_said_alike_in_all_rooms(language):
    """Django reads the catalogues as one: the first room would speak for the others."""
    said: dict[Text, set[tuple[str, ...]]] = {}
    for _room, text, entry in all_entries(language):
        said.setdefault(text, set()).add(tuple(forms(entry)))

    assert not {text.words: ways for text, ways in said.items() if len(ways) > 1}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_its_placeholders(language):
    wrong = []
    for room, text, entry in all_entries(language):
        given = {a or b for words in (text.words, text.plural or "") for a, b in _names(words)}
        for form in forms(entry):
            if not {a or b for a, b in _names(form)} <= given or (
                not text.plural and {a or b for a, b in _names(form)} != given
            ):
                wrong.append(f"{room}: {form}")

    assert not wrong


def _names(words: str) -> list[tuple[str, str]]:
    return PLACEHOLDER.findall(words)


def test_placeholders_have_names():
    unnamed = re.compile(r"(?<!%)%[sd]|(?<!{){}")
    texts = {text for room in rooms() for text in texts_of_room(room)} - BORROWED

    assert not [text.words for text in texts if unnamed.search(text.words)]


def test_nynorsk_is_nynorsk():
    assert not [
        form
        for _room, _text, entry in all_entries("nn")
        for form in forms(entry)
        if ONLY_BOKMAL.search(form)
    ]


def test_nynorsk_is_no_copy_of_bokmal():
    """Single words are often the same; of whole sentences few may be."""
    bokmal: dict[Text, list[str]] = {text: forms(entry) for _r, text, entry in all_entries("nb")}
    sentences = [
        (text, entry) for _r, text, entry in all_entries("nn") if len(text.words.split()) >= 5
    ]
    same = [text.words for text, entry in sentences if forms(entry) == bokmal.get(text)]

    assert len(same) <= len(sentences) * 0.15, same


ONLY_AS_UNDERSCORE = re.compile(r"\bn?p?gettext(?:_lazy|_noop)? as (?!_\b)\w+")


def test_no_text_goes_by_a_name_that_is_not_looked_for():
    """A function under a name of its own hides its texts from those who translate."""
    files = PACKAGE.rglob("*.py")
    assert not [str(one) for one in files if ONLY_AS_UNDERSCORE.search(one.read_text("utf-8"))]
