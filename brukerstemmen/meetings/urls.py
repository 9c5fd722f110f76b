"""Doors to the register of payments. They stand apart from every evaluation."""

from brukerstemmen.meetings import views
from brukerstemmen.people.doors import INSIDE, OPERATORS, PAYROLL, door
from brukerstemmen.privacy.zones import Zone

app_name = "meetings"
Z4 = Zone.Z4_IDENTITY
HERE = "arbeid/honorar/"

urlpatterns = [
    door(HERE, views.register, name="register_payment", zone=Z4, roles=INSIDE),
    # An empty form to print holds nothing, but belongs to those who work here.
    door(f"{HERE}skjema/", views.claim_form, name="claim_form", zone=Zone.Z2_MASKED, roles=INSIDE),
    door(f"{HERE}satser/", views.rates, name="rates", zone=Zone.Z5_OPERATION, roles=OPERATORS),
    door(
        f"{HERE}liste/",
        views.payments,
        name="payments",
        zone=Z4,
        roles=PAYROLL,
        fresh=True,
        read_is_journalled="payments.read",
    ),
    door(
        f"{HERE}uttrekk.csv",
        views.payments_csv,
        name="payments_csv",
        zone=Z4,
        roles=PAYROLL,
        fresh=True,
        read_is_journalled="payments.copied",
    ),
    door(
        f"{HERE}uttrekk.xlsx",
        views.payments_xlsx,
        name="payments_xlsx",
        zone=Z4,
        roles=PAYROLL,
        fresh=True,
        read_is_journalled="payments.copied",
    ),
    door(
        f"{HERE}<uuid:payment>/stryk/",
        views.strike,
        name="strike_payment",
        zone=Z4,
        roles=PAYROLL,
        fresh=True,
    ),
]
