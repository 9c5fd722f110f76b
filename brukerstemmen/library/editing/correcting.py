"""Publishing a draft as a small correction, with its reason."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.models import Page

from brukerstemmen.library.actions import correcting
from brukerstemmen.library.editing.reach import page_to_edit
from brukerstemmen.library.editing_law.corrections import Hindrance


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("What was wrong?"),
        help_text=gettext_lazy("In a few words, such as “typing error”. It stands in the history."),
        max_length=240,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    page = page_to_edit(request, get_object_or_404(Page, pk=pk))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            correcting.correct(page, reason=form.cleaned_data["reason"], by=request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("The correction is out."))
            return redirect("wagtailadmin_pages:edit", page.pk)
    change = correcting.change_of(page)
    told = {
        "page": page,
        "form": form,
        "change": change,
        "is_changed": Hindrance.NOTHING not in change.hindrances,
        "reasons": correcting.reasons(change),
        "latest": page.latest_revision_id,
    }
    status = 422 if form.is_bound else 200
    return render(request, "library/editing/correct.html", told, status=status)
