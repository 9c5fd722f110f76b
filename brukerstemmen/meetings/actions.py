"""Paying those who take part: registering, handing to payroll, striking, rates, forgetting.

Who registered what stands nowhere, and of the registering only the day: a line with an hour,
between the lines about an evaluation, would tell where the person had been.
"""

import uuid
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from brukerstemmen.meetings import honorarium
from brukerstemmen.meetings.honorarium import Unit
from brukerstemmen.meetings.models import Payment, PaymentExport, Rate
from brukerstemmen.meetings.models.payments import Kind, Way
from brukerstemmen.meetings.rates import Sum, work_out
from brukerstemmen.people import clock, keys
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import open_work, require
from brukerstemmen.people.journal import record, record_later
from brukerstemmen.people.keys import make_key
from brukerstemmen.people.models import Person, Work
from brukerstemmen.people.models.work import WorkKind
from brukerstemmen.privacy import retention
from brukerstemmen.privacy.zones import Zone

LONGEST_NAME = 80


@dataclass(frozen=True)
class Claim:
    """What somebody is to be paid, as it was told. amount in øre: None lets the rate decide."""

    name: str
    kind: Kind
    day: date
    way: Way
    account: str = ""
    amount: int | None = None
    half_hours: int | None = None
    in_person: bool = False
    kilometres: int | None = None
    is_documented: bool = False


@dataclass(frozen=True)
class Receipt:
    """All that whoever registers gets to see, and once only. amount in øre."""

    name: str
    kind: Kind
    day: date
    way: Way
    account: str
    amount: int
    worked_out: str


class SavedBefore(ValidationError):
    """The same form was saved a moment ago, with something else in it."""


def own_work_of_centres(person: Person) -> list[Work]:
    """The centres for which the person may register payments: by a role there, or in any of
    their evaluations. The answer is the centre's own work, never the evaluation's."""
    centres = open_work(person, Permission.REGISTER_PAYMENT).values("centre")
    own = Work.objects.filter(kind=WorkKind.CENTRE, centre__in=centres)
    return list(own.select_related("centre__profile__key"))


@transaction.atomic
def register_payment(
    work: Work, claim: Claim, *, by: Person, once: uuid.UUID | None = None
) -> Receipt:
    """Write down what somebody is to be paid.

    work: the centre's own. Raises PermissionDenied, ValidationError with what to change, or
    SavedBefore if the form was saved with something else in it.
    """
    if work.pk not in {one.pk for one in own_work_of_centres(by)}:
        raise PermissionDenied(Permission.REGISTER_PAYMENT)
    work = (
        Work.objects.select_for_update(of=("self",))
        .select_related("centre__profile__key")
        .get(pk=work.pk)
    )
    name, account = _checked(claim)
    came_to = _sum_of(work, claim)
    receipt = Receipt(
        name=name,
        kind=claim.kind,
        day=claim.day,
        way=claim.way,
        account=account,
        amount=came_to.ore,
        worked_out=came_to.worked_out,
    )
    if not _is_there(work, receipt, once):
        _write(work, receipt, once)
        record_later(what="payment.registered", about=work)
    return receipt


def _checked(claim: Claim) -> tuple[str, str]:
    """Name and account as they are kept. Raises ValidationError."""
    name = " ".join(claim.name.replace("\x00", "").split())
    if not name:
        raise ValidationError({"name": _("Write the name of the one who is to be paid.")})
    if len(name) > LONGEST_NAME:
        raise ValidationError(
            {"name": _("This is too long. At most %(n)s characters.") % {"n": LONGEST_NAME}}
        )
    if honorarium.holds_eleven_digits(name):
        raise ValidationError({"name": no_identity_numbers()})
    if claim.day > clock.today():
        raise ValidationError({"day": _("This day has not come yet.")})
    if claim.kind is Kind.LOST_INCOME and not claim.is_documented:
        raise ValidationError(
            {"is_documented": _("Lost income is paid when the documentation has been seen.")}
        )
    return name, _checked_account(claim) if claim.way is Way.ACCOUNT else ""


def no_identity_numbers() -> str:
    return _(
        "Eleven digits look like a national identity number. It is never written here: payroll"
        " asks the person for it."
    )


def _checked_account(claim: Claim) -> str:
    try:
        return honorarium.account_of(claim.account)
    except honorarium.NotAnAccount as refusal:
        raise ValidationError(
            {
                "account": _(
                    "This looks like a national identity number, which is never written here. If"
                    " it is an account number, write it with points: 1234.56.78903."
                )
            }
        ) from refusal
    except ValueError as refusal:
        raise ValidationError(
            {"account": _("This is no account number. It has eleven digits; look once more.")}
        ) from refusal


def _sum_of(work: Work, claim: Claim) -> Sum:
    if claim.amount is None:
        came_to = work_out(
            work.centre,
            claim.kind,
            claim.day,
            half_hours=claim.half_hours,
            in_person=claim.in_person,
            kilometres=claim.kilometres,
        )
    else:
        came_to = Sum(claim.amount)
    if not 0 < came_to.ore <= honorarium.LARGEST:
        raise ValidationError({"amount": _("The sum is at most 100 000 kroner.")})
    return came_to


def _is_there(work: Work, receipt: Receipt, once: uuid.UUID | None) -> bool:
    row = Payment.objects.select_related("key__outer").filter(pk=once).first() if once else None
    if row is None:
        return False
    told = (receipt.kind, receipt.day, receipt.way, receipt.amount, receipt.name, receipt.account)
    kept = (row.kind, row.day, row.way, row.amount)
    if row.work_id != work.pk or told != (*kept, row.read("name"), row.read("account")):
        raise SavedBefore(
            _(
                "This form was saved a moment ago with something else in it. If this is new, save"
                " once more."
            )
        )
    return True


def _write(work: Work, receipt: Receipt, once: uuid.UUID | None) -> None:
    row = Payment(
        pk=once or uuid.uuid4(),
        work=work,
        kind=receipt.kind,
        day=receipt.day,
        way=receipt.way,
        amount=receipt.amount,
        key=make_key(content=Zone.Z4_IDENTITY, outer=work.centre.profile.key),
    )
    row.seal(name=receipt.name, account=receipt.account)
    row.save(force_insert=True)


@transaction.atomic
def hand_to_payroll(work: Work, *, once: uuid.UUID, by: Person) -> PaymentExport:
    """Everything that waits, as one numbered list. The same form gives the same list again.

    Raises PermissionDenied, or ValidationError if nothing waits.
    """
    work = Work.objects.select_for_update().get(pk=work.pk)
    require(by, Permission.SEE_PAYMENTS, work)
    if there := PaymentExport.objects.filter(work=work, once=once).first():
        return there
    waiting = Payment.objects.filter(work=work, export=None, key__wrapped__isnull=False)
    going = list(waiting.values_list("pk", flat=True))
    if not going:
        raise ValidationError(_("There is nothing new to hand over."))
    last = PaymentExport.objects.filter(work=work).aggregate(last=Max("number"))["last"] or 0
    made = PaymentExport.objects.create(work=work, once=once, number=last + 1, on=clock.today())
    Payment.objects.filter(pk__in=going).update(export=made)
    record(by=by, what="payments.exported", about=work, count=len(going))
    return made


@transaction.atomic
def strike(payment: Payment, *, by: Person) -> None:
    """Forget a payment that should not have been registered.

    Raises PermissionDenied, or ValidationError if payroll has taken it: then it is in the accounts.
    """
    payment = (
        Payment.objects.select_for_update(of=("self",)).select_related("work").get(pk=payment.pk)
    )
    require(by, Permission.SEE_PAYMENTS, payment)
    if payment.export_id is not None:
        raise ValidationError(_("Payroll has this one already. It is corrected there."))
    _forget([payment])
    record(by=by, what="payment.struck", about=payment.work)


@transaction.atomic
def set_rate(
    work: Work, *, kind: Kind, unit: Unit, amount: int, from_day: date, by: Person
) -> Rate:
    """What the centre pays from a day on. What it paid before stays in the history.

    amount: øre. Raises PermissionDenied, or ValidationError for a unit that does not fit.
    """
    work = Work.objects.select_for_update(of=("self",)).select_related("centre").get(pk=work.pk)
    require(by, Permission.OPERATE, work)
    if (kind, unit) not in RATES:
        raise ValidationError({"what": _("Choose what the rate is for.")})
    latest = Rate.objects.filter(centre=work.centre, kind=kind, from_day=from_day).first()
    if latest is not None and (latest.unit, latest.amount) == (unit, amount):
        return latest
    record(by=by, what="rate.set", about=work)
    return Rate.objects.create(
        centre=work.centre, kind=kind, unit=unit, amount=amount, from_day=from_day
    )


RATES = (
    (Kind.HONORARIUM, Unit.HOUR),
    (Kind.HONORARIUM, Unit.MEETING),
    (Kind.TRAVEL, Unit.KILOMETRE),
)


@transaction.atomic
def forget_old_payments() -> int:
    """Forget what the accounts need no longer, and what came back from a backup without its key.

    Returns how many. A chore.
    """
    today = clock.today()
    # Whatever the year of the accounts: before this day nothing may be old enough.
    possible = Q(day__lt=date(today.year - retention.PAYMENT_YEARS, 1, 1))
    rows = Payment.objects.select_related("export", "key").filter(
        possible | Q(key__wrapped__isnull=True)
    )
    gone = [row for row in rows if row.key.wrapped is None or _is_old(row, today)]
    _forget(gone)
    PaymentExport.objects.filter(payments=None).delete()
    return len(gone)


def _is_old(row: Payment, today: date) -> bool:
    paid_out_on = row.export.on if row.export else None
    return retention.over(retention.payment_until(row.day, paid_out_on=paid_out_on), on=today)


def _forget(rows: list[Payment]) -> None:
    Payment.objects.filter(pk__in=[row.pk for row in rows]).delete()
    keys.destroy([row.key_id for row in rows])
