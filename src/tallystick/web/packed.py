"""Bodies that are compressed once and sent often."""

from __future__ import annotations

import gzip
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Packed:
    """The same bytes plain and compressed (gzip, RFC 1952)."""

    plain: bytes
    packed: bytes

    @classmethod
    def of(cls, plain: bytes) -> Packed:
        return cls(plain, gzip.compress(plain, _LEVEL, mtime=0))

    def answer(self, request: HttpRequest, content_type: str) -> HttpResponse:
        """Compressed where the asking program takes that."""
        takes = "gzip" in request.headers.get("Accept-Encoding", "")
        response = HttpResponse(self.packed if takes else self.plain, content_type=content_type)
        response.headers["Vary"] = "Accept-Encoding"
        if takes:
            response.headers["Content-Encoding"] = "gzip"
        return response
