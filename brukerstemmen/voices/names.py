"""The names said in one meeting, each with how often; and what was chosen for them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from brukerstemmen.masking.lexicon import base_forms
from brukerstemmen.masking.replace import suggest
from brukerstemmen.masking.spans import Context, Label, Span
from brukerstemmen.voices.finding import Hit, hits_in, is_masked_unseen
from brukerstemmen.voices.models import NameChoice, UserMeeting

LISTED = (Label.PERSON, Label.PLACE, Label.ORG)
Key = tuple[str, ...]
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


@dataclass(frozen=True)
class Name:
    """A name as it stands in the list. number: its place among those of its kind, from 1."""

    label: Label
    text: str
    key: Key
    number: int
    times: int


@dataclass(frozen=True)
class Meant:
    """What was chosen for a name: other words, or to keep it because."""

    name: str
    instead: str = ""
    why: str = ""

    def instead_of(self, words: str, hit: Hit) -> str:
        """The other words for a hit, as they are written there: in the possessive where the name
        was ("Karis" beside "Kari"), and with a capital where a sentence begins."""
        said, written = self.instead, hit.text.lower()
        if said and len(written) > len(self.name) and written.endswith(("s", "'")):
            said += "'" if said[-1] in "sxz" else "s"
        opens = not (before := words[: hit.span.start].rstrip()) or before[-1] in ".!?:"
        return said[:1].upper() + said[1:] if opens else said


Choices = Mapping[Key, Meant]
NOTHING_CHOSEN: Choices = {}


def key_of(text: str) -> Key:
    """What makes two ways of writing the same name: case and possessive do not count.

    >>> key_of("Kari Viks") == key_of("kari vik")
    True
    """
    return tuple(base_forms(word)[-1] for word in _WORD.findall(text.lower()))


def names_among(texts: Sequence[str], hits: Iterable[Hit]) -> list[Name]:
    """The names among the hits, the most said first of each kind.

    texts: where to count them, also where no rule found them.
    """
    written: dict[Key, Hit] = {}
    for hit in hits:
        if hit.span.label not in LISTED or not is_masked_unseen(hit.span):
            continue
        if (key := key_of(hit.text)) and (
            key not in written or len(hit.text) < len(written[key].text)
        ):
            written[key] = hit if key not in written else _as(written[key], hit)
    words = [key_of(text) for text in texts]
    found: list[Name] = []
    for label in LISTED:
        of_kind = [(key, hit.text) for key, hit in written.items() if hit.span.label is label]
        found += [
            Name(label, text, key, number, _times(key, words))
            for number, (key, text) in enumerate(of_kind, 1)
        ]
    return sorted(found, key=lambda name: (LISTED.index(name.label), -name.times))


def _as(first: Hit, shorter: Hit) -> Hit:
    """What it was found as at first, written without what a possessive added."""
    return Hit(first.span, shorter.text)


def _times(key: Key, texts: Sequence[Key]) -> int:
    size = len(key)
    return sum(
        1 for text in texts for at in range(len(text) - size + 1) if text[at : at + size] == key
    )


def choices_in(meeting: UserMeeting) -> dict[Key, Meant]:
    """What has been chosen for names of the meeting. Reads raw words. One query."""
    rows = NameChoice.objects.filter(user_meeting=meeting).select_related("key__outer__outer")
    chosen = [Meant(row.read("name"), row.read("instead"), row.read("why")) for row in rows]
    return {key_of(one.name): one for one in chosen}


def chosen_for(hit: Hit, choices: Choices) -> Meant | None:
    """What was chosen for the name this is, if anything was."""
    return choices.get(key_of(hit.text)) if choices and hit.span.label in LISTED else None


def first_wording(
    words: str, language: str, context: Context, choices: Choices = NOTHING_CHOSEN
) -> tuple[str, dict[str, str]]:
    """The words as the reader first sees them, and what is kept in them, with the reason.

    What was chosen for the whole meeting comes before what the machine would say.
    """
    parts, before, moved = list[str](), 0, 0
    rest, kept = list[Span](), dict[str, str]()
    for hit in hits_in(words, language, context):
        start, end = hit.span.start, hit.span.end
        chosen = chosen_for(hit, choices)
        if chosen is None:
            rest.append(replace(hit.span, start=start + moved, end=end + moved))
        elif chosen.why:
            kept[hit.text] = chosen.why
        else:
            new = chosen.instead_of(words, hit)
            parts += [words[before:start], new]
            before, moved = end, moved + len(new) - len(hit.text)
    told = "".join([*parts, words[before:]])
    return suggest(told, filter(is_masked_unseen, rest), language), kept


def with_choice(words: str, language: str, context: Context, chosen: Meant) -> str:
    """Words somebody has written, with a name in them replaced as was chosen."""
    key, parts, before = key_of(chosen.name), list[str](), 0
    for hit in hits_in(words, language, context):
        if hit.span.label in LISTED and key_of(hit.text) == key:
            parts += [words[before : hit.span.start], chosen.instead_of(words, hit)]
            before = hit.span.end
    return "".join([*parts, words[before:]])
