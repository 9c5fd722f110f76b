from django.apps import AppConfig


class JourneyConfig(AppConfig):
    name = "brukerstemmen.journey"

    def ready(self) -> None:
        from brukerstemmen.journey.actions import tell_of_release
        from brukerstemmen.journey.actions.calendar import gather_days
        from brukerstemmen.journey.lifestory.own import on_their_page
        from brukerstemmen.people.daily import Chore, every_day
        from brukerstemmen.privacy.zones import Zone
        from brukerstemmen.reports.actions.releasing import AFTER_RELEASE
        from brukerstemmen.voices.showing import own_more

        if tell_of_release not in AFTER_RELEASE:
            AFTER_RELEASE.append(tell_of_release)
        every_day(Chore("days gathered", Zone.Z2_MASKED, gather_days))
        own_more.add(on_their_page)
