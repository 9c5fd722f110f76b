"""What becomes of it: measures live, users are asked twice, everybody is told, and it is closed."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from brukerstemmen.closing.actions.closing import close_evaluation, prepare
from brukerstemmen.followups.actions import feedback, masking, replying, rounds, slips, telling
from brukerstemmen.followups.actions.lines import write_line
from brukerstemmen.followups.actions.story import publish_story
from brukerstemmen.followups.finding import PARTS, context_in_round
from brukerstemmen.followups.models import FeedbackTo, FollowUp, Reply
from brukerstemmen.followups.states import Way
from brukerstemmen.journey.demo.guesses import answered
from brukerstemmen.journey.demo.project import Project
from brukerstemmen.journey.demo.story import rows
from brukerstemmen.measures.actions.holding import hand_over, hold_measure
from brukerstemmen.measures.actions.measuring import take_step
from brukerstemmen.measures.actions.reminding import remind
from brukerstemmen.measures.actions.terms import agree_on_terms
from brukerstemmen.measures.felt import Felt
from brukerstemmen.measures.models import Measure
from brukerstemmen.measures.states import Status
from brukerstemmen.people import clock
from brukerstemmen.privacy.consent import Channel

CLOSED = 514
CONFERENCE = 136  # the months are counted from the day users and staff met
FORGOTTEN = "TK11"
NO_ANSWER = "TK05"  # a no is not something to notice
_FELT = {
    "n": Felt.NOTICED,
    "h": Felt.HALF,
    "l": Felt.SLIPPED,
    "s": Felt.SAME,
    "w": Felt.WORSE,
}
_CHANNELS = {"phone": Channel.PHONE, "paper": Channel.PAPER}
# How each of the seventeen hears; the others open the page with their code.
_WAYS = {
    "D02": Way.POST,
    "D04": Way.POST,
    "D07": Way.POST,
    "D09": Way.POST,
    "D15": Way.POST,
    "D05": Way.PHONE,
    "D16": Way.PHONE,
    "D18": Way.PHONE,
    "D10": Way.ROOM,
    "D17": Way.ROOM,
}
LETTER = (
    "Hei! For litt over et år siden fortalte du oss hvordan det er å bruke tjenestene i Elvesund. "
    "Takk for at du delte. Her er det det førte til."
)
AFTER = (
    "Om to uker sletter vi lista over hvem som var med, og koden din slutter å virke. Vil du ta "
    "vare på noe av det som står her, kan du skrive det ut, eller ringe oss så sender vi det."
)

Deed = Callable[[], object]


@dataclass(frozen=True)
class Round:
    """The days of one follow-up, counted from D+0."""

    number: int
    opens: int
    asks_until: int
    day: int
    note: str
    came: tuple[int, int] | None = None  # users and staff at the meeting
    slips: int = 20


ROUNDS = (
    Round(
        1,
        opens=339,
        asks_until=352,
        day=353,
        came=(7, 6),
        note=(
            "Brukere merker at det er blitt roligere i ekspedisjonen, at noen ringer etter "
            "utskrivning, og at lørdagen er åpen. De merker ikke at det er lettere å få tak i "
            "noen, og ikke noe til postkassa. Den ble glemt da en leder sluttet, og det er tatt "
            "opp igjen."
        ),
    ),
    Round(
        2,
        opens=486,
        asks_until=499,
        day=500,
        note=(
            "Det meste er gjort, og brukere merker det: skjermen, arket, telefonen etterpå, "
            "postkassa og lørdagen. Kveldstelefonen ble det nei til på nytt. Planen og sakslista "
            "er så vidt begynt, og for få har svart til å si noe om dem."
        ),
    ),
)


class Following:
    """From the final report to the end."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.replies: dict[tuple[int, str], Reply] = {}

    def calendar(self) -> list[tuple[int, Deed]]:
        """Every deed and the day it is done, counted from D+0."""
        told = [(int(row["day"]), partial(self.step, row)) for row in rows("steps")]
        return [
            (146, self.agree),
            (146, self.name_holders),
            (226, self.remind),
            (337, self.take_over),
            *told,
            *(deed for one in ROUNDS for deed in self._round(one)),
            (500, self.write_lines),
            (500, self.write_letter),
            (501, self.everybody_has_heard),
            (501, self.tell_everybody),
            (502, self.prepare_to_close),
            (CLOSED, self.close),
        ]

    def _round(self, one: Round) -> list[tuple[int, Deed]]:
        told = enumerate(_answers(one.number))
        return [
            (one.opens - 20, partial(self.move, one)),
            (one.opens, partial(self.open, one)),
            *[(int(row["day"]), partial(self.answer, row, place)) for place, row in told],
            (one.asks_until, partial(self.read, one)),
            (one.day, partial(self.sum_up, one)),
        ]

    # --- Measures ---------------------------------------------------------------------------

    def measure(self, name: str) -> Measure:
        """By the name the answer key uses: TK01 is the first."""
        return self.project.evaluation.work.measures.get(number=int(name.removeprefix("TK")))

    def agree(self) -> None:
        """When users are asked, and who is told when nobody answers for something."""
        cast, work = self.project.cast, self.project.evaluation.work
        agree_on_terms(work, months=[6, 12], escalate_to=cast["turid"], by=cast["ingunn"])
        begins = self._day(CONFERENCE)
        rounds.plan_rounds(self.project.evaluation, begins=begins, by=cast["ingunn"])

    def name_holders(self) -> None:
        """The leader who is to see to the letter box has a role until a new one comes."""
        cast = self.project.cast
        hold_measure(self.measure(FORGOTTEN), cast["roar"], by=cast["turid"])
        for name in ("TK08", "TK10"):
            hold_measure(self.measure(name), cast["turid"], by=cast["turid"])

    def remind(self) -> None:
        """Event 6: the day has passed, the leader has left, and nobody answers for it."""
        remind(clock.today())

    def take_over(self) -> None:
        """Found when users are asked: somebody answers for it again, and nothing is lost."""
        cast = self.project.cast
        hand_over(
            self.measure(FORGOTTEN),
            owner="Kommunen",
            person=cast["turid"],
            reason="Lederen sluttet, og ingen overtok tiltaket.",
            said_by="Enhetsleder i kommunen",
            by=cast["turid"],
        )

    def step(self, row: dict[str, str]) -> None:
        take_step(
            self.measure(row["measure"]),
            Status(row["status"]),
            reason=row["reason"],
            said_by=row["said_by"],
            by=self.project.cast[row["by"]],
        )

    # --- Rounds -----------------------------------------------------------------------------

    def round(self, number: int) -> FollowUp:
        return FollowUp.objects.get(evaluation=self.project.evaluation, number=number)

    def move(self, one: Round) -> None:
        """To the day the service has time to meet."""
        lead = self.project.cast["ingunn"]
        rounds.move_round(self.round(one.number), due_on=self._day(one.day), by=lead)

    def open(self, one: Round) -> None:
        lead, work = self.project.cast["ingunn"], self.project.evaluation.work
        asked = work.measures.exclude(pk=self.measure(NO_ANSWER).pk)
        around = rounds.open_round(
            self.round(one.number), measures=asked, answer_by=self._day(one.asks_until), by=lead
        )
        self.slips = slips.make_slips(around, number=one.slips, by=lead)

    def answer(self, row: dict[str, str], place: int) -> None:
        """With a code, on a slip from the service, by telephone or on paper."""
        number, on_behalf = int(row["round"]), row["way"] in _CHANNELS
        given = replying.reply(
            self.round(number),
            participant=self.project.participants[row["who"]] if row["who"] else None,
            slips=None if row["who"] else self.slips,
            felt=self._felt(row),
            notices=row["notices"],
            missing=row["missing"],
            channel=_CHANNELS.get(row["way"], Channel.OWN_LINK),
            by=self.project.cast["nadia"] if on_behalf else None,
        )
        self.replies[number, f"{row['who']}:{place}"] = given.reply

    def _felt(self, row: dict[str, str]) -> dict[uuid.UUID, Felt]:
        names = [name for name in row if name.startswith("TK") and row[name]]
        return {self.measure(name).pk: _FELT[row[name]] for name in names}

    def read(self, one: Round) -> None:
        """A person reads every answer; none of these points at anybody."""
        written = {f"{r['who']}:{place}": r for place, r in enumerate(_answers(one.number))}
        for (number, who), reply in self.replies.items():
            if number == one.number and reply.has_words:
                words = {part: written[who][part] for part in PARTS}
                masking.read_reply(
                    reply,
                    **words,
                    kept=self._guesses(reply, words.values()),
                    version=reply.version,
                    by=self.project.cast["siv"],
                )

    def _guesses(self, reply: Reply, words: Iterable[str]) -> dict[str, str]:
        context = context_in_round(reply.follow_up)
        told = (answered(text, {}, reply.language, context) for text in words if text)
        return {text: why for one in told for text, why in one.items()}

    def sum_up(self, one: Round) -> None:
        """What users say is read, talked about where there is a meeting, and told."""
        lead, around = self.project.cast["ingunn"], self.round(one.number)
        if one.came:
            users, staff = one.came
            rounds.note_meeting(
                around,
                on=clock.today(),
                minutes_long=90,
                users_came=users,
                staff_came=staff,
                by=lead,
            )
        rounds.close_round(around, by=lead)
        telling.tell_round(self.round(one.number), note=one.note, by=lead)

    # --- Telling people, and the end --------------------------------------------------------

    def write_lines(self) -> None:
        for row in rows("feedback"):
            write_line(self.measure(row["measure"]), row["words"], by=self.project.cast["ingunn"])

    def write_letter(self) -> None:
        """To the seventeen who wanted to hear, each in their own way."""
        lead = self.project.cast["ingunn"]
        self.letter = feedback.begin_feedback(
            self.project.evaluation, words=LETTER, after=AFTER, follow_up=self.round(2), by=lead
        )
        for to in self._to():
            feedback.choose_way(to, _WAYS.get(to.participant.code, Way.CODE), by=lead)

    def everybody_has_heard(self) -> None:
        """Some open the page themselves; the others are written to, called, or met."""
        for to in self._to():
            if to.by_way_of == Way.CODE:
                feedback.told_by_code(to.participant)
            else:
                feedback.say_told(to, by=self.project.cast["nadia"])

    def _to(self) -> list[FeedbackTo]:
        return list(self.letter.to.select_related("participant__evaluation"))

    def tell_everybody(self) -> None:
        publish_story(self.project.evaluation, by=self.project.cast["ingunn"])

    def prepare_to_close(self) -> None:
        """The letter has offered print to those who want to keep it."""
        lead = self.project.cast["ingunn"]
        day = self._day(CLOSED)
        prepare(self.project.evaluation, planned_on=day, print_offered=True, by=lead)

    def close(self) -> None:
        close_evaluation(self.project.evaluation, by=self.project.cast["ingunn"])

    def _day(self, number: int) -> date:
        return self.project.start + timedelta(days=number)


def _answers(number: int) -> list[dict[str, str]]:
    return [row for row in rows("felt") if int(row["round"]) == number]
