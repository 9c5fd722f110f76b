"""What those who take part are paid: a register apart from everything they have said.

A row knows no participant, meeting or evaluation. It belongs to the centre's own work, holds no
time finer than the day, and its number is random: nothing in it can be joined to anybody's words.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from brukerstemmen.meetings.honorarium import Unit
from brukerstemmen.people.gates import seen_through
from brukerstemmen.people.models import Organisation, SealedField, SealedModel, Work
from brukerstemmen.privacy.zones import Zone


class Kind(models.TextChoices):
    """What is paid. Fixed, so that nothing can be written about a meeting."""

    HONORARIUM = "honorarium", _("Honorarium")
    TRAVEL = "travel", _("Travel")
    LOST_INCOME = "lost_income", _("Lost income")


UNITS = {
    Unit.HOUR: _("an hour"),
    Unit.MEETING: _("a meeting"),
    Unit.KILOMETRE: _("a kilometre"),
}


class Rate(models.Model):
    """What a centre pays from a day on. Rows are added, never changed: the history stays."""

    zone = Zone.Z5_OPERATION
    in_every_zone = "read"

    centre = models.ForeignKey(Organisation, models.PROTECT, related_name="rates")
    kind = models.CharField(_("what for"), max_length=12, choices=Kind)
    unit = models.CharField(max_length=10, choices=UNITS.items())
    amount = models.PositiveIntegerField(_("amount"), help_text=_("In øre."))
    from_day = models.DateField(_("from"))

    class Meta:
        ordering: ClassVar = ["kind", "-from_day", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(kind=Kind.HONORARIUM, unit__in=[Unit.HOUR, Unit.MEETING])
                | models.Q(kind=Kind.TRAVEL, unit=Unit.KILOMETRE),
                name="the_unit_fits_what_is_paid",
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gt=0), name="a_rate_is_more_than_nothing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.from_day}"


class PaymentExport(models.Model):
    """What was handed to payroll at once. Handed out again it is the same list."""

    zone = Zone.Z4_IDENTITY

    work = models.ForeignKey(Work, models.PROTECT, related_name="payment_exports")
    # The form it came from: pressed twice, or as another kind of file, it is one list.
    once = models.UUIDField()
    number = models.PositiveIntegerField()
    on = models.DateField()

    objects = seen_through("work")

    class Meta:
        ordering: ClassVar = ["work", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["work", "number"], name="a_list_for_payroll_has_its_number"
            ),
            models.UniqueConstraint(
                fields=["work", "once"], name="a_list_for_payroll_is_made_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


class Way(models.TextChoices):
    ACCOUNT = "account", _("To a bank account")
    GIFT_CARD = "gift_card", _("Gift card")


class Payment(SealedModel):
    """Who is to be paid, for which day, how much and how. Under a key of its own."""

    zone = Zone.Z4_IDENTITY

    # The centre's own work, never an evaluation's.
    work = models.ForeignKey(Work, models.PROTECT, related_name="payments")
    kind = models.CharField(_("what for"), max_length=12, choices=Kind)
    day = models.DateField(_("day"))
    amount = models.PositiveIntegerField(_("sum"), help_text=_("In øre."))
    way = models.CharField(_("how to pay"), max_length=10, choices=Way)
    # None as long as payroll has not taken it.
    export = models.ForeignKey(
        PaymentExport, models.PROTECT, null=True, blank=True, related_name="payments"
    )
    name = SealedField()
    account = SealedField()

    objects = seen_through("work")

    class Meta:
        # Within a day in no order: the order people came in would tell who sat together.
        ordering: ClassVar = ["day", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(amount__gt=0), name="a_payment_is_more_than_nothing"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
