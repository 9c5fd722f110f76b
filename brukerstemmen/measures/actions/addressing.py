"""To whom letters about measures go, and asking for those that were not asked for before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from brukerstemmen.measures.holders import Held, held_by, in_the_service, leads_of, who_can_answer
from brukerstemmen.measures.models import FollowUpTerms, Measure
from brukerstemmen.people.models import Notice, Person, Work
from brukerstemmen.people.notices import notify

from .terms import terms_of


@dataclass(frozen=True)
class Wanted:
    """A letter, before anybody knows whether it was asked for already."""

    to: Person
    kind: str
    key: str
    about: Work
    path: str
    told: dict[str, str]


@dataclass(frozen=True)
class Addressed:
    """Who may get letters in one work today. leader: the one agreed on, with a role here."""

    work: Work
    terms: FollowUpTerms
    leads: list[Person]
    answering: list[Person]
    leader: Person | None
    held: dict[object, Held]

    @classmethod
    def of(cls, work: Work) -> "Addressed":
        terms = terms_of(work)
        agreed = terms.escalate_to
        return cls(
            work=work,
            terms=terms,
            leads=leads_of(work),
            answering=who_can_answer(work),
            leader=agreed if agreed in in_the_service(work) else None,
            held=held_by(work),
        )

    def who_answers(self, measure: Measure) -> list[Person]:
        """Its holder; all in the service who can answer, where it has none today."""
        held = self.held.get(measure.pk)
        return [held.row.person] if held and held.answers else self.answering

    def those_who_see_to_it(self) -> list[Person]:
        """The lead, and the leader both sides have agreed on."""
        return [*self.leads, *([self.leader] if self.leader else [])]

    def letters(
        self, people: Iterable[Person], kind: str, measure: Measure, reason: str
    ) -> list[Wanted]:
        """One about this measure to each, whom it may reach in more ways than one."""
        told = {"number": str(measure.number), "day": _iso(measure.deadline)}
        return [
            Wanted(
                to=person,
                kind=kind,
                key=f"measure:{measure.pk}:{reason}:{person.pk}",
                about=self.work,
                path=self.path(person, "measure", measure.pk),
                told=told,
            )
            for person in dict.fromkeys(people)
        ]

    def path(self, person: Person, page: str, *more: object) -> str:
        """Where the person reads it: on the team's pages, or the service's."""
        if person in self.leads:
            page = "for_service" if page == "answers" else f"for_service_{page}"
        return reverse(f"measures:{page}", args=[self.work.slug, *more])


def ask_for(wanted: Iterable[Wanted]) -> int:
    """Ask for each letter that was never asked for. Returns how many."""
    wanted = list(wanted)
    keys = [letter.key for letter in wanted]
    there = set(Notice.objects.filter(key__in=keys).values_list("key", flat=True))
    new = [letter for letter in wanted if letter.key not in there]
    for letter in new:
        notify(
            letter.to,
            letter.kind,
            key=letter.key,
            about=letter.about,
            path=letter.path,
            told=letter.told,
        )
    return len(new)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
