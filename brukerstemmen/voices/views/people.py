"""Doors to those who take part, as codes: the list, each one's page, and a yes on their behalf."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukerstemmen.people import standing
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import reach
from brukerstemmen.people.paragraphs import blocks
from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.voices import addresses, texts
from brukerstemmen.voices.actions import codes, consenting
from brukerstemmen.voices.forms.participants import OnBehalfForm
from brukerstemmen.voices.models import Participant
from brukerstemmen.voices.models.participants import Audience
from brukerstemmen.voices.showing import inviting
from brukerstemmen.voices.showing import people as showing
from brukerstemmen.voices.views.frame import NOT_RIGHT, evaluation_of, page, sent

P = Permission


def participant_of(
    request: HttpRequest, slug: str, number: int, permission: Permission
) -> Participant:
    return reach(
        showing.people(),
        request.user,
        permission,
        evaluation__work__slug=slug,
        number=number,
    )


def path_to(person: Participant) -> list[tuple[str, str]]:
    """The pages above those of one participant."""
    slug = person.evaluation.work.slug
    own = reverse("voices:participant", args=[slug, person.number])
    return [
        (_("Those who take part"), reverse("voices:participants", args=[slug])),
        (person.code, own),
    ]


def to_own_page(person: Participant) -> HttpResponseBase:
    return redirect("voices:participant", person.evaluation.work.slug, person.number)


@require_safe
def participants(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody with a code. Who has something left before the material sees codes only, since
    nothing may stand between somebody who wants to withdraw and the way out."""
    evaluation = evaluation_of(request, slug, P.WITHDRAW_FOR)
    is_ready = not standing.hindrances(request.user, evaluation.work)
    return page(
        request,
        "voices/participants.html",
        evaluation,
        _("Those who take part"),
        rows=showing.standings(evaluation),
        is_ready=is_ready,
    )


@require_safe
def participant(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What one participant has said yes to, and what can be done for them."""
    person = participant_of(request, slug, number, P.INVITE)
    return page(
        request,
        "voices/participant.html",
        person.evaluation,
        person.code,
        path=path_to(person)[:1],
        one=showing.one_person(person),
        person=person,
    )


@require_POST
def participant_code(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """A new code, shown in this answer and never again. The one before it stops at once."""
    person = participant_of(request, slug, number, P.INVITE)
    try:
        given = codes.give_code(person, by=request.user)
    except ValidationError as refusal:
        return _refused(request, person, refusal)
    title = _("New code for %(code)s") % {"code": person.code}
    return page(
        request,
        "voices/cards.html",
        person.evaluation,
        title,
        path=path_to(person),
        **cards([given], person.evaluation),
        back=reverse("voices:participant", args=[slug, person.number]),
    )


def cards(given: list[codes.Given], evaluation: Any) -> dict[str, Any]:
    """What personal cards are made of."""
    return {
        "cards": [
            {"person": one.participant, "code": one.written, "link": addresses.of_link(one.token)}
            for one in given
        ],
        "address": addresses.to_type(),
        "invitation": inviting.invitation_of(evaluation),
    }


def _refused(
    request: HttpRequest, person: Participant, refusal: ValidationError
) -> HttpResponseBase:
    for sentence in refusal.messages:
        messages.warning(request, sentence)
    return to_own_page(person)


@require_http_methods(["GET", "POST"])
def participant_consent(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Write down what somebody has answered on paper, by telephone or in person."""
    person = participant_of(request, slug, number, P.WRITE_DOWN)
    if person.is_withdrawn:
        return to_own_page(person)
    asked = consenting.asked_of(inviting.invitation_of(person.evaluation))
    audience = Audience.UNDER_16 if person.is_young else Audience.EVERYONE
    text = texts.text_for(
        person.work.centre, audience=audience, language=translation.get_language() or "nb"
    )
    form = OnBehalfForm(sent(request), asked=asked, initial={"text_version": text.version})
    if request.method == "POST" and form.is_valid():
        if _wants_to_leave(person, form):
            return redirect("voices:participant_withdraw", slug, number)
        try:
            consenting.answer_consent_on_behalf(
                person,
                form.answers(),
                text_version=form.cleaned_data["text_version"],
                channel=form.told_how(),
                by=request.user,
            )
            return to_own_page(person)
        except ValidationError as refusal:
            put_on(form, refusal)
    return page(
        request,
        "voices/participant_consent.html",
        person.evaluation,
        _("Consent told to you"),
        NOT_RIGHT if form.is_bound else 200,
        path=path_to(person),
        person=person,
        form=form,
        text=text,
        happens=blocks(text.happens),
        limits=blocks(text.limits),
    )


def _wants_to_leave(person: Participant, form: OnBehalfForm) -> bool:
    """A no to taking part from somebody who takes part is to withdraw, which has its own page."""
    state = consenting.states_of(person)[Purpose.TAKE_PART]
    return state in consenting.HAS_WORDS_HERE and not form.answers()[Purpose.TAKE_PART]


@require_POST
def participant_guardian(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Those who care for somebody under 16 have been told."""
    person = participant_of(request, slug, number, P.WRITE_DOWN)
    consenting.tell_guardian(person, by=request.user)
    return to_own_page(person)
