"""Doors to the meetings: planning, the meeting's own page, and each named step."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukerstemmen.meetings.models import Task
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.voices import states, texts
from brukerstemmen.voices.actions import meetings as verbs
from brukerstemmen.voices.actions.taking_up import take_up_held_meeting
from brukerstemmen.voices.forms.meetings import DayForm, DutyForm, OpenForm, PlanForm
from brukerstemmen.voices.models import Participant, UserMeeting
from brukerstemmen.voices.showing import guide, inviting
from brukerstemmen.voices.showing import meetings as showing
from brukerstemmen.voices.states import MeetingState
from brukerstemmen.voices.views.frame import (
    NOT_RIGHT,
    at,
    crumbs,
    evaluation_of,
    meeting_of,
    sent,
    shown,
)
from brukerstemmen.voices.wording import meetings as wording

P = Permission


@require_safe
def meetings(request: HttpRequest, slug: str) -> HttpResponse:
    """Every meeting of the evaluation and where it stands."""
    evaluation = evaluation_of(request, slug, P.SEE_MATERIAL)
    context = {
        "evaluation": evaluation,
        "slug": slug,
        "page_title": _("Meetings"),
        "standings": showing.standings(evaluation, request.user),
        "crumbs": crumbs(evaluation),
    }
    return render(request, "voices/meetings.html", context)


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Plan a meeting; or take up one that was held before, consents and all, in one go."""
    evaluation = evaluation_of(request, slug, P.WRITE_DOWN)
    first = {
        "text_version": texts.version_now(evaluation.work.centre),
        "held": "holdt" in request.GET,
    }
    form = PlanForm(sent(request), asked=inviting.asked_in(evaluation), initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            return _planned(evaluation, form.cleaned_data, request)
        except ValidationError as refusal:
            put_on(form, refusal)
    title = _("New meeting")
    context = {
        "evaluation": evaluation,
        "slug": slug,
        "page_title": title,
        "form": form,
        "crumbs": crumbs(evaluation, (title, request.path)),
    }
    return render(request, "voices/plan.html", context, status=NOT_RIGHT if form.is_bound else 200)


def _planned(evaluation: Any, told: dict[str, Any], request: HttpRequest) -> HttpResponseBase:
    about = {name: told[name] for name in ("name", "place", "form", "kind", "once")}
    if not told["held"]:
        meeting = verbs.plan_meeting(evaluation, by=request.user, planned_on=told["on"], **about)
        return redirect(at("meeting", meeting))
    meeting = take_up_held_meeting(
        evaluation,
        by=request.user,
        held_on=told["on"],
        new_people=told["new_people"],
        purposes=told["purposes"],
        text_version=told["text_version"],
        nobody_from_service=told["nobody_from_service"],
        **about,
    )
    return redirect(at("import_notes", meeting))


@require_safe
def meeting(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Where the meeting stands, what comes next, and who is in it."""
    return _own_page(request, meeting_of(request, slug, number, P.SEE_MATERIAL))


def _own_page(
    request: HttpRequest, meeting: UserMeeting, status: int = 200, **forms: Any
) -> HttpResponse:
    day = meeting.meeting.planned_on
    today = clock.today()
    first = {"on": day if day and day <= today else today}
    team = showing.team(meeting.evaluation)
    present = showing.present(meeting)
    duty = showing.on_duty(meeting)
    profile = getattr(meeting.evaluation.work.centre, "profile", None)
    context = {
        "standing": showing.standing(meeting),
        "present": present,
        "people": [{"name": row.person.name, "role": row.get_task_display()} for row in duty],
        "lacks": _lacks(meeting, present, bool(duty)),
        "may_hang_wall": meeting.state_now in {MeetingState.PLANNED, MeetingState.HELD},
        "open_form": forms.get("open_form") or OpenForm(initial=first),
        "elsewhere_form": forms.get("elsewhere_form") or DayForm(),
        "duty_form": forms.get("duty_form") or DutyForm(team=team, initial={"task": Task.LEADS}),
        "support": profile.support_contact if profile else "",
        "telephone": profile.telephone if profile else "",
    }
    return shown(request, "voices/meeting.html", meeting, "", status, **context)


def _lacks(meeting: UserMeeting, present: list[Participant], duty: bool) -> list[dict[str, Any]]:
    """What is not in place for the next step, as sentences."""
    if meeting.state_now is not MeetingState.PLANNED:
        return []
    found: list[dict[str, Any]] = []
    if not present:
        found.append(
            {
                "sentence": wording.HINDERS[states.Hinder.NO_CONSENT],
                "hard": True,
                "url": at("consent", meeting),
                "link": _("Register consent on paper"),
            }
        )
    untold = [one for one in present if one.is_young and one.guardian_told_on is None]
    if untold:
        slug = meeting.evaluation.work.slug
        found.append(
            {
                "sentence": wording.HINDERS[states.Hinder.GUARDIAN_NOT_TOLD],
                "hard": True,
                "url": reverse("voices:participant", args=[slug, untold[0].number]),
                "link": _("To %(code)s") % {"code": untold[0].code},
            }
        )
    if not duty:
        found.append({"sentence": _("Nobody is put up to lead or write.")})
    if not guide.questions(meeting.evaluation):
        found.append({"sentence": _("There is no approved question guide.")})
    return found


@require_POST
def hold(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
    form = OpenForm(request.POST)
    if form.is_valid():
        try:
            verbs.hold(meeting, by=request.user, **form.cleaned_data)
            return redirect(at("write", meeting))
        except ValidationError as refusal:
            put_on(form, refusal)
    return _own_page(request, meeting, NOT_RIGHT, open_form=form)


def _step(
    verb: Callable[..., UserMeeting], permission: Permission, then: str
) -> Callable[..., HttpResponseBase]:
    """A door for one step that needs no more than a press of a button."""

    @require_POST
    def door(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
        meeting = meeting_of(request, slug, number, permission)
        try:
            verb(meeting, by=request.user)
        except ValidationError as refusal:
            for sentence in refusal.messages:
                messages.warning(request, sentence)
            return redirect(at("meeting", meeting))
        wanted = request.POST.get("then", "")
        return redirect(at(wanted if wanted in _THEN else then, meeting))

    return door


# Where a button may lead besides the usual place.
_THEN = {"meeting", "read_aloud", "write", "mask"}
finish_writing = _step(verbs.finish_writing, P.WRITE_DOWN, "meeting")
write_more = _step(verbs.write_more, P.WRITE_DOWN, "write")
reopen_masking = _step(verbs.reopen_masking, P.MASK, "mask")


@require_POST
def pause(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
    after = request.POST.get("after", "")
    verbs.pause(meeting, by=request.user, after=int(after) if after.isdecimal() else None)
    messages.info(request, _("Take the time you need. Everything is saved."))
    wanted = request.POST.get("then", "")
    return redirect(at(wanted if wanted in _THEN else "meeting", meeting))


@require_POST
def debrief(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
    verbs.debrief(meeting, by=request.user)
    return redirect(at("meeting", meeting))


@require_POST
def duty(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Put somebody on duty, or take them off."""
    meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
    form = DutyForm(request.POST, team=showing.team(meeting.evaluation))
    if not form.is_valid():
        return _own_page(request, meeting, NOT_RIGHT, duty_form=form)
    task = form.cleaned_data["task"]
    if task:
        verbs.put_on_duty(meeting, form.somebody(), Task(task), by=request.user)
    else:
        verbs.take_off_duty(meeting, form.somebody(), by=request.user)
    return redirect(at("meeting", meeting))
