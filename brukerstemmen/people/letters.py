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


def send_alarm(person: Person) -> None:
    """Tell an administrator that very many wrong codes came. It says of nobody who, and of
    nothing what."""
    with translation.override(person.language):
        send_mail(
            subject=_("Very many wrong codes"),
            message=_(
                "Hi %(name)s,\n\nin the last hour very many codes were typed that open nothing."
                " Somebody may be guessing. Wrong answers now wait a while; right codes open as"
                " before, and nothing needs to be closed.\n\nWe do not keep where it came from."
                " Those who run the machine can see whether it goes on, and shut it out there."
            )
            % {"name": person.name},
            from_email=None,
            recipient_list=[person.email],
        )
