from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "brukerstemmen.reports"

    def ready(self) -> None:
        from brukerstemmen.reports import personal_data

        personal_data.be_ready()
