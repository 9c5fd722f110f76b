"""The words people see, found by the text in the code they stand for.

A story asks for `nb("Start an evaluation")` and looks for what the catalogue says: it outlives
another wording, and fails when a page shows the text untranslated.
"""

from collections.abc import Iterable
from functools import cache

from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext, trans_real


def said(language: str, text: str, *, context: str = "", **gaps: object) -> str:
    """The text as it is said in a language. gaps: what stands in them.

    Fails if the catalogue has no such text: the story then asks for what nobody says.
    """
    assert language == "en" or _is_known(language, text, context), f"no {language} for: {text}"
    with translation.override(language):
        words = pgettext(context, text) if context else gettext(text)
    return words % gaps if gaps else words


def nb(text: str, *, context: str = "", **gaps: object) -> str:
    """The text in bokmål, the language of the centre."""
    return said("nb", text, context=context, **gaps)


def nb_number(one: str, many: str, number: int) -> str:
    """The text in bokmål for so many, with the number in its gap."""
    with translation.override("nb"):
        words = ngettext(one, many, number)
    assert words not in {one, many}, f"no bokmål for: {many}"
    return words % {"number": number}


def left_in_english(lines: Iterable[str], language: str) -> list[str]:
    """The lines of a page in bokmål or nynorsk that stand there as in the code."""
    return [line for line in lines if line.strip() in _only_in_code(language)]


@cache
def _only_in_code(language: str) -> frozenset[str]:
    """Texts of several words that the language says in other words, and says nowhere else."""
    said_as = {key: words for key, words in _catalogue(language).items() if isinstance(key, str)}
    own_words = set(said_as.values())
    return frozenset(text for text in said_as if " " in text and text not in own_words)


def _is_known(language: str, text: str, context: str) -> bool:
    key = f"{context}\x04{text}" if context else text
    return _catalogue(language).get(key) is not None


def _catalogue(language: str) -> trans_real.TranslationCatalog:
    return trans_real.translation(language)._catalog
