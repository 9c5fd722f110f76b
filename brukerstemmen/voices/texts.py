"""The words people are shown before a yes: those of the centre, else those that come with us.

A version never changes; a new one is a new row. Which version somebody was shown stands with
each of their decisions.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from brukerstemmen.people import clock
from brukerstemmen.people.models import Organisation
from brukerstemmen.voices.models.participants import Audience, ConsentText

FIRST_VERSION = "1"
_STARTER = Path(__file__).parent / "starter_texts"


@dataclass(frozen=True)
class Text:
    """What happens, and what cannot be promised, in one language for one audience."""

    version: str
    language: str
    happens: str
    limits: str


def text_for(centre: Organisation, *, audience: str, language: str) -> Text:
    """The text that holds today. In bokmål where there is none in the language asked for."""
    rows = ConsentText.objects.filter(centre=centre, audience=audience, from_day__lte=clock.today())
    newest = rows.order_by("from_day", "pk").last()
    if newest is None:
        return starter(audience, language)
    same = {row.language: row for row in rows.filter(version=newest.version)}
    row = same.get(language) or same.get("nb") or newest
    return Text(row.version, row.language, row.text, row.limits)


def version_now(centre: Organisation, audience: str = Audience.EVERYONE) -> str:
    """The version of the text that holds today."""
    return text_for(centre, audience=audience, language="nb").version


@cache
def starter(audience: str, language: str) -> Text:
    """The text that comes with the product, for a centre that has written none of its own.

    The file has two parts, with a line of three hyphens between: what happens, and the limits.
    """
    language = language if language in {"nb", "nn", "en"} else "nb"
    whole = (_STARTER / f"{audience}.{language}.txt").read_text("utf-8")
    happens, _line, limits = whole.partition("\n---\n")
    return Text(FIRST_VERSION, language, happens.strip(), limits.strip())
