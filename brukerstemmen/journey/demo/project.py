"""What the parts of Elvesund's story share as it grows."""

from datetime import date

from brukerstemmen.analysis.models import Finding, Theme
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.journey.demo.cast import Cast
from brukerstemmen.measures.models import Matter
from brukerstemmen.reports.models import FindingMatter, QuoteClearance, ReleasedReport
from brukerstemmen.voices.models import Participant, Statement, UserMeeting


class Project:
    """By the names the answer key uses. participants: those who have not left."""

    evaluation: Evaluation
    process_out: ReleasedReport
    final_out: ReleasedReport

    def __init__(self, cast: Cast, start: date) -> None:
        self.cast = cast
        self.start = start
        self.meetings: dict[str, UserMeeting] = {}
        self.participants: dict[str, Participant] = {}
        self.statements: dict[str, Statement] = {}
        self.themes: dict[str, Theme] = {}
        self.findings: dict[str, Finding] = {}
        self.clearances: dict[str, QuoteClearance] = {}

    def matter(self, code: str) -> Matter:
        """What the finding became when it was put to the service."""
        return FindingMatter.objects.get(finding=self.findings[code]).matter
