"""Texts of Django and django-allauth that people meet here, said in our own words.

Their Norwegian is missing, or sounds like a form. The catalogues of this room say them plainly,
in bokmål and in nynorsk, and stand before theirs. English keeps the words they have.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

IN_FORMS = (
    _("This field is required."),
    _("Enter a valid email address."),
    _("Enter a valid date."),
    _("Enter a whole number."),
    _("Ensure this value is greater than or equal to %(limit_value)s."),
    _("Ensure this value is less than or equal to %(limit_value)s."),
    _("Select a valid choice. That choice is not one of the available choices."),
    _("Select a valid choice. %(value)s is not one of the available choices."),
    _("No file was submitted."),
    _("The submitted file is empty."),
    ngettext_lazy(
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
        "limit_value",
    ),
)
AT_SIGN_IN = (
    _("This password is too common."),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
    _("You must type the same password each time."),
    _("The password reset token was invalid."),
    _("You cannot generate recovery codes without having two-factor authentication enabled."),
)
