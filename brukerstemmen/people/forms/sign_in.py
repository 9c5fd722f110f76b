"""django-allauth's forms in our own words, without words inside the fields."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as factor
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Promise | str
_PASSWORD = _("Password")
_NEW = _("New password")
_AGAIN = _("New password once more")
_CODE = _("Code")
_LONG = _("At least 12 signs. A sentence only you know is easy to remember and hard to guess.")


def _reword(
    form: forms.Form, labels: dict[str, Words], helps: dict[str, Words] | None = None
) -> None:
    for name, label in labels.items():
        field = form.fields[name]
        field.label, field.help_text = label, (helps or {}).get(name, "")
        field.widget.attrs.pop("placeholder", None)


class LoginForm(account.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, {"login": _("E-mail"), "password": _PASSWORD})


class ResetPasswordForm(account.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, {"email": _("E-mail")})


class ResetPasswordKeyForm(account.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, {"password1": _NEW, "password2": _AGAIN}, {"password1": _LONG})


class ChangePasswordForm(account.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {"oldpassword": _("The password you have"), "password1": _NEW, "password2": _AGAIN}
        _reword(self, labels, {"password1": _LONG})


class ReauthenticateForm(account.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, {"password": _PASSWORD})


class AuthenticateForm(factor.AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        helps = {"code": _("Six digits from the app, or one of your recovery codes.")}
        _reword(self, {"code": _CODE}, helps)


class ReauthenticateByCodeForm(factor.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        helps = {"code": _("Six digits from the app, or one of your recovery codes.")}
        _reword(self, {"code": _CODE}, helps)


class MakeAppFactorForm(ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {"code": _("The code the app shows now")}
        _reword(self, labels, {"code": _("Six digits. A new code comes every half minute.")})
        self.fields["code"].widget.attrs.update(inputmode="numeric", maxlength=8)


class AddPasskeyForm(passkeys.AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {"name": _("Name of the key"), "passwordless": _("Sign in with this key alone")}
        helps = {
            "name": _("So that you know it again, such as the name of your telephone."),
            "passwordless": _("The device then asks for your finger, your face or its own PIN."),
        }
        _reword(self, labels, helps)


class EditPasskeyForm(passkeys.EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, {"name": _("Name of the key")})
