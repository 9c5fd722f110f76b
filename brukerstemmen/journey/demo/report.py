"""How Elvesund's two reports are written, approved and let out, and a comment on the first."""

from collections.abc import Callable
from datetime import timedelta

from brukerstemmen.journey.demo import telling
from brukerstemmen.journey.demo.project import Project
from brukerstemmen.reports.actions import approving, clearing, commenting, releasing, writing
from brukerstemmen.reports.models import CommentOutcome, Report
from brukerstemmen.reports.states import Recognised, ReportKind, Section
from brukerstemmen.voices.models.participants import Language

PROCESS_OUT, COMMENTS_UNTIL, COMMENTED, REPLIED = 107, 133, 128, 130
FINAL_OUT, PUBLISHED, CHANGED, OUT_AGAIN = 164, 166, 168, 170
WHAT_THE_CLIENT_ASKS = (
    "Sitatet om en fagperson som snakket om en annen mens vedkommende hørte på, bør tas ut. Det "
    "kan gi et galt bilde av hvordan vi snakker på avdelingen."
)
WHAT_THE_LEAD_REPLIES = (
    "Takk for at du leste så nøye. Sitatet er sagt av en som har sagt ja til at det står der, og "
    "det viser noe flere har fortalt. Det står derfor. Ta det gjerne opp på dialogkonferansen: Det "
    "er et spørsmål til dere om hva som står i veien."
)

Deed = Callable[[], object]


class Reporting:
    """The process report before the dialogue, the final one after it."""

    process: Report
    final: Report
    english: Report

    def __init__(self, project: Project) -> None:
        self.project = project

    def calendar(self) -> list[tuple[int, Deed]]:
        """Every deed and the day it is done, counted from D+0."""
        return [
            (103, self.begin_process),
            (104, self.write_process),
            (106, self.approve_process),
            (PROCESS_OUT, self.release_process),
            (COMMENTED, self.comment),
            (REPLIED, self.reply),
            (155, self.begin_final),
            (159, self.test_again),
            (160, self.approve_final),
            (161, self.write_english),
            (FINAL_OUT, self.release_final),
            (PUBLISHED, self.publish),
            (CHANGED, self.change),
            (OUT_AGAIN, self.release_again),
        ]

    def begin_process(self) -> None:
        self.process = self._begin(ReportKind.PROCESS)

    def _begin(self, kind: ReportKind, language: Language = Language.NB) -> Report:
        by = self.project.cast["tor_eirik"]
        return writing.begin_report(self.project.evaluation, kind, language=language, by=by)

    def write_process(self) -> None:
        self._write(self.process, telling.texts("process"))

    def _write(self, report: Report, texts: dict[str, str]) -> None:
        for name, text in texts.items():
            writing.write_section(report, Section(name), text, by=self.project.cast["tor_eirik"])

    def approve_process(self) -> None:
        self._approve(self.process)

    def _approve(self, report: Report) -> None:
        """One with own experience, and the lead."""
        for key in ("nadia", "ingunn"):
            approving.approve_report(report, by=self.project.cast[key])

    def release_process(self) -> None:
        """Those who took part and the service get it in the same moment."""
        lead, until = self.project.cast["ingunn"], timedelta(days=COMMENTS_UNTIL)
        self.project.process_out = releasing.release(
            self.process, comment_until=self.project.start + until, by=lead
        )

    def comment(self) -> None:
        """The client's leader asks to have a quote taken out."""
        self.comment_row = commenting.comment(
            self.project.process_out,
            WHAT_THE_CLIENT_ASKS,
            matter=self.project.matter("F1"),
            by=self.project.cast["turid"],
        )

    def reply(self) -> None:
        commenting.reply(
            self.comment_row,
            outcome=CommentOutcome.KEPT,
            text=WHAT_THE_LEAD_REPLIES,
            by=self.project.cast["ingunn"],
        )

    def begin_final(self) -> None:
        """Background, aims and method are as they were."""
        self.final = self._begin(ReportKind.FINAL)
        kept = {name: telling.texts("process")[name] for name in ("background", "aims", "method")}
        self._write(self.final, {**kept, **telling.texts("final")})

    def test_again(self) -> None:
        """The first test is more than thirty days old."""
        clearing.register_test(
            self.project.evaluation,
            result=Recognised.NOBODY,
            tester="En som kjenner tjenestene og ikke var på konferansen",
            by=self.project.cast["ingunn"],
        )

    def approve_final(self) -> None:
        self._approve(self.final)

    def write_english(self) -> None:
        """A summary in English, translated from the final report as it stands."""
        self.english = self._begin(ReportKind.FINAL, Language.EN)
        self._write(self.english, telling.texts("final_en"))
        writing.follow(self.english, by=self.project.cast["tor_eirik"])
        self.english.refresh_from_db()
        self._approve(self.english)

    def release_final(self) -> None:
        lead = self.project.cast["ingunn"]
        self.project.final_out = releasing.release(self.final, by=lead)
        releasing.release(self.english, by=lead)

    def publish(self) -> None:
        releasing.publish_report(self.project.final_out, by=self.project.cast["ingunn"])

    def change(self) -> None:
        """The final report is changed after it went out: the English summary is out of date."""
        releasing.begin_new_edition(self.final, by=self.project.cast["ingunn"])
        follow_up = telling.texts("final")["follow_up"]
        told = "Vi kaller det «Slik gikk det», og legger det ut der alle kan lese det."
        self._write(self.final, {"follow_up": f"{follow_up}\n\n{told}"})

    def release_again(self) -> None:
        self.final.refresh_from_db()
        self._approve(self.final)
        releasing.release(self.final, by=self.project.cast["ingunn"])
