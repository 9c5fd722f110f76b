"""How far telling people has come: by number, never by name. For the team."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.actions.feedback import words_of
from brukerstemmen.followups.actions.letter_texts import TO_SEND, to_text
from brukerstemmen.followups.gathering import story_of
from brukerstemmen.followups.models import FeedbackTo, ParticipantFeedback
from brukerstemmen.followups.showing.told import StoryShown, shown
from brukerstemmen.followups.states import Reached, Way
from brukerstemmen.followups.wanting import newest_letter, wanting
from brukerstemmen.followups.wording import REACHED, REACHED_TONES, WAYS
from brukerstemmen.measures.models import Measure
from brukerstemmen.people import clock, texting
from brukerstemmen.people.models import CentreProfile, Work
from brukerstemmen.voices.actions.texting import telephone_of, text_of
from brukerstemmen.voices.models import PersonalCode
from brukerstemmen.voices.models.participants import Language


@dataclass(frozen=True)
class Person:
    """Somebody who wants to hear."""

    row: FeedbackTo

    @property
    def number(self) -> int:
        return self.row.participant.number

    @property
    def code(self) -> str:
        return self.row.participant.code

    @property
    def way(self) -> Any:
        return WAYS[Way(self.row.by_way_of)]

    @property
    def state(self) -> Any:
        return REACHED[Reached(self.row.reached)]

    @property
    def tone(self) -> str:
        return REACHED_TONES[Reached(self.row.reached)]

    @property
    def is_told(self) -> bool:
        return self.row.reached == Reached.TOLD

    @property
    def was_tried(self) -> bool:
        return self.row.reached == Reached.NOT_REACHED

    @property
    def is_unclear(self) -> bool:
        """A text that may have arrived, or did not: somebody asks them in another way."""
        return self.row.reached in {Reached.SENDING, Reached.FAILED}

    @property
    def needs_code(self) -> bool:
        """They are to read with a code, and have none."""
        by_code = self.row.by_way_of in {Way.CODE, Way.TEXT}
        return by_code and not self.is_told and not self.row.has_code  # type: ignore[attr-defined]


def people_of(letter: ParticipantFeedback) -> list[Person]:
    """Those who want to hear, in the order of their numbers. Three queries."""
    codes = PersonalCode.objects.holding(clock.today()).filter(participant=OuterRef("participant"))
    rows = (
        FeedbackTo.objects.filter(feedback=letter, participant__in=wanting(letter.evaluation))
        .annotate(has_code=Exists(codes))
        .select_related("participant")
        .order_by("participant__number")
    )
    return [Person(row) for row in rows]


def new_since(letter: ParticipantFeedback) -> int:
    """How many want to hear and are not in the letter yet."""
    there = letter.to.values("participant")
    return wanting(letter.evaluation).exclude(pk__in=there).count()


@dataclass(frozen=True)
class MeasureLine:
    """A measure with the sentence that holds, to be written or changed."""

    row: Measure
    words: str

    @property
    def name(self) -> str:
        return f"line-{self.row.number}"


def lines_of(work: Work) -> list[MeasureLine]:
    """Two queries."""
    rows = Measure.objects.filter(work=work).prefetch_related("feedback_lines").order_by("number")
    found = []
    for row in rows:
        lines = sorted(row.feedback_lines.all(), key=lambda line: line.number)
        found.append(MeasureLine(row, lines[-1].words if lines else ""))
    return found


@dataclass(frozen=True)
class Letter:
    """A letter as it is read. before, after: the team's own words. number: "" on a page."""

    title: str
    before: str
    after: str
    told: StoryShown
    number: str = ""
    telephone: str = ""
    sender: tuple[str, ...] = ()


def letter_of(letter: ParticipantFeedback) -> Letter:
    """As it stands today: what the team says, and what is released."""
    before, after = words_of(letter)
    return Letter(_("What it led to"), before, after, shown(story_of(letter.work)))


def letter_for(evaluation: Evaluation) -> Letter | None:
    """The newest; None as long as nobody has begun one."""
    letter = newest_letter(evaluation)
    return letter_of(letter) if letter else None


def printed_for(letter: ParticipantFeedback, *, to_all: bool) -> list[tuple[FeedbackTo, Letter]]:
    """One for each who is told by post and has not been, with a number and no name.

    to_all: for everybody who has not heard, by whatever way.
    """
    waiting = [one.row for one in people_of(letter) if not one.is_told and not one.was_tried]
    rows = [row for row in waiting if to_all or row.by_way_of == Way.POST]
    if not rows:
        return []
    profile: CentreProfile = letter.work.centre.profile
    sender = (profile.centre.name, *([profile.post_address] if profile.post_address else []))
    with translation.override(Language.NB):
        one, telephone = letter_of(letter), telephone_of(letter)  # type: ignore[arg-type]
        return [
            (
                row,
                Letter(
                    one.title,
                    one.before,
                    one.after,
                    one.told,
                    number=_("Number: %(number)s") % {"number": row.participant.code},
                    telephone=telephone,
                    sender=sender,
                ),
            )
            for row in rows
        ]


@dataclass(frozen=True)
class Texts:
    """to_send: get one now. unreached: want one and cannot get it."""

    text: str
    to_send: list[str]
    waiting: int
    begun: list[Person]
    unreached: list[str]
    by_telephone: bool


def texts_of(letter: ParticipantFeedback) -> Texts:
    """As it stands now. Opens nothing of who people are."""
    people = [one for one in people_of(letter) if one.row.by_way_of == Way.TEXT]
    can = set(to_text(letter).values_list("pk", flat=True))
    ready = [one for one in people if one.row.pk in can]
    return Texts(
        text=text_of(letter, get_language() or Language.NB),  # type: ignore[arg-type]
        to_send=[one.code for one in ready if one.row.reached in TO_SEND],
        waiting=sum(1 for one in ready if one.row.reached == Reached.WAITING),
        begun=[one for one in people if one.is_told or one.is_unclear],
        unreached=[one.code for one in people if one.row.pk not in can and not one.is_told],
        by_telephone=texting.reaches_telephones(),
    )


def built(work: Work) -> StoryShown:
    """What stands in the letter between the team's own words."""
    return shown(story_of(work))
