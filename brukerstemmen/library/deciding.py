"""Which way to involve people fits: a few answers lead to a degree, an arena, a promise and more.

The table lies beside this file, in `deciding.toml`, for editors to read and change. Each answer
may say how much can be promised *at most*, and the lowest of these is the degree. That is no rank:
none of the five is better than another, and a small promise that is kept is worth more than a
large one that is not. While nobody has said what is open to change, nothing is promised but to
inform. The arena is the first rule of the table that fits; pitfalls are all that fit, the most
pressing first.

Answers live in the address alone (`?apent=losningen&hvem=unge`), and nothing of them is kept.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

FILE = Path(__file__).with_name("deciding.toml")
LANGUAGES = ("nb", "nn", "en")


class Degree(StrEnum):
    """How much those it concerns can decide, in the order of how much is promised."""

    INFORM = "inform"
    CONSULT = "consult"
    INVOLVE = "involve"
    COLLABORATE = "collaborate"
    EMPOWER = "empower"

    @property
    def number(self) -> int:
        """From 1 to 5, as the pages number them."""
        return list(Degree).index(self) + 1


@dataclass(frozen=True)
class Words:
    """One text in the three languages."""

    nb: str
    nn: str
    en: str

    def said_in(self, language: str) -> str:
        """The text in this language, in bokmål where the language is another.

        >>> hei = Words("Hei", "Hei du", "Hello")
        >>> hei.said_in("en-gb"), hei.said_in("se")
        ('Hello', 'Hei')
        """
        spoken = {"nb": self.nb, "nn": self.nn, "en": self.en}
        return spoken.get(language.partition("-")[0], self.nb)


@dataclass(frozen=True)
class Answer:
    """One of the answers to a question. at_most: None where it says nothing of the degree."""

    slug: str
    text: Words
    at_most: Degree | None
    templates: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """What is asked, and why. unanswered: what may be promised at most until it is answered."""

    number: int
    slug: str
    text: Words
    why: Words
    unanswered: Degree | None
    answers: tuple[Answer, ...]

    def answer(self, slug: str | None) -> Answer | None:
        """The answer of this name; None where there is none."""
        return next((one for one in self.answers if one.slug == slug), None)


@dataclass(frozen=True)
class Answers:
    """What somebody has answered so far: question and answer by their names, in table order."""

    given: tuple[tuple[str, str], ...] = ()

    def get(self, question: str) -> str | None:
        """The name of the answer to this question; None where it has none."""
        return dict(self.given).get(question)

    @property
    def address(self) -> str:
        """The address of these answers, seen from the helper's own page.

        >>> Answers((("apent", "alt"), ("hvem", "unge"))).address, Answers().address
        ('?apent=alt&hvem=unge', '?')
        """
        return "?" + urlencode(self.given)


@dataclass(frozen=True)
class Advice:
    """What a degree is and what it promises."""

    degree: Degree
    name: Words
    means: Words
    promise: Words
    page: str
    templates: tuple[str, ...]


@dataclass(frozen=True)
class Arena:
    """Where people meet. page: its address, empty where it has none."""

    slug: str
    name: Words
    about: Words
    page: str
    templates: tuple[str, ...]


@dataclass(frozen=True)
class Terms:
    """When something of the table holds. Empty: always.

    needs: each of these questions is answered with one of these. unless: none of these is.
    """

    needs: Mapping[str, frozenset[str]]
    unless: Mapping[str, frozenset[str]]
    degrees: frozenset[Degree]
    arenas: frozenset[str]

    def hold(self, answers: Answers, degree: Degree, arena: str = "") -> bool:
        """Whether they hold for these answers, this degree and this arena."""
        return (
            all(answers.get(question) in named for question, named in self.needs.items())
            and not any(answers.get(question) in named for question, named in self.unless.items())
            and (not self.degrees or degree in self.degrees)
            and (not self.arenas or arena in self.arenas)
        )


@dataclass(frozen=True)
class Rule:
    """Under these terms this arena fits, unless a rule before it does."""

    arena: str
    terms: Terms


@dataclass(frozen=True)
class Pitfall:
    """What easily goes wrong, and what to do instead."""

    slug: str
    text: Words
    terms: Terms


@dataclass(frozen=True)
class Table:
    """Everything in the file. shown: the most templates, and the most pitfalls, to tell of."""

    shown: int
    questions: tuple[Question, ...]
    degrees: Mapping[Degree, Advice]
    arenas: Mapping[str, Arena]
    rules: tuple[Rule, ...]
    pitfalls: tuple[Pitfall, ...]

    def question(self, wanted: int | str) -> Question:
        """The question of this number, from 1, or of this name. Raises KeyError if none is.

        >>> load().question(1) == load().question("apent")
        True
        """
        for question in self.questions:
            if wanted in (question.number, question.slug):
                return question
        raise KeyError(wanted)


@dataclass(frozen=True)
class Choice:
    """A question and the answer it was given."""

    question: Question
    answer: Answer


@dataclass(frozen=True)
class Suggestion:
    """What the answers lead to. because: those that decided, () if none has yet."""

    advice: Advice
    arena: Arena
    templates: tuple[str, ...]
    pitfalls: tuple[Pitfall, ...]
    because: tuple[Choice, ...]

    @property
    def degree(self) -> Degree:
        return self.advice.degree

    @property
    def promise(self) -> Words:
        return self.advice.promise


def read(query: Mapping[str, str], table: Table | None = None) -> Answers:
    """The answers in an address. What the table does not know is left out, never an error.

    >>> read({"hvem": "unge", "apent": "losningen", "antall": "<script>", "x": "1"}).address
    '?apent=losningen&hvem=unge'
    """
    asked = (table or load()).questions
    told = ((one.slug, one.answer(query.get(one.slug))) for one in asked)
    return Answers(tuple((slug, answer.slug) for slug, answer in told if answer))


def change(
    answers: Answers, question: str, answer: str | None, table: Table | None = None
) -> Answers:
    """The same answers but for this question. None takes its answer away.

    >>> change(read({"hvem": "unge"}), "apent", "ingenting").address
    '?apent=ingenting&hvem=unge'
    """
    return read({**dict(answers.given), question: answer or ""}, table)


def next_question(answers: Answers, table: Table | None = None) -> Question | None:
    """The first question not answered yet; None when all are.

    >>> next_question(read({"apent": "ingenting"})).slug
    'formal'
    """
    asked = (table or load()).questions
    return next((one for one in asked if answers.get(one.slug) is None), None)


def choices(answers: Answers, table: Table | None = None) -> tuple[Choice, ...]:
    """The questions that are answered, each with its answer."""
    pairs = ((one, one.answer(answers.get(one.slug))) for one in (table or load()).questions)
    return tuple(Choice(question, answer) for question, answer in pairs if answer)


def suggest(answers: Answers, table: Table | None = None) -> Suggestion:
    """What fits these answers. There is always something, also while questions are open.

    >>> told = suggest(read({"apent": "losningen", "formal": "erfaring"}))
    >>> told.degree, told.arena.slug, [choice.answer.slug for choice in told.because]
    (<Degree.INVOLVE: 'involve'>, 'bruker-spor-bruker', ['losningen', 'erfaring'])
    """
    table = table or load()
    chosen = choices(answers, table)
    degree = _degree(answers, chosen, table)
    rule = next(rule for rule in table.rules if rule.terms.hold(answers, degree))
    advice, arena = table.degrees[degree], table.arenas[rule.arena]
    fitting = (one for one in table.pitfalls if one.terms.hold(answers, degree, arena.slug))
    answered = (address for choice in chosen for address in choice.answer.templates)
    templates = dict.fromkeys([*arena.templates, *answered, *advice.templates])
    return Suggestion(
        advice=advice,
        arena=arena,
        templates=tuple(templates)[: table.shown],
        pitfalls=tuple(fitting)[: table.shown],
        because=tuple(
            choice
            for choice in chosen
            if choice.answer.at_most is degree or choice.question.slug in rule.terms.needs
        ),
    )


def _degree(answers: Answers, chosen: Iterable[Choice], table: Table) -> Degree:
    """The largest promise that can be kept: the lowest of what may be promised at most."""
    most = [choice.answer.at_most for choice in chosen]
    most += [one.unanswered for one in table.questions if answers.get(one.slug) is None]
    limits = [degree for degree in most if degree]
    return min(limits, key=lambda degree: degree.number, default=Degree.INFORM)


@cache
def load() -> Table:
    """The table as it lies in the file, read once.

    >>> load() is load()
    True
    """
    return table_from(FILE.read_text(encoding="utf-8"))


def table_from(toml: str) -> Table:
    """The table of a text. Raises ValueError in words an editor can use."""
    try:
        table = _table(tomllib.loads(toml))
    except KeyError as missing:
        raise ValueError(f"{missing} is missing") from missing
    if faults := list(_faults(table)):
        raise ValueError("; ".join(faults))
    return table


def _table(told: dict[str, Any]) -> Table:
    return Table(
        shown=told["shown"],
        questions=tuple(_question(number, one) for number, one in enumerate(told["question"], 1)),
        degrees={Degree(one["slug"]): _advice(one) for one in told["degree"]},
        arenas={one["slug"]: _arena(one) for one in told["arena"]},
        rules=tuple(Rule(one["arena"], _terms(one)) for one in told["rule"]),
        pitfalls=tuple(
            Pitfall(one["slug"], _words(one, "text"), _terms(one)) for one in told["pitfall"]
        ),
    )


def _question(number: int, told: dict[str, Any]) -> Question:
    answers = tuple(
        Answer(
            one["slug"],
            _words(one, "text"),
            _limit(one, "at_most"),
            tuple(one.get("templates", [])),
        )
        for one in told["answer"]
    )
    text, why = _words(told, "text"), _words(told, "why")
    return Question(number, told["slug"], text, why, _limit(told, "unanswered"), answers)


def _advice(told: dict[str, Any]) -> Advice:
    name, means, promise = (_words(told, field) for field in ("name", "means", "promise"))
    templates = tuple(told.get("templates", []))
    return Advice(Degree(told["slug"]), name, means, promise, told["page"], templates)


def _arena(told: dict[str, Any]) -> Arena:
    name, about = _words(told, "name"), _words(told, "about")
    templates = tuple(told.get("templates", []))
    return Arena(told["slug"], name, about, told.get("page", ""), templates)


def _terms(told: dict[str, Any]) -> Terms:
    needs, unless = (
        {question: frozenset(named) for question, named in told.get(field, {}).items()}
        for field in ("when", "unless")
    )
    degrees = frozenset(Degree(one) for one in told.get("degrees", []))
    return Terms(needs, unless, degrees, frozenset(told.get("arenas", [])))


def _words(told: dict[str, Any], field: str) -> Words:
    said = told.get(field, {})
    if missing := [language for language in LANGUAGES if not said.get(language, "").strip()]:
        name = told.get("slug", "?")
        raise ValueError(f"{name}: {field} is missing in {', '.join(missing)}")
    return Words(said["nb"], said["nn"], said["en"])


def _limit(told: dict[str, Any], field: str) -> Degree | None:
    return Degree(told[field]) if field in told else None


def _faults(table: Table) -> Iterator[str]:
    """What stands in the table and means nothing, and what would leave somebody without advice."""
    rules, pitfalls = [one.terms for one in table.rules], [one.terms for one in table.pitfalls]
    for terms in rules + pitfalls:
        yield from _unknown_answers(terms, table)
    if not _is_honest(table):
        yield "no question limits the degree, with each of its answers and while it has none"
    named = {one.arena for one in table.rules}.union(*(terms.arenas for terms in pitfalls))
    yield from (f"there is no arena {arena}" for arena in sorted(named - set(table.arenas)))
    always = [terms for terms in rules if not (terms.needs or terms.unless)]
    for degree in Degree:
        if degree not in table.degrees:
            yield f"the degree {degree} is missing"
        if not any(terms.hold(Answers(), degree) for terms in always):
            yield f"no rule holds always for the degree {degree}"


def _is_honest(table: Table) -> bool:
    limiting = [one for one in table.questions if one.unanswered]
    return any(all(answer.at_most for answer in one.answers) for one in limiting)


def _unknown_answers(terms: Terms, table: Table) -> Iterator[str]:
    known = {one.slug: {answer.slug for answer in one.answers} for one in table.questions}
    for question, answers in (*terms.needs.items(), *terms.unless.items()):
        for answer in sorted(answers - known.get(question, set())):
            yield f"no question {question} has the answer {answer}"
