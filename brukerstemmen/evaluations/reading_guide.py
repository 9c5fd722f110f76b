"""A version of the question guide, opened and put in order for its pages."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.utils.functional import Promise

from brukerstemmen.evaluations.models import Evaluation, GuideTheme, Question, QuestionGuide
from brukerstemmen.evaluations.models.guide import RaisedBy, Turn
from brukerstemmen.evaluations.questions import warnings
from brukerstemmen.evaluations.wording import WARNINGS

Words = Promise | str


@dataclass(frozen=True)
class AskedQuestion:
    question: Question
    text: str
    turn: Words
    raised_by: Words
    warnings: list[Words]


@dataclass(frozen=True)
class AskedTheme:
    theme: GuideTheme
    number: int
    title: str
    questions: list[AskedQuestion]


_EVALUATION = ("work__centre__profile", "key__outer")


def guides() -> Any:
    """All versions, with the evaluation they belong to."""
    return QuestionGuide.objects.select_related(
        "locked_by", *(f"evaluation__{path}" for path in _EVALUATION)
    )


def themes() -> Any:
    return GuideTheme.objects.select_related(
        "key__outer", *(f"guide__evaluation__{path}" for path in _EVALUATION)
    )


def questions() -> Any:
    return Question.objects.select_related(
        "key__outer", *(f"theme__guide__evaluation__{path}" for path in _EVALUATION)
    )


def latest_guide(evaluation: Evaluation) -> QuestionGuide | None:
    """The version that is worked on, or else the newest locked one."""
    return evaluation.guides.select_related("locked_by").order_by("version").last()


def versions(evaluation: Evaluation) -> list[QuestionGuide]:
    """Every version, the newest first."""
    return list(evaluation.guides.select_related("locked_by").order_by("-version"))


def themes_of(guide: QuestionGuide) -> list[AskedTheme]:
    """The themes with their questions in the order of the turns. Two queries."""
    asked = Question.objects.select_related("key__outer")
    rows = guide.themes.select_related("key__outer").prefetch_related(Prefetch("questions", asked))
    return [
        AskedTheme(theme, number, theme.read("title"), _questions(theme))
        for number, theme in enumerate(rows, start=1)
    ]


def _questions(theme: GuideTheme) -> list[AskedQuestion]:
    turns = list(Turn)
    asked = sorted(theme.questions.all(), key=lambda q: (turns.index(Turn(q.turn)), q.position))
    return [_asked(question) for question in asked]


def _asked(question: Question) -> AskedQuestion:
    text = question.read("text")
    return AskedQuestion(
        question=question,
        text=text,
        turn=Turn(question.turn).label,
        raised_by=RaisedBy(question.raised_by).label,
        warnings=[WARNINGS[warning] for warning in warnings(text)],
    )
