"""An editor's own choice: whether readers may see their name. All else about an account is kept
where every account is."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from brukerstemmen.library.actions import editors
from brukerstemmen.library.models import EditorProfile


class ProfileForm(forms.ModelForm):
    class Meta:
        model = EditorProfile
        fields = ("is_shown",)


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    profile = EditorProfile.objects.filter(person=request.user).first()
    form = ProfileForm(request.POST or None, instance=profile)
    if request.method == "POST" and form.is_valid():
        editors.show_name(request.user, is_shown=form.cleaned_data["is_shown"])
        messages.success(request, _("Saved."))
        return redirect("library_editing:account")
    return render(request, "library/editing/account.html", {"form": form})
