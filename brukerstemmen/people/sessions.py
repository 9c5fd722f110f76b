"""Sessions in the database, under a mark of their key and not the key itself.

Every request must be able to read sessions, so a row that is read by a stranger must not open
the session it belongs to: only the browser holds the key.
"""

import hashlib
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as Stored


def mark_of(key: str) -> str:
    """SHA-256 of the key, cut to what the column holds (40 characters, 160 bits)."""
    return hashlib.sha256(key.encode()).hexdigest()[:40]


class SessionStore(Stored):
    """Django's own store, which asks for and saves the mark."""

    def _get_session_from_db(self) -> Any:
        key = self.session_key
        self._session_key = mark_of(key)
        row = super()._get_session_from_db()
        self._session_key = key if row is not None else None
        return row

    def exists(self, session_key: str) -> bool:
        return super().exists(mark_of(session_key))

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        row = super().create_model_instance(data)
        row.session_key = mark_of(row.session_key)
        return row

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key is not None:
            super().delete(mark_of(key))
