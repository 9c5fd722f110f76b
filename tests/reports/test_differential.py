"""What the service gets is the same, byte for byte, whatever else there is inside."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from brukerstemmen.analysis.actions import findings, themes
from brukerstemmen.analysis.actions.findings import FindingText
from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues.actions import room
from brukerstemmen.dialogues.models import Dialogue
from brukerstemmen.dialogues.sides import ReplyType, Side
from brukerstemmen.evaluations.actions import guide, starting
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.actions import telling
from brukerstemmen.measures.actions import add_measure, answer_matters, ask_for_answers
from brukerstemmen.measures.models import Matter, Measure, Turn
from brukerstemmen.measures.states import Says
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import consent
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.reports.actions import approving, clearing, commenting, releasing, writing
from brukerstemmen.reports.models import ReleasedReport, Report
from brukerstemmen.reports.states import Check, Recognised, ReportKind, Section
from brukerstemmen.voices.actions import statements, validation, withdrawal
from brukerstemmen.voices.models import Statement
from brukerstemmen.voices.states import Answer
from tests.cast import TODAY
from tests.house.addresses import names_of, taken_back
from tests.house.test_doors import ALL, declared
from tests.reports import clearing_cast, releasing_cast
from tests.reports.changes_afterwards import AFTERWARDS
from tests.reports.stories import (
    After,
    Plan,
    Read,
    Round,
    Said,
    Stance,
    Team,
    Teller,
    held,
    people_of,
)

said, finding, siv = clearing_cast.said, clearing_cast.finding, clearing_cast.siv
proposed, cleared, tor = clearing_cast.proposed, clearing_cast.cleared, clearing_cast.tor
looked, ready, released = releasing_cast.looked, releasing_cast.ready, releasing_cast.released
talked = releasing_cast.talked

NIGHTLY = bool(os.environ.get("NIGHTLY"))  # then it looks after each change
# Made by chance for each answer, or counted from the moment it is given.
BY_CHANCE = [
    re.compile(rb'(?<=name="csrfmiddlewaretoken" value=")\w+'),
    re.compile(rb'(?<="X-CSRFToken": ")\w+'),
    re.compile(rb'(?<=name="once" value=")[\w-]+'),  # so that a second click does nothing more
]
COOKIES = {settings.CSRF_COOKIE_NAME, settings.SESSION_COOKIE_NAME}


@dataclass
class Inside:
    """What those inside go on with after the release."""

    evaluation: Evaluation
    report: Report
    finding: Finding
    said: list[Statement]
    talked: Dialogue
    team: Team

    @property
    def by(self) -> Person:
        return self.team.anne


@pytest.fixture
def inside(evaluation, ready, looked, said, talked, anne, frida, siv, tor) -> Inside:
    return Inside(evaluation, ready, looked, said, talked, Team(anne, frida, siv, tor))


@pytest.fixture
def answered(released: ReleasedReport, evaluation: Evaluation, anne: Person, eli: Person) -> dict:
    """The service has been asked, has answered, has a measure and a comment on facts: the parts of
    the addresses in its room."""
    work = evaluation.work
    ask_for_answers(work, answer_by=TODAY + timedelta(days=14), by=anne)
    matters = list(Matter.objects.filter(work=work))
    answer_matters(matters, says=Says.YES, given_by="Leder DPS", by=eli)
    measure = add_measure(
        work,
        matters,
        title="Ringe tilbake",
        owner="Leder",
        deadline=TODAY + timedelta(days=60),
        notice="Noen ringer.",
        said_by="Leder DPS",
        by=eli,
    )
    comment = commenting.comment(released, "Vi er tolv, ikke ti.", by=eli)
    return {
        "slug": work.slug,
        "report": released.pk,
        "measure": measure.pk,
        "matter": matters[0].pk,
        "comment": comment.pk,
        "year": TODAY.year,
    }


def doors_of_the_service(parts: dict[str, Any]) -> Iterator[str]:
    """Every address in Z1, with what has been released to this service."""
    for name, pattern, _route in ALL:
        door = declared(name, pattern)
        if door is not None and door.zone is Zone.Z1_RELEASED:
            needed = names_of(name)
            assert set(needed) <= set(parts), f"{name} needs {needed}"
            yield reverse(name, kwargs={part: parts[part] for part in needed})


def steady(body: bytes) -> bytes:
    for chance in BY_CHANCE:
        body = chance.sub(b"", body)
    return body


def all_it_gets(client: Client, parts: dict[str, Any]) -> dict[str, object]:
    """Everything that comes back: of looking, and of sending nothing, which is taken back."""
    told: dict[str, object] = {}
    for address in doors_of_the_service(parts):
        for send in (client.get, client.post):
            with taken_back(client):
                answer = send(address)
                body = b"".join(answer) if answer.streaming else answer.content
            cookies = {name: str(one) for name, one in answer.cookies.items()}
            told[f"{send.__name__} {address}"] = (
                answer.status_code,
                steady(body),
                sorted(answer.headers.items()),
                {name: one for name, one in cookies.items() if name not in COOKIES},
            )
    return told


# What is added inside, one after the other. None of it is released.


def more_is_said(inside: Inside) -> None:
    """A whole evaluation over again: statements in every state, cleared and not."""
    plans = [
        Plan(0, Said.YES, Stance.SUPPORTS, Read.BY_TWO, After.NOTHING),
        Plan(1, Said.OTHER_WORDS, Stance.CONTRARY, Read.BY_ONE, After.NOTHING),
        Plan(2, Said.COUNT_ONLY, Stance.SUPPORTS, Read.NOT, After.NOTHING),
        Plan(3, Said.NOTHING, None, Read.NOT, After.NOTHING),
        Plan(4, Said.YES, Stance.SUPPORTS, Read.BY_TWO, After.WITHDRAWN),
    ]
    Teller(inside.evaluation, inside.team).tell(plans, Round.PASSED)


def something_is_noted(inside: Inside) -> None:
    meeting = held(inside.evaluation, by=inside.by)
    statements.write_down(
        meeting, words="Noe nytt ble sagt", speaker=people_of(meeting)[0], by=inside.by
    )


def the_finding_reads_otherwise(inside: Inside) -> None:
    text = FindingText(title="Noe helt annet", good="Noe.", question="Hva da?")
    findings.rewrite_finding(inside.finding, text, by=inside.by)
    findings.keep_minority_view(inside.finding, "Ikke alle mener det", by=inside.by)


def there_is_a_new_finding(inside: Inside) -> None:
    made = findings.write_finding(
        inside.evaluation, FindingText(title="Et nytt funn"), turn=Turn.IMPROVE, by=inside.by
    )
    findings.move_finding(made, up=True, by=inside.by)


def it_is_sorted(inside: Inside) -> None:
    theme = themes.add_themes(inside.evaluation, ["Et nytt tema"], by=inside.by)
    themes.sort(inside.said[1], theme, by=inside.by)
    themes.note(inside.said[1], text="Et notat", by=inside.by)


def a_quote_is_cleared(inside: Inside) -> None:
    quote = clearing.propose_quote(inside.said[1], inside.finding, by=inside.by)
    for reader in (inside.team.siv, inside.team.frida):
        clearing.read_quote(quote, set(Check), by=reader)


def the_room_says_more(inside: Inside) -> None:
    room.note_reply(
        inside.talked,
        inside.finding,
        side=Side.USER,
        type=ReplyType.PROPOSES,
        words="Sett opp en skjerm.",
        by=inside.by,
    )


def the_minutes_are_approved(inside: Inside) -> None:
    releasing_cast.agree_on(inside.talked, inside.by)


def the_report_is_written_anew(inside: Inside) -> None:
    releasing.begin_new_edition(inside.report, by=inside.by)
    writing.write_section(inside.report, Section.SUMMARY, "Helt andre ord.", by=inside.by)
    final = writing.begin_report(inside.evaluation, ReportKind.FINAL, by=inside.by)
    writing.write_section(final, Section.SUMMARY, "Det endelige.", by=inside.by)
    approving.approve_report(final, by=inside.team.siv)
    writing.begin_report(inside.evaluation, ReportKind.FINAL, language="en", by=inside.by)


def somebody_is_recognised(inside: Inside) -> None:
    clearing.register_test(
        inside.evaluation, result=Recognised.SOMEBODY, tester="Rådet", by=inside.by
    )


def a_round_is_opened_and_answered(inside: Inside) -> None:
    validation.open_round(inside.evaluation, deadline=TODAY + timedelta(days=9), by=inside.by)
    one = Statement.objects.get(pk=inside.said[4].pk)
    validation.answer_on_behalf(one, Answer.TAKE_AWAY, based_on=1, by=inside.by)


def somebody_withdraws(inside: Inside) -> None:
    one = Statement.objects.get(pk=inside.said[0].pk)
    assert one.speaker is not None
    withdrawal.withdraw_on_behalf(one.speaker, channel=consent.Channel.PHONE, by=inside.by)


def what_is_planned_is_another(inside: Inside) -> None:
    starting.describe(
        inside.evaluation, scope="Noe annet", promise="Noe nytt", degree="involve", by=inside.by
    )
    draft = guide.begin_guide(inside.evaluation, by=inside.by)
    guide.add_theme(draft, title="Et spørsmål til", by=inside.by)


CHANGES: list[Callable[[Inside], None]] = [
    something_is_noted,
    it_is_sorted,
    there_is_a_new_finding,
    the_finding_reads_otherwise,
    a_quote_is_cleared,
    the_room_says_more,
    the_minutes_are_approved,
    the_report_is_written_anew,
    somebody_is_recognised,
    *AFTERWARDS,
    more_is_said,
    a_round_is_opened_and_answered,
    somebody_withdraws,
    what_is_planned_is_another,
]


@pytest.mark.parametrize("who", ["dag", "eli"])
def test_the_service_gets_the_same_whatever_is_not_released(
    answered, inside, who, request, signed_in
):
    client = signed_in(request.getfixturevalue(who))
    before = all_it_gets(client, answered)
    assert len(before) > 20
    assert differences(before, all_it_gets(client, answered)) == []

    for change in CHANGES:
        change(inside)
        if NIGHTLY or change is CHANGES[-1]:
            after = all_it_gets(client, answered)
            assert differences(before, after) == [], change.__name__


def differences(before: dict[str, object], after: dict[str, object]) -> list[str]:
    return [address for address in before if before[address] != after[address]]


def test_what_is_released_makes_a_difference(answered, inside, eli, signed_in):
    """Otherwise the test above would prove nothing."""
    client = signed_in(eli)
    before = all_it_gets(client, answered)
    measure = Measure.objects.get(pk=answered["measure"])
    answer_matters(
        list(measure.matters.all()), says=Says.NO, reason="Nei", given_by="Leder", by=eli
    )

    assert differences(before, all_it_gets(client, answered))


def test_what_users_say_together_makes_a_difference_when_it_is_told(
    answered, inside, eli, signed_in
):
    """And not before: the same round, answered by as many."""
    for change in AFTERWARDS:
        change(inside)
    client = signed_in(eli)
    before = all_it_gets(client, answered)

    telling.tell_round(
        inside.evaluation.follow_ups.get(told_on=None, closed_on=TODAY), note="", by=inside.by
    )

    changed = differences(before, all_it_gets(client, answered))
    assert any(f"/tiltak/{answered['measure']}/" in address for address in changed)
