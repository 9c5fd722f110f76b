"""How staff sign in: what we choose of django-allauth, and a calmer Argon2."""

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.http import HttpRequest

from brukerstemmen.people import opening
from brukerstemmen.privacy import sealing

if TYPE_CHECKING:
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

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class MFAAdapter(DefaultMFAAdapter):
    """Secrets of the second factor are sealed under the key outside the database."""

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
    return not Authenticator.objects.filter(user_id=person.pk).exists()


def is_on_the_way(request: HttpRequest) -> bool:
    """Whether this address is one of those that lead to a second factor, or out."""
    return getattr(request, "door_name", "") in ON_THE_WAY
