from django.apps import AppConfig


class VoicesConfig(AppConfig):
    name = "brukerstemmen.voices"

    def ready(self) -> None:
        from brukerstemmen.people.daily import Chore, every_day
        from brukerstemmen.privacy.zones import Zone
        from brukerstemmen.voices.actions.importing import forget_old_previews
        from brukerstemmen.voices.actions.meetings import watch_meetings

        watch_meetings()
        every_day(Chore("previews forgotten", Zone.Z3_RAW, forget_old_previews))
