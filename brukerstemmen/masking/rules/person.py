"""Names that stand in the lists, of every origin, with the words that belong to them."""

import re
from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading, Word
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.person"
CAPITAL, SMALL_LETTERS, ORDINARY_WORD = 0.95, 0.7, 0.8
INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\. ?){1,3}$")


def find(reading: Reading) -> Iterator[Span]:
    """Listed names. One that is an ordinary word too needs a capital that says something."""
    words = reading.words
    index = 0
    while index < len(words):
        score = _score(reading, index)
        if not score:
            index += 1
            continue
        last = last_of_name(reading, index)
        start = _with_initials(reading, words[index].start)
        yield Span(start, words[last].end, Label.PERSON, score, SOURCE, Why.NAME_IN_LIST)
        index = last + 1


def is_listed(word: Word) -> bool:
    """Whether the word, or a double name's every part, stands in a list of names."""
    names = lexicon.names()
    if any(base in names for base in lexicon.base_forms(word.lower)):
        return True
    parts = [set(lexicon.base_forms(part)) & names for part in word.parts]
    return len(parts) > 1 and all(parts) and not set().union(*parts) <= lexicon.words("ambiguous")


def is_ordinary(word: Word) -> bool:
    """Whether the listed name is a common word as well, such as *dag* or *liv*.

    The word as it stands decides first: "livs" is life's, "mats" is Mats.
    """
    common = lexicon.words("ambiguous")
    listed = set(lexicon.base_forms(word.lower)) & lexicon.names()
    return word.lower in common or (bool(listed) and listed <= common)


def _score(reading: Reading, index: int) -> float:
    word = reading.words[index]
    if not is_listed(word):
        return 0
    if is_ordinary(word):
        return ORDINARY_WORD if _is_meant_as_name(reading, index) else 0
    return CAPITAL if word.has_capital else SMALL_LETTERS


def _is_meant_as_name(reading: Reading, index: int) -> bool:
    """Whether an ordinary word is a name here: by its capital, or by the name after it."""
    word = reading.words[index]
    if reading.lang == "en" and lexicon.is_people(word.text):
        return False  # "Sami" and "Somali" are languages there before they are somebody
    is_small_word = word.lower in lexicon.function_words()
    if not word.has_capital:
        return not is_small_word and _is_family_name_after(reading, index)
    if not word.opens:
        return word.is_titled
    return word.is_titled and not is_small_word and _is_followed_by_name(reading, index)


def _is_followed_by_name(reading: Reading, index: int) -> bool:
    following = index + 1
    if following >= len(reading.words) or reading.gap_before(following) not in (" ", "-"):
        return False
    word = reading.words[following]
    return word.lower in lexicon.words("saying_verbs") or (
        reading.may_be_a_name(word) and not word.opens
    )


def last_of_name(reading: Reading, index: int) -> int:
    """The index of the last word of the name that begins at index."""
    last = index
    for following in range(index + 1, min(index + 5, len(reading.words))):
        gap, word = reading.gap_before(following), reading.words[following]
        if gap != " " and not (gap == ". " and _is_initial(reading, reading.words[following - 1])):
            break
        if _continues(reading, reading.words[index], word) or _is_initial(reading, word):
            last = following
        elif word.lower not in lexicon.words("name_particles"):
            break
    return last


def _with_initials(reading: Reading, start: int) -> int:
    before = INITIALS.search(reading.text[max(0, start - 9) : start])
    return start - len(before.group()) if before and before.group()[0].isupper() else start


def _is_initial(reading: Reading, word: Word) -> bool:
    return len(word.text) == 1 and word.has_capital and reading.text[word.end : word.end + 1] == "."


def _continues(reading: Reading, first: Word, word: Word) -> bool:
    if word.has_capital:
        return is_listed(word) or reading.may_be_a_name(word)
    # "kari lund": in small letters only a listed name goes on, never a word like "han".
    return not first.has_capital and word.lower in lexicon.names() - lexicon.function_words()


def _is_family_name_after(reading: Reading, index: int) -> bool:
    """Whether what follows makes a name of "per" or "vo thi", in small letters too."""
    first_names = lexicon.words("names_norwegian_first") - lexicon.words("names_norwegian_last")
    for following in range(index + 1, min(index + 4, len(reading.words))):
        word = reading.words[following]
        small_word = word.lower in lexicon.function_words()
        if reading.gap_before(following) != " " or small_word or not is_listed(word):
            return False
        if not is_ordinary(word):
            return word.lower not in first_names
    return False
