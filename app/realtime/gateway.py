"""The gateway: the only socket handlers of the program.

It always answers, and it decides nothing: rules and streams do.
"""

from __future__ import annotations

import logging
import time
import uuid
from typing import TYPE_CHECKING, Any

import gevent
import structlog
from flask_socketio import SocketIO
from socketio.exceptions import ConnectionRefusedError as Refused
from werkzeug.wrappers import Request

from app.core import clock
from app.core.actor import SYSTEM, Actor
from app.core.errors import Busy, Invalid, Refusal, SignedOut
from app.realtime import packets
from app.realtime.connections import Connection, Connections
from app.realtime.gathering import Gathering
from app.realtime.transport import Driver
from app.web.words import chosen_by
from app.words.answers import in_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from app.core.bus import Bus
    from app.core.tickets import Ticket, Tickets
    from app.realtime.draining import Draining
    from app.realtime.following import Following
    from app.realtime.presence import Presence

CONNECT_WITHIN = 3.0
ANSWERED_WITHIN = 1.0
"""Seconds that a line which is to be ended is kept for the answers that are on their way."""

MOST_SOCKETS = 6

log = structlog.get_logger()


class Gateway:
    """Joins Socket.IO to the bus, the streams and the list of connections."""

    def __init__(
        self,
        bus: Bus,
        following: Following,
        connections: Connections,
        presence: Presence,
        tickets: Tickets,
        draining: Draining,
    ) -> None:
        self._bus = bus
        self._draining = draining
        self._following = following
        self._connections = connections
        self._presence = presence
        self._tickets = tickets
        self._letting_in: Gathering[Ticket, dict[str, int] | None] = Gathering(self._use)
        self._socketio: SocketIO | None = None

    def open_on(self, app: Flask, origins: list[str]) -> SocketIO:
        """Give the Flask app its Socket.IO server, websocket only, with our transport and our packets."""
        silent = logging.getLogger("rapport.engine")
        silent.addHandler(logging.NullHandler())
        silent.propagate = False
        socketio = self._socketio = SocketIO(
            app,
            async_mode="gevent",
            transports=["websocket"],
            cors_allowed_origins=origins,
            async_handlers=False,
            serializer=packets.StrictPacket,
            json=packets.StrictPacket.json,
            ping_interval=10,
            ping_timeout=8,
            max_http_buffer_size=65_536,
            manage_session=False,
            cookie=None,
            logger=silent,
            engineio_logger=silent,
        )
        engine = socketio.server.eio
        # Engine.IO has no public place for a driver of one's own.
        engine._async = engine._async | {"websocket": Driver}  # noqa: SLF001
        socketio.server.on("connect", self._connect)
        socketio.server.on("disconnect", self._disconnect)
        for name, handler in {
            "ask": self._ask,
            "follow": self._following.follow,
            "unfollow": self._following.unfollow,
            "heads": self._following.heads,
        }.items():
            socketio.server.on(name, self._answering(handler))
        engine.on("connect", self._timed(engine.handlers["connect"]))
        engine.on("message", self._closing(engine.handlers["message"]))
        return socketio

    def _timed(self, connect: Callable[[str, dict[str, Any]], Any]) -> Callable[[str, dict[str, Any]], Any]:
        def connected(engine_sid: str, environ: dict[str, Any]) -> Any:  # noqa: ANN401 - what Socket.IO answers
            gevent.spawn_later(CONNECT_WITHIN, self._close_unless_signed_in, engine_sid)
            return connect(engine_sid, environ)

        return connected

    def _closing(self, receive: Callable[[str, Any], Any]) -> Callable[[str, Any], Any]:
        def received(engine_sid: str, message: Any) -> None:  # noqa: ANN401 - from outside
            try:
                receive(engine_sid, message)
            except Exception as wrong:  # noqa: BLE001 - whatever it was: who sends what is no request of ours is let go
                log.info("gateway.closed", because=type(wrong).__name__)
                self._hang_up(engine_sid)

        return received

    def _close_unless_signed_in(self, engine_sid: str) -> None:
        if self._socketio is None:
            return
        server = self._socketio.server
        sid = server.manager.sid_from_eio_sid(engine_sid, "/")
        if sid is None or self._connections.get(sid) is None:
            server.eio.disconnect(engine_sid)

    def _connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:  # noqa: ANN401 - from outside
        ticket = auth.get("ticket") if isinstance(auth, dict) else None
        sealed = self._tickets.read(ticket)
        opened = self._letting_in.ask(sealed) if sealed else None
        if opened is None:
            raise Refused(SignedOut.code)
        actor = Actor(opened["person"], opened["meeting"], opened["id"])
        if len(self._connections.of_person(opened["person"])) >= MOST_SOCKETS:
            raise Refused(Busy.code)
        server = self._socketio.server if self._socketio else None
        engine_sid = server.manager.eio_sid_from_sid(sid, "/") if server else ""
        language = chosen_by(Request(environ)) or "en"
        connection = Connection(sid, engine_sid, actor, environ["rapport.websocket"], language)
        connection.websocket.end = lambda: self._end(connection)
        if self._connections.add(connection):
            gevent.spawn(self._presence.connected, actor)

    def _use(self, tickets: list[Ticket]) -> list[dict[str, int] | None]:
        sealed = [{"session": each.session, "until": clock.iso(each.until), "mark": each.mark} for each in tickets]
        answer = self._bus.ask(SYSTEM, "ticket.use", str(uuid.uuid4()), {"tickets": sealed})
        if not answer["ok"]:
            raise Refused(answer["code"])
        sessions: list[dict[str, int] | None] = answer["result"]["sessions"]
        return sessions

    def _disconnect(self, sid: str, *_reason: object) -> None:
        removed = self._connections.remove(sid)
        if removed is None:
            return
        connection, was_last = removed
        # A client may say goodbye and keep the line; an idle line is one that could be had by somebody else.
        self._end(connection)
        if was_last:
            self._presence.disconnected(connection.actor.person_id or 0)

    def _end(self, connection: Connection) -> None:
        gevent.spawn(self._end_once_answered, connection)

    def _end_once_answered(self, connection: Connection) -> None:
        # Whoever ends their own session is told so first.
        end = time.monotonic() + ANSWERED_WITHIN
        while connection.is_asking and time.monotonic() < end:
            gevent.sleep(0.01)
        # Leaving the namespace alone would keep the line open, and the same client could connect again on it.
        self._hang_up(connection.engine_sid)

    def _hang_up(self, engine_sid: str) -> None:
        if self._socketio is not None:
            gevent.spawn(self._socketio.server.eio.disconnect, engine_sid)

    def _answering(
        self, handler: Callable[[Connection, dict[str, Any]], dict[str, Any]]
    ) -> Callable[[str, Any], dict[str, Any]]:
        def answer(sid: str, body: Any) -> dict[str, Any]:  # noqa: ANN401 - from outside
            connection = self._connections.get(sid)
            language = connection.language if connection else "en"
            try:
                return in_language(handler(self._heard(sid, body), body), language)
            except Refusal as refusal:
                return in_language(refusal.answer(), language)
            except Exception:  # a client that is never answered would wait for ever
                log.exception("gateway.failed", request=handler.__name__)
                sorry = Busy("Something went wrong here. What you typed is kept; it is sent again.", retry_after=5)
                return in_language(sorry.answer(), language)

        return answer

    def _heard(self, sid: str, body: Any) -> Connection:  # noqa: ANN401 - from outside
        connection = self._connections.get(sid)
        if connection is None:
            raise SignedOut
        wait = self._connections.take(connection.actor.person_id or 0)
        if wait:
            message = "That was a lot at once. It is kept here and sent again in a moment."
            raise Busy(message, retry_after=round(wait + 0.5, 1))
        if not isinstance(body, dict):
            message = "A request is an object with named fields."
            raise Invalid(message)
        return connection

    def _ask(self, connection: Connection, body: dict[str, Any]) -> dict[str, Any]:
        self._draining.refuse()
        with self._draining.at_work(), connection.asking():
            return self._bus.ask(connection.actor, body.get("name", ""), body.get("id", ""), body.get("data", {}))
