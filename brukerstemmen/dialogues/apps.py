from django.apps import AppConfig


class DialoguesConfig(AppConfig):
    name = "brukerstemmen.dialogues"

    def ready(self) -> None:
        from brukerstemmen.dialogues import personal_data

        personal_data.be_ready()
