"""What there is in a commission: the evaluation, its agreement, its team, its question guide."""

from .evaluation import Agreement, AnchoringPoint, DoneElsewhere, Evaluation, PassedNeed
from .guide import GuideTheme, Question, QuestionGuide
from .team import TeamMember

__all__ = [
    "Agreement",
    "AnchoringPoint",
    "DoneElsewhere",
    "Evaluation",
    "GuideTheme",
    "PassedNeed",
    "Question",
    "QuestionGuide",
    "TeamMember",
]
