"""Inviting somebody to an evaluation, on the team or on the side of the service."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from brukerstemmen.people.access import SIDES, Role, Side
from brukerstemmen.people.models import Organisation
from brukerstemmen.people.wording import ROLES

OFFERED = (Role.INTERVIEWER, Role.LEAD, Role.SERVICE_CONTACT, Role.CLIENT_LEADER)


class InviteForm(forms.Form):
    role = forms.ChoiceField(
        label=_("As what?"),
        help_text=_(
            "Those in the service and at the client see only what is released to them, never who"
            " said what."
        ),
        choices=[(role.value, ROLES[role]) for role in OFFERED],
        widget=forms.RadioSelect,
        initial=Role.INTERVIEWER.value,
    )
    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"), help_text=_("Somebody new gets a letter there."))
    until = forms.DateField(
        label=_("Last day"),
        help_text=_("The role ends by itself after this day. It can be given anew."),
        widget=forms.DateInput,
    )
    works_at = forms.ChoiceField(
        label=_("Where do they work?"),
        help_text=_("Only for those in the service or at the client."),
        required=False,
    )

    def __init__(
        self, *args: Any, parties: list[Organisation], ends_on: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {str(party.pk): party for party in parties}
        named = [(pk, party.name) for pk, party in self.parties.items()]
        choices = [("", _("Not in the service or at the client")), *named]
        self.fields["works_at"].choices = choices  # type: ignore[attr-defined]
        self.fields["until"].initial = ends_on

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        given["works_at"] = self.parties.get(given.get("works_at", ""))
        if "role" not in given:
            return given
        given["role"] = Role(given["role"])
        if SIDES[given["role"]] is Side.SERVICE and given["works_at"] is None:
            self.add_error("works_at", _("Choose where they work."))
        return given
