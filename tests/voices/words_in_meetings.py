"""What can happen to words in a meeting, in any order: said, corrected, moved, masked, noted.

The machine remembers for itself what was said, agreed to and taken away (`promises` compares).
"""

import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from brukerstemmen.analysis.actions import themes
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions import (
    codes,
    importing,
    masking,
    meetings,
    statements,
)
from brukerstemmen.voices.models import (
    Participant,
    Presence,
    RawWording,
    Statement,
    UserMeeting,
)
from brukerstemmen.voices.states import MeetingState
from tests.cast import TODAY

MOST = 7  # statements in a run, and people
WORDLIKE = str.maketrans("0123456789abcdef", "bdfghjklmnpqrstv")
some = st.integers(min_value=0, max_value=999)  # chooses among those there are


@dataclass
class Said:
    """What the machine knows of a statement. agreed: the very words its speaker said yes to."""

    speaker: uuid.UUID | None
    raw: dict[int, str] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    agreed: str | None = None


class Words(RuleBasedStateMachine):
    """One run: a masked meeting where two of five people have spoken; from then on anything."""

    evaluation: ClassVar[Evaluation]
    start: ClassVar[UserMeeting]
    by: ClassVar[Person]
    hit: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.day: date = TODAY
        self.said: dict[uuid.UUID, Said] = {}
        self.struck: set[uuid.UUID] = set()
        self.left: set[uuid.UUID] = set()
        self.gone: set[str] = set()  # words that nobody may be able to read any more
        self.given: dict[uuid.UUID, list[codes.Given]] = {}
        self.meeting = self.start.pk
        self.words = 0
        self.happened: set[str] = set()  # in this step
        self.taken_away: set[uuid.UUID] = set()  # one by one
        self.states = dict(Statement.objects.values_list("pk", "state"))
        self._meanwhile: dict[uuid.UUID, set[str]] = {}  # theirs, in other places than statements
        rows = RawWording.objects.select_related("statement").order_by("statement__position")
        for row in rows:
            held = self.said.setdefault(row.statement_id, Said(row.statement.speaker_id))
            held.raw[row.number] = row.read("words")

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    # What the rules are made of

    def do(self, name: str, verb: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Do it today. True or what the verb gives if it was allowed, None if it was refused."""
        before, self.states = self.states, {}
        try:
            with clock.at(self.day), transaction.atomic():
                done = verb(*args, **kwargs)
        except ValidationError:
            self.hit[f"{name}: refused"] += 1
            self.states = before
            return None
        self.hit[name] += 1
        self.happened.add(name)
        self.states = after = dict(Statement.objects.values_list("pk", "state"))
        for pk, state in before.items():
            if after.get(pk, "gone") != state:
                self.hit[f"{state} → {after.get(pk, 'gone')}"] += 1
        return True if done is None else done

    def new_words(self) -> str:
        """Words nobody has said before, and in which nothing points at anybody."""
        self.words += 1
        return f"jeg sa {'ord' + f'{self.words:03d}'.translate(WORDLIKE)} den gangen"

    def person(self, chosen: int) -> Participant:
        people = list(Participant.objects.filter(evaluation=self.evaluation).order_by("number"))
        return people[chosen % len(people)]

    def one(self, chosen: int) -> Statement:
        pks = list(self.said)  # in the order they came, the same in each run
        return Statement.objects.select_related("speaker").get(pk=pks[chosen % len(pks)])

    def now(self) -> UserMeeting:
        return UserMeeting.objects.get(pk=self.meeting)

    def of(self, person: Participant) -> list[uuid.UUID]:
        return [pk for pk, said in self.said.items() if said.speaker == person.pk]

    def lose(self, pk: uuid.UUID) -> None:
        said = self.said.pop(pk)
        self.struck.add(pk)
        self.gone |= said.own

    def open_again(self) -> None:
        if self.now().state != MeetingState.HELD:
            self.do("write more", meetings.write_more, self.now(), by=self.by)

    # The meeting, and what is said in it

    @precondition(lambda self: len(self.said) < MOST)
    @rule(chosen=some, anonymous=st.booleans())
    def say(self, chosen: int, anonymous: bool) -> None:
        person, words = self.person(chosen), self.new_words()
        speaker = None if anonymous else person
        self.open_again()
        made = self.do(
            "say", statements.write_down, self.now(), words=words, speaker=speaker, by=self.by
        )
        if made is None:
            untold = person.is_young and person.guardian_told_on is None
            assert speaker is not None and (person.pk in self.left or untold)
        else:
            self.said[made.pk] = Said(made.speaker_id, {1: words}, {words})

    @precondition(lambda self: self.said)
    @rule(chosen=some, late=st.booleans())
    def correct(self, chosen: int, late: bool) -> None:
        statement, words = self.one(chosen), self.new_words()
        seen = statement.raw_number - 1 if late else statement.raw_number
        done = self.do(
            "correct late" if late else "correct",
            statements.change_wording,
            statement,
            words=words,
            based_on=seen,
            reason="corrected",
            by=self.by,
        )
        if done is not None:
            said = self.said[statement.pk]
            said.raw[max(said.raw) + 1] = words
            said.own.add(words)

    @precondition(lambda self: self.said)
    @rule(chosen=some, number=some)
    def choose(self, chosen: int, number: int) -> None:
        statement = self.one(chosen)
        there = sorted(self.said[statement.pk].raw)
        self.do(
            "choose",
            statements.choose_wording,
            statement,
            number=there[number % len(there)],
            by=self.by,
        )

    @precondition(lambda self: self.said)
    @rule(chosen=some, speaker=some, nobody=st.booleans())
    def place(self, chosen: int, speaker: int, nobody: bool) -> None:
        statement = self.one(chosen)
        who = None if nobody else self.person(speaker)
        done = self.do(
            "place", statements.place, statement, speaker=who, speaker_known=True, by=self.by
        )
        said = self.said[statement.pk]
        if done is not None and said.speaker != (who.pk if who else None):
            said.speaker, said.agreed = who.pk if who else None, None

    @rule(steps=st.integers(min_value=1, max_value=3), too_early=st.integers(0, 9))
    def go_on(self, steps: int, too_early: int) -> None:
        for _step in range(steps):
            on = {
                MeetingState.HELD: ("finish writing", meetings.finish_writing, {}),
                MeetingState.WRITTEN: (
                    "read aloud",
                    meetings.finish_reading_aloud,
                    {"elsewhere_on": self.day},
                ),
                MeetingState.READ_ALOUD: ("finish masking", meetings.finish_masking, {}),
            }
            state = self.now().state_now if too_early else MeetingState.READ_ALOUD
            if state in on:
                name, step, more = on[state]
                self.do(name, step, self.now(), by=self.by, **more)

    @precondition(lambda self: self.said)
    @rule(chosen=some, as_it_stands=st.booleans())
    def mask(self, chosen: int, as_it_stands: bool) -> None:
        statement = self.one(chosen)
        said = self.said[statement.pk]
        words = said.raw[statement.raw_number] if as_it_stands else self.new_words()
        seen = (statement.raw_number, statement.masked_number)
        done = self.do(
            "mask", masking.mask, statement, words=words, kept={}, based_on=seen, by=self.by
        )
        if done is not None:
            said.own.add(words)

    @rule()
    def mask_all_and_finish(self) -> None:
        """The straight way, so that runs come as far as answers."""
        self.go_on(2, too_early=1)
        for statement in Statement.objects.waiting():
            self.mask(list(self.said).index(statement.pk), as_it_stands=True)
        self.go_on(2, too_early=1)

    @precondition(lambda self: self.said)
    @rule(chosen=some)
    def note(self, chosen: int) -> None:
        statement, words = self.one(chosen), self.new_words()
        if self.do("note", themes.note, statement, text=words, by=self.by) is not None:
            self.said[statement.pk].own.add(words)

    @rule(chosen=some)
    def paste_notes(self, chosen: int) -> None:
        person, words = self.person(chosen), self.new_words()
        pasted = f"+ {person.code} {words}"
        self.open_again()
        if self.do("paste", importing.preview, self.now(), pasted=pasted, by=self.by) is not None:
            for present in Presence.objects.filter(user_meeting=self.meeting):
                self._meanwhile.setdefault(present.participant_id, set()).add(words)
