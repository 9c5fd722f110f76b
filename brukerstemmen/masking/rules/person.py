"""Names that stand in the lists, of every origin, with the words that belong to them."""

import re
from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading, Word
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.person"
CAPITAL, SMALL_LETTERS = 0.95, 0.7
# How sure it is that an ordinary word is a name here.
INSIDE, BY_WHAT_FOLLOWS, SMALL_AND_ACTING, PERHAPS = 0.8, 0.8, 0.6, 0.3
AGE_AFTER = re.compile(r" (?:nå |no |bare |berre )?(?:\d{1,2}|[a-zæøå]{2,12}) (?:år|åra)\b")
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
        if not words[index].has_capital and _begins_three_names(reading, index):
            last = max(last, index + 2)
        start = _with_initials(reading, words[_first_of_name(reading, index)].start)
        yield Span(start, words[last].end, Label.PERSON, score, SOURCE, Why.NAME_IN_LIST)
        index = last + 1


def is_listed(word: Word) -> bool:
    """Whether the word, or a double name's every part, stands in a list of names."""
    names = lexicon.names()
    if any(base in names for base in lexicon.base_forms(word.lower)):
        return True
    if lexicon.is_two_names(word.lower):
        return True
    parts = [set(lexicon.base_forms(part)) & names for part in word.parts]
    if len(parts) < 2 or not all(parts):
        return False
    if all(part & lexicon.words("names_norwegian_first") for part in parts):
        return True  # "bjørn-tore": a bear by itself, but not with a hyphen and another name
    return not set().union(*parts) <= lexicon.words("ambiguous")


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
    if word.text.isupper() and len(word.text) < lexicon.SHORTEST_NAME:
        return 0  # "AA" and "NA" are meetings
    if _is_ordinary_here(reading, word):
        return _score_of_ordinary(reading, index)
    return CAPITAL if word.has_capital else SMALL_LETTERS


def _is_ordinary_here(reading: Reading, word: Word) -> bool:
    """Whether it is an ordinary word in the language of the text: in English "liv" is none."""
    lower = word.lower
    if reading.lang == "en" and not word.has_capital:
        known = lower in lexicon.words("ambiguous_en", "function_words_en")
        short = len(lower) < lexicon.SHORTEST_NAME
        return known or (is_ordinary(word) and (short or lexicon.is_common_in_english(lower)))
    return is_ordinary(word) or lower in lexicon.words(*_ordinary_in(reading.lang))


def _ordinary_in(lang: str) -> tuple[str, ...]:
    return (f"ambiguous_{lang}",) if lang in ("nn", "en") else ()


def _score_of_ordinary(reading: Reading, index: int) -> float:
    """How much a word that is ordinary too is a name: by its capital, and by what follows."""
    word = reading.words[index]
    if reading.lang == "en" and lexicon.is_people(word.text):
        return 0  # "Sami" and "Somali" are languages there before they are somebody
    is_small_word = word.lower in lexicon.function_words()
    if not word.has_capital:
        if _begins_three_names(reading, index):
            return BY_WHAT_FOLLOWS
        return 0 if is_small_word else _score_in_small_letters(reading, index)
    if not word.is_titled:
        return 0
    if not word.opens:
        return INSIDE
    return 0 if is_small_word else _score_at_start(reading, index)


def _score_in_small_letters(reading: Reading, index: int) -> float:
    if _is_family_name_after(reading, index):
        return BY_WHAT_FOLLOWS
    acts = acts_like_somebody(reading, index) or has_an_age(reading, index)
    return SMALL_AND_ACTING if acts and begins_a_clause(reading, index) else 0


def _begins_three_names(reading: Reading, index: int) -> bool:
    """ "do thi my", "le van son": each an ordinary word somewhere, together nothing but a name."""
    words = reading.words[index : index + 3]
    asian = lexicon.words("names_asian", "names_vietnamese_filipino_thai")
    together = all(reading.gap_before(at) == " " for at in range(index + 1, index + len(words)))
    if len(words) < 3 or not together or not all(word.lower in asian for word in words):
        return False
    return words[1].lower in lexicon.words("middle_names") or not any(
        word.lower in lexicon.function_words() for word in words
    )


def _score_at_start(reading: Reading, index: int) -> float:
    if _is_followed_by_name(reading, index):
        return BY_WHAT_FOLLOWS
    first = reading.words[index].lower in lexicon.words("names_norwegian_first")
    if acts_like_somebody(reading, index):
        return BY_WHAT_FOLLOWS if first or _next_is(reading, index, "saying_verbs") else PERHAPS
    if _stands_beside_name(reading, index) or (first and _works_somewhere(reading, index)):
        return BY_WHAT_FOLLOWS
    perhaps = first and reading.words[index].lower not in lexicon.words("seldom_names")
    return PERHAPS if perhaps and _next_is(reading, index, "acting_verbs") else 0


def has_an_age(reading: Reading, index: int) -> bool:
    """ "sondre e 11 år": who has an age is somebody."""
    if not _next_is(reading, index, "words_of_being"):
        return False
    return bool(AGE_AFTER.match(reading.text, reading.words[index + 1].end))


def _next_is(reading: Reading, index: int, *lists: str) -> bool:
    following = index + 1
    if following >= len(reading.words) or reading.gap_before(following) != " ":
        return False
    return reading.words[following].lower in lexicon.words(*lists)


def acts_like_somebody(reading: Reading, index: int) -> bool:
    """Whether the next word is a verb that only people can be the subject of."""
    return _next_is(reading, index, "saying_verbs", "human_verbs")


def begins_a_clause(reading: Reading, index: int) -> bool:
    """Whether a word may be a subject: nothing before it makes it the object or a noun."""
    if reading.words[index].opens or "," in reading.gap_before(index):
        return True
    return reading.words[index - 1].lower in lexicon.words("before_subjects")


def _stands_beside_name(reading: Reading, index: int) -> bool:
    """ "Dag og Tone": beside another first name, written as one."""
    if index + 2 >= len(reading.words) or not _next_is(reading, index, "and_words"):
        return False
    word = reading.words[index + 2]
    return word.is_titled and not word.opens and is_listed(word)


def _works_somewhere(reading: Reading, index: int) -> bool:
    """ "Stein på poliklinikken": a name, then where this one is found."""
    if index + 2 >= len(reading.words) or not _next_is(reading, index, "before_places"):
        return False
    where = reading.words[index + 2].lower
    return where.endswith(("klinikken", "kontoret", "senteret", "teamet", "posten", "huset")) or (
        where in {"avdelingen", "avdelinga", "nav", "dps", "bup", "kjøkkenet", "resepsjonen"}
    )


def _first_of_name(reading: Reading, index: int) -> int:
    """ "Håp Andreassen": a capital before a family name is a first name nobody listed."""
    word, before = reading.words[index], index - 1
    last_name = word.lower in lexicon.words("names_norwegian_last")
    if before < 0 or not last_name or reading.gap_before(index) != " ":
        return index
    first = reading.words[before]
    if not word.has_capital:
        return before if _is_strange_before(reading, before) else index
    is_verb = first.opens and first.lower.endswith(("te", "et", "er", "ar", "de", "dde", "t"))
    return before if reading.may_be_a_name(first) and not is_verb else index


def _is_strange_before(reading: Reading, index: int) -> bool:
    """ "sánná danielsen": before a family name in small letters, what no dictionary has."""
    lower = reading.words[index].lower
    if lower in reading.harmless:
        return False
    return lexicon.is_unknown(lower, "nb") and not lexicon.is_common_in_english(lower)


def _is_followed_by_name(reading: Reading, index: int) -> bool:
    following = index + 1
    if following >= len(reading.words) or reading.gap_before(following) not in (" ", "-"):
        return False
    word = reading.words[following]
    if _is_initial(reading, word):
        return following + 1 < len(reading.words) and reading.words[following + 1].is_titled
    return reading.may_be_a_name(word) and not word.opens


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
    # "kari lund": in small letters a listed name goes on, or what no dictionary has.
    if first.has_capital or word.lower in reading.harmless:
        return False
    if reading.lang == "en":
        return not lexicon.is_common_in_english(word.lower)
    return word.lower in lexicon.names() or _is_no_word(word.lower)


def _is_no_word(lower: str) -> bool:
    """Whether no dictionary has it, however short it is."""
    if len(lower) >= lexicon.SHORTEST_UNKNOWN:
        return lexicon.is_unknown(lower, "nb")
    known = lexicon.is_word(lower) or lower in lexicon.words("abbreviations")
    return len(lower) > 1 and not known and not lexicon.is_common_in_english(lower)


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
