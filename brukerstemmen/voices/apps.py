from django.apps import AppConfig


class VoicesConfig(AppConfig):
    name = "brukerstemmen.voices"

    def ready(self) -> None:
        from brukerstemmen.voices.actions.meetings import watch_meetings

        watch_meetings()
