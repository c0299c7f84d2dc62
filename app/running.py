"""The running program: what begins with it, how it serves, and how it ends."""

from __future__ import annotations

import gc
import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING

import gevent
import sqlalchemy as sa
from gevent.pywsgi import WSGIServer

from app.accounts.models import Person
from app.core import clock
from app.core.actor import SYSTEM
from app.core.db import reading
from app.realtime.queries import known_people
from app.realtime.transport import UpgradingHandler
from breakouts.rounds.recalling import close_what_is_due

if TYPE_CHECKING:
    from flask import Flask
    from sqlalchemy.engine import Engine

    from app.backups.automatic import AutomaticBackups
    from app.config import Settings
    from app.core.bus import Bus
    from app.realtime.connections import Connections
    from app.realtime.draining import Draining
    from app.realtime.presence import Presence
    from app.realtime.publisher import Publisher
    from app.realtime.pulse import Pulse
    from app.realtime.together import Together
    from app.web.health import Health
    from exports.jobs.runner import Runner

BACK_WITHIN = 60
"""Seconds that people have to come back after the server was restarted before they count as gone."""


@dataclass(frozen=True)
class Program:
    """The running program: what the command line, the tests and a WSGI server each take what they need from."""

    settings: Settings
    engine: Engine
    bus: Bus
    app: Flask
    wsgi: Health
    connections: Connections
    publisher: Publisher
    pulse: Pulse
    runner: Runner
    backups: AutomaticBackups
    presence: Presence
    draining: Draining
    together: Together | None

    def start(self, *, waits_for_people: bool = True) -> None:
        """Begin what runs beside the requests: figures, exports, letting go of whoever does not come back."""
        _collect_seldom()
        if self.together is not None:
            self.together.start(self.bus, self.presence, self.pulse)
        gevent.spawn(self.pulse.run)
        gevent.spawn(self.runner.run)
        gevent.spawn(self._recall)
        gevent.spawn(self.backups.run)
        if waits_for_people:
            gevent.spawn_later(BACK_WITHIN, self._let_go, clock.iso(clock.now()))

    def serve(self) -> WSGIServer:
        """Give a server that listens on the settings' address; the caller lets it run."""
        return WSGIServer(
            (self.settings.host, self.settings.port),
            self.wsgi,
            handler_class=UpgradingHandler,
            log=None,
            error_log=None,
        )

    def serve_until_stopped(self, server: WSGIServer) -> None:
        """Serve until Ctrl+C, which ends at once, or SIGTERM, which sends everybody elsewhere first."""
        gevent.signal_handler(signal.SIGINT, server.stop)
        gevent.signal_handler(signal.SIGTERM, self._end_well, server)
        server.serve_forever()
        if self.together is not None:
            self.together.end()
        self.runner.close()
        self.backups.close()

    def _end_well(self, server: WSGIServer) -> None:
        self.draining.drain(self.connections, self.publisher.wake)
        # Whoever is ended while still beginning begins first: half a server cannot be stopped.
        while not server.started:
            gevent.sleep(0.01)
        # What is left are kept connections on which nobody asks anything.
        server.stop(timeout=1)

    def _recall(self) -> None:
        while True:
            gevent.sleep(1)
            # In a greenlet of its own: one look that goes wrong takes no later one with it.
            gevent.spawn(close_what_is_due, self.bus, self.engine).join()

    def _let_go(self, since: str) -> None:
        here = self.connections.people()
        with reading(self.engine) as db:
            # Whoever another process knows of is let go by what it writes down.
            here |= known_people(db) if self.together is not None else frozenset()
            present = db.scalars(sa.select(Person.id).where(Person.present)).all()
        for person_id in present:
            if person_id not in here:
                departure = {"person": person_id, "at": since, "unless_attending": self.together is not None}
                self.bus.ask(SYSTEM, "attendance.leave", f"let-go-{person_id}-{since}"[:64], departure)


def _collect_seldom() -> None:
    # A full collection walks over every connection's objects: with a thousand of them everybody waits a tenth of a
    # second. What stands at the start is never walked over again, and the rest seldom.
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
