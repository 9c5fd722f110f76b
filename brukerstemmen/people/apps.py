from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "brukerstemmen.people"

    def ready(self) -> None:
        from brukerstemmen.people.chaining import chain_journal
        from brukerstemmen.people.daily import Chore, every_day
        from brukerstemmen.people.leftovers import clear_finished_tasks, clear_sessions
        from brukerstemmen.privacy.zones import Zone

        every_day(Chore("journal entries chained", Zone.Z5_OPERATION, chain_journal))
        every_day(Chore("sessions cleared", Zone.Z5_OPERATION, clear_sessions))
        every_day(Chore("tasks cleared", Zone.Z5_OPERATION, clear_finished_tasks))
