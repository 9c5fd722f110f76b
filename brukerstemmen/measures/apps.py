from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    name = "brukerstemmen.measures"

    def ready(self) -> None:
        from brukerstemmen.measures import letters
        from brukerstemmen.measures.actions.reminding import remind_daily
        from brukerstemmen.people.daily import Chore, every_day
        from brukerstemmen.privacy.zones import Zone

        letters.be_ready()
        every_day(Chore("promises remembered", Zone.Z2_MASKED, remind_daily))
