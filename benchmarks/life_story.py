"""How long it takes to open what became of what was said, among 1, 10 and 100 evaluations: for the
team, for the service, and for the one who said it. Each story is as long; the house grows."""

from collections.abc import Callable
from functools import partial

from django.test import Client
from django.urls import reverse

from benchmarks import reports, whole_stories
from benchmarks.pages import opening_of, signed_in_as, told_of
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.voices.actions import codes

Open = Callable[[], object]


def stories(evaluation: Evaluation) -> Open:
    """Every finding as a line, for the team."""
    address = reverse("journey:life_stories", args=[evaluation.work.slug])
    return opening_of(address, signed_in_as(whole_stories.lead()))


def story(evaluation: Evaluation) -> Open:
    """One finding from the words it rests on to what was told back, for the team."""
    finding = evaluation.findings.first()
    address = reverse("journey:life_story", args=[evaluation.work.slug, finding.pk])
    return opening_of(address, signed_in_as(whole_stories.lead()))


def for_service(evaluation: Evaluation) -> Open:
    """The same, as far as it has gone out."""
    matter = evaluation.work.matters.first()
    address = reverse("journey:service_life", args=[evaluation.work.slug, matter.pk])
    return opening_of(address, signed_in_as(whole_stories.contact()))


def fates(evaluation: Evaluation) -> Open:
    """Everything somebody has said, at their own door."""
    return opening_of(reverse("journey:own_fates"), visiting(evaluation))


def fate(evaluation: Evaluation) -> Open:
    """One thing somebody has said, at their own door."""
    said = evaluation.participants.first().statements.first()
    return opening_of(reverse("journey:own_fate", args=[said.pk]), visiting(evaluation))


def visiting(evaluation: Evaluation) -> Client:
    """Somebody who took part, come in with the picture on their card."""
    with reports.prepared():
        given = codes.give_demo_code(evaluation.participants.first())
    client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=True)
    client.get(reverse("voices:link", args=[given.token]), follow=True)
    return client


def opened(look: Callable[[Evaluation], Open], number: int) -> Open:
    """In the first of so many evaluations."""
    return look(whole_stories.among(number)[0])


PAGES = {
    "life stories, team": stories,
    "life story of a finding, team": story,
    "life story of a finding, service": for_service,
    "fates, participant": fates,
    "fate of a statement, participant": fate,
}


def measures(number: int) -> dict[str, Callable[[], Open]]:
    return {
        f"open {name}, {told_of(number)}": partial(opened, look, number)
        for name, look in PAGES.items()
    }
