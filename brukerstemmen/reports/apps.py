from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "brukerstemmen.reports"

    def ready(self) -> None:
        from brukerstemmen.analysis.actions.findings import HELD_BY
        from brukerstemmen.evaluations.actions.starting import PART_HELD_BY
        from brukerstemmen.reports import counts, personal_data
        from brukerstemmen.reports.actions.clearing import seal_why_anew
        from brukerstemmen.reports.actions.releasing import has_gone_out
        from brukerstemmen.voices.actions.statements import KEPT_WITH_THE_SPEAKER

        if seal_why_anew not in KEPT_WITH_THE_SPEAKER:
            KEPT_WITH_THE_SPEAKER.append(seal_why_anew)
        if has_gone_out not in HELD_BY:
            HELD_BY.append(has_gone_out)
        if counts.has_told_numbers not in PART_HELD_BY:
            PART_HELD_BY.append(counts.has_told_numbers)
        personal_data.be_ready()
