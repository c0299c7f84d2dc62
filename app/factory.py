"""The composition root.

The one place that joins settings, database, bus, sockets, jobs and pages into a running program.
"""

from __future__ import annotations

import gc
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gevent
import sqlalchemy as sa
from flask import Flask
from gevent.pywsgi import WSGIServer
from werkzeug.routing import IntegerConverter, Map

from app.accounts import throttle
from app.accounts.identity.queries import account_signed_in
from app.accounts.models import Person
from app.accounts.queries import signed_in
from app.backups.automatic import AutomaticBackups
from app.config import Settings
from app.core import clock
from app.core.actor import SYSTEM
from app.core.bus import Bus
from app.core.contract import LARGEST_ID
from app.core.db import open_engine, reading
from app.core.tickets import Tickets
from app.logs import write_plain_logs
from app.migrating import migrate
from app.realtime.connections import Connections
from app.realtime.following import Following
from app.realtime.gateway import Gateway
from app.realtime.guard import Guard
from app.realtime.presence import Presence
from app.realtime.publisher import Publisher
from app.realtime.pulse import Pulse
from app.realtime.queries import known_people
from app.realtime.together import Together
from app.realtime.transport import UpgradingHandler
from app.slices import PAGES
from app.web.assets import Assets
from app.web.errors import answer_errors
from app.web.headers import secured, security_headers
from app.web.place import Place
from app.web.screens import prepare_templates
from app.web.words import keep_choice
from breakouts.rounds.recalling import close_what_is_due
from exports.jobs.runner import Runner

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

TEMPLATES = Path(__file__).parent.parent / "templates"
LARGEST_BODY = 4 * 1024 * 1024
BACK_WITHIN = 60
"""Seconds that people have to come back after the server was restarted before they count as gone."""


@dataclass(frozen=True)
class Program:
    """The running program: what the command line, the tests and a WSGI server each take what they need from."""

    settings: Settings
    engine: Engine
    bus: Bus
    app: Flask
    wsgi: Guard
    connections: Connections
    pulse: Pulse
    runner: Runner
    backups: AutomaticBackups
    presence: Presence
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
        """Serve until Ctrl+C, then end without a traceback."""
        gevent.signal_handler(signal.SIGINT, server.stop)
        server.serve_forever()
        self.runner.close()
        self.backups.close()

    def _recall(self) -> None:
        while True:
            gevent.sleep(1)
            close_what_is_due(self.bus, self.engine)

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


class RowNumber(IntegerConverter):
    """A number in an address: one that no row can have is an address that does not exist."""

    def __init__(self, map: Map) -> None:  # noqa: A002 - as Werkzeug calls it
        super().__init__(map, min=1, max=LARGEST_ID)


def _collect_seldom() -> None:
    # A full collection walks over every connection's objects: with a thousand of them everybody waits a tenth of a
    # second. What stands at the start is never walked over again, and the rest seldom.
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


def create_program(settings: Settings) -> Program:
    """Open the database, migrate it, and join everything together."""
    write_plain_logs()
    settings.exports_dir.mkdir(parents=True, exist_ok=True)
    engine = open_engine(settings.database)
    migrate(engine)
    bus = Bus(engine)
    connections = Connections()
    publisher = Publisher(engine, connections)
    together = Together(settings, engine, connections, publisher) if settings.redis_url else None
    pulse = Pulse(bus, together.may_measure) if together else Pulse(bus)
    runner = Runner(bus, engine, settings.exports_dir, together.leases if together else None)
    if together is not None:
        throttle.share(settings.key, together.neighbours.tell_vain)
        together.hear_vain = throttle.heard
    tickets = Tickets(settings.key)
    place = Place(
        settings,
        engine,
        bus,
        signed_in,
        account_signed_in,
        publisher.listening,
        connections.take,
        tickets.give,
        together.whereabouts.sessions if together else connections.sessions,
    )
    app = _create_app(place)
    presence = Presence(bus, connections, settings.leaves_after, together.write_down if together else None)
    following = Following(engine, connections, together.in_order if together else None)
    gateway = Gateway(bus, following, connections, presence, tickets)
    gateway.open_on(app, sorted(settings.own_origins))
    bus.tell += [together.publish if together else publisher.publish, pulse.changed, runner.notice]
    wsgi = Guard(app, lambda _environ: settings.own_origins, security_headers(secure=settings.is_secure))
    return Program(
        settings,
        engine,
        bus,
        app,
        wsgi,
        connections,
        pulse,
        runner,
        AutomaticBackups(settings, engine),
        presence,
        together,
    )


def _create_app(place: Place) -> Flask:
    app = Flask("rapport", template_folder=str(TEMPLATES), static_folder=None)
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_BODY, TRUSTED_HOSTS=None)
    app.extensions["rapport"] = place
    headers = security_headers(secure=place.settings.is_secure)

    @app.after_request
    def secure(response: Any) -> Any:  # noqa: ANN401 - Flask's response
        return secured(response, headers)

    app.url_map.converters["int"] = RowNumber
    Assets().serve_on(app)
    prepare_templates(app)
    for pages in PAGES:
        app.register_blueprint(pages)
    answer_errors(app)
    app.after_request(keep_choice)
    return app
