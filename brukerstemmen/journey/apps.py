from django.apps import AppConfig


class JourneyConfig(AppConfig):
    name = "brukerstemmen.journey"

    def ready(self) -> None:
        from brukerstemmen.journey.actions import tell_of_release
        from brukerstemmen.reports.actions.releasing import AFTER_RELEASE

        if tell_of_release not in AFTER_RELEASE:
            AFTER_RELEASE.append(tell_of_release)
