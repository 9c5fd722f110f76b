"""Everything that can happen to somebody's words, in any order, and what must hold after each."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from brukerstemmen.people import clock
from brukerstemmen.privacy.consent import Channel, Purpose
from brukerstemmen.voices.actions import (
    codes,
    company,
    consenting,
    importing,
    invitations,
    validation,
    wishes,
    withdrawal,
)
from brukerstemmen.voices.models import (
    ConsentDecision,
    Invitation,
    Participant,
    Statement,
)
from brukerstemmen.voices.models.identity import CompanionRole
from brukerstemmen.voices.states import Answer
from tests.voices import promises
from tests.voices.words_in_meetings import MOST, Words, some


class Lifecycle(Words):
    """Consent and codes, giving the words back, time, and the way out."""

    @initialize(opened=st.booleans(), quotes_end=st.booleans())
    def begin(self, opened: bool, quotes_end: bool) -> None:
        """In half of the runs the words are with those who said them from the first, and in half
        of them the invitation has named a last day."""
        if quotes_end:
            told = ConsentDecision.objects.filter(purpose=Purpose.QUOTES)
            told.update(until=self.day + timedelta(days=9))
        if opened:
            self.open_round(3)

    # Consent, contact and codes

    @rule(chosen=some, quotes=st.booleans(), stays=st.integers(0, 5), by_phone=st.booleans())
    def answer_consent(self, chosen: int, quotes: bool, stays: int, by_phone: bool) -> None:
        person = self.person(chosen)
        answers = {
            Purpose.TAKE_PART: bool(stays),
            Purpose.QUOTES: quotes,
            Purpose.CONTACT_AGAIN: True,
        }
        verb, more = consenting.answer_consent, {}
        if by_phone:
            verb = consenting.answer_consent_on_behalf
            more = {"channel": Channel.PHONE, "by": self.by}
        done = self.do("consent", verb, person, answers, text_version="1", **more)
        assert done is None or (stays and person.pk not in self.left)
        if done is not None and not quotes:
            self._no_quotes(person)

    def _no_quotes(self, person: Participant) -> None:
        for pk in self.of(person):
            self.said[pk].agreed = None

    @rule(chosen=some)
    def say_yes_again(self, chosen: int) -> None:
        person = self.person(chosen)
        done = self.do("yes again", wishes.say_yes_again, person, Purpose.QUOTES, text_version="1")
        assert done is None or person.pk not in self.left

    @rule(chosen=some, by_phone=st.booleans())
    def take_back_quotes(self, chosen: int, by_phone: bool) -> None:
        person = self.person(chosen)
        gave = consenting.states_of(person)[Purpose.QUOTES]
        self.do(
            "take back",
            withdrawal.take_back,
            person,
            Purpose.QUOTES,
            channel=Channel.PHONE if by_phone else Channel.OWN_LINK,
            by=self.by if by_phone else None,
        )
        if gave == "given":
            self._no_quotes(person)

    @rule(days=st.integers(min_value=2, max_value=40))
    def name_a_last_day(self, days: int) -> None:
        self.do(
            "last day",
            invitations.describe_invitation,
            self.evaluation,
            contact=self.by,
            telephone="20 55 01 00",
            by=self.by,
            words_until=self.day + timedelta(days=days),
        )

    @rule(chosen=some, code=st.integers(0, 4))
    def codes_come_and_go(self, chosen: int, code: int) -> None:
        self.give_code(chosen) if code else self.revoke_code(chosen)

    @rule(chosen=some, company=st.booleans())
    def tell_who_they_are(self, chosen: int, company: bool) -> None:
        self.bring_company(chosen) if company else self.write_contact(chosen)

    def give_code(self, chosen: int) -> None:
        person = self.person(chosen)
        given = self.do("code", codes.give_code, person, by=self.by)
        assert (given is None) == (person.pk in self.left)
        if given is not None:
            self.given.setdefault(person.pk, []).append(given)

    def revoke_code(self, chosen: int) -> None:
        person = self.person(chosen)
        self.do("revoke code", codes.revoke_code, person, by=self.by)
        self.given.pop(person.pk, None) if person.pk not in self.left else None

    def write_contact(self, chosen: int) -> None:
        person, words = self.person(chosen), self.new_words()
        reach = {"name": words}
        done = self.do("contact", invitations.write_contact, person, reach=reach, by=None)
        if done is not None:
            self._meanwhile.setdefault(person.pk, set()).add(words)

    def bring_company(self, chosen: int) -> None:
        person, words = self.person(chosen), self.new_words()
        role = CompanionRole.COMPANION
        done = self.do("company", company.sign_company, person, role=role, name=words, by=None)
        if done is not None:
            self._meanwhile.setdefault(person.pk, set()).add(words)

    @precondition(lambda self: Participant.objects.count() < MOST)
    @rule(young=st.booleans())
    def walk_in(self, young: bool) -> None:
        self.open_again()
        wall = self.do("wall", codes.open_wall, self.now(), expected=3, by=self.by)
        if wall is None:
            return
        yes = dict.fromkeys((Purpose.TAKE_PART, Purpose.QUOTES, Purpose.CONTACT_AGAIN), True)
        given = self.do(
            "walk in", codes.take_part_from_wall, wall, yes, text_version="1", is_young=young
        )
        if given is None:
            named = Invitation.objects.get(evaluation=self.evaluation).words_until
            assert named is not None and named < self.day, "refused without a reason"
        else:
            self.given[given.participant.pk] = [given]

    # Giving the words back

    @rule(days=st.integers(min_value=1, max_value=6))
    def open_round(self, days: int) -> None:
        deadline = self.day + timedelta(days=days)
        self.do("round", validation.open_round, self.evaluation, deadline=deadline, by=self.by)

    @precondition(lambda self: self.said)
    @rule(chosen=some, prepared=st.booleans(), stale=st.integers(0, 9), by_phone=st.booleans())
    def answer_yes(self, chosen: int, prepared: bool, stale: int, by_phone: bool) -> None:
        self.answer(Answer.YES, chosen, prepared, stale == 9, by_phone)

    @precondition(lambda self: self.said)
    @rule(chosen=some, prepared=st.booleans(), stale=st.integers(0, 9), by_phone=st.booleans())
    def answer_change(self, chosen: int, prepared: bool, stale: int, by_phone: bool) -> None:
        self.answer(Answer.CHANGE, chosen, prepared, stale == 9, by_phone)

    @precondition(lambda self: self.said)
    @rule(chosen=some, by_phone=st.booleans(), away=st.integers(0, 2))
    def answer_less(self, chosen: int, by_phone: bool, away: int) -> None:
        less = Answer.COUNT_ONLY if away else Answer.TAKE_AWAY
        self.answer(less, chosen, False, False, by_phone)

    @precondition(lambda self: self.said)
    @rule(state=some, chosen=some, sure=st.integers(0, 3))
    def take_away_from(self, state: int, chosen: int, sure: int) -> None:
        """Whatever has come of it: it can be taken away. Rare states as often as common ones."""
        if sure:
            return
        stands = [self.states[pk] for pk in self.said]
        now = sorted(set(stands))[state % len(set(stands))]
        there = [number for number, one in enumerate(stands) if one == now]
        self.answer(Answer.TAKE_AWAY, there[chosen % len(there)], False, False, False)

    def answer(
        self, said: Answer, chosen: int, prepared: bool, stale: bool, by_phone: bool
    ) -> None:
        """prepared: everything is masked and offered first, so that the answer has an effect."""
        if prepared:
            self.mask_all_and_finish()
            self.open_round(3)
        statement, words = self.one(chosen), self.new_words()
        speaker = statement.speaker
        if speaker is None:
            return
        verb, who = validation.answer, {"by_self": speaker}
        if by_phone:
            verb, who = validation.answer_on_behalf, {"by": self.by}
        more = {"words": words, "based_on": statement.masked_number - stale, **who}
        if self.do(f"answer {said}", verb, statement, said, **more) is not None:
            self._answered(statement, speaker, said, words)

    def _answered(
        self, statement: Statement, speaker: Participant, said: Answer, words: str
    ) -> None:
        held = self.said[statement.pk]
        if said is Answer.TAKE_AWAY:
            self.lose(statement.pk)
            self.taken_away.add(statement.pk)
        elif said is Answer.CHANGE:
            held.raw[max(held.raw) + 1] = held.agreed = words
            held.own.add(words)
        else:
            with clock.at(self.day):
                quotes = consenting.allows(speaker, Purpose.QUOTES)
            yes = said is Answer.YES and quotes
            held.agreed = self._masked_words(statement) if yes else None

    def _masked_words(self, statement: Statement) -> str:
        return statement.masked_wordings.get(number=statement.masked_number).read("words")

    @precondition(lambda self: self.said)
    @rule(chosen=some, other=some, said=st.sampled_from(Answer))
    def answer_for_another(self, chosen: int, other: int, said: Answer) -> None:
        statement, stranger = self.one(chosen), self.person(other)
        if statement.speaker_id != stranger.pk:
            more = {"words": self.new_words(), "based_on": statement.masked_number}
            verb = validation.answer
            assert self.do("stranger", verb, statement, said, by_self=stranger, **more) is None

    # Time, and the way out

    @rule(days=st.integers(min_value=1, max_value=8))
    def days_pass(self, days: int) -> None:
        self.day += timedelta(days=days)
        self.do("deadline", validation.pass_deadlines)
        if self.do("quotes run out", consenting.let_quotes_run_out):
            self.hit["quotes ran out"] += 1
        self.do("previews forgotten", importing.forget_old_previews)

    @rule(chosen=some, by_phone=st.booleans(), sure=st.integers(0, 3))
    def withdraw(self, chosen: int, by_phone: bool, sure: int) -> None:
        if sure < 3:  # seldom, so that most runs go on with somebody in them
            return
        person = self.person(chosen)
        if by_phone:
            how = {"channel": Channel.PAPER, "by": self.by}
            self.do("withdraw for", withdrawal.withdraw_on_behalf, person, **how)
        else:
            self.do("withdraw", withdrawal.withdraw, person)
        for pk in self.of(person):
            self.lose(pk)
        self.gone |= self._meanwhile.pop(person.pk, set())
        self.left.add(person.pk)

    @invariant()
    def what_must_hold_holds(self) -> None:
        """After each step that has changed something."""
        if self.happened:
            promises.all_hold(self)
        if self.happened & {"code", "revoke code", "walk in", "withdraw", "withdraw for"}:
            promises.only_the_newest_code_enters(self)
        self.happened = set()
