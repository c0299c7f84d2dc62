"""The guard before Engine.IO, where Flask's own checks do not reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.realtime.draining import Draining
    from app.realtime.proxies import TrustedProxies

PATH = "/socket.io"


class Guard:
    """Lets a request through to the sockets only from our own pages, as a WebSocket, uncompressed.

    What it answers itself carries the security headers.
    """

    def __init__(
        self,
        inner: Callable[..., Iterable[bytes]],
        origins: Callable[[dict[str, Any]], frozenset[str]],
        headers: dict[str, str],
        proxies: TrustedProxies,
        draining: Draining,
    ) -> None:
        self._inner = inner
        self._proxies = proxies
        self._draining = draining
        self._origins = origins
        self._headers = headers

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer what may not pass; pass on the rest without the headers that a client must not choose."""
        self._proxies.settle(environ)
        if not environ.get("PATH_INFO", "").startswith(PATH):
            with self._draining.at_work():
                return self._inner(environ, start_response)
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        query = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
        is_websocket = environ.get("HTTP_UPGRADE", "").lower() == "websocket" and query.get("transport") == [
            "websocket"
        ]
        if environ.get("HTTP_ORIGIN", "") not in self._origins(environ):
            return self._refuse(
                environ, start_response, "403 Forbidden", b"This address takes connections from its own pages only."
            )
        if not is_websocket or "j" in query or "sid" in query or environ.get("REQUEST_METHOD") != "GET":
            return self._refuse(environ, start_response, "400 Bad Request", b"Only a WebSocket can connect here.")
        if self._draining.is_on:
            why = b"This process is ending. Another one, or its successor, is there in a moment."
            return self._refuse(environ, start_response, "503 Service Unavailable", why)
        return self._inner(environ, self._with_headers(start_response))

    def _with_headers(self, start_response: Callable[..., Any]) -> Callable[..., Any]:
        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:  # noqa: ANN401 - WSGI's own
            return start_response(status, [*headers, *self._headers.items()], *more)

        return start

    def _refuse(
        self, environ: dict[str, Any], start_response: Callable[..., Any], status: str, why: bytes
    ) -> Iterable[bytes]:
        headers = [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Length", str(len(why))),
            *self._headers.items(),
        ]
        start_response(status, headers)
        # An answer to HEAD that had a body would be taken for the beginning of the next answer.
        return [] if environ.get("REQUEST_METHOD") == "HEAD" else [why]
