from django.apps import AppConfig


class ClosingConfig(AppConfig):
    name = "brukerstemmen.closing"

    def ready(self) -> None:
        from brukerstemmen.closing.actions import close_again, run_today
        from brukerstemmen.people import ledger
        from brukerstemmen.people.daily import Chore, every_day
        from brukerstemmen.privacy.zones import Zone

        # Before the rooms below: they must know what is closed.
        if close_again not in ledger.ERASE_AGAIN:
            ledger.ERASE_AGAIN.insert(0, close_again)
        every_day(Chore("words and papers that ran out", Zone.Z4_IDENTITY, run_today))
