"""What is too long for the finder is refused in a sentence, and nothing that was typed is lost."""

from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from brukerstemmen.dialogues.finder import refuse_names
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.actions import story
from brukerstemmen.followups.showing.replies import Typed, parts_of
from brukerstemmen.masking.spans import LONGEST_TEXT
from brukerstemmen.measures.felt import Felt
from brukerstemmen.people.models import Person
from brukerstemmen.reports.actions import hindering, writing
from brukerstemmen.reports.pointing import Pointing, refuse_what_points
from brukerstemmen.reports.states import ReportKind, Section
from brukerstemmen.reports.written import Written
from brukerstemmen.voices.finding import TOO_LONG, context_of, hits_in
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.views.frame import at
from tests.followups.rounds_cast import measures, open_round, planned, reply_in
from tests.voices.test_masking_doors import sheet

__all__ = ["measures", "open_round", "planned"]
LONG = "Kari sa det. " * (LONGEST_TEXT // 13 + 1)
SENTENCE = "at most 100 000 characters"


def test_the_finder_of_the_rooms_says_so_in_a_sentence(evaluation: Evaluation) -> None:
    with pytest.raises(ValidationError, match=SENTENCE):
        hits_in(LONG, "nb", context_of(evaluation.work))
    with pytest.raises(ValidationError, match=SENTENCE):
        Pointing(evaluation.work).names_in(Written("x", LONG, "nb"))
    for refuse in (
        lambda: refuse_names(evaluation.work, text=LONG),
        lambda: refuse_what_points(evaluation.work, LONG, "text"),
    ):
        with pytest.raises(ValidationError) as refusal:
            refuse()
        assert refusal.value.message_dict == {"text": [str(TOO_LONG)]}


def test_the_masking_page_keeps_what_was_typed(
    browser: Client, read_aloud: UserMeeting, anne: Person
) -> None:
    first: Statement = read_aloud.statements.order_by("position")[0]

    answer = browser.post(at("mask", read_aloud), {**sheet(first, LONG), "read": str(first.pk)})

    shown = answer.context["sheets"][0]
    assert answer.status_code == 422 and shown.words.startswith(LONG.strip()[:1000])
    assert len(shown.words) >= len(LONG.strip())
    assert "This is very long" in shown.errors[0] and SENTENCE in shown.errors[1]


def test_a_choice_for_the_meeting_leaves_what_was_typed_as_it_is(
    browser: Client, read_aloud: UserMeeting, anne: Person
) -> None:
    first: Statement = read_aloud.statements.order_by("position")[0]
    told = {"name-1": "Marit Hauglie", "instead-1": "legen", "everywhere": "instead-1"}

    answer = browser.post(
        at("mask", read_aloud), {**sheet(first, LONG), "statement": str(first.pk), **told}
    )

    assert answer.status_code == 200
    assert [len(one.words) for one in answer.context["sheets"] if one.pk == first.pk] == [len(LONG)]


def test_a_section_of_a_report_keeps_what_was_typed(
    signed_in, evaluation: Evaluation, anne: Person
) -> None:
    writing.begin_report(evaluation, ReportKind.FINAL, by=anne)
    where = reverse("reports:section", args=[evaluation.work.slug, "final", Section.AIMS])

    answer = signed_in(anne).post(where, {"text": LONG, "based_on": 1})

    assert answer.status_code == 422 and answer.context["form"].errors["text"]
    assert answer.context["form"]["text"].value() == LONG


def test_no_report_and_no_story_goes_out_unread(
    evaluation: Evaluation, anne: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = writing.begin_report(evaluation, ReportKind.FINAL, by=anne)
    monkeypatch.setattr(hindering, "texts_of", lambda _all: [Written("Målet", LONG, "nb")])
    monkeypatch.setattr(
        story, "texts_of", lambda _all: [story.Text("finding", 1, LONG, by_service=False)]
    )

    assert any(f"Målet: {TOO_LONG}" == one for one in hindering.hinders(report))
    told = SimpleNamespace(findings=[1])
    assert any(SENTENCE in one for one in story.hinders(evaluation.work, told))  # type: ignore[arg-type]


def test_a_reply_that_is_masked_keeps_what_was_typed(open_round, measures) -> None:
    reply = reply_in(open_round, {measures[0]: Felt.NOTICED}, notices="De ringer nå.")

    [part] = parts_of(reply, Typed({"notices": LONG}, {}, {}))

    assert part.words == LONG and part.errors == [str(TOO_LONG)]
