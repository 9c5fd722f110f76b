"""The demo from findings to final report, against its answer key.

The figures here are written by hand from the description of the project, and the events are
numbered as there. A story is lived once for each day that is looked at.
"""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from brukerstemmen.analysis.evidence import Lack, lacks
from brukerstemmen.analysis.models import Finding
from brukerstemmen.analysis.showing.findings import rests_of
from brukerstemmen.dialogues.models import DialogueReply, MinutesApproval, Outcome, Proposal
from brukerstemmen.dialogues.sides import balance
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.demo import loading
from brukerstemmen.journey.facts import facts_of
from brukerstemmen.journey.models import Progress
from brukerstemmen.journey.next_act import Act, next_act
from brukerstemmen.journey.stages import Mark, missing, steps
from brukerstemmen.measures.models import Answer, AnsweredMatter, Matter, Measure
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.disclosure import FLOOR, Hidden
from brukerstemmen.reports.actions import releasing
from brukerstemmen.reports.counts import counts_of
from brukerstemmen.reports.models import (
    FactComment,
    QuoteSource,
    ReleasedCounts,
    ReleasedQuote,
    ReleasedReport,
    Report,
)
from brukerstemmen.voices.models import UserMeeting
from tests.cast import TODAY
from tests.journey.elvesund import elvesund, statement, statements_of

pytestmark = [pytest.mark.django_db, pytest.mark.either_engine]

RESTS_ON = {
    1: "U01 U14 U17 U22 U26 U29 U48 U55",
    2: "U02 U10 U11 U12 U13 U31 U51 U56",
    3: "U08 U09 U24 U34 U47 U52",
    4: "U05 U06 U32 U33 U43",
    5: "U07 U27 U36 U38 U44 U59",
    6: "U15 U16 U19 U25 U49 U53 U54",
    7: "U03 U04 U23 U42 U58 U60",
    8: "U21 U30 U39 U40 U41 U50",
    9: "U20 U45 U46",
    10: "U57",
}
REPLIES = [  # finding, side, type
    (7, "staff", "recognises"),
    (7, "user", "proposes"),
    (6, "staff", "explains"),
    (6, "user", "answers"),
    (5, "leader", "disagrees"),
    (5, "partner", "proposes"),
    (4, "staff", "surprised"),
    (3, "staff", "recognises"),
    (9, "staff", "explains"),
    (8, "leader", "proposes"),
    (2, "leader", "says_no"),
    (1, "staff", "proposes"),
    (10, "staff", "surprised"),
    (6, "user", "answers"),
]
MEASURES = {  # what serves which findings, by the beginning of its title
    "Innsjekkingsskjerm": (7,),
    "Hjemreisesamtale": (6,),
    "Telefon neste virkedag": (6,),
    "Ringe tilbake": (2,),
    "Kveldstelefon": (2,),
    "To ettermiddager": (2,),
    "Overlevering i samme rom": (5, 6),
    "Brukerlesere": (3,),
    "Samtykkekort": (9,),
    "Lørdagsåpent": (8,),
    "Diskret postkasse": (7,),
    "Spørre om språk": (7, 10),
    "Ti minutter": (1,),
    "Brukeren skriver sakslista": (4,),
}
DEADLINES = [241, 211, 180, 272, None, 364, 272, 394, 241, 180, 211, 272, 180, 364]  # from D+0


@pytest.fixture(autouse=True)
def _today(clock_at: Callable[[date], None]) -> None:
    """It is TODAY, whatever day it is."""


def findings() -> dict[int, Finding]:
    return {one.position: one for one in elvesund().findings.all()}


def somebody(name: str) -> Person:
    return Person.objects.get(name=name)


def test_nine_findings_and_one_experience_rest_on_what_was_said() -> None:
    loading.load(100)

    names = {one.pk: name for name, one in statements_of(elvesund()).items()}
    found = findings()
    for number, told in RESTS_ON.items():
        rows = found[number].evidence.filter(stance="supports")
        assert {names[row.statement_id] for row in rows} == set(told.split()), number
    assert [number for number, one in found.items() if one.is_single] == [10]
    rests = rests_of(found.values())
    assert not {
        number: lacks(rests[one.pk]) for number, one in found.items() if lacks(rests[one.pk])
    }
    contrary = {number for number, one in found.items() if one.looked == "found"}
    assert contrary == {2}
    assert found[1].read("title").startswith("Små menneskelige handlinger betyr mye")
    assert found[6].read("question") == "Hvordan ser en god siste dag ut?"
    assert found[7].version == 3 and found[7].versions.count() == 2
    facts = facts_of(elvesund())
    assert (facts.findings, facts.findings_lacking, facts.findings_unasked) == (10, 0, 0)
    assert next_act(facts, []) == (Act.WRITE_REPORT, None)


def test_the_process_report_goes_out_to_be_talked_about() -> None:
    loading.load(107)

    report = ReleasedReport.objects.get()
    assert (report.kind, report.edition, report.is_public) == ("process", 1, False)
    assert report.comment_round.until == TODAY + timedelta(days=133 - 107)
    assert Matter.objects.count() == 10
    quoted = {source.statement for source in QuoteSource.objects.select_related("statement")}
    names = {one.pk: name for name, one in statements_of(elvesund()).items()}
    printed = {names[one.pk] for one in quoted}
    assert "U17" in printed and not printed & {"U18", "U24", "U29", "U30", "U57"}
    assert all(one.is_quotable for one in quoted)
    assert Progress.objects.latest("number").step == Step.REPORT
    marks = dict(steps(facts_of(elvesund())))
    assert (marks[Step.THEMES], marks[Step.REPORT]) == (Mark.DONE, Mark.DONE)
    assert marks[Step.DIALOGUE] is Mark.NOW


def test_people_are_told_for_two_themes_only() -> None:
    """Nothing lets the size of T9 be worked out from the whole."""
    loading.load(107)

    counts = counts_of(elvesund())
    assert {name: people for name, people in counts.groups.items() if people is not Hidden.FEW} == {
        "Å bli møtt": 8,
        "Å få tak i hjelp": 7,
    }
    assert len(counts.groups) == 9 and counts.people == 19
    assert ReleasedCounts.objects.get().work == elvesund().work
    told = str(ReleasedReport.objects.get().content)
    assert re.search("5 (eller færre|or fewer)", told) and counts.k == FLOOR
    assert not re.search(r"\bD\d\d\b|\bU\d\d\b|\b[BI]\d\b", told)


def test_event_2_the_client_asks_for_a_quote_to_be_taken_out(
    signed_in: Callable[[Person], Client],
) -> None:
    loading.load(128)

    [asked] = FactComment.objects.all()
    assert (asked.on, asked.by.name, asked.outcome) == (TODAY, "Turid Aasheim", "waiting")
    assert asked.matter == Matter.objects.get(number=1)
    lead = signed_in(somebody("Ingunn Røsvik"))
    [waits] = (
        lead.get(reverse("journey:evaluation", args=[elvesund().work.slug]))
        .context["overview"]
        .todo
    )
    assert waits["label"] == "Reply to 1 comment from the service"
    assert lead.get(waits["url"]).status_code == 200
    with pytest.raises(PermissionDenied):
        releasing.begin_new_edition(Report.objects.get(), by=asked.by)


def test_event_2_the_lead_replies_and_the_report_stands() -> None:
    loading.load(130)

    [asked] = FactComment.objects.all()
    assert (asked.outcome, asked.replied_on) == ("kept", TODAY)
    assert asked.replied_by is not None and asked.replied_by.name == "Ingunn Røsvik"
    words = statement("U17").masked_wordings.order_by("number").last().read("words")
    assert words in ReleasedQuote.objects.values_list("words", flat=True)
    assert asked.reply


def test_the_conference_as_it_was_held() -> None:
    loading.load(136)

    dialogue = elvesund().dialogues.get()
    assert (dialogue.on, dialogue.state) == (TODAY, "held")
    sides: Counter[str] = Counter()
    for seats in dialogue.seats.all():
        assert seats.came == seats.invited
        sides[seats.side] += seats.invited
    assert sides["user"] + sides["organisation"] == 12 and sides["relative"] == 2
    assert sides["staff"] + sides["leader"] + sides["partner"] == 13 and sides["centre"] == 4
    assert balance(sides).is_even
    assert len(dialogue.read("ground_rules").splitlines()) == 5
    assert dialogue.prepared_users_on == dialogue.prepared_service_on == TODAY - timedelta(days=7)
    told = DialogueReply.objects.order_by("number").select_related("finding")
    assert [(one.finding.position, one.side, one.type) for one in told] == REPLIES
    assert told[13].read("words") == "Det viktigste var ikkje datoen. Det var at ingen sa ha det."
    assert {one.voice for one in told} == {"may_be_used"}
    assert next_act(facts_of(elvesund()), []) == (Act.WRITE_MINUTES, None)
    assert not Measure.objects.exists()


def test_one_finding_is_nuanced_and_the_others_confirmed() -> None:
    loading.load(136)

    standing = {one.finding.position: one.standing for one in Outcome.objects.all()}
    assert standing == dict.fromkeys(range(1, 11), "confirmed") | {5: "nuanced"}
    nuanced = findings()[5]
    assert nuanced.standing == "nuanced" and "Epikrisen" in nuanced.read("nuance")
    [lifted] = [one for one in Proposal.objects.all() if one.number == 12]
    assert 10 in {finding.position for finding in lifted.findings.all()}


def test_nothing_of_the_conference_counts_before_both_sides_have_said_yes() -> None:
    loading.load(140)

    assert MinutesApproval.objects.get().of_users
    assert elvesund().dialogues.get().state == "minutes"
    assert releasing.hand_over_measures(elvesund(), by=somebody("Ingunn Røsvik")) == []
    assert next_act(facts_of(elvesund()), []) == (Act.APPROVE_MINUTES, None)


def test_fourteen_measures_are_handed_over_and_one_is_a_no_with_a_reason() -> None:
    loading.load(142)

    start = TODAY - timedelta(days=142)
    measures = list(Measure.objects.order_by("number").prefetch_related("matters"))
    served = [
        (measure.title, tuple(sorted(matter.number for matter in measure.matters.all())))
        for measure in measures
    ]
    assert len(served) == 14
    for (title, numbers), (beginning, wanted) in zip(served, MEASURES.items(), strict=True):
        assert title.startswith(beginning) and numbers == wanted
    days = [one.deadline and (one.deadline - start).days for one in measures]
    assert days == DEADLINES
    assert all(one.owner and one.notice and one.from_dialogue for one in measures)
    [no] = [one for one in measures if one.status != "planned"]
    assert (no.number, no.status, no.kind) == (5, "rejected", "decision")
    assert "krever vedtak og penger" in no.steps.get().reason
    facts = facts_of(elvesund())
    assert (facts.proposals_waiting, facts.matters, facts.is_asked) == (0, 10, True)
    assert next_act(facts, []) == (Act.AWAIT_ANSWERS, None)


def test_every_finding_has_an_answer() -> None:
    loading.load(150)

    assert set(AnsweredMatter.objects.values_list("matter__number", flat=True)) == set(range(1, 11))
    says = Counter(Answer.objects.values_list("says", flat=True))
    assert says == {"yes": 4, "partly": 2, "to_be_clarified": 1, "already_done": 1}
    [on_behalf] = Answer.objects.filter(on_behalf=True)
    assert on_behalf.registered_by.name == "Ingunn Røsvik"
    assert all(one.reason for one in Answer.objects.exclude(says="yes"))
    facts = facts_of(elvesund())
    assert facts.matters_answered == facts.matters == 10
    assert next_act(facts, []) == (Act.WRITE_FINAL, None)


def test_the_final_report_goes_out_with_an_english_summary() -> None:
    loading.load(164)

    final, english = ReleasedReport.objects.filter(kind="final").order_by("-language")
    assert (final.language, english.language) == ("nb", "en")
    assert not (final.outdated or english.outdated)
    told = str(final.content)
    for words in ("Kveldstelefon", "Epikrisen", "Elvesund samfunnshus"):
        assert words in told
    assert not missing_for_release()
    assert ReleasedCounts.objects.count() == 1
    assert next_act(facts_of(elvesund()), []) == (Act.FOLLOW, None)


def missing_for_release() -> list[str]:
    hard = [lack.need.value for lack in missing(facts_of(elvesund())) if lack.hard]
    return [*hard, *(lack.value for lack in Lack if lack in _lacking())]


def _lacking() -> set[Lack]:
    rests = rests_of(findings().values())
    return {lack for told in rests.values() for lack in lacks(told)}


def test_event_7_the_english_summary_is_out_of_date() -> None:
    loading.load(168)

    english = Report.objects.get(language="en")
    assert english.is_outdated
    assert not ReleasedReport.objects.filter(outdated=True).exists()  # what is out is still right


def test_event_7_when_the_new_edition_is_out_the_copy_says_so_too() -> None:
    loading.load(170)

    [outdated] = ReleasedReport.objects.filter(outdated=True)
    assert (outdated.kind, outdated.language) == ("final", "en")
    editions = ReleasedReport.objects.filter(kind="final", language="nb")
    assert sorted(editions.values_list("edition", flat=True)) == [1, 2]
    assert editions.get(edition=1).is_public


@pytest.mark.parametrize("name", ["Berit Solhaug", "Turid Aasheim"])
def test_event_9_the_service_sees_reports_and_measures_never_the_statements(
    name: str, signed_in: Callable[[Person], Client]
) -> None:
    loading.load(151)
    slug = elvesund().work.slug
    client = signed_in(somebody(name))

    front = client.get(reverse("journey:service_evaluation", args=[slug]))
    one = front.context["one"]
    assert (one.matters, len(one.reports), one.measures[0]["value"]) == (10, 1, 14)
    assert one.place["name"] == "Follow-up" and not one.waits
    for door in ("measures:answers", "measures:measures"):
        assert client.get(reverse(door, args=[slug])).status_code == 200
    assert client.get(one.reports[0]["url"]).status_code == 200
    assert client.get(f"/arbeid/evalueringer/{slug}/temaer/").status_code == 404
    meeting = UserMeeting.objects.filter(evaluation=elvesund()).first()
    there = reverse("voices:meeting", args=[slug, meeting.number])
    assert client.get(there).status_code == 404


def test_what_the_service_was_told_on_its_way() -> None:
    loading.load(170)

    told = list(Progress.objects.order_by("number").values_list("step", flat=True))
    assert told == ["inviting", "meetings", "themes", "report", "dialogue", "follow_up"]
