"""Letters by e-mail, in the reader's language. They name no service, method or person asked."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from brukerstemmen.people.models import Person


def send_invitation(person: Person) -> None:
    """Tell somebody that an account is ready, with a link to choose a password."""
    key = f"{user_pk_to_url_str(person)}-{default_token_generator.make_token(person)}"
    uid, _dash, token = key.partition("-")
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
    with translation.override(person.language):
        send_mail(
            subject=_("Your account is ready"),
            message=_(
                "Hi %(name)s,\n\nyou have been given an account. Open the address below and choose"
                " a password. Then you can sign in.\n\n%(address)s\n\nIf you did not expect this,"
                " you can leave it."
            )
            % {"name": person.name, "address": f"{settings.SITE_ADDRESS}{path}"},
            from_email=None,
            recipient_list=[person.email],
        )
