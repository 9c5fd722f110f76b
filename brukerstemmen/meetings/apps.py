from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "brukerstemmen.meetings"

    def ready(self) -> None:
        from brukerstemmen.meetings.actions import forget_old_payments
        from brukerstemmen.people.daily import Chore, every_day
        from brukerstemmen.privacy.zones import Zone

        every_day(Chore("payments forgotten", Zone.Z4_IDENTITY, forget_old_payments))
