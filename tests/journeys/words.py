"""The words people see, found by the text in the code they stand for.

A story asks for `nb("Start an evaluation")` and looks for what the catalogue says: it outlives
another wording, and fails when a page shows the text untranslated.
"""

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


def _is_known(language: str, text: str, context: str) -> bool:
    key = f"{context}\x04{text}" if context else text
    return trans_real.translation(language)._catalog.get(key) is not None
