"""What the team sees of inviting: the slips made, and the replies that wait."""

from dataclasses import dataclass
from typing import Any

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission, roles_with
from brukerstemmen.people.models import Grant, Person
from brukerstemmen.privacy import codes, retention
from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.voices import addresses
from brukerstemmen.voices.actions.consenting import asked_of
from brukerstemmen.voices.models import Contact, Invitation, Participant, SlipSheet
from brukerstemmen.voices.models.codes import WallCode


def invitation_of(evaluation: Evaluation) -> Invitation | None:
    rows = Invitation.objects.filter(evaluation=evaluation)
    return rows.select_related("contact").first()


def asked_in(evaluation: Evaluation) -> list[Purpose]:
    """The purposes people in this evaluation are asked about."""
    return asked_of(invitation_of(evaluation))


def may_be_named(evaluation: Evaluation) -> list[Person]:
    """Those who can stand on slips and letters: the team, never anybody in the service."""
    grants = Grant.objects.in_force().filter(work=evaluation.work_id)
    able = grants.with_roles(roles_with(Permission.INVITE))
    return list(Person.objects.filter(pk__in=able.values("person"), is_active=True))


def sheets() -> Any:
    """Sheets of slips, with what is needed to open their codes."""
    return SlipSheet.objects.select_related(
        "key__outer", "evaluation__work__centre__profile", "evaluation__invitation__contact"
    )


@dataclass(frozen=True)
class Sheet:
    """A sheet of slips and how it stands today."""

    row: SlipSheet

    @property
    def where(self) -> str:
        return self.row.read("where")

    @property
    def holds(self) -> bool:
        return self.row.revoked_on is None and not retention.over(self.row.until, on=clock.today())

    @property
    def code(self) -> str:
        return codes.written(self.row.read("code"))

    @property
    def link(self) -> str:
        return addresses.of_link(self.row.read("token"))


def sheets_of(evaluation: Evaluation) -> list[Sheet]:
    """Those that hold first, the newest on top. One query."""
    rows = sheets().filter(evaluation=evaluation).order_by("-number")
    return sorted((Sheet(row) for row in rows), key=lambda sheet: not sheet.holds)


@dataclass(frozen=True)
class Reply:
    """Somebody who has answered on a slip. Only for requests that may know who people are."""

    row: Contact

    @property
    def days(self) -> int:
        return (clock.today() - self.row.came_on).days

    @property
    def is_answered(self) -> bool:
        return self.row.answered_on is not None

    @property
    def kept_until(self) -> Any:
        return retention.reply_until(self.row.came_on)

    @property
    def name(self) -> str:
        return self.row.read("name")

    @property
    def telephone(self) -> str:
        return self.row.read("telephone")

    @property
    def email(self) -> str:
        return self.row.read("email")

    @property
    def address(self) -> str:
        return self.row.read("address")

    @property
    def needs(self) -> list[Any]:
        return [need.label for need in self.row.needs_told]


def replies_of(evaluation: Evaluation) -> list[Reply]:
    """Those who have replied and take no part yet; those who have waited longest first."""
    rows = (
        Contact.objects.filter(evaluation=evaluation, participant__isnull=True)
        .select_related("key__outer__outer", "answered_by")
        .order_by("came_on", "pk")
    )
    return sorted((Reply(row) for row in rows), key=lambda reply: reply.is_answered)


def without_contact(evaluation: Evaluation) -> list[Participant]:
    """Those whose number nobody's contact is tied to: a reply may be theirs."""
    people = Participant.objects.taking_part().filter(evaluation=evaluation, contact__isnull=True)
    return list(people.order_by("number"))


@dataclass(frozen=True)
class Wall:
    """The picture on the wall, as the room sees it."""

    row: WallCode

    @property
    def code(self) -> str:
        return codes.written(self.row.read("code"))

    @property
    def link(self) -> str:
        return addresses.of_link(self.row.read("token"))


def wall_of(meeting: Any) -> Wall | None:
    """The picture that hangs there now, today only."""
    row = (
        WallCode.objects.filter(user_meeting=meeting, is_open=True, on=clock.today())
        .select_related("key__outer")
        .first()
    )
    return Wall(row) if row else None
