"""The chain over the journal, kept by the worker, so that tampering is seen afterwards.

The law is `privacy.chain`. Entries are chained in the order of their numbers, an hour after they
were made: by then no transaction that took a lower number can still be open. So an entry that
turns up between chained ones was put there by hand. The newest link is also kept in a file outside
the database, for a chain alone cannot show that its end was cut off.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, timedelta
from itertools import takewhile

from django.conf import settings
from django.db import IntegrityError, transaction

from brukerstemmen.people import clock
from brukerstemmen.people.models import JournalEntry, JournalLink
from brukerstemmen.privacy import chain

SETTLED = timedelta(hours=1)
AT_ONCE = 1000


@dataclass(frozen=True)
class Head:
    """The newest link: the number of its entry, and its digest."""

    entry: int
    digest: bytes


def chain_journal() -> int:
    """Chain the settled entries that are not chained yet. Returns how many. Safe to repeat."""
    made = 0
    while some := _chain_some():
        made += some
    if made:
        _keep_outside()
    return made


def _chain_some() -> int:
    try:
        with transaction.atomic():
            last = JournalLink.objects.last()
            waiting = JournalEntry.objects.filter(pk__gt=last.pk if last else 0).order_by("pk")
            latest = clock.now() - SETTLED
            entries = list(takewhile(lambda entry: entry.at <= latest, waiting[:AT_ONCE]))
            return _link(entries, bytes(last.digest) if last else chain.START)
    except IntegrityError:
        return 0  # another worker is doing the same


def _link(entries: list[JournalEntry], previous: bytes) -> int:
    links = []
    for entry in entries:
        previous = chain.digest(previous, fields_of(entry))
        links.append(JournalLink(entry=entry, digest=previous))
    JournalLink.objects.bulk_create(links)
    return len(links)


def fields_of(entry: JournalEntry) -> dict[str, str]:
    """Everything an entry says, as text."""
    return {
        "number": str(entry.pk),
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": str(entry.by_id or ""),
        "what": entry.what,
        "work": str(entry.work_id or ""),
        "about": entry.about,
        "count": "" if entry.count is None else str(entry.count),
    }


def newest() -> Head | None:
    """The newest link in the database, None if nothing is chained yet."""
    last = JournalLink.objects.last()
    return Head(last.pk, bytes(last.digest)) if last else None


def _keep_outside() -> None:
    if head := newest():
        settings.JOURNAL_HEAD_FILE.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        settings.JOURNAL_HEAD_FILE.write_text(f"{head.entry}:{head.digest.hex()}\n", "ascii")


def kept_outside() -> Head | None:
    """The newest link as the file outside the database has it, None if there is no file."""
    if not settings.JOURNAL_HEAD_FILE.exists():
        return None
    return head_from(settings.JOURNAL_HEAD_FILE.read_text("ascii"))


def head_from(text: str) -> Head:
    """A head as it is written: the entry's number and the digest in hexadecimal, with a colon.

    Raises ValueError for anything else.
    """
    entry, _colon, digest = text.strip().partition(":")
    return Head(int(entry), bytes.fromhex(digest))


def broken(known: Head | None = None) -> list[int]:
    """The numbers of entries that were changed or put in, or before which some are missing.

    known: a head that was kept elsewhere. If the chain does not hold it, its number is among
    those returned: the end was cut off, or all was made anew.
    """
    found, whole, previous = [], False, chain.START
    for entries in _chained():
        linked = [entry for entry in entries if hasattr(entry, "link")]
        found += [entry.pk for entry in entries if not hasattr(entry, "link")]
        links = [chain.Link(fields_of(entry), bytes(entry.link.digest)) for entry in linked]
        found += [linked[position].pk for position in chain.verify(links, start=previous)]
        previous = links[-1].digest if links else previous
        whole = whole or known in map(_head, linked)
    return found if known is None or whole else [*found, known.entry]


def _head(entry: JournalEntry) -> Head:
    return Head(entry.pk, bytes(entry.link.digest))


def _chained() -> Iterator[list[JournalEntry]]:
    """The entries up to the newest that is chained, some at a time, linked or not."""
    head, done = newest(), 0
    while head and done < head.entry:
        entries = list(
            JournalEntry.objects.filter(pk__gt=done, pk__lte=head.entry)
            .select_related("link")
            .order_by("pk")[:AT_ONCE]
        )
        if not entries:
            return
        done = entries[-1].pk
        yield entries
