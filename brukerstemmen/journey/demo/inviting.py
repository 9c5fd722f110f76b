"""How people in Elvesund are invited: slips that the services hand out, replies, and codes."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial

from brukerstemmen.journey.demo import story
from brukerstemmen.journey.demo.project import Project
from brukerstemmen.journey.demo.story import Reply
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.consent import Channel, Purpose
from brukerstemmen.voices import texts
from brukerstemmen.voices.actions import codes, invitations, withdrawal
from brukerstemmen.voices.models import Contact, Participant, SlipSheet, UserMeeting
from brukerstemmen.voices.models.identity import Need, Wish

TELEPHONE = "20 55 00 10"
WORDS_LAST = timedelta(days=730)  # as the text people say yes to names it, from the first day
# One sheet for each of the two services that recruit.
SHEETS = ("Elvesund DPS, ekspedisjonen", "Sletta treffsted og Steinbakken boliger")
LEAVES, LEAVES_ON = "D11", 66

Deed = Callable[[], None]


class Inviting:
    """From the first slip to the code in somebody's hand, and to the one who leaves."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.sheets: list[SlipSheet] = []
        self.contacts: dict[str, Contact] = {}

    def calendar(self) -> list[tuple[int, Deed]]:
        """Every deed and the day it is done, counted from D+0."""
        told = story.replies()
        return [
            (26, self.describe),
            (28, self.make_slips),
            *[(one.day, partial(self.reply, one)) for one in told],
            *[(one.day + 2, partial(self.answer, one)) for one in told],
            (49, self.lose_interest),
            (LEAVES_ON, self.leave),
            # The last one came too late to take part, so a chore forgets it after sixty days.
            (126, lambda: _done(invitations.forget_old_replies())),
        ]

    def describe(self) -> None:
        evaluation, lead = self.project.evaluation, self.project.cast["ingunn"]
        invitations.describe_invitation(
            evaluation,
            contact=lead,
            telephone=TELEPHONE,
            words_until=self.project.start + WORDS_LAST,
            by=lead,
        )

    def make_slips(self) -> None:
        lead = self.project.cast["ingunn"]
        for where in SHEETS:
            sheet = invitations.make_slips(
                self.project.evaluation, where=where, language="nb", by=lead
            )
            self.sheets.append(sheet)

    def reply(self, told: Reply) -> None:
        """Somebody has got a slip and writes how to reach them, and no more than they want."""
        contact = invitations.reply(
            self.sheets[told.sheet - 1],
            wish=Wish(told.wish),
            reach=told.reach,
            needs=[Need(need) for need in told.needs.split(",") if need],
            language=told.language,
        )
        self.contacts[_name_of(told)] = contact

    def answer(self, told: Reply) -> None:
        """The lead gets in touch after two days."""
        contact = self.contacts[_name_of(told)]
        invitations.answer_reply(contact, by=self.project.cast["ingunn"])

    def lose_interest(self) -> None:
        """Somebody calls and does not want to after all: what was known is forgotten at once."""
        first = next(told for told in story.replies() if not told.code)
        contact = self.contacts.pop(_name_of(first))
        invitations.forget_reply(contact, by=self.project.cast["ingunn"])

    def come_in_by_the_wall(
        self, meeting: UserMeeting, people: int, expected: int, by: Person
    ) -> list[Participant]:
        """In the room, some say yes on their own phone. The last of them is not to be written to.

        They get a number and a code at the end of it.
        """
        if not people:
            return []
        wall = codes.open_wall(meeting, expected=expected, by=by)
        here = []
        for place in range(people):
            answers = {
                Purpose.TAKE_PART: True,
                Purpose.QUOTES: True,
                Purpose.CONTACT_AGAIN: place < people - 1,
            }
            given = codes.take_part_from_wall(
                wall, answers, text_version=texts.FIRST_VERSION, is_young=False
            )
            here.append(given.participant)
        codes.close_wall(meeting, by=by)
        return here

    def hand_out_codes(self, people: Iterable[Participant], *, by: Person) -> None:
        """Each gets a card with a code. Those who replied on a slip are known from there."""
        for one in people:
            codes.give_code(one, by=by)
            contact = self.contacts.get(one.code)
            if contact is not None and contact.participant_id is None:
                invitations.answer_reply(contact, by=by, participant=one)

    def leave(self) -> None:
        """Event 1: a telephone call, and no question why."""
        gone = self.project.participants.pop(LEAVES)
        by = self.project.cast["ingunn"]
        withdrawal.withdraw_on_behalf(gone, channel=Channel.PHONE, by=by)


def _name_of(told: Reply) -> str:
    return told.code or f"reply {told.day}"


def _done(_count: int) -> None:
    """A chore tells how many; in the story nobody asks."""
