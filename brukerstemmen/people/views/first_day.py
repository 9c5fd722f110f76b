"""Setting up a new installation. The door is there until somebody has an account."""

from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from brukerstemmen.people.actions import setup
from brukerstemmen.people.forms.refusals import put_on, say_if_too_large
from brukerstemmen.people.forms.setup import CodeForm, SetupForm
from brukerstemmen.people.views.entrance import BACKEND


@sensitive_post_parameters("password", "kode")
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """With the one-time code: who are you, and which centre is this? Without it: the code."""
    if not setup.is_new():
        raise Http404
    given = request.POST if request.method == "POST" else request.GET
    code = given.get("kode", "")
    if not setup.is_setup_code(code):
        return _ask_for_code(request, code)
    if request.method != "POST":
        return render(request, "people/setup.html", {"form": SetupForm(initial={"kode": code})})
    form = SetupForm(request.POST, request.FILES)
    say_if_too_large(form, request, "logo")
    if form.is_valid():
        try:
            person = setup.set_up(form.told(), code=code)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            login(request, person, backend=BACKEND)
            return redirect("people:home")
    return render(request, "people/setup.html", {"form": form}, status=422)


def _ask_for_code(request: HttpRequest, code: str) -> HttpResponse:
    form = CodeForm({"kode": code} if code else None)
    if code:
        form.is_valid()
        form.add_error("kode", setup.wrong_code())
    status = 422 if code else 200
    return render(request, "people/setup_code.html", {"form": form}, status=status)
