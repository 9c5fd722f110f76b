"""Who is on the team, and who stands on the service's side."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukerstemmen.evaluations.about import organisations
from brukerstemmen.evaluations.actions import team as actions
from brukerstemmen.evaluations.forms.team import InviteForm
from brukerstemmen.evaluations.members import Member, members_of, own_experience_of
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.views.frame import NOT_RIGHT, evaluation_of, here, shown
from brukerstemmen.people.access import Permission, Side
from brukerstemmen.people.actions.team import end_role as end
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import holds


def _path(evaluation: Evaluation) -> tuple[str, str]:
    return _("Team"), reverse("evaluations:team", args=[evaluation.work.slug])


@require_safe
def team(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody with a role here, until when, and what they have told of themselves."""
    evaluation = evaluation_of(request, slug, Permission.SEE_WORK)
    members = members_of(evaluation, seen_by=request.user)
    return shown(
        request,
        "evaluations/team.html",
        evaluation,
        _path(evaluation),
        inside=[member for member in members if member.side is Side.INSIDE],
        outside=[member for member in members if member.side is Side.SERVICE],
        own_experience=own_experience_of(evaluation, request.user),
        gives_roles=holds(request.user, Permission.GIVE_ROLES, evaluation),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Give somebody a role here, with an account if they have none."""
    evaluation = evaluation_of(request, slug, Permission.GIVE_ROLES)
    form = InviteForm(
        request.POST if request.method == "POST" else None,
        parties=organisations(evaluation),
        ends_on=evaluation.work.ends_on,
    )
    if form.is_bound and form.is_valid():
        try:
            actions.invite(evaluation, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            messages.success(request, _("The role is given. Somebody new gets a letter by e-mail."))
            return redirect("evaluations:team", slug)
    path = (_path(evaluation), here(request, _("Invite somebody")))
    return shown(request, "evaluations/invite.html", evaluation, *path, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def end_role(request: HttpRequest, slug: str, grant: int) -> HttpResponse:
    """Ask first, then let a role end now."""
    evaluation = evaluation_of(request, slug, Permission.GIVE_ROLES)
    member = _member(request, evaluation, grant)
    reasons: list[str] = []
    if request.method == "POST":
        try:
            end(member.grant, by=request.user)
        except ValidationError as refusal:
            reasons = refusal.messages
        else:
            messages.success(request, _("The role has ended."))
            return redirect("people:home") if member.is_self else redirect(_path(evaluation)[1])
    path = (_path(evaluation), here(request, _("End a role")))
    page = shown(
        request, "evaluations/end_role.html", evaluation, *path, member=member, reasons=reasons
    )
    page.status_code = NOT_RIGHT if reasons else 200
    return page


def _member(request: HttpRequest, evaluation: Evaluation, grant: int) -> Member:
    for member in members_of(evaluation, seen_by=request.user):
        if member.grant.pk == grant:
            return member
    raise Http404


@require_POST
def own_experience(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell of oneself, and of nobody else, whether one has own experience as a user."""
    evaluation = evaluation_of(request, slug, Permission.SEE_WORK)
    actions.tell_own_experience(
        evaluation, has_it=request.POST.get("has_it") == "yes", by=request.user
    )
    messages.success(request, _("Saved."))
    return redirect("evaluations:team", slug)
