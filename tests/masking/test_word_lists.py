"""The word lists: where they come from, and whom they cover.

The table of names by origin measures the coverage of our own lists on names we chose ourselves.
It says that no group is forgotten; it does not say how many names of strangers are found.
"""

import pytest

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.engine import find
from tests.masking.samples import names_by_origin

ORIGINS = names_by_origin()
FLOOR = 0.9  # of the mentions of each group, found over their whole length


def list_files():
    folder = lexicon.files("brukerstemmen.masking").joinpath("lists")
    return sorted(path.name for path in folder.iterdir() if path.name.endswith(".txt"))


@pytest.mark.parametrize("name", list_files())
def test_a_list_says_its_source_and_licence_and_has_no_entry_twice(name):
    entries = lexicon.entries(name.removesuffix(".txt"))

    assert entries
    assert len(entries) == len(set(entries))
    assert not [entry for entry in entries if entry != entry.strip()]


def test_a_list_without_source_is_refused(monkeypatch, tmp_path):
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "mute.txt").write_text("Kari\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "files", lambda _package: tmp_path)

    with pytest.raises(ValueError, match="source"):
        lexicon.entries("mute")


def test_ambiguous_words_are_names_or_places():
    several = {word.lower() for name in ("municipalities", "towns", "districts")
               for entry in lexicon.entries(name) for word in entry.split()}  # fmt: skip

    known = lexicon.names() | lexicon.places() | several
    # "manus" may be what belongs to Manu.
    strange = [
        word for word in lexicon.words("ambiguous") if known.isdisjoint(lexicon.base_forms(word))
    ]
    assert not strange


def is_found(sentence, name):
    text = sentence.format(name)
    start = text.index(name)
    return any(span.start <= start and span.end >= start + len(name) for span in find(text, "nb"))


def test_every_municipality_is_found_inside_a_sentence():
    places = lexicon.entries("municipalities")

    assert not [place for place in places if not is_found("Jeg bodde i {} før.", place)]


@pytest.mark.parametrize("origin", ORIGINS)
@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Da spurte {} om det gikk bra.", id="inside"),
        pytest.param("{} kom ikke den dagen.", id="first"),
        pytest.param("da snakket jeg med {} om det", id="small letters"),
    ],
)
def test_a_name_protects_as_well_wherever_it_comes_from(origin, sentence):
    small = sentence[0].islower()
    names = [name.lower() if small else name for name in ORIGINS[origin]]

    missed = [name for name in names if not is_found(sentence, name)]

    assert 1 - len(missed) / len(names) >= FLOOR, missed
