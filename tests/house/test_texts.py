"""The catalogues: bokmål says everything, nynorsk everything participants meet, each in its own."""

import re

import polib
import pytest

from tools.collect_messages import catalogue_path, entries, says, wanted
from tools.texts import FOR_PARTICIPANTS, PACKAGE, Text, participant_texts, rooms

ROOMS = [pytest.param(room, id=room.name) for room in rooms()]
LANGUAGES = ["nb", "nn"]
PLACEHOLDER = re.compile(r"%\((\w+)\)|(?<!{){(\w*)}(?!})")
# Everyday words that only bokmål writes so; one of them in nynorsk is a text left behind.
ONLY_BOKMAL = re.compile(
    r"\b(?:ikke|jeg|hva|hvem|hvor|hvordan|hvorfor|hvis|hver|noe|noen|fra|mer|mye|bare|være|gjøre|"
    r"en|et|disse|navn|uke)\b",
    re.IGNORECASE,
)


def forms(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def all_entries(language: str):
    for room in rooms():
        for text, entry in entries(catalogue_path(room, language)).items():
            yield room.name, text, entry


@pytest.mark.parametrize("room", ROOMS)
def test_bokmal_says_everything(room):
    there = entries(catalogue_path(room, "nb"))

    assert not {text.words for text in wanted(room, "nb") - set(there)}
    assert not [entry.msgid for entry in there.values() if not says(entry)]


@pytest.mark.parametrize("glob", FOR_PARTICIPANTS)
def test_what_participants_meet_is_named_rightly(glob):
    assert list(PACKAGE.glob(glob))


@pytest.mark.parametrize("room", ROOMS)
def test_nynorsk_says_everything_participants_meet(room):
    spoken = {text for text, entry in entries(catalogue_path(room, "nn")).items() if says(entry)}

    assert not {text.words for text in (wanted(room, "nb") & participant_texts()) - spoken}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS)
def test_nothing_is_kept_that_nobody_says(room, language):
    there = set(entries(catalogue_path(room, language)))

    assert not {text.words for text in there - wanted(room, "nb")}


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

    assert not [text.words for _r, text, _e in all_entries("nb") if unnamed.search(text.words)]


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
