"""The pages of a co-reader: what waits, and one page to read and answer."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages
from wagtail.models import TaskState

from brukerstemmen.library.actions import reviewing
from brukerstemmen.library.editing_law import asking
from brukerstemmen.library.models import CoReading


class AnswerForm(forms.Form):
    comment = forms.CharField(
        label=gettext_lazy("What do you want to say about it?"),
        help_text=gettext_lazy("With a yes you need not write anything."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=2000,
        required=False,
    )


def _waiting(person: Any) -> list[TaskState]:
    found: list[TaskState] = []
    for task in CoReading.objects.select_related("site"):
        found += task.get_task_states_user_can_moderate(person).select_related("workflow_state")
    return sorted(found, key=lambda waiting: waiting.started_at)


@require_safe
def to_read(request: HttpRequest) -> HttpResponse:
    """Every page that waits for somebody to read it, the oldest first."""
    waiting = [
        {
            "pk": each.pk,
            "page": each.workflow_state.content_object.specific,
            "answer_by": asking.answer_by(reviewing.asked_on(each)),
        }
        for each in _waiting(request.user)
    ]
    return render(request, "library/editing/to_read.html", {"waiting": waiting})


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """One page as readers will see it, and two answers."""
    waiting = get_object_or_404(TaskState, pk=pk)
    task, page = waiting.task.specific, waiting.workflow_state.content_object.specific
    if not isinstance(task, CoReading) or not task.reads(request.user):
        raise PermissionDenied("co_read")
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        yes = "yes" in request.POST
        try:
            reviewing.answer(
                waiting, yes=yes, comment=form.cleaned_data["comment"], by=request.user
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _thanks(yes))
            return redirect("library_editing:to_read")
    told = {
        "waiting": waiting,
        "page": page,
        "form": form,
        "asked_by": waiting.workflow_state.requested_by,
        "answer_by": asking.answer_by(reviewing.asked_on(waiting)),
        "may_answer": task.may_answer(page, request.user),
        "is_open": waiting.status == TaskState.STATUS_IN_PROGRESS,
    }
    status = 422 if form.is_bound else 200
    return render(request, "library/editing/read.html", told, status=status)


def _thanks(yes: bool) -> str:
    if yes:
        return _("Thank you. The page is out now.")
    return _("Thank you. The one who wrote it has been told what is not right yet.")
