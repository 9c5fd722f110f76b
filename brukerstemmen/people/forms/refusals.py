"""A verb's refusal back on the form it came from, with everything that was typed."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


def put_on(form: forms.Form, refusal: ValidationError) -> None:
    """Each reason beside its field; those without a field of their own above the form."""
    by_field = refusal.message_dict if hasattr(refusal, "error_dict") else {"": refusal.messages}
    for name, reasons in by_field.items():
        form.add_error(name if name in form.fields else None, reasons)


def say_if_too_large(form: forms.Form, request: HttpRequest, field: str) -> None:
    """A file the server stopped reading is not in the form at all: say so beside its field."""
    if getattr(request, "upload_too_large", False):
        form.is_valid()
        form.add_error(field, _("The file is larger than 5 MB."))
