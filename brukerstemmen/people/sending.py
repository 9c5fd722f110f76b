"""Sending the letters that wait: each once, also when the worker is killed on the way.

Before a letter goes out it is written down that it is begun. One that was begun and never finished
is taken up again when its time is out, as the very same letter: its id and its date are those of
the notice, so that a mail server that has it already knows it.
"""

from datetime import datetime, timedelta
from email.utils import format_datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F, Q
from django.utils import translation
from django.utils.translation import gettext as _

from brukerstemmen.people import clock
from brukerstemmen.people.models import Notice, Sending
from brukerstemmen.people.notices import KINDS

BEGUN_LASTS = timedelta(minutes=5)  # longer than any letter takes (EMAIL_TIMEOUT)
MOST_TRIES = 8
State = Sending.State


def waiting(now: datetime) -> "list[Notice]":
    """Letters to be sent now: new ones, failed ones, and those somebody died with."""
    again = Q(sending__state=State.FAILED) | Q(
        sending__state=State.BEGUN, sending__begun_at__lte=now - BEGUN_LASTS
    )
    rows = Notice.objects.filter(
        Q(sending__isnull=True) | Q(again, sending__tries__lt=MOST_TRIES), kind__in=list(KINDS)
    )
    return list(rows.select_related("to", "about"))


def send_waiting() -> dict[str, int]:
    """Send what waits. Not within a transaction: others must see at once what is begun.

    Returns how many were sent, dropped, and could not be sent.
    """
    told = {"sent": 0, "dropped": 0, "failed": 0}
    for notice in waiting(clock.now()):
        if _begin(notice):
            told[_send(notice)] += 1
    return told


def _begin(notice: Notice) -> bool:
    """Whether this letter is ours to send: of two workers only one gets it."""
    now = clock.now()
    _row, is_new = Sending.objects.get_or_create(notice=notice, defaults={"begun_at": now})
    if is_new:
        return True
    mine = Sending.objects.filter(
        Q(state=State.FAILED) | Q(state=State.BEGUN, begun_at__lte=now - BEGUN_LASTS),
        notice=notice,
    )
    return bool(mine.update(state=State.BEGUN, begun_at=now, tries=F("tries") + 1))


def _send(notice: Notice) -> str:
    state = State.DROPPED
    if notice.to.is_active and notice.about.roles_of(notice.to):
        try:
            _letter(notice).send()
            state = State.SENT
        except Exception:
            # Letters that fail name their receivers in the failure itself: only that it failed.
            state = State.FAILED
    Sending.objects.filter(notice=notice).update(state=state)
    return str(state)


def _letter(notice: Notice) -> EmailMessage:
    with translation.override(notice.to.language):
        letter = KINDS[notice.kind](notice.told)
        body = _("Hi %(name)s,\n\n%(why)s\n\nGo on here:\n%(address)s") % {
            "name": notice.to.name,
            "why": letter.why,
            "address": f"{settings.SITE_ADDRESS}{notice.path}",
        }
    host = urlsplit(settings.SITE_ADDRESS).hostname or "localhost"
    return EmailMessage(
        subject=letter.subject,
        body=body,
        to=[notice.to.email],
        headers={
            "Message-ID": f"<{notice.pk}@{host}>",
            "Date": format_datetime(notice.made_at),
            "Auto-Submitted": "auto-generated",
        },
    )
