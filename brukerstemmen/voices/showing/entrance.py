"""What somebody is told before they say yes: by whom, what is promised, and whom they can call."""

import re
import uuid
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import translation

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.models.evaluation import InvolvementDegree
from brukerstemmen.evaluations.wording import PROMISES
from brukerstemmen.masking.language import guess
from brukerstemmen.people.entry import Way
from brukerstemmen.privacy.consent import Purpose, State
from brukerstemmen.voices import texts
from brukerstemmen.voices.actions.consenting import asked_of, states_of
from brukerstemmen.voices.guests import OwnGuest, SlipGuest, WallGuest
from brukerstemmen.voices.models import Invitation, Participant, PersonalCode, SlipSheet
from brukerstemmen.voices.other_ways import OTHER_WAYS
from brukerstemmen.voices.wording import entrance as wording
from brukerstemmen.voices.wording.entrance import Words

# A slip may lie where others see it: not what it is about, nor how it is done.
_NEVER_ON_A_SLIP = ("psykisk", "rus", "bruker spør bruker", "brukar spør brukar", "bsb")
_SHORTEST_NAME = 4
AnyGuest = SlipGuest | WallGuest | OwnGuest


@dataclass(frozen=True)
class Told:
    """What stands on every page before a yes. "" and None where nothing is known yet.

    contact, telephone: somebody at the centre, never in the service. degree, usual: how much
    people can influence, and what that promises. promise: the evaluation's own words, and the
    language they are in.
    """

    centre: str
    contact: str
    telephone: str
    degree: Words
    usual: Words
    promise: str
    promise_language: str
    for_young: bool
    words_until: date | None
    asked: list[Purpose]


def evaluation_of(guest: AnyGuest) -> Evaluation:
    if isinstance(guest, SlipGuest):
        return guest.sheet.evaluation
    if isinstance(guest, WallGuest):
        return guest.wall.user_meeting.evaluation
    return guest.participant.evaluation


def told(guest: AnyGuest) -> Told:
    """On a slip the promise of the evaluation is left out if it tells what it is about."""
    evaluation = evaluation_of(guest)
    invitation = Invitation.objects.filter(evaluation=evaluation).first()
    # Of an account a visitor may see the name and nothing else.
    named = Invitation.objects.filter(evaluation=evaluation).values_list("contact__name", flat=True)
    promise = "" if _is_usual(evaluation) else evaluation.read("promise")
    if isinstance(guest, SlipGuest) and tells_too_much(promise, _names(evaluation)):
        promise = ""
    degree = evaluation.degree
    return Told(
        centre=evaluation.work.centre.name,
        contact=named.first() or "",
        telephone=invitation.telephone if invitation else "",
        degree=InvolvementDegree(degree).label if degree else "",
        usual=PROMISES[degree] if degree else wording.ALWAYS_PROMISED,
        promise=promise,
        promise_language=guess(promise),
        for_young=bool(invitation and invitation.for_young),
        words_until=invitation.words_until if invitation else None,
        asked=asked_of(invitation),
    )


def _is_usual(evaluation: Evaluation) -> bool:
    """Whether it only repeats what the degree promises, in the language of whoever wrote it."""
    written = evaluation.read("promise")
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            if written in {str(promise) for promise in PROMISES.values()}:
                return True
    return False


def _names(evaluation: Evaluation) -> list[str]:
    parties = evaluation.work.parties.values_list("name", flat=True)
    return [evaluation.work.title, *parties]


def tells_too_much(text: str, names: list[str]) -> bool:
    """Whether a text names the service or those around it, the field or the method.

    names: of the service and those around it; any word of them with a capital letter counts.
    """
    words = {word for name in names for word in re.findall(r"\w+", name) if word[0].isupper()}
    telling = {word.casefold() for word in words if len(word) >= _SHORTEST_NAME}
    flat = text.casefold()
    here = set(re.findall(r"\w+", flat))
    return bool(here & telling) or any(
        re.search(rf"\b{re.escape(sign)}", flat) for sign in _NEVER_ON_A_SLIP
    )


def text_for(guest: AnyGuest, audience: str) -> texts.Text:
    """The text that holds today, in the language of the page."""
    centre = evaluation_of(guest).work.centre
    language = (translation.get_language() or "nb")[:2]
    return texts.text_for(centre, audience=audience, language=language)


def language_of_paper(way: Way, about: uuid.UUID) -> str:
    """The language a slip is written in: the page that opens speaks it too. "" without a slip."""
    if way is Way.SLIP:
        return str(SlipSheet.objects.values_list("language", flat=True).get(pk=about))
    other = OTHER_WAYS.get(way)
    return other.language(about) if other and other.language else ""


def has_answered(participant: Participant) -> bool:
    """Whether they have said yes or no to taking part, here or on paper."""
    return states_of(participant)[Purpose.TAKE_PART] not in {None, State.OFFERED}


def takes_part(participant: Participant) -> bool:
    return states_of(participant)[Purpose.TAKE_PART] is State.GIVEN


def answers_of(participant: Participant) -> list[tuple[Words, Words]]:
    """Each question that was asked, and what they have said to it."""
    rows = Invitation.objects.filter(evaluation=participant.evaluation_id)
    said = states_of(participant)
    return [
        (wording.ASKED[purpose][0], wording.ANSWERED[said[purpose]])
        for purpose in asked_of(rows.first())
    ]


def holder_of(way: Way, about: object) -> Participant | None:
    """The participant a personal code belongs to; None for the other ways in."""
    if way is not Way.OWN:
        return None
    return PersonalCode.objects.select_related("participant").get(pk=about).participant


def code_in_force(participant: Participant) -> PersonalCode:
    """The one code that opens for them now."""
    return participant.codes.get(revoked_on__isnull=True)
