"""How staff sign in: what we choose of django-allauth, and a calmer Argon2."""

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from brukerstemmen.people import clock, opening
from brukerstemmen.privacy import sealing

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from brukerstemmen.people.models import Person

# What a person without a second factor may still reach: to make one, or to leave.
ON_THE_WAY = frozenset(
    {
        "mfa_activate_totp",
        "mfa_index",
        "mfa_add_webauthn",
        "mfa_reauthenticate",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "account_reauthenticate",
        "account_logout",
        "web:set_language",
    }
)
_SECRET = sealing.Place(table="mfa_authenticator", column="secret", row="all")


class CalmArgon2Hasher(Argon2PasswordHasher):
    """Argon2id at 46 MiB: as strong as needed, and a few at a time do not stall two cores."""

    time_cost = 2
    memory_cost = 46 * 1024
    parallelism = 1


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by people with a role, never by signing up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed."),
        "email_password_mismatch": _("The e-mail and the password do not fit together."),
        "enter_current_password": _("This is not the password you have now."),
        "incorrect_code": _("The code is not right. Wait for the next one and try again."),
        "incorrect_password": _("The password is not right."),
        "too_many_login_attempts": _(
            "There were many attempts. Wait a few minutes, then try again."
        ),
        "rate_limited": _("There were many attempts. Wait a few minutes, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str, **_kwargs: Any) -> bool:
        """Whether to ask again who it is, before something about the account itself.

        Somebody new has just signed in and makes the first second factor: then the sign-in is
        proof for as long as a session may rest, and making the factor is proof for a little while.
        """
        person = self.request.user
        if not person.is_authenticated:
            return True
        began = self.request.session.get("began", 0)
        made = _newest_factor(person)
        if made is None:
            return _is_over(began, settings.SESSION_IDLE_SECONDS)
        is_of_this_session = made >= began > 0
        return not is_of_this_session or _is_over(made, settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)


def _second_factors(person: "Person | Any") -> "QuerySet[Authenticator]":
    """Recovery codes alone are none: signing in does not ask for them unless there is another."""
    factors = Authenticator.objects.filter(user_id=person.pk)
    return factors.exclude(type=Authenticator.Type.RECOVERY_CODES)


def _newest_factor(person: "Person") -> int | None:
    """The second when the newest second factor was made, None if there is none."""
    newest = _second_factors(person).order_by("created_at").last()
    return None if newest is None else int(newest.created_at.timestamp())


def _is_over(second: int, lasts_seconds: int) -> bool:
    return int(clock.now().timestamp()) - second > lasts_seconds


class MFAAdapter(DefaultMFAAdapter):
    """Secrets of the second factor are sealed under the key outside the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _("You need one second factor. Make another one first."),
        "incorrect_code": _("The code is not right. Wait for the next one and try again."),
    }

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        made = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return str(_("Key %(number)s") % {"number": made + 1})

    def encrypt(self, text: str) -> str:
        key, key_id = opening.outermost()
        return sealing.seal(text.encode(), key=key, key_id=key_id, place=_SECRET).hex()

    def decrypt(self, encrypted_text: str) -> str:
        key, _key_id = opening.outermost()
        return sealing.unseal(bytes.fromhex(encrypted_text), key=key, place=_SECRET).decode()


def display(person: "Person") -> str:
    return person.name


def lacks_second_factor(person: "Person | Any") -> bool:
    """Whether the person must make a second factor first. Only the demo goes without."""
    if settings.DEMO:
        return False
    return not _second_factors(person).exists()


def is_fresh(request: HttpRequest) -> bool:
    """Whether the person has shown a moment ago who they are. The demo has nothing to show."""
    shown = [record["at"] for record in get_authentication_records(request, request.user)]
    latest = int(max([request.session["began"], *shown]))
    return settings.DEMO or not _is_over(latest, settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)


def is_on_the_way(request: HttpRequest) -> bool:
    """Whether this address is one of those that lead to a second factor, or out."""
    return getattr(request, "door_name", "") in ON_THE_WAY
