"""Who is told when very many wrong codes come: the administrators, by letter."""

import logging

from brukerstemmen.people import guessing
from brukerstemmen.people.access import Role
from brukerstemmen.people.letters import send_alarm
from brukerstemmen.people.models import Grant, Person
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone

logger = logging.getLogger(__name__)


def tell_administrators() -> None:
    """Write to each of them. A letter that cannot be sent must not keep anybody outside waiting
    for a page; the journal has the alarm whatever happens here."""
    for person in _administrators():
        try:
            send_alarm(person)
        except OSError:
            logger.warning("An alarm about wrong codes could not be sent by e-mail")


def _administrators() -> set[Person]:
    """The visitor who typed the last code may know of no account: this is asked by the house."""
    grants = Grant.objects.in_force().filter(role=Role.ADMINISTRATOR, person__is_active=True)
    with narrowed(Zone.Z5_OPERATION):
        return {grant.person for grant in grants.select_related("person")}


def be_ready() -> None:
    """Called once, when the app is ready."""
    if tell_administrators not in guessing.ALARMS:
        guessing.ALARMS.append(tell_administrators)
