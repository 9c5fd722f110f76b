"""What stands on the poster, and that nine findings and fourteen measures stay one sheet."""

import io

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.followups.poster import LONGEST, Layout, layouts, poster_of, shortest, takes
from brukerstemmen.followups.story import DOES, NOES, Finding, Measure, Story, Told
from brukerstemmen.followups.views.poster import _context
from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.people import paper


def finding(number: int, title: str, says: str = "") -> Finding:
    return Finding(number, title, "", "", "", "", "confirmed", says=says, reason="Fordi.")


def measure(number: int, title: str, status: Status, verdict: Verdict | None = None) -> Measure:
    felt = (Told(1, status, verdict),) if verdict else ()
    return Measure(number, title, "Leder", "", status, "Ikke midler i år.", "Be om det.", felt)


def story(findings: int = 9, measures: int = 14, letters: int = 80) -> Story:
    """As long as findings and measures usually are."""
    words = ("ord " * 40)[: letters - 1] + "."
    statuses = [Status.DONE, Status.IN_PROGRESS, Status.DONE, Status.PARTLY]
    done = [
        measure(n, words[:letters], statuses[n % 4], Verdict.HALFWAY)
        for n in range(2, measures + 1)
    ]
    return Story(
        "Sammen",
        "Lytt",
        tuple(finding(n, words) for n in range(1, findings + 1)),
        (measure(1, words, Status.REJECTED), *done),
    )


def test_each_line_stands_where_it_belongs() -> None:
    told = Story(
        "T",
        "S",
        (finding(1, "Sagt"), finding(2, "Nei til alt", Says.NO)),
        (
            measure(1, "Gjort", Status.DONE, Verdict.FELT),
            measure(2, "I gang", Status.IN_PROGRESS, Verdict.TOO_FEW),
            measure(3, "Nei", Status.REJECTED),
            measure(4, "Foreslått", Status.PROPOSED),
        ),
    )

    poster = poster_of(told)

    assert [line.key for line in poster.lines] == ["f1", "f2", "t1", "t2", "a2", "n3"]
    assert [line.felt for line in poster.did] == [Verdict.FELT, None]
    assert [line.more for line in poster.noes] == ["Fordi.", "Ikke midler i år."]
    assert [line.key for line in poster_of(told, {"n3"}).lines] == ["n3"]


@pytest.mark.skipif(not paper.can_make(), reason="Pango is missing")
@pytest.mark.parametrize(
    ("findings", "measures", "letters"), [(9, 14, 80), (10, 14, 60), (1, 2, 40)]
)
def test_it_is_one_sheet(findings: int, measures: int, letters: int) -> None:
    poster = poster_of(story(findings, measures, letters))
    contexts = (_context(poster, layout, "https://lytt.example/x/") for layout in layouts(poster))

    made = paper.one_sheet("followups/poster_paper.html", contexts)

    assert made is not None and len(pypdf.PdfReader(io.BytesIO(made)).pages) == 1


@pytest.mark.skipif(not paper.can_make(), reason="Pango is missing")
def test_what_is_too_much_is_no_sheet() -> None:
    poster = poster_of(story(40, 40, 100))

    assert not layouts(poster)
    context = _context(poster, Layout(10, sentences=False), "")
    assert paper.one_sheet("followups/poster_paper.html", [context]) is None


def test_fewer_lines_make_larger_letters() -> None:
    whole, part = story(), story(3, 3, 40)

    assert layouts(poster_of(part))[0].size < layouts(poster_of(whole))[0].size


@given(st.integers(0, 12), st.integers(1, 16), st.integers(10, 100))
def test_smaller_letters_never_take_more_room(findings: int, measures: int, letters: int) -> None:
    poster = poster_of(story(findings, measures, letters))
    heights = [takes(poster, Layout(size, sentences=False)) for size in range(11)]

    assert heights == sorted(heights, reverse=True)


@given(st.sampled_from(Status))
def test_nothing_is_both_done_and_a_no(status: Status) -> None:
    poster = poster_of(Story("T", "S", (), (measure(1, "x", status),)))

    assert not DOES & NOES and len(poster.lines) <= 1


@given(st.text(), st.integers(5, LONGEST))
def test_what_is_cut_is_never_longer_and_adds_no_words(words: str, most: int) -> None:
    cut = shortest(words, most)

    assert len(cut) <= most
    assert " ".join(words.split()).startswith(cut.removesuffix(" …"))
