from django.apps import AppConfig


class AnalysisConfig(AppConfig):
    name = "brukerstemmen.analysis"

    def ready(self) -> None:
        from brukerstemmen.analysis import personal_data
        from brukerstemmen.analysis.actions.themes import seal_note_anew
        from brukerstemmen.voices.actions.statements import KEPT_WITH_THE_SPEAKER

        if seal_note_anew not in KEPT_WITH_THE_SPEAKER:
            KEPT_WITH_THE_SPEAKER.append(seal_note_anew)
        personal_data.be_ready()
