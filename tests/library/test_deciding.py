"""The law of the decision helper: always an honest suggestion, and never more than is open."""

from collections.abc import Iterator
from itertools import product

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.evaluations.wording import PROMISES
from brukerstemmen.library.deciding import (
    FILE,
    LANGUAGES,
    Answers,
    Degree,
    Suggestion,
    Words,
    change,
    choices,
    load,
    next_question,
    read,
    suggest,
    table_from,
)
from brukerstemmen.library.lix import lix
from tests.house.test_texts import ONLY_BOKMAL

TABLE = load()
HEAVIEST = 35
DEGREE_PAGES = {"informere", "konsultere", "involvere", "samarbeide", "bemyndiggjore"}
METHODS = {
    "bruker-spor-bruker",
    "brukerpanel",
    "dialogmote",
    "verktoykassa",
    "medforskning",
    "erfaringsmedarbeider",
}
TEMPLATES = {
    "invitere-uten-a-love-for-mye",
    "mandat-for-brukerrad",
    "forventningssamtale",
    "dagsorden-dialogmote",
    "lederens-sjekkliste",
    "samtykkebrev",
    "honorarrutine",
    "rolleavklaring-erfaringsmedarbeider",
    "bordvert",
    "tilbakemeldingsbrev",
    "lesegruppe-for-brev",
    "arshjul",
    "motemandat",
    "handlingsplan",
}

options = {one.slug: [answer.slug for answer in one.answers] for one in TABLE.questions}
answer_sets = st.fixed_dictionaries(
    {}, optional={slug: st.sampled_from(answers) for slug, answers in options.items()}
).map(read)
full_sets = st.fixed_dictionaries(
    {slug: st.sampled_from(answers) for slug, answers in options.items()}
).map(read)


def every_suggestion() -> Iterator[Suggestion]:
    for given_now in product(*(options[slug] for slug in options)):
        yield suggest(read(dict(zip(options, given_now, strict=True))))


@given(answer_sets)
def test_there_is_always_a_suggestion_with_all_its_parts(answers: Answers) -> None:
    told = suggest(answers)

    assert (
        told.arena in TABLE.arenas.values() and told.promise == TABLE.degrees[told.degree].promise
    )
    assert 1 <= len(told.templates) <= TABLE.shown and 1 <= len(told.pitfalls) <= TABLE.shown
    assert len(set(told.templates)) == len(told.templates)
    assert set(told.because) <= set(choices(answers))


@given(full_sets)
def test_who_has_answered_all_is_told_which_answers_decided(answers: Answers) -> None:
    assert suggest(answers).because
    assert next_question(answers) is None


@given(answer_sets)
def test_nothing_is_promised_that_is_not_open(answers: Answers) -> None:
    opened = TABLE.question("apent").answer(answers.get("apent"))
    most = opened.at_most if opened else Degree.INFORM

    assert most and suggest(answers).degree.number <= most.number


@given(answer_sets)
def test_where_nothing_can_change_the_only_honest_degree_is_to_inform(answers: Answers) -> None:
    for shut in ("ingenting", "vet-ikke", None):
        told = suggest(change(answers, "apent", shut))
        assert told.degree is Degree.INFORM and told.arena.slug in {"informasjon", "verktoykassa"}


@given(answer_sets, st.sampled_from(["flere", "fast"]))
def test_more_than_one_meeting_without_money_is_a_pitfall(answers: Answers, tid: str) -> None:
    poor = change(change(answers, "penger", "nei"), "tid", tid)
    paid = change(poor, "penger", "ja")

    assert "uten-honorar-lenge" in {one.slug for one in suggest(poor).pitfalls}
    assert "uten-honorar-lenge" not in {one.slug for one in suggest(paid).pitfalls}


@given(answer_sets)
def test_nobody_is_employed_without_money(answers: Answers) -> None:
    assert suggest(change(answers, "penger", "nei")).arena.slug != "erfaringsmedarbeider"


@given(answer_sets, st.data())
def test_every_answer_can_be_changed_and_taken_away(answers: Answers, data: st.DataObject) -> None:
    question = data.draw(st.sampled_from(TABLE.questions))
    answer = data.draw(st.sampled_from(question.answers))

    changed = change(answers, question.slug, answer.slug)

    assert changed.get(question.slug) == answer.slug
    assert change(changed, question.slug, answers.get(question.slug)) == answers
    assert change(changed, question.slug, None).get(question.slug) is None
    others = [one for one in options if one != question.slug]
    assert [changed.get(one) for one in others] == [answers.get(one) for one in others]


@given(answer_sets, st.randoms())
def test_the_address_is_the_same_however_the_answers_came(answers: Answers, chance) -> None:
    shuffled = list(answers.given)
    chance.shuffle(shuffled)

    assert read(dict(shuffled)) == answers and read(dict(shuffled)).address == answers.address
    assert answers.address.isascii()


@given(st.dictionaries(st.one_of(st.sampled_from(list(options)), st.text()), st.text()))
def test_what_the_table_does_not_know_is_dropped(query: dict[str, str]) -> None:
    answers = read(query)

    assert all(answer in options[question] for question, answer in answers.given)
    assert suggest(answers)


@given(answer_sets)
def test_the_questions_are_asked_in_turn(answers: Answers) -> None:
    coming = next_question(answers)

    assert (coming is None) == (len(answers.given) == len(TABLE.questions))
    if coming:
        before = [one for one in TABLE.questions if one.number < coming.number]
        assert all(answers.get(one.slug) for one in before) and not answers.get(coming.slug)


def test_everything_in_the_table_is_reached() -> None:
    told = list(every_suggestion())

    assert {one.degree for one in told} == set(Degree)
    assert {one.arena.slug for one in told} == set(TABLE.arenas)
    shown = {pitfall.slug for one in told for pitfall in one.pitfalls}
    assert shown == {one.slug for one in TABLE.pitfalls}
    assert {address for one in told for address in one.templates} == {
        f"/verktoy/maler/{slug}/" for slug in TEMPLATES
    }


def test_degrees_and_methods_have_their_pages() -> None:
    assert {one.page for one in TABLE.degrees.values()} == {
        f"/verktoy/grader/{slug}/" for slug in DEGREE_PAGES
    }
    pages = {one.slug: one.page for one in TABLE.arenas.values() if one.page}
    assert pages == {slug: f"/verktoy/metoder/{slug}/" for slug in METHODS}


def test_there_are_five_to_seven_questions_found_by_number_and_by_name() -> None:
    assert 5 <= len(TABLE.questions) <= 7
    for number, question in enumerate(TABLE.questions, 1):
        assert TABLE.question(number) is TABLE.question(question.slug) is question
    for unknown in (0, 8, "ukjent"):
        with pytest.raises(KeyError):
            TABLE.question(unknown)


def all_words() -> Iterator[Words]:
    for question in TABLE.questions:
        yield from (question.text, question.why, *(one.text for one in question.answers))
    for degree in TABLE.degrees.values():
        yield from (degree.name, degree.means, degree.promise)
    for arena in TABLE.arenas.values():
        yield from (arena.name, arena.about)
    yield from (one.text for one in TABLE.pitfalls)


def test_nynorsk_is_nynorsk_and_english_is_no_copy() -> None:
    assert not [one.nn for one in all_words() if ONLY_BOKMAL.search(one.nn)]
    assert not [one.en for one in all_words() if one.en in {one.nb, one.nn} and " " in one.en]


def test_there_is_no_rank_among_the_degrees() -> None:
    ranking = ("bedre grad", "høyere", "høgare", "lavere", "lågare", "higher", "lower", "trinn")
    said = [one.said_in(language).lower() for one in all_words() for language in LANGUAGES]

    assert not [text for text in said if any(word in text for word in ranking)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_promise_is_the_one_an_evaluation_gives(language: str) -> None:
    with translation.override(language):
        usual = {Degree(degree): str(promise) for degree, promise in PROMISES.items()}

    assert {slug: one.promise.said_in(language) for slug, one in TABLE.degrees.items()} == usual


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_question_is_light_to_read(language: str) -> None:
    for one in TABLE.questions:
        words = [one.text, one.why, *(answer.text for answer in one.answers)]
        assert lix("\n".join(text.said_in(language) for text in words)).value < HEAVIEST, one.slug


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_advice_is_light_to_read_alone(language: str) -> None:
    texts = [one.about for one in TABLE.arenas.values()] + [one.text for one in TABLE.pitfalls]
    texts += [one.means for one in TABLE.degrees.values()]
    told = {text.said_in(language): lix(text.said_in(language)).value for text in texts}

    assert not {text: value for text, value in told.items() if value >= HEAVIEST}


@given(answer_sets, st.sampled_from(LANGUAGES))
def test_each_suggestion_is_light_to_read(answers: Answers, language: str) -> None:
    told = suggest(answers)
    texts = [told.advice.name, told.advice.means, told.promise, told.arena.name, told.arena.about]
    texts += [one.text for one in told.pitfalls]

    assert lix("\n".join(text.said_in(language) for text in texts)).value < HEAVIEST


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        pytest.param('text.nn = "Kven gjeld', 'text.se = "Kven gjeld', "missing in nn", id="words"),
        pytest.param('tid = ["fast"]', 'tid = ["fastt"]', "tid has the answer fastt", id="answer"),
        pytest.param('arena = "radslag"', 'arena = "raad"', "no arena raad", id="arena"),
        pytest.param('arenas = ["lesegruppe"]', 'arenas = ["lese"]', "no arena lese", id="where"),
        pytest.param('at_most = "consult"', 'at_most = "decide"', "decide", id="degree"),
        pytest.param('slug = "hvem"', "", "slug", id="slug"),
        pytest.param('degrees = ["inform"]', 'degrees = ["consult"]', "inform", id="no rule left"),
        pytest.param('unanswered = "inform"', "", "no question limits", id="a promise too many"),
        pytest.param('at_most = "empower"', "", "no question limits", id="an answer without limit"),
        pytest.param("[[rule]]", "[[rule", "line", id="no table at all"),
    ],
)
def test_an_editors_slip_is_told_in_words(written: str, instead: str, said: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert written in text

    with pytest.raises(ValueError, match=said):
        table_from(text.replace(written, instead, 1))
