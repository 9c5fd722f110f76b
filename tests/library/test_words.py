"""The law of the words of search: same, nearly the same, alike, and where a text answers."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.library.words.alike import Vocabulary, alike
from brukerstemmen.library.words.asked import MOST_WORDS, Asked, asked
from brukerstemmen.library.words.extract import CUT, Piece, extract
from brukerstemmen.library.words.spelling import fold, spelled
from brukerstemmen.library.words.stemming import stem, stems, table
from brukerstemmen.library.words.synonyms import words_met

QUESTIONS = Path(__file__).with_name("questions.toml")
LETTERS = "abcdefghijklmnoprstuvyæøå"
TEXT = """Pårørende kan få honorar. Honoraret til brukerrepresentanter følger satsene på senteret.
Familien hører med. En erfaringskonsulent leder dialogmøtet, og brukerpanelet møtes hver måned."""
KNOWN = Vocabulary.of(spelled(TEXT), "nb")

languages = st.sampled_from(["nb", "nn", "en", "se", ""])
words = st.text(LETTERS, min_size=5, max_size=24).filter(lambda word: len(fold(word)) >= 5)


@st.composite
def with_one_error(draw: st.DrawFn) -> tuple[str, str]:
    """A word, and how somebody may have typed it."""
    word = fold(draw(words))
    place = draw(st.integers(0, len(word) - 2))
    letter = draw(st.sampled_from(LETTERS))
    before, here, after = word[:place], word[place], word[place + 1 :]
    typed = draw(
        st.sampled_from(
            [
                before + letter + here + after,
                word + letter,
                before + after,
                word[:-1],
                before + letter + after,
                before + after[0] + here + after[1:],
            ]
        ).filter(lambda typed: typed == fold(typed))
    )
    return word, typed


@pytest.mark.parametrize(
    "forms",
    [
        "bruker brukere brukeren brukerne brukar brukarar brukarane",
        "leder ledere lederne leiar leiarane",
        "erfaring erfaringer erfaringene røynsle røynsler",
        "møte møter møtet møtene møta",
        "medvirkning medvirke medvirker medverknad medverke",
        "medforsker medforskar medforskning medforsking",
        "tjeneste tjenestene teneste tenestene",
        "retningslinje retningslinjer retningsline retningsliner",
        "eksempel eksempler eksempelet døme",
        "anonym anonymt anonyme",
        "hva kva",
        "hvordan korleis",
        "veileder veilederen rettleiar veiledning rettleiing",
        "pårørende pårørande PÅRØRENDE paarørende",
    ],
)
def test_forms_of_a_word_in_bokmal_and_nynorsk_have_one_stem(forms: str) -> None:
    assert len({*stems(forms, "nb"), *stems(forms, "nn")}) == 1


def test_english_forms_meet_and_norwegian_letters_stay_apart() -> None:
    assert len(set(stems("meeting meetings meet", "en"))) == 1
    assert len({fold(word) for word in ("mal", "mål", "møl", "mæl", "mol")}) == 5
    assert fold("idé") == fold("ide\u0301") == "ide"


@given(st.text(), languages)
def test_stems_are_letters_and_figures_only(text: str, language: str) -> None:
    assert all(one.isalnum() for one in stems(text, language))


@given(words, languages)
def test_what_is_found_by_a_word_is_found_however_its_letters_are_sized(
    word: str, language: str
) -> None:
    assert stems(word.upper(), language) == stems(word, language)


@given(with_one_error(), st.lists(words))
def test_one_typing_error_is_always_forgiven(pair: tuple[str, str], others: list[str]) -> None:
    word, typed = pair
    assert word in alike(typed, Vocabulary.of([*others, word], "nb"))


@given(with_one_error())
def test_a_question_with_one_typing_error_counts_the_word_that_is_meant(
    pair: tuple[str, str],
) -> None:
    word, typed = pair
    known = {*table("stop_words")["nb"].split(), *words_met("nb").stem_of}
    if not {stem(word, "nb"), stem(typed, "nb")} & {stem(fold(one), "nb") for one in known}:
        question = asked(f"{typed} honorar", "nb", Vocabulary.of([word, "honorar"], "nb"))
        assert stem(word, "nb") in question.groups[0]


@given(st.text(LETTERS, min_size=1, max_size=8), st.lists(st.text(LETTERS, max_size=8)))
def test_nothing_further_away_than_one_error_is_alike(word: str, others: list[str]) -> None:
    for other in alike(word, Vocabulary.of(others, "nb")):
        assert abs(len(other) - len(fold(word))) <= 1


@pytest.mark.parametrize(
    ("query", "language", "expected"),
    [
        ("brukerrepresentant honorar", "nb", ["brukerrepresentanter", "honorar"]),
        ("honrar", "nb", ["honorar"]),
        ("betaling", "nb", ["honorar"]),
        ("familie", "nb", ["pårørende", "familien"]),
        ("nærstående", "nb", ["pårørende", "familien"]),
        ("erfaringsmedarbeidar", "nn", ["erfaringskonsulent"]),
        ("likepersn", "nb", ["erfaringskonsulent"]),
        ("brukarpanle", "nn", ["brukerpanelet"]),
        ("bruker panel", "nb", ["brukerpanelet"]),
        ("dialogkonferanse", "nb", ["dialogmøtet"]),
        ("en med egen erfaring", "nb", ["erfaringskonsulent"]),
    ],
)
def test_a_question_meets_the_words_of_a_text(
    query: str, language: str, expected: list[str]
) -> None:
    found = asked(query, language, KNOWN).stems
    assert {stem(word, "nb") for word in expected} <= found


def test_a_longer_word_and_the_parts_of_one_count_less() -> None:
    assert stem("erfaringskonsulent", "nb") in asked("erfaring", "nb", KNOWN).nearly[0]
    assert stem("sats", "nb") in asked("honorarsatser", "nb", KNOWN).nearly[0]
    question = asked("honorar", "nb", KNOWN)
    assert not question.groups[0] & question.nearly[0]


def test_words_that_say_nothing_are_left_out_unless_there_is_nothing_else() -> None:
    assert len(asked("Hva er honoraret til en pårørende?", "nb", KNOWN).groups) == 2
    assert len(asked("Hva er det?", "nb", KNOWN).groups) == 3
    assert len(asked("honorar honorarer betaling", "nb", KNOWN).groups) <= 2
    assert asked(" ?! ", "nb", KNOWN) == Asked()


@given(st.text() | st.text("<>\"'*:()-^ aNDOR\u0000").map(lambda text: text * 40), languages)
def test_any_question_is_answered_calmly(query: str, language: str) -> None:
    question = asked(query, language, KNOWN)
    assert len(question.groups) == len(question.nearly) <= MOST_WORDS
    assert all(question.groups) and all(one.isalnum() for one in question.stems)


def _words(pieces: list[Piece]) -> str:
    cut = {(CUT + " ", False), (" " + CUT, False)}
    return "".join(words for words, marked in pieces if (words, marked) not in cut)


@given(st.text(), st.sets(st.text(LETTERS, min_size=1, max_size=4)), languages, st.integers(1, 90))
def test_an_extract_keeps_the_words_of_the_text_in_order(
    text: str, asked_for: set[str], language: str, length: int
) -> None:
    some = asked_for | set(stems(text, language)[::3])
    pieces = extract(text, some, language, length)
    assert len(_words(pieces)) <= length
    if CUT not in text:
        assert _words(pieces) in " ".join(text.split())
    for words_of_piece, marked in pieces:
        assert not marked or stem(fold(words_of_piece), language) in some


def test_an_extract_shows_the_sentence_that_answers() -> None:
    question = asked("hva er honoraret", "nb", KNOWN)
    pieces = extract(" ".join(["Noe annet her."] * 40) + " " + TEXT, question.stems, "nb")
    assert pieces[0] == (CUT + " ", False)
    assert {"honorar", "Honoraret"} <= {words for words, marked in pieces if marked}
    assert extract("Kort tekst", {"annet"}, "nb") == [("Kort tekst", False)]
    assert extract("", set(), "nb") == []


def test_the_tables_say_nothing_twice() -> None:
    """A word in two rings is meant; the same ring twice, or a line that maps to itself, is not."""
    for rings in table("synonyms").values():
        assert len({frozenset(ring) for ring in rings}) == len(rings)
        assert all(len({tuple(stems(one, "nb")) for one in ring}) > 1 for ring in rings)
    for mapped in table("nynorsk").values():
        assert not [one for one, other in mapped.items() if one == other]


def test_the_questions_are_as_many_and_as_varied_as_promised() -> None:
    questions = tomllib.loads(QUESTIONS.read_text("utf-8"))["question"]
    assert len({one["asks"] for one in questions}) >= 40
    assert {one["language"] for one in questions} == {"nb", "nn"}
    assert len([one for one in questions if one["slip"]]) >= len(questions) // 4
    assert all(one["page"].startswith("/") and one["page"].endswith("/") for one in questions)
