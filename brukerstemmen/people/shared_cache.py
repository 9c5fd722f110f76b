"""The cache all processes share lies in the database, where no request of a reader may reach.

The public site's package keeps a few things that are the same for everybody, such as the address
of each site. These stay in the memory of the process, so that a reader's request may use them.
"""

from typing import Any

from django.core.cache.backends.db import DatabaseCache
from django.core.cache.backends.locmem import LocMemCache

_NEAR = "wagtail"


class SharedCache(DatabaseCache):
    """The database's cache, but for the keys of the public site."""

    def __init__(self, table: str, params: dict[str, Any]) -> None:
        super().__init__(table, params)
        self.near = LocMemCache("near", {})

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        if key.startswith(_NEAR):
            return self.near.get(key, default, version)
        return super().get(key, default, version)

    def set(self, key: str, value: Any, *args: Any, **kwargs: Any) -> None:
        if key.startswith(_NEAR):
            self.near.set(key, value, *args, **kwargs)
        else:
            super().set(key, value, *args, **kwargs)

    def delete(self, key: str, version: int | None = None) -> bool:
        if key.startswith(_NEAR):
            return self.near.delete(key, version)
        return super().delete(key, version)
