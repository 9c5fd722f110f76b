"""The trained reader: what it is told, which of its models reads, and what is shipped."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import brukerstemmen.masking
from brukerstemmen.masking import words
from brukerstemmen.masking.folding import fold
from brukerstemmen.masking.tagger import features, models
from brukerstemmen.masking.tagger.tagging import Route, tag
from brukerstemmen.masking.tagger.tokens import sentences, tokens

ROOM = Path(brukerstemmen.masking.__file__).parent
MOST = 12_000_000  # bytes


@given(st.text())
def test_a_token_is_what_stands_where_it_says(text):
    found = list(tokens(text))

    assert all(text[token.start : token.end] == token.text for token in found)
    assert "".join(token.text for token in found) == "".join(text.split())


@given(st.text(alphabet="aB. !?\n\u00bb1\u2026"))
def test_sentences_hold_every_token_once_and_in_order(text):
    assert [token for sentence in sentences(text) for token in sentence] == list(tokens(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Hun kom. Han gikk.", 2),
        ("Det var 17. mai. Vi sang.", 2),
        ("Per A. Berg ringte dr. Moe.", 1),
        ("\u00abGå!\u00bb Så gikk jeg.", 2),
        ("Hei\nHilsen Ada", 2),
        ("Hva?! Ja.", 2),
    ],
)
def test_where_a_sentence_ends(text, count):
    assert len(list(sentences(text))) == count


@given(st.text())
def test_chances_are_chances_and_the_same_every_time(text):
    folded = fold(text).text
    found = list(tag(folded))

    assert found == list(tag(folded))
    assert [one.token for one in found] == list(tokens(folded))
    for one in found:
        assert all(0 <= chance <= 1 for chance in one.chances)
        assert sum(one.chances) < 1.001


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Jeg snakket med Kari på avdelingen.", Route.CASED),
        ("jeg snakket med kari på avdelingen. hun var grei.", Route.CASELESS),
        ("JEG SNAKKET MED KARI PÅ AVDELINGEN.", Route.CASELESS),
        ("Jeg Snakket Med Kari På Avdelingen.", Route.CASELESS),
        ("Jeg snakket med kari på avdelingen.", Route.BOTH),
        ("jeg snakket med Kari på avdelingen.", Route.BOTH),
        ("1, 2, 3!", Route.CASELESS),
    ],
)
def test_who_reads_is_told_by_the_capitals(text, way):
    assert {one.route for one in tag(text)} == {way}


def test_a_shouted_sentence_is_read_without_its_capitals():
    routes = {one.token.text: one.route for one in tag("Jeg ringte Kari. HUN VAR IKKE DER.")}

    assert routes["Kari"] is Route.CASED
    assert routes["VAR"] is Route.CASELESS


@given(st.lists(st.text(alphabet="abcæøå", min_size=1), min_size=1))
def test_the_caseless_reader_sees_no_capitals(said):
    shouted = [word.upper() for word in said]

    assert features.caseless(shouted) == features.caseless(said)


def test_a_name_no_list_holds_is_found_by_where_it_stands():
    (name,) = (one for one in tag("«Nei», sa Quvarl Hansen.") if one.token.text[0] == "Q")

    assert name.chances[0] > 0.5


def test_the_manifest_says_what_the_files_are():
    manifest = json.loads(models.MANIFEST.read_text(encoding="utf-8"))
    shipped = [*models.FOLDER.glob("*.crfsuite"), *words.FOLDER.glob("*.marisa")]
    sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in shipped}

    assert len(sums) == 5
    assert manifest["files"] == sums


def test_all_of_masking_is_small():
    files = [path for path in ROOM.rglob("*") if path.is_file() and "__pycache__" not in path.parts]

    assert sum(path.stat().st_size for path in files) <= MOST


def test_word_files_say_where_they_come_from():
    said = (words.FOLDER / "SOURCE").read_text(encoding="utf-8")

    assert "wnorwegian" in said and "General Public License" in said
    assert words.is_word("avdelingen") and not words.is_word("avdelingenen")
    assert words.is_proper("kari") and not words.is_proper("stol")
    assert words.is_english("ward") and not words.is_english("avdeling")


def test_who_asks_for_rules_alone_loads_no_model():
    asked = (
        "import sys; from brukerstemmen.masking.engine import find; find('Kari bor her.', 'nb');"
        "sys.exit(bool('pycrfsuite' in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
