"""The figures of masking on cases small enough to count by hand."""

import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.masking import figures, goals, measuring, norne, own_sets, side_by_side, table
from benchmarks.masking.judging import NAMES, judge
from benchmarks.masking.pieces import Mention, Piece, casing_of
from benchmarks.masking.shares import share
from brukerstemmen.masking.spans import Context, Label, Span, Why

KARI = Mention(0, 12, "PERSON", "kari")  # "Kari Nordahl"
ONE = {"share": 1.0}
TYPED = {"style": "typed"}
KARI_ALONE = Mention(0, 4, "PERSON", "kari")


def span(start, end, score=0.9, label=Label.PERSON):
    return Span(start, end, label, score, "a test", Why.NAME_IN_LIST)


def judged(text, mentions, spans, labels=NAMES):
    return judge([Piece("1", "a", "nb", text, tuple(mentions))], [spans], labels)


def test_half_a_name_is_half_the_words_and_no_mention():
    found = judged("Kari Nordahl ringte.", [KARI], [span(0, 4)])

    assert figures.token_recall(found.words, 0.5)["share"] == 0.5
    assert figures.mention_recall(found.mentions, 0.5)["share"] == 0
    assert figures.leaking(found.mentions, 0.5)["share"] == 1


def test_a_name_without_its_last_letter_is_not_masked_but_its_words_are_rightly_touched():
    found = judged("Kari Nordahl ringte.", [KARI], [span(0, 11)])

    assert figures.token_recall(found.words, 0.5)["share"] == 0.5
    assert figures.mask_precision(found.words, 0.5)["share"] == 1


def test_a_name_in_two_spans_is_masked():
    found = judged("Kari Nordahl ringte.", [KARI], [span(0, 4), span(5, 12)])

    assert figures.mention_recall(found.mentions, 0.5)["share"] == 1


def test_what_is_surer_than_the_threshold_counts():
    found = judged("Kari Nordahl ringte.", [KARI], [span(0, 12, 0.3)])

    assert figures.token_recall(found.words, 0.05)["share"] == 1
    assert figures.token_recall(found.words, 0.5)["share"] == 0
    assert figures.mask_precision(found.words, 0.5)["of"] == 0


def test_a_needless_mask_costs_precision():
    found = judged("Kari Nordahl ringte meg.", [KARI], [span(0, 19)])

    assert figures.mask_precision(found.words, 0.5)["share"] == pytest.approx(2 / 3, abs=1e-4)
    assert figures.at(found, 0.5)["words_masked"]["share"] == 0.75


def test_what_is_marked_but_not_asked_for_is_no_mistake_and_no_miss():
    product = Mention(0, 12, "PROD", "product", wanted=False)
    found = judged("Kari Nordahl ringte.", [product], [span(0, 12)])

    assert figures.mask_precision(found.words, 0.5)["share"] == 1
    assert figures.token_recall(found.words, 0.5)["of"] == 0
    assert not found.mentions


def test_labels_that_are_not_asked_for_mask_nothing():
    found = judged("Kari Nordahl ringte.", [KARI], [span(0, 12, label=Label.DATE)])

    assert figures.token_recall(found.words, 0.5)["share"] == 0
    assert figures.mask_precision(found.words, 0.5)["of"] == 0


def test_an_entity_is_found_where_every_mention_in_its_meeting_is():
    pieces = [
        Piece(str(number), meeting, "nb", "Kari sa det.", (Mention(0, 4, "PERSON", "kari"),))
        for number, meeting in enumerate(["a", "a", "b"])
    ]
    found = judge(pieces, [[span(0, 4)], [], [span(0, 4)]])

    assert figures.mention_recall(found.mentions, 0.5)["share"] == pytest.approx(2 / 3, abs=1e-4)
    assert figures.entity_recall(found.mentions, 0.5) == {
        "share": 0.5,
        "of": 2,
        "interval": [0.0, 1.0],
    }


def test_a_clue_is_flagged_by_any_part_and_by_any_label():
    clue = Mention(0, 12, "QUASI", "clue", direct=False)
    found = judged("Kari Nordahl ringte.", [clue], [span(5, 7, 0.1, Label.QUASI)])

    assert figures.clue_recall(found.mentions, 0.05)["share"] == 1
    assert figures.clue_recall(found.mentions, 0.5)["share"] == 0
    assert figures.token_recall(found.words, 0.05)["of"] == 0


def test_recall_is_read_where_masks_are_right_often_enough():
    pieces = [
        Piece("1", "a", "nb", "Kari ringte Ola.", (KARI_ALONE, Mention(12, 15, "PERSON", "ola")))
    ]
    found = judge(pieces, [[span(0, 4, 0.9), span(5, 11, 0.6), span(12, 15, 0.3)]])

    strict = figures.recall_at_precision(found.words, 0.9)
    mild = figures.recall_at_precision(found.words, 0.6)

    assert (strict["share"], strict["precision"]) == (0.5, 1)
    assert (mild["share"], mild["precision"]) == (1, pytest.approx(2 / 3, abs=1e-4))
    assert mild["threshold"] < 0.3 < strict["threshold"] <= 0.9


def test_masks_that_are_never_right_have_no_threshold():
    found = judged("Kari ringte.", [], [span(0, 4)])

    assert figures.recall_at_precision(found.words, 0.9)["share"] is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), min_size=1))
def test_a_share_lies_inside_what_it_may_be_and_is_the_same_each_time(cases):
    told = share(cases)

    assert told["share"] == round(sum(holds for _group, holds in cases) / len(cases), 4)
    assert 0 <= told["interval"][0] <= told["interval"][1] <= 1
    assert share(cases) == told


@given(st.text())
def test_small_letters_keep_every_position(text):
    piece = Piece("1", "a", "nb", text).lowered()

    assert len(piece.text) == len(text)
    assert all(piece.text[start:end] for start, end in piece.words)


@pytest.mark.parametrize(
    ("text", "casing"), [("Kari ringte", "cased"), ("kari ringte", "lower"), ("KARI!", "upper")]
)
def test_how_a_text_is_written(text, casing):
    assert casing_of(text) == casing


def token(number, form, name, more=""):
    return f"{number}\t{form}\t_\t_\t_\t_\t_\t_\t_\tname={name}{more}\n"


def written(folder: Path) -> Path:
    lines = [
        token(1, "«", "O", "|SpaceAfter=No"),
        token(2, "Kari", "B-PER"),
        token(3, "Nordahl", "I-PER", "|SpaceAfter=No"),
        token(4, "»", "O"),
        token(5, "Oslo", "B-GPE_LOC"),
        token(6, "Bergen", "B-GPE_LOC"),
        token(7, "Polo", "B-PROD", "|SpaceAfter=No"),
        token(8, ".", "O"),
        "\n",
        token(1, "Ja", "O"),
    ]
    with lzma.open(folder / "nob-dev.conllu.xz", "wt", encoding="utf-8") as file:
        file.writelines(lines)
    return folder


def test_norne_becomes_plain_text_with_names_over_their_whole_length(tmp_path):
    first, second = norne.pieces(written(tmp_path), "nb")

    assert (first.text, second.text) == ("«Kari Nordahl» Oslo Bergen Polo.", "Ja")
    assert [(first.text[m.start : m.end], m.kind, m.wanted) for m in first.mentions] == [
        ("Kari Nordahl", "PERSON", True),
        ("Oslo", "PLACE", True),
        ("Bergen", "PLACE", True),
        ("Polo", "PROD", False),
    ]
    words = [first.text[start:end] for start, end in first.words]
    assert words == ["Kari", "Nordahl", "Oslo", "Bergen", "Polo"]
    assert first.group == second.group == "nb-0"


def test_misses_never_show_the_set_that_is_kept(monkeypatch):
    piece = Piece("1", "a", "nb", "Kari ringte.", (Mention(0, 4, "PERSON", "Kari"),), TYPED)
    for name in ("set_a", "set_b"):
        monkeypatch.setattr(own_sets, name, lambda: [piece])
    work = measuring.Work(Context(tagger=False))

    told = [measuring.measure_set_a(work), measuring.measure_set_b(work)]

    assert told[0] == told[1] and told[0]["statements"] == 1
    assert set(work.judged) == {"set-a"}


def test_the_table_is_written_between_its_markers_and_nowhere_else(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"Before\n{table.BEGIN}\nold\n{table.END}\nAfter\n", encoding="utf-8")
    figure = {"share": 0.012, "of": 9, "interval": [0.0, 0.02]}
    masked = {"at 0.5": figure, "at 0.05": figure}

    table.write({"hard": {"sentences": 9, "words_masked": masked}}, page)
    text = page.read_text(encoding="utf-8")

    assert text.startswith(f"Before\n{table.BEGIN}\n") and text.endswith(f"{table.END}\nAfter\n")
    assert "1.2 (0.0–2.0)" in text and "old" not in text


def test_what_others_call_things_becomes_a_mask_of_ours():
    line = (
        '{"id": "1", "spans": [[0, 4, "LOCATION", 0.4], [5, 9, "IBAN_CODE", 1.0], [3, 3, "X", 1]]}'
    )

    assert [(one.label, one.score) for one in side_by_side._spans(line)] == [
        (Label.PLACE, 0.4),
        (Label.ID_NUMBER, 1.0),
    ]


def test_a_contender_that_is_not_installed_is_left_out(tmp_path):
    there, gone = tmp_path / "python", tmp_path / "model"
    there.touch()

    assert side_by_side.Contender("a", there).is_there()
    assert not side_by_side.Contender("b", there, (gone,)).is_there()


def test_a_goal_is_held_against_what_was_measured_and_silent_about_the_rest():
    found = {"hard": {"words_masked": {"at 0.5": {"share": 0.02}}}, "demo": {"traces_found": ONE}}

    assert [row[2:] for row in goals.held_against(found)] == [["2.0", "**no**"], ["100.0", "yes"]]


def test_where_masks_are_never_right_often_enough_the_goal_is_not_reached():
    never = {"norne": {"nb": {"cased": {"at_precision": {"0.9": {"share": None}}}}}}

    assert [row[2:] for row in goals.held_against(never)] == [["0.0", "**no**"]]


@pytest.mark.parametrize(
    ("text", "kind", "name", "points"),
    [
        ("Kari", "PERSON", True, True),
        ("Stortinget", "ORG", True, False),
        ("Stortingets", "ORG", True, False),
        ("stortinget", None, True, True),
        ("hytta", None, True, True),
        ("post@eksempel.no", "EMAIL", False, False),
    ],
)
def test_beside_others_names_are_counted_with_and_without_what_points_at_nobody(
    text, kind, name, points
):
    mentions = [Mention(0, len(text), kind, text)] if kind else []
    word = judged(text, mentions, []).words[0]

    assert side_by_side.is_name(word) is name
    assert side_by_side.may_point_at_somebody(word) is points
