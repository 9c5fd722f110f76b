"""One thing a reader said: read, answer, show, set aside, and tell what was changed."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminPageChooser

from brukerstemmen.library import states
from brukerstemmen.library.actions import saying
from brukerstemmen.library.models import Change, LibraryPage, Said
from brukerstemmen.library.pointing import pointing, proposal
from brukerstemmen.library.sifting import LONGEST
from brukerstemmen.library.states import Act, Standing
from brukerstemmen.masking.language import guess

_CHANGE = "change"


class SimpleForm(forms.Form):
    """For what takes one press."""


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=gettext_lazy("Your answer"),
        help_text=gettext_lazy(
            "Yes, no or not yet. Give the reason for a no. Everybody can read it later."
        ),
        widget=AdminAutoHeightTextInput(attrs={"rows": 4}),
    )

    @classmethod
    def about(cls, said: Said, data: Any = None) -> "AnswerForm":
        return cls(data, initial={"answer": said.answer})


class PublishForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("The words everybody can read"),
        help_text=gettext_lazy("Take away what could tell who somebody is. Change nothing else."),
        widget=AdminAutoHeightTextInput(attrs={"rows": 4}),
    )
    kept = forms.MultipleChoiceField(
        label=gettext_lazy("Look at each of these, and tick what points at nobody"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    @classmethod
    def about(cls, said: Said, data: Any = None) -> "PublishForm":
        """With what the finder sees in the words as they stand, and in the answer."""
        form = cls(data, initial={"words": said.public_words or proposal(said.words)})
        words = data.get("words", "") if data else form.initial["words"]
        # What is too long is refused by the verb, and stands in the form as it was typed.
        texts = [text for text in (words, said.answer) if len(text) <= LONGEST]
        found = dict.fromkeys(one for text in texts for one in pointing(text).look)
        form.fields["kept"].choices = [(one, f"«{one}»") for one in found]
        if not found:
            del form.fields["kept"]
        return form


class ChangeForm(forms.Form):
    what = forms.CharField(
        label=gettext_lazy("What was changed?"),
        help_text=gettext_lazy("One sentence a reader understands."),
        max_length=Change.LONGEST,
    )
    page = forms.ModelChoiceField(
        label=gettext_lazy("On which page?"),
        queryset=LibraryPage.objects.all(),
        widget=AdminPageChooser(),
    )

    @classmethod
    def about(cls, said: Said, data: Any = None) -> "ChangeForm":
        return cls(data, initial={"page": said.page_id})


def tell(form: forms.Form, refusal: ValidationError) -> None:
    """Put each reason where it belongs; what has no place in the form stands above it."""
    reasons = refusal.message_dict if hasattr(refusal, "error_dict") else {"": refusal.messages}
    for name, told in reasons.items():
        form.add_error(name if name in form.fields else None, told)


class OneSaid(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):  # type: ignore[misc]
    model = Said
    permission_required = "change"
    template_name = "library/editing/said.html"
    page_title = gettext_lazy("What a reader said")
    header_icon = "comment"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.forms: dict[str, forms.Form] = {}

    def get(self, request: HttpRequest, pk: Any) -> HttpResponse:
        self.said = self._said(pk)
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, pk: Any) -> HttpResponse:
        self.said = self._said(pk)
        act = request.POST.get("act", "")
        make, do, done = self._acts().get(act, (None, None, ""))
        if make is None or do is None:
            return redirect("said:one", pk)
        form = self.forms[act] = make(self.said, request.POST)
        if form.is_valid():
            try:
                do(form.cleaned_data)
            except ValidationError as refusal:
                tell(form, refusal)
            else:
                messages.success(request, done)
                return redirect("said:one", pk)
        return self.render_to_response(self.get_context_data(), status=422)

    def _said(self, pk: Any) -> Said:
        """To editors of other sites it is not there."""
        rows = Said.objects.on_sites_of(self.request.user).select_related("page__locale")
        return get_object_or_404(rows, pk=pk)

    def _acts(self) -> dict[str, tuple[Callable[..., Any], Callable[[dict[str, Any]], Any], str]]:
        """For each act: its form, what it does, and what is said afterwards."""
        said, by = self.said, self.request.user

        def plain(_said: Said, data: Any = None) -> SimpleForm:
            return SimpleForm(data)

        return {
            Act.READ: (plain, lambda _given: saying.read(said, by=by), _("Marked as read.")),
            Act.ANSWER: (
                AnswerForm.about,
                lambda given: saying.answer(said, given["answer"], by=by),
                _("The answer is kept. Nobody sees it before the words are shown."),
            ),
            Act.PUBLISH: (
                PublishForm.about,
                lambda given: saying.make_public(
                    said, given["words"], by=by, kept=given.get("kept", ())
                ),
                _("Everybody can read it now."),
            ),
            Act.SET_ASIDE: (
                plain,
                lambda _given: saying.set_aside(said, by=by),
                _("Set aside. It goes after 30 days."),
            ),
            _CHANGE: (
                ChangeForm.about,
                lambda given: saying.say_changed(
                    given["page"], given["what"], because_of=said, by=by
                ),
                _("The change is told."),
            ),
        }

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse("said:index"), "label": _("What readers say")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": str(self.said)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        said = self.said
        may = set(states.acts(said.stands))
        words = said.public_words or said.words
        if not words:
            may.discard(Act.PUBLISH)
        shown = {act: self._form(act) for act in (*may, _CHANGE)}
        media = forms.Media()
        for form in shown.values():
            media += form.media
        return super().get_context_data(**kwargs) | {
            "said": said,
            "words": words,
            "language": guess(words),
            "is_public": said.stands is Standing.PUBLIC,
            "form_of": shown,
            "changes": list(said.changes.select_related("page")),
            "media": media,
        }

    def _form(self, act: str) -> forms.Form:
        return self.forms.get(act) or self._acts()[act][0](self.said)
