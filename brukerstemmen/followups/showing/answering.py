"""What somebody is asked about a change, and what they have answered: for them alone."""

import json
import uuid
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.actions.replying import is_open
from brukerstemmen.followups.models import (
    AskedAbout,
    FeltSlips,
    FollowUp,
    Reply,
    ReplyQuerySet,
    ReplyWords,
)
from brukerstemmen.followups.states import RoundState
from brukerstemmen.masking.language import guess
from brukerstemmen.measures.felt import Felt
from brukerstemmen.measures.models import FeedbackLine
from brukerstemmen.measures.wording import FELT
from brukerstemmen.people import clock
from brukerstemmen.privacy import codes
from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.voices import addresses
from brukerstemmen.voices.actions.consenting import allows
from brukerstemmen.voices.models import Invitation, Participant
from brukerstemmen.voices.showing.entrance import tells_too_much
from brukerstemmen.voices.showing.inviting import invitation_of
from brukerstemmen.voices.showing.own_kept import Line, Part
from brukerstemmen.voices.showing.own_more import Link

DO_YOU_NOTICE = _("Do you notice a difference?")


@dataclass(frozen=True)
class Asked:
    """A measure in plain words: its name, and one sentence of what became of it, else how a user
    will notice. `language`: of those words."""

    pk: uuid.UUID
    title: str
    line: str
    notice: str
    language: str

    @property
    def field(self) -> str:
        return f"felt_{self.pk}"


def asked_in(follow_up: FollowUp) -> list[Asked]:
    """What a round asks about, in its order. One query."""
    newest = FeedbackLine.objects.filter(measure=OuterRef("measure")).order_by("-number")
    rows = follow_up.asked.annotate(line=Subquery(newest.values("words")[:1]))
    found = rows.select_related("measure").order_by("measure__number")
    return [_asked(one, one.line or "", one.measure.notice) for one in found]


def _asked(one: AskedAbout, line: str, notice: str) -> Asked:
    language = guess(f"{one.name} {line or notice}")
    return Asked(one.measure_id, one.name, line, "" if line else notice, language)


def open_round(evaluation_id: uuid.UUID) -> FollowUp | None:
    """The round in which people are asked now, None if nobody is."""
    rows = FollowUp.objects.filter(
        evaluation=evaluation_id, opened_on__isnull=False, closed_on__isnull=True
    )
    found = rows.select_related("evaluation__work").order_by("number").last()
    return found if found and is_open(found) else None


@dataclass(frozen=True)
class Own:
    """An answer, as the one who gave it sees it. chosen: measure, in their words."""

    reply: Reply
    chosen: list[tuple[str, Promise | str]]
    notices: str
    missing: str
    felt: dict[uuid.UUID, Felt] = field(default_factory=dict)

    @property
    def is_told(self) -> bool:
        """Whether what all have answered together is told already."""
        return self.reply.follow_up.state is RoundState.TOLD

    @property
    def asked_on(self) -> date | None:
        return self.reply.follow_up.opened_on


def own_replies(participant: Participant) -> list[Own]:
    """All their answers, the newest round first. A fixed number of queries."""
    rows = Reply.objects.filter(participant=participant).order_by("-follow_up__number")
    return [_own(one) for one in _with_words(rows)]


def own_reply(reply: Reply) -> Own:
    """One answer, with what it takes to show it."""
    [found] = _with_words(Reply.objects.filter(pk=reply.pk))
    return _own(found)


def _with_words(rows: ReplyQuerySet) -> list[Reply]:
    found = rows.select_related(
        "follow_up__evaluation__work", "key__outer__outer", "words__key__outer__outer"
    )
    return list(found.prefetch_related("follow_up__asked__measure"))


def _own(reply: Reply) -> Own:
    told = json.loads(reply.read("felt") or "{}")
    felt = {uuid.UUID(pk): Felt(said) for pk, said in told.items()}
    asked = reply.follow_up.asked.all()
    words: ReplyWords | None = getattr(reply, "words", None)
    return Own(
        reply=reply,
        chosen=[(a.name, FELT[felt[a.measure_id]]) for a in asked if a.measure_id in felt],
        notices=words.read("notices") if words else "",
        missing=words.read("missing") if words else "",
        felt=felt,
    )


def link_of(participant: Participant) -> Link | None:
    """On their own page: only while somebody is asked, or has an answer to look at."""
    href, number = reverse("followups:felt"), 10
    now = open_round(participant.evaluation_id)
    answered = set(
        Reply.objects.filter(participant=participant).values_list("follow_up", flat=True)
    )
    if now is None or not allows(participant, Purpose.TAKE_PART):
        return Link(DO_YOU_NOTICE, href, "Chat", number) if answered else None
    asks = "" if now.pk in answered else _("We would like to ask you whether you notice a change.")
    return Link(DO_YOU_NOTICE, href, "Chat", number, asks)


def parts_of(participant: Participant) -> list[Part]:
    """Their answers, for the page and the copies of all that is kept about them."""
    return [_part(own) for own in own_replies(participant)]


def _part(own: Own) -> Part:
    language = own.reply.language
    words = [(_("What do you notice?"), own.notices), (_("What is missing?"), own.missing)]
    month = date_format(own.asked_on, "F Y") if own.asked_on else ""
    return Part(
        title=gettext("What you answered in %(month)s") % {"month": month},
        href=reverse("followups:felt"),
        lines=[
            *(Line(title, said) for title, said in own.chosen),
            *(Line(question, said, language) for question, said in words if said),
        ],
    )


def reads_of(participant: Participant) -> list[str]:
    """The rounds in which somebody may have read what they wrote."""
    rounds = Reply.objects.filter(participant=participant).values_list("follow_up", flat=True)
    return [f"{FollowUp._meta.label_lower}:{pk}" for pk in rounds]


@dataclass(frozen=True)
class Asker:
    """Who asks, and whom to call. "" where nobody is named yet."""

    centre: str
    contact: str
    telephone: str


def asker_of(evaluation: Evaluation) -> Asker:
    # Of an account a visitor may see the name and nothing else.
    rows = Invitation.objects.filter(evaluation=evaluation)
    name, telephone = rows.values_list("contact__name", "telephone").first() or ("", "")
    return Asker(evaluation.work.centre.name, name, telephone)


def asker_on_paper(evaluation: Evaluation) -> Asker:
    """The same where others see it lie: a name that tells what it is about is left out."""
    told = asker_of(evaluation)
    return replace(told, centre="") if tells_too_much(told.centre, []) else told


# For the team


def rounds() -> Any:
    """Rounds, with what is needed to say where they belong."""
    return FollowUp.objects.select_related("evaluation__work__centre")


@dataclass(frozen=True)
class Sheet:
    """Slips of a round, and how they stand today."""

    row: FeltSlips

    @property
    def holds(self) -> bool:
        open_now = is_open(self.row.follow_up)
        return open_now and self.row.revoked_on is None and clock.today() <= self.row.until

    @property
    def code(self) -> str:
        return codes.written(self.row.read("code"))

    @property
    def link(self) -> str:
        return addresses.of_link(self.row.read("token"))

    @property
    def left(self) -> int:
        return self.row.most - self.row.used


def sheets() -> Any:
    return FeltSlips.objects.select_related("key__outer", "follow_up__evaluation__work__centre")


def sheets_of(follow_up: FollowUp) -> list[Sheet]:
    """The newest on top. One query."""
    rows = sheets().filter(follow_up=follow_up).order_by("-number")
    return [Sheet(row) for row in rows]


def is_named(follow_up: FollowUp) -> bool:
    """Whether somebody at the centre stands on slips."""
    return invitation_of(follow_up.evaluation) is not None


@dataclass(frozen=True)
class Somebody:
    """One who took part, and whether their answer has come. Not what it is."""

    participant: Participant
    has_answered: bool


def people_of(follow_up: FollowUp) -> list[Somebody]:
    """Those who can be asked by telephone or on paper. Two queries."""
    rows = Participant.objects.taking_part().who_said_yes()
    people = rows.filter(evaluation=follow_up.evaluation_id).order_by("number")
    done = set(follow_up.replies.of_participants().values_list("participant", flat=True))
    return [Somebody(one, one.pk in done) for one in people]
