"""Uploads stay in memory: Django would write larger ones to disk in plain text."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import MemoryFileUploadHandler, StopUpload


class TooLarge(StopUpload):
    """More than `UPLOAD_BYTES`."""


class MemoryOnly(MemoryFileUploadHandler):
    """Keep every upload in memory, and stop reading one that is larger than allowed."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        self.activated = True
        self._received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self._received += len(raw_data)
        if self._received > settings.UPLOAD_BYTES:
            if self.request is not None:
                self.request.upload_too_large = True  # type: ignore[attr-defined]
            raise StopUpload(connection_reset=False)
        return super().receive_data_chunk(raw_data, start)
