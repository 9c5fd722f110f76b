"""Counts of people go out once for an evaluation and its parts."""

import pytest

from brukerstemmen.analysis.actions import themes
from brukerstemmen.privacy.disclosure import Hidden, Published
from brukerstemmen.reports import counts
from brukerstemmen.reports.chapters import numbers
from brukerstemmen.reports.counts import Counted
from brukerstemmen.reports.models import ReleasedCounts

SHOWN = Published(
    people=19,
    groups={"T1": 8, "T2": 7, "T9": Hidden.FEW, "T5": Hidden.FEW},
    statements=60,
    statements_in={"T1": 9, "T2": 8},
)


@pytest.mark.parametrize("published", [SHOWN, Published(), Published(people=12, statements=None)])
def test_what_is_kept_can_be_read_back(published):
    assert counts.from_json(counts.to_json(published, 6)) == published


def test_few_people_have_no_numbers(evaluation, masked, anne):
    theme = themes.add_themes(evaluation, ["Å bli møtt"], by=anne)[0]
    for statement in masked.statements.all():
        themes.give(statement, theme, by=anne)

    assert counts.counted(evaluation) == Counted(Published())


def test_what_has_gone_out_is_never_counted_anew(evaluation, masked):
    ReleasedCounts.objects.create(
        work=evaluation.work, quarter="2025-4", content=counts.to_json(SHOWN, 6)
    )

    assert counts.counted(evaluation) == Counted(SHOWN, 6, "2025-4")


def test_of_a_family_only_the_first_has_numbers(evaluation, centre, anne):
    from brukerstemmen.evaluations.actions import starting

    part = starting.start_evaluation(
        title="En del", services=["En del av Solbakken"], centre=centre, by=anne
    )
    part.part_of = evaluation
    part.save(update_fields=["part_of"])
    ReleasedCounts.objects.create(
        work=part.work, quarter="2025-4", content=counts.to_json(SHOWN, 6)
    )

    assert counts.counts_of(evaluation) == Published()
    assert counts.counts_of(part) == SHOWN


def test_the_words_of_numbers_hide_what_is_hidden():
    parts = numbers.who_spoke_about_what(SHOWN)
    chart = parts[0]

    assert [(bar.label, bar.value, bar.told) for bar in chart.bars] == [
        ("T1", 8, "8"),
        ("T2", 7, "7"),
        ("T9", None, "5 or fewer"),
        ("T5", None, "5 or fewer"),
    ]
    assert [row for part in parts if part.kind == "table" for row in part.rows] == [
        ("T1", "9"),
        ("T2", "8"),
    ]


def test_numbers_say_what_is_counted_and_when():
    told = " ".join(numbers.in_sentences(Counted(SHOWN, 6, "2025-4")))

    assert "It is people that are counted" in told
    assert "from the fourth quarter of 2025" in told and "not counted anew" in told


def test_without_a_table_there_is_a_sentence():
    parts = numbers.who_spoke_about_what(Published(people=12))

    assert [part.kind for part in parts] == ["paragraph"]


def test_meetings_are_told_only_where_people_are():
    told = " ".join(numbers.in_sentences(Counted(Published(), None)))

    assert not any(sign.isdigit() for sign in told)
    assert "6 meetings" in " ".join(numbers.in_sentences(Counted(SHOWN, 6)))


def test_hidden_is_kept_as_such():
    assert counts.from_json(counts.to_json(SHOWN)).groups["T9"] is Hidden.FEW
