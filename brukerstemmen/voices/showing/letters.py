"""Letters with which words go back by post: what each says, in the language of who gets it.

A letter carries a number and no name, and names neither the service nor what it is about.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from brukerstemmen.people.models import CentreProfile
from brukerstemmen.voices.actions.texting import telephone_of
from brukerstemmen.voices.models import MaskedWording, Participant, Statement, ValidationRound
from brukerstemmen.voices.models.participants import Language
from brukerstemmen.voices.models.statements import READY
from brukerstemmen.voices.models.validation import OfferedBy
from brukerstemmen.voices.showing.returning import WAITS


@dataclass(frozen=True)
class Said:
    """One statement of a letter."""

    number: int
    words: str
    language: str


@dataclass(frozen=True)
class Letter:
    """One person's letter. opening: paragraphs above the words. closing: those below."""

    person: Participant
    language: str
    title: str
    number: str
    opening: list[str]
    said: list[Said]
    boxes: list[str]
    closing: list[str]
    send_to: str
    sender: list[str]


def letters_of(around: ValidationRound, *, to_all: bool) -> list[Letter]:
    """Letters for those who get their words by post and have not answered. The same few queries.

    to_all: for everybody who has not answered, by whatever way.
    """
    people = Participant.objects.taking_part().filter(
        offer__round=around, offer__answered_on__isnull=True
    )
    if not to_all:
        people = people.filter(offer__by_way_of=OfferedBy.POST)
    profile: CentreProfile = around.work.centre.profile
    telephone = telephone_of(around)
    said = _said_by(around)
    return [
        _letter(person, said[person.pk], around, profile, telephone)
        for person in people.select_related("evaluation__work").order_by("number")
        if person.pk in said
    ]


def _said_by(around: ValidationRound) -> dict[Any, list[tuple[Statement, str]]]:
    """The masked words that wait, by who said them, in the order they were said."""
    rows = (
        MaskedWording.objects.filter(
            statement__in=Statement.objects.filter(
                READY & WAITS, user_meeting__evaluation=around.evaluation_id
            ),
            number=F("statement__masked_number"),
        )
        .select_related("key__outer__outer", "statement")
        .order_by("statement__user_meeting__meeting__number", "statement__position")
    )
    found: dict[Any, list[tuple[Statement, str]]] = {}
    for row in rows:
        found.setdefault(row.statement.speaker_id, []).append((row.statement, row.read("words")))
    return found


def _letter(
    person: Participant,
    said: Sequence[tuple[Statement, str]],
    around: ValidationRound,
    profile: CentreProfile,
    telephone: str,
) -> Letter:
    language = _language_of([statement for statement, _words in said])
    with translation.override(language):
        told = {
            "number": person.code,
            "day": date_format(around.deadline, "j. F Y"),
            "telephone": telephone,
        }
        return Letter(
            person=person,
            language=language,
            title=_("Your words"),
            number=_("Number: %(number)s") % told,
            opening=[
                _("You have talked with us. Here is what you said, as we have written it down."),
                _("We have taken away what can show who you are."),
                _("Tick one box for each, and send the letter back by %(day)s.") % told,
            ],
            said=[
                Said(place, words, statement.language)
                for place, (statement, words) in enumerate(said, start=1)
            ],
            boxes=_boxes(),
            closing=_closing(told),
            send_to=_("Send it to"),
            sender=[profile.centre.name, *([profile.post_address] if profile.post_address else [])],
        )


def _boxes() -> list[str]:
    """The four choices, the second with room for new words."""
    return [
        _("Yes, you can use it as it stands."),
        _("Change it to:"),
        _("Count it, but do not quote it."),
        _("Take it away."),
    ]


def _closing(told: dict[str, str]) -> list[str]:
    lines = [_("What you do not answer is counted, and not quoted.")]
    if told["telephone"]:
        lines.append(_("You can also call us, and answer there: %(telephone)s.") % told)
    return lines


def _language_of(statements: Sequence[Statement]) -> str:
    """The language most of it was said in."""
    (language, _times), *_others = Counter(one.language for one in statements).most_common(1)
    return language if language in Language.values else Language.NB.value
