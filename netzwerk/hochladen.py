"""Uploads end where no file of ours would: an endless one is refused before it is read."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

from netzwerk.validators import BILD_BYTES, DOKUMENT_BYTES

# A form with one file of the largest kind and its text; several files share it.
HOECHSTENS = max(BILD_BYTES, DOKUMENT_BYTES) + 10 * 1024 * 1024


class Uploadgrenze(FileUploadHandler):
    """Stands before Django's own handlers; keeps nothing itself."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,  # noqa: N803 - as Django names it
        content_length: int,
        boundary: Any,
        encoding: Any = None,
    ) -> None:
        """Raise RequestDataTooBig for a request longer than any form of ours."""
        if content_length > HOECHSTENS:
            raise RequestDataTooBig("Upload too large")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass everything on."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""
