"""No link in anybody's story is an orphan: over generated evaluations each leads to something that
is there, and that leads back. Every finding that has gone out reaches words and an answer."""

import os
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from html import unescape

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.urls import resolve, reverse
from hypothesis import HealthCheck, Phase, given, settings

from brukerstemmen.journey.lifestory.inside import lines_of
from brukerstemmen.journey.lifestory.stations import AnswerState
from brukerstemmen.people import clock
from brukerstemmen.reports.models import FindingMatter
from tests.cast import TODAY
from tests.journey.told_lives import Lived, Living, Plan, plans, said
from tests.reports import clearing_cast
from tests.reports.stories import Team
from tests.voices.own import comes_in

siv, tor = clearing_cast.siv, clearing_cast.tor
NIGHTLY = bool(os.environ.get("NIGHTLY"))
# The pages of the story, and of the things themselves: each leads back to where one came from.
LEAD_BACK = {
    *("journey:life_story", "journey:life_statement", "journey:life_measure"),
    *("journey:service_life", "journey:own_fate"),
    *("analysis:finding", "measures:measure", "measures:for_service_measure"),
    *("measures:answers", "voices:own_word"),
}
STORY = {name for name in LEAD_BACK if name.startswith("journey:")}


@pytest.fixture
def team(anne, frida, siv, tor) -> Team:
    return Team(anne, frida, siv, tor)


@contextmanager
def undone(tmp_path) -> Iterator[None]:
    file = tmp_path / f"{uuid.uuid4()}.ledger"
    with override_settings(ERASURE_LEDGER_FILE=file), transaction.atomic():
        yield
        transaction.set_rollback(True)


class Reader:
    """Somebody who walks along links, and reads each page once."""

    def __init__(self, client: Client) -> None:
        self.client, self.read = client, {}

    def page(self, address: str) -> str:
        if address not in self.read:
            answer = self.client.get(address)
            assert answer.status_code == 200, address
            self.read[address] = unescape(answer.content.decode())
        return self.read[address]

    def links(self, address: str) -> list[str]:
        """What a page leads to, apart from the way up to it."""
        main = self.page(address).partition("<main")[2].partition("</main>")[0]
        body = re.sub(r'<nav class="ds-breadcrumbs.*?</nav>', "", main, flags=re.S)
        found = re.findall(r'<a\b[^>]*\bhref="([^"]+)"', body)
        return [one for one in found if not one.startswith("tel:")]

    def walk(self, start: str) -> set[str]:
        """Follow every link from here, story page by story page. Returns the story pages."""
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            here = waiting.pop()
            if here in seen:
                continue
            seen.add(here)
            for link in self.links(here):
                there = self._follow(here, link)
                if name_of(there) in STORY:
                    waiting.append(there)
        return {one for one in seen if name_of(one) in STORY}

    def _follow(self, here: str, link: str) -> str:
        there, _hash, fragment = link.partition("#")
        page = self.page(there)
        assert not fragment or f'id="{fragment}"' in page, f"{here}: {link}"
        if name_of(there) in LEAD_BACK and name_of(here) in STORY:
            back = {one.partition("#")[0] for one in re.findall(r'href="([^"]+)"', page)}
            assert here in back, f"{here} leads to {there}, which does not lead back"
        return there


def name_of(address: str) -> str:
    return resolve(address).view_name


@pytest.fixture
def statements(evaluation, meeting, anne):
    return said(evaluation, meeting, anne)


@given(plan=plans)
@settings(
    max_examples=120 if NIGHTLY else 8,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking would take an hour
    deadline=None,
)
def test_nothing_in_a_story_is_an_orphan(
    evaluation, meeting, statements, team, dag, signed_in, tmp_path, plan: Plan
):
    with undone(tmp_path):
        people = [one.participant for one in meeting.presences.order_by("participant__number")]
        lived = Living(Lived(evaluation, people), statements, team).live(plan)

        with clock.at(TODAY + timedelta(days=plan.days or 0)):
            look_as_the_team(lived, Reader(signed_in(team.anne)))
            look_as_the_service(lived, Reader(signed_in(dag)))
            for who, one in enumerate(people[:4]):
                if who not in lived.gone:
                    look_as_a_participant(lived, one, Reader(comes_in(one, by=team.anne)))
            look_at_what_is_out(lived, plan)


def look_as_the_team(lived: Lived, reader: Reader) -> None:
    """All findings, each with the words it still rests on, and no others."""
    slug = lived.evaluation.work.slug
    pages = reader.walk(reverse("journey:life_stories", args=[slug]))

    for row in lived.rows:
        here = reverse("journey:life_story", args=[slug, row.pk])
        assert here in pages
        there = {resolve(one) for one in bare(reader.links(here))}
        words = {one.kwargs["statement"] for one in there if "statement" in one.kwargs}
        assert words == lived.rests[row.pk]
        if not words:
            assert "has been taken back" in reader.page(here)
    for measure in lived.measures:
        assert reverse("journey:life_measure", args=[slug, measure.pk]) in pages


def bare(links: list[str]) -> set[str]:
    return {one.partition("#")[0] for one in links}


def look_as_the_service(lived: Lived, reader: Reader) -> None:
    """From the list of what was put to it; nothing else."""
    slug = lived.evaluation.work.slug
    answers = reader.links(reverse("measures:answers", args=[slug]))
    stories = {one for one in bare(answers) if name_of(one) == "journey:service_life"}
    assert len(stories) == len(lived.out)

    for story in stories:
        assert reader.walk(story) == {story}
        for row in lived.rows:
            assert str(row.pk) not in reader.page(story)


def look_as_a_participant(lived: Lived, one, reader: Reader) -> None:
    """Everything they have said, and only that; what others have said is nowhere."""
    pages = reader.walk(reverse("journey:own_fates"))
    own = set(one.statements.values_list("pk", flat=True))

    assert {resolve(page).kwargs["statement"] for page in pages} == own
    out = {row.pk for row in lived.out}
    for page in pages:
        pk = resolve(page).kwargs["statement"]
        text = reader.page(page)
        for row in lived.rows:
            is_told = row.pk in out and pk in lived.rests[row.pk]
            assert (f"Funn nummer {lived.rows.index(row) + 1}<" in text) is is_told
        quoted = set(re.findall(r"«(Utsagn \d her)»", text))
        assert len(quoted) <= 1


def look_at_what_is_out(lived: Lived, plan: Plan) -> None:
    """Each has words, or says that they were taken back; and a state of its answer with days."""
    lines = {line.pk: line for line in lines_of(lived.evaluation)}
    answered = {at % len(lived.out) for what in plan.answered for at in what if lived.out}
    for at, row in enumerate(lived.out):
        line = lines[row.pk]
        assert FindingMatter.objects.filter(finding=row).exists()
        assert line.thread is not None
        assert line.statements == len(lived.rests[row.pk])
        assert line.statements or line.taken_away
        if at in answered:
            assert line.thread.state is AnswerState.ANSWERED
        elif plan.days is None:
            assert line.thread.state is AnswerState.NOT_ASKED
        else:
            assert line.thread.state is AnswerState.WAITING
            assert line.thread.days == plan.days
