"""Two addresses for whoever watches over the server: is the process alive, and can it do its work?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ALIVE, READY = "/healthz", "/readyz"

Report = dict[str, str]
"""What each part says of itself, in one word or a few."""


class Health:
    """Answers them before anything else is asked: no cookie, no session, nothing of any meeting."""

    def __init__(
        self,
        inner: Callable[..., Iterable[bytes]],
        report: Callable[[], tuple[bool, Report]],
        headers: dict[str, str],
    ) -> None:
        self._inner = inner
        self._report = report
        self._headers = headers

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer 200 or 503; pass everything else on."""
        path = environ.get("PATH_INFO", "")
        if path not in {ALIVE, READY}:
            return self._inner(environ, start_response)
        is_well, parts = (True, {"process": "alive"}) if path == ALIVE else self._report()
        body = json.dumps({"ready" if path == READY else "alive": is_well, "parts": parts}).encode()
        headers = [
            ("Content-Type", "application/json"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            *self._headers.items(),
        ]
        start_response("200 OK" if is_well else "503 Service Unavailable", headers)
        return [] if environ.get("REQUEST_METHOD") == "HEAD" else [body]
