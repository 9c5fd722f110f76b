"""A number and a code for somebody who has not answered yet: they read and choose themselves."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukerstemmen.people.access import Permission
from brukerstemmen.voices.actions.codes import expect_somebody
from brukerstemmen.voices.forms.participants import NewPersonForm
from brukerstemmen.voices.showing import inviting
from brukerstemmen.voices.views.frame import NOT_RIGHT, evaluation_of, page, sent
from brukerstemmen.voices.views.people import cards


@require_http_methods(["GET", "POST"])
def new_person(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for nothing but the age that decides which text they get; then show the card, once."""
    evaluation = evaluation_of(request, slug, Permission.INVITE)
    invitation = inviting.invitation_of(evaluation)
    young = bool(invitation and invitation.for_young)
    form = NewPersonForm(sent(request), for_young=young)
    path = [(_("Those who take part"), reverse("voices:participants", args=[slug]))]
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        given = expect_somebody(
            evaluation,
            is_young=bool(told.get("is_young")),
            once=told["once"],
            by=request.user,
        )
        return page(
            request,
            "voices/cards.html",
            evaluation,
            _("New code for %(code)s") % {"code": given.participant.code},
            path=path,
            **cards([given], evaluation),
            back=reverse("voices:participants", args=[slug]),
        )
    return page(
        request,
        "voices/new_person.html",
        evaluation,
        _("Give a code to somebody new"),
        NOT_RIGHT if form.is_bound else 200,
        path=path,
        form=form,
    )
