"""The decision helper: one question at a time, and what the answers lead to.

The answers stand in the address and nowhere else (`library.deciding`). `vis` beside them shows one
question again, or the suggestion before all is answered.
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from brukerstemmen.library.deciding import (
    Answers,
    Question,
    Suggestion,
    change,
    choices,
    load,
    next_question,
    read,
    suggest,
)
from brukerstemmen.library.models import LibraryPage

SHOW = "vis"
SUGGESTION = "forslag"


@dataclass(frozen=True)
class Step:
    """A question as it is asked: each answer with the address it leads to."""

    number: int
    of: int
    text: str
    why: str
    answers: list[dict[str, Any]]
    back: str  # "" at the first question
    on: str  # past the question, without an answer


def of_helper(page: LibraryPage, request: HttpRequest) -> dict[str, Any]:
    """For the page that helps to decide: the question to answer now, or the suggestion."""
    asks = request.GET.dict()
    answers, show = read(asks), asks.get(SHOW, "")
    language = page.locale.language_code
    question = _question(answers, show)
    told: dict[str, Any] = {
        "known_query": request.META.get("QUERY_STRING", "") == _address(answers, show)[1:],
        "answered": _answered(answers, language),
        "begun": bool(answers.given),
        "suggestion_address": _address(answers, SUGGESTION),
    }
    if question is not None:
        return told | {"step": _step(question, answers, language)}
    suggestion = suggest(answers)
    return told | _shown(suggestion, page, language) | {"open": next_question(answers) is not None}


def _question(answers: Answers, show: str) -> Question | None:
    if show == SUGGESTION:
        return None
    named = next((one for one in load().questions if one.slug == show), None)
    return named or next_question(answers)


def _address(answers: Answers, show: str = "") -> str:
    """The address of these answers, where one question or the suggestion is shown."""
    known = {SUGGESTION, *(one.slug for one in load().questions)}
    joined = "&" if answers.given else ""
    return answers.address + (f"{joined}{SHOW}={show}" if show in known else "")


def _step(question: Question, answers: Answers, language: str) -> Step:
    every = load().questions
    before = every[question.number - 2].slug if question.number > 1 else ""
    after = every[question.number].slug if question.number < len(every) else SUGGESTION
    return Step(
        number=question.number,
        of=len(every),
        text=question.text.said_in(language),
        why=question.why.said_in(language),
        answers=[
            {
                "text": answer.text.said_in(language),
                "address": _address(change(answers, question.slug, answer.slug)),
                "chosen": answers.get(question.slug) == answer.slug,
            }
            for answer in question.answers
        ],
        back=_address(answers, before) if before else "",
        on=_address(answers, after),
    )


def _answered(answers: Answers, language: str) -> list[dict[str, Any]]:
    """What has been answered, each with the way back to its question."""
    return [
        {
            "question": choice.question.text.said_in(language),
            "answer": choice.answer.text.said_in(language),
            "address": _address(answers, choice.question.slug),
        }
        for choice in choices(answers)
    ]


def _shown(suggestion: Suggestion, page: LibraryPage, language: str) -> dict[str, Any]:
    """The suggestion in the language of the page, with the pages it leads to."""
    advice, arena = suggestion.advice, suggestion.arena
    pages = _pages([*suggestion.templates, advice.page, arena.page], page)
    return {
        "suggestion": {
            "number": advice.degree.number,
            "degree": advice.name.said_in(language),
            "means": advice.means.said_in(language),
            "degree_page": pages.get(advice.page),
            "promise": suggestion.promise.said_in(language),
            "arena": arena.name.said_in(language),
            "about": arena.about.said_in(language),
            "arena_page": pages.get(arena.page),
            "templates": [pages[one] for one in suggestion.templates if one in pages],
            "pitfalls": [one.text.said_in(language) for one in suggestion.pitfalls],
            "because": [
                {
                    "question": choice.question.text.said_in(language),
                    "answer": choice.answer.text.said_in(language),
                }
                for choice in suggestion.because
            ],
        }
    }


def _pages(addresses: list[str], page: LibraryPage) -> dict[str, LibraryPage]:
    """The published page at each address: in the language of the page, else in bokmål. Two
    queries. What has moved or gone is left out."""
    home = LibraryPage.objects.filter(path=page.path[: 2 * page.steplen]).values("translation_key")
    nb = LibraryPage.objects.filter(
        depth=2, translation_key__in=home, locale__language_code="nb"
    ).values_list("url_path", flat=True)
    front = next(iter(nb), "/")
    wanted = {f"{front}{address.strip('/')}/": address for address in addresses if address}
    own = LibraryPage.objects.filter(url_path__in=wanted).values("translation_key")
    rows = LibraryPage.objects.live().filter(translation_key__in=own).select_related("locale")
    by_key = {row.translation_key: wanted[row.url_path] for row in rows if row.url_path in wanted}
    here = page.locale_id
    fitting = [row for row in rows if row.locale_id == here or row.url_path in wanted]
    fitting.sort(key=lambda row: row.locale_id == here)  # its own language comes last, and stays
    return {by_key[row.translation_key]: row for row in fitting if row.translation_key in by_key}
