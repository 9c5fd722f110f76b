"""The optional encoder: words as pieces, what a model answers, and when it is not used."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.masking import fusing
from brukerstemmen.masking.encoder import folder, pieces, reader
from brukerstemmen.masking.encoder.folder import EncoderBroken
from brukerstemmen.masking.engine import find
from brukerstemmen.masking.folding import fold
from brukerstemmen.masking.process import Finder
from brukerstemmen.masking.spans import Context, Label
from brukerstemmen.masking.tagger.tagging import tag
from brukerstemmen.masking.tagger.tokens import tokens
from tests.masking import toy_encoder

READ = Context(tagger=True)
UNSURE = "Så kom Qvrtpl og gikk."


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return toy_encoder.lay(tmp_path_factory.mktemp("made") / "encoder")


@pytest.fixture
def with_encoder(place, monkeypatch):
    monkeypatch.setenv(folder.SETTING, str(place))


def test_a_word_is_put_together_the_likeliest_way():
    known = toy_encoder.vocabulary()
    number = {piece: at for at, piece in enumerate(toy_encoder.PIECES, toy_encoder.FIRST)}

    assert known.numbers("▁Hun") == (number["▁Hun"],)
    assert known.numbers("▁ding") == (number["▁d"], number["ing"])
    assert known.numbers("Hun") == tuple(number[letter] for letter in "Hun")
    assert known.numbers("aψb") == (number["a"], pieces.UNKNOWN, number["b"])


@given(st.text(min_size=1))
def test_every_word_has_pieces_but_not_too_many(word):
    known = toy_encoder.vocabulary().numbers(word)

    assert 1 <= len(known) <= pieces.MOST_PIECES


def test_a_piece_knows_whether_a_space_is_before_it():
    assert pieces.written(list(tokens("Hei, du"))) == ["▁Hei", ",", "▁du"]


@given(
    st.lists(st.integers(1, pieces.MOST_PIECES), max_size=200),
    st.integers(0, 1000),
)
def test_every_word_is_answered_for_once_whatever_the_stretches(lengths, first):
    words = [(7,) * length for length in lengths]
    found = list(reader.stretched(words, first))

    assert [number for one in found for number in one.kept] == list(
        range(first, first + len(words))
    )
    assert all(len(one.pieces) <= reader.LONGEST for one in found)
    for one in found:
        begins = one.first - first
        assert list(one.words) == words[begins : begins + len(one.words)]


@given(st.lists(st.integers(1, 30), max_size=60))
def test_batches_hold_every_stretch_and_are_not_too_large(lengths):
    given = [reader.Stretch(at, ((5,) * size,), range(1)) for at, size in enumerate(lengths)]
    found = list(reader.batches(given))

    assert sorted(one.first for batch in found for one in batch) == list(range(len(lengths)))
    for batch in found:
        assert len(batch) * max(len(one.pieces) for one in batch) <= reader.AT_ONCE


@given(text=st.text() | st.text(alphabet="Qua. \n", max_size=400))
def test_chances_are_chances_and_stand_at_the_tokens(place, text):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(folder.SETTING, str(place))
        folded = fold(text).text
        read = reader.encoder().read(folded)

        assert len(read) == len(list(tokens(folded)))
        assert all(0 <= chance <= 1 for chances in read for chance in chances)
        assert [one.token for one in fusing.read_by_models(folded)] == list(tokens(folded))


@pytest.mark.usefixtures("with_encoder")
def test_a_word_is_read_the_same_in_any_company():
    alone = reader.encoder().read("Qua kom.")
    among = reader.encoder().read("Qua kom.\nDen andre setningen er mye lengre enn den første.")

    assert among[:3] == [pytest.approx(chances, abs=1e-5) for chances in alone]


@pytest.mark.usefixtures("with_encoder")
def test_the_models_say_the_mean_of_both():
    own, read = list(tag(UNSURE)), reader.encoder().read(UNSURE)

    for one, chances, both in zip(own, read, fusing.read_by_models(UNSURE), strict=True):
        assert both.chances == pytest.approx(
            [(first + second) / 2 for first, second in zip(one.chances, chances, strict=True)]
        )


def test_it_is_used_where_its_folder_is_there(place, monkeypatch):
    def chance_of(word):
        tagged = fusing.read_by_models(UNSURE)
        return next(one.chances[0] for one in tagged if one.token.text == word)

    before = chance_of("gikk"), find(UNSURE, "nb", READ)
    monkeypatch.setattr(folder, "USUAL", place)
    monkeypatch.delenv(folder.SETTING)
    folder._folder.cache_clear()

    assert chance_of("Qvrtpl") > 0.4
    assert chance_of("gikk") == pytest.approx(before[0] / 2, abs=0.01)
    assert any(span.label is Label.PERSON for span in find(UNSURE, "nb", READ))
    monkeypatch.setenv(folder.SETTING, "")
    folder._folder.cache_clear()
    assert find(UNSURE, "nb", READ) == before[1]


def test_without_a_folder_there_is_none(tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "USUAL", tmp_path / "nowhere")
    monkeypatch.delenv(folder.SETTING)
    folder._folder.cache_clear()

    assert reader.encoder() is None
    assert folder.environment() == {}
    folder._folder.cache_clear()


def spoilt(place):
    """Ways in which a folder is not what was made."""
    yield "manifest", lambda: (place / folder.MANIFEST).unlink()
    yield "manifest", lambda: (place / folder.MANIFEST).write_text("[]")
    yield "names no files", lambda: (place / folder.MANIFEST).write_text('{"files": []}')
    yield "does not name", lambda: toy_encoder.write_manifest(place, {})
    yield "not the file", lambda: (place / folder.MODEL).write_bytes(b"other")
    yield "not in the folder", lambda: (place / folder.PIECES).unlink()
    sums = dict.fromkeys(folder.NEEDED, "0") | {"../elsewhere": "0"}
    yield "not", lambda: toy_encoder.write_manifest(place, sums)


@pytest.mark.parametrize("number", range(7))
def test_a_folder_that_is_not_whole_stops_the_masking(tmp_path, monkeypatch, number):
    place = toy_encoder.lay(tmp_path / "encoder")
    said, spoil = list(spoilt(place))[number]
    spoil()
    monkeypatch.setenv(folder.SETTING, str(place))

    with pytest.raises(EncoderBroken, match=said):
        find(UNSURE, "nb", READ)


def test_without_onnx_runtime_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv(folder.SETTING, str(toy_encoder.lay(tmp_path / "encoder")))
    monkeypatch.setitem(sys.modules, "onnxruntime", None)

    with pytest.raises(EncoderBroken, match="not installed"):
        find(UNSURE, "nb", READ)


@pytest.mark.usefixtures("with_encoder")
def test_the_process_that_holds_the_models_reads_with_it_too():
    finder = Finder()
    try:
        assert finder.ask([UNSURE], "nb", READ) == [find(UNSURE, "nb", READ)]
    finally:
        finder.close()


def test_who_has_no_encoder_loads_nothing_of_it():
    asked = (
        "import sys; from brukerstemmen.masking.engine import find;"
        "from brukerstemmen.masking.spans import Context;"
        "find('Kari bor her.', 'nb', Context(tagger=True));"
        "sys.exit(bool({'onnxruntime', 'numpy'} & {*sys.modules}))"
    )

    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
