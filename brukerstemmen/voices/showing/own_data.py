"""What we have about one participant, and who has looked: for that participant alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.db.models.functions import TruncDate
from django.utils.functional import Promise

from brukerstemmen.people import clock
from brukerstemmen.people.models import JournalEntry
from brukerstemmen.privacy import consent
from brukerstemmen.voices.models import (
    Companion,
    Contact,
    MaskedWording,
    Offer,
    Participant,
    PersonalCode,
    RawWording,
)
from brukerstemmen.voices.showing import own_kept
from brukerstemmen.voices.wording import meetings as wording
from brukerstemmen.voices.wording import own as own_wording

READS = tuple(own_wording.LOOKED)


@dataclass(frozen=True)
class Reach:
    """How to reach somebody, as they have told it."""

    name: str
    telephone: str
    email: str
    address: str
    language: str
    needs: Sequence[Promise | str]
    came_on: date

    @property
    def told(self) -> list[str]:
        return [text for text in (self.name, self.telephone, self.email, self.address) if text]


def reach_of(participant: Participant) -> Reach | None:
    """What stands about how to reach them, None if nothing does."""
    rows = Contact.objects.filter(participant=participant)
    contact = rows.select_related("key__outer__outer").first()
    if contact is None:
        return None
    return Reach(
        name=contact.read("name"),
        telephone=contact.read("telephone"),
        email=contact.read("email"),
        address=contact.read("address"),
        language=contact.get_language_display(),
        needs=[need.label for need in contact.needs_told],
        came_on=contact.came_on,
    )


@dataclass(frozen=True)
class Answered:
    """One line of what was said yes or no to."""

    purpose: Promise | str
    act: Promise | str
    on: date
    text_version: str
    channel: Promise | str


def answers_of(participant: Participant) -> list[Answered]:
    return [
        Answered(
            purpose=wording.PURPOSES[consent.Purpose(row.purpose)],
            act=own_wording.ACTS[consent.Act(row.act)],
            on=row.on,
            text_version=row.text_version,
            channel=own_wording.CHANNELS[consent.Channel(row.channel)],
        )
        for row in participant.decisions.all()
    ]


@dataclass(frozen=True)
class Company:
    """Somebody the participant has with them."""

    pk: object
    name: str
    role: str
    signed_on: date


def company_of(participant: Participant) -> list[Company]:
    rows = Companion.objects.filter(participant=participant).select_related("key__outer__outer")
    return [
        Company(row.pk, row.read("name"), row.get_role_display(), row.signed_on) for row in rows
    ]


@dataclass(frozen=True)
class Look:
    """Somebody has looked. A day and a name; an hour is not told, nor kept for this."""

    on: date
    who: str
    what: Promise | str


def looks_at(participant: Participant) -> list[Look]:
    """Who has read words of the meetings they were in, or how to reach them; newest first.

    Of reads that are about somebody else in the same evaluation, nothing.
    """
    about = Q(about="") | Q(about=f"evaluations.evaluation:{participant.evaluation_id}")
    about |= Q(about=f"voices.participant:{participant.pk}")
    meetings = participant.presences.values_list("user_meeting", flat=True)
    about |= Q(about__in=[f"voices.usermeeting:{pk}" for pk in meetings])
    contacts = Contact.objects.filter(participant=participant).values_list("pk", flat=True)
    about |= Q(about__in=[f"voices.contact:{pk}" for pk in contacts])
    about |= Q(about__in=own_kept.reads_of(participant))
    reads = JournalEntry.objects.filter(
        about, what__in=READS, work=participant.evaluation.work_id, by__isnull=False
    )
    days = reads.annotate(day=TruncDate("at")).order_by("-day", "by__name", "what")
    return [
        Look(day, who, own_wording.LOOKED[what])
        for day, who, what in days.values_list("day", "by__name", "what").distinct()
    ]


@dataclass(frozen=True)
class Counts:
    """How much of what was said is kept."""

    statements: int
    versions: int


def counts_of(participant: Participant) -> Counts:
    raw = RawWording.objects.filter(statement__speaker=participant).count()
    masked = MaskedWording.objects.filter(statement__speaker=participant).count()
    return Counts(participant.statements.count(), raw + masked)


@dataclass(frozen=True)
class Kept:
    """Until when: words as they were said and the way to a person go first."""

    raw: date  # the work is planned to last until then; closing it destroys the keys
    masked: date | None  # as the consent names it; None if it named no day


def kept_until(participant: Participant) -> Kept:
    told = [row.as_decision() for row in participant.decisions.all()]
    named = consent.holds_until(told, consent.Purpose.TAKE_PART, on=clock.today())
    return Kept(raw=participant.evaluation.work.ends_on, masked=named)


def code_of(participant: Participant) -> PersonalCode | None:
    """The code that holds now: only its days are known, never the code."""
    return participant.codes.filter(revoked_on__isnull=True).first()


def meeting_days(participant: Participant) -> list[date]:
    """The days of the meetings they were in."""
    days = participant.presences.values_list("user_meeting__held_on", flat=True)
    return sorted(day for day in days if day)


@dataclass(frozen=True)
class Told:
    """They were told that their words wait for them."""

    on: date
    by_way_of: str


def told_of_words(participant: Participant) -> Told | None:
    offer = Offer.objects.filter(participant=participant, offered_on__isnull=False).first()
    if offer is None or offer.offered_on is None:
        return None
    return Told(offer.offered_on, offer.get_by_way_of_display())
