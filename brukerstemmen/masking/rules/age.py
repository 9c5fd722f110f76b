"""Ages: in few words, how old somebody is or was on a certain day."""

import re
from collections.abc import Iterator

from brukerstemmen.masking.numbers import GROWN, SMALL
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.age"
_ANY = rf"(?:\d{{1,3}}|{GROWN}|{SMALL})"
_OLD = rf"(?:1?\d\d|{GROWN})"  # ten or more
_IS = r"(?:er|var|blir|ble|blei|vart|vert|am|is|was|turned|turn|turns|turning|fylte|fyller|fylt)"
_WHO = r"(?:jeg|eg|han|hun|ho|hen|vi|she|he|i)"
_CHILD = (
    r"(?:barn|barnet|unger|ungar|ungen|gutt|gutten|gut|guten|gutter|gutar|jente|jenta|jenter"
    r"|sønn|sønnen|son|sonen|sønner|datter|dattera|datteren|dotter|dottera|døtre|mann|kvinne"
    r"|kvinner|kar|dame|bror|søster|tvillinger|sons?|daughters?|kids?|children)"
)
# An age ends the thought; a count goes on: "jeg var 14 dager på avdelingen".
_ENDS = r"(?=\s*(?:[.,;:!?)»]|$|\n)| (?:og|da|når|men|i dag|den gangen|and|when|but|nå|no)\b)"

FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?P<age>(?:\d{{1,3}}[ -]?|{GROWN}[ -]?|{SMALL}[ -]?)års?-?dag\w*)",
        rf"\b(?P<age>(?:\d{{1,3}}[ -]?|{GROWN}-?|{SMALL}-?)åring\w*)",
        rf"\b(?P<age>{_ANY} års? ?(?:gammel|gamal|gammelt|gamalt|gamle|alder))\b",
        rf"\b(?P<age>(?:{_ANY})[ -]års?alder\w*)",
        rf"\b(?P<age>{_ANY}[ -]years?[ -]olds?)\b",
        rf"\bfyl(?:te|ler|le|t|de|la|lar|lande) (?P<age>{_OLD}(?: år)?)(?! ?%)\b",
        rf"\b{_IS} (?P<age>{_OLD} år)(?! (?:siden|sidan|igjen|til|med|i|på|mellom|før|etter)\b)\b",
        rf"\b{_WHO}(?:'m| {_IS}) (?P<age>{_OLD}){_ENDS}",
        rf"\bturn(?:s|ed|ing)? (?P<age>{_OLD})\b",
        rf"\b{_CHILD}(?: (?:min|mi|vår|hans|hennes))? (?:på|aged|of) "
        rf"(?P<age>{_ANY}(?: år)?(?:(?:,| og| and) {_ANY}(?: år)?)*)\b",
        rf"\b(?:aged|age of|age|alder:?) (?P<age>{_OLD})\b",
    )
)


def find(reading: Reading) -> Iterator[Span]:
    """Ages in digits and words; how long something took is no age."""
    for form in FORMS:
        yield from reading.spans(form, Label.AGE, 0.8, SOURCE, Why.TELLS_AGE, "age")
