"""The letter on a participant's own page, as soon as there is one."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from brukerstemmen.followups.models import FeedbackTo
from brukerstemmen.followups.states import Reached
from brukerstemmen.followups.wanting import newest_letter
from brukerstemmen.voices.models import Participant
from brukerstemmen.voices.showing.own_more import Link, add


def letter_link(participant: Participant) -> Link | None:
    """Two queries. It invites those who wanted to hear, until they have opened it."""
    letter = newest_letter(participant.evaluation)
    if letter is None:
        return None
    rows = FeedbackTo.objects.filter(feedback=letter, participant=participant)
    waits = rows.exclude(reached=Reached.TOLD).exists()
    return Link(
        label=_("The letter about what it led to"),
        href=reverse("followups:own_letter"),
        icon="FileText",
        order=20,
        invites=_("There is a letter for you about what it led to.") if waits else "",
    )


def be_ready() -> None:
    """Called once, when the app is ready."""
    add(letter_link)
