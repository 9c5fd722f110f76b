"""How the words in Elvesund go back to those who said them, and what they answer."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from brukerstemmen.journey.demo import story
from brukerstemmen.journey.demo.guesses import answered
from brukerstemmen.journey.demo.project import Project
from brukerstemmen.journey.demo.story import Return, Told
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.consent import Channel, Purpose
from brukerstemmen.voices.actions import (
    masking,
    second_reading,
    validation,
    wishes,
    withdrawal,
)
from brukerstemmen.voices.finding import context_in
from brukerstemmen.voices.models import Participant, Statement
from brukerstemmen.voices.models.validation import OfferedBy
from brukerstemmen.voices.states import Answer

GO_BACK_ON, DEADLINE = 72, 86
WANTS_NO_LETTER = "D08"
WANTS_TO_BE_NAMED = "D12"
# What the answer key calls an answer. "ikke svart" and "trukket" are none.
ANSWERS = {"ok": Answer.YES, "endret": Answer.CHANGE, "ikke sitat": Answer.COUNT_ONLY}

Deed = Callable[[], None]


class Returning:
    """From the day the words are offered to the day after the deadline."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def calendar(self) -> list[tuple[int, Deed]]:
        """Every deed and the day it is done, counted from D+0."""
        told = story.returns()
        return [
            (GO_BACK_ON, self.open_round),
            *[(one.offered, partial(self.offer, one)) for one in told],
            *[(one.answered, partial(self.answer, one)) for one in told],
            *[(one.answered + 1, partial(self.read_new_words, one)) for one in told],
            (DEADLINE + 1, lambda: _done(validation.pass_deadlines())),
        ]

    def open_round(self) -> None:
        """Everything is masked. The lead plans how each is to get their words."""
        lead = self.project.cast["ingunn"]
        deadline = self.project.start + timedelta(days=DEADLINE)
        validation.open_round(self.project.evaluation, deadline=deadline, by=lead)
        for one in story.returns():
            if one.way != OfferedBy.CODE:
                validation.plan_offer(self._person(one), OfferedBy(one.way), by=lead)

    def offer(self, one: Return) -> None:
        validation.mark_offered([self._person(one)], by=self._listener(one))

    def answer(self, one: Return) -> None:
        """By themselves with their code, or told to one on the team, who writes it down."""
        person = self._person(one)
        for told in self._said_by(one):
            if told.answer not in ANSWERS:
                continue
            statement = self._statement(told)
            what = {"based_on": statement.masked_number, "words": told.own}
            said = ANSWERS[told.answer]
            if one.by:
                validation.answer_on_behalf(statement, said, **what, by=self._listener(one))
            else:
                validation.answer(statement, said, **what, by_self=person)
        if one.code == WANTS_TO_BE_NAMED:
            wishes.wish_to_be_named(person, wants=True, by=self._listener(one))
        if one.code == WANTS_NO_LETTER:
            withdrawal.take_back(
                person, Purpose.CONTACT_AGAIN, channel=Channel.IN_PERSON, by=self._listener(one)
            )

    def read_new_words(self, one: Return) -> None:
        """A person reads what a participant has written anew, and masks it like anything else."""
        for told in self._said_by(one):
            if told.own:
                statement = self._statement(told)
                seen = (statement.raw_number, statement.masked_number)
                context = context_in(statement.user_meeting)
                statement = masking.mask(
                    statement,
                    words=told.own,
                    kept=answered(told.own, told.kept, statement.language, context),
                    context=context,
                    based_on=seen,
                    by=self._listener(one),
                )
                if statement.is_for_second:
                    self._read_as_second(statement, listener=one.by or "nadia")

    def _read_as_second(self, statement: Statement, *, listener: str) -> None:
        by = "tor_eirik" if listener != "tor_eirik" else "siv"
        second_reading.let_stand(
            statement, based_on=statement.masked_number, by=self.project.cast[by]
        )

    def _said_by(self, one: Return) -> list[Told]:
        return [told for told in story.statements() if told.speaker == one.code]

    def _statement(self, told: Told) -> Statement:
        statement = self.project.statements[told.name]
        statement.refresh_from_db()
        return statement

    def _person(self, one: Return) -> Participant:
        return self.project.participants[one.code]

    def _listener(self, one: Return) -> Person:
        return self.project.cast[one.by or "nadia"]


def _done(_count: int) -> None:
    """A chore tells how many; in the story nobody asks."""
