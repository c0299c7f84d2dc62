"""The composition root.

The one place that joins settings, database, bus, sockets, jobs and pages into a running program.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask, request
from sqlalchemy.engine import Engine
from werkzeug.routing import IntegerConverter, Map

from app.accounts import throttle
from app.accounts.identity.queries import account_signed_in
from app.accounts.queries import signed_in
from app.backups.automatic import AutomaticBackups
from app.config import Settings
from app.core.bus import Bus
from app.core.contract import LARGEST_ID
from app.core.db import open_engine
from app.core.tickets import Tickets
from app.logs import write_plain_logs
from app.migrating import migrate
from app.readiness import Readiness
from app.realtime.connections import Connections
from app.realtime.draining import Draining
from app.realtime.following import Following
from app.realtime.gateway import Gateway
from app.realtime.guard import Guard
from app.realtime.presence import Presence
from app.realtime.proxies import TrustedProxies
from app.realtime.publisher import Publisher
from app.realtime.pulse import Pulse
from app.realtime.together import Together
from app.running import Program
from app.slices import PAGES
from app.web.assets import Assets
from app.web.errors import answer_errors
from app.web.headers import secured, security_headers
from app.web.health import Health
from app.web.place import Place
from app.web.screens import prepare_templates
from app.web.words import keep_choice
from exports.jobs.runner import Runner

TEMPLATES = Path(__file__).parent.parent / "templates"
LARGEST_BODY = 4 * 1024 * 1024


class RowNumber(IntegerConverter):
    """A number in an address: one that no row can have is an address that does not exist."""

    def __init__(self, map: Map) -> None:  # noqa: A002 - as Werkzeug calls it
        super().__init__(map, min=1, max=LARGEST_ID)


def create_program(settings: Settings) -> Program:
    """Open the database, migrate it, and join everything together."""
    write_plain_logs()
    settings.exports_dir.mkdir(parents=True, exist_ok=True)
    engine = open_engine(settings.database)
    migrate(engine)
    bus = Bus(engine)
    connections = Connections()
    publisher = Publisher(engine, connections)
    together = _together(settings, engine, connections, publisher)
    pulse = Pulse(bus, together.may_measure) if together else Pulse(bus)
    runner = Runner(bus, engine, settings.exports_dir, together.leases if together else None)
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
    draining = Draining()
    app = _create_app(place, draining)
    presence = Presence(bus, connections, settings.leaves_after, together.write_down if together else None)
    following = Following(engine, connections, together.in_order if together else None)
    gateway = Gateway(bus, following, connections, presence, tickets, draining)
    gateway.open_on(app, sorted(settings.own_origins))
    bus.tell += [together.publish if together else publisher.publish, pulse.changed, runner.notice]
    readiness = Readiness(engine, settings.data_dir, draining, together)
    return Program(
        settings,
        engine,
        bus,
        app,
        _at_the_door(app, settings, readiness, draining),
        connections,
        publisher,
        pulse,
        runner,
        AutomaticBackups(settings, engine),
        presence,
        draining,
        together,
    )


def _together(settings: Settings, engine: Engine, connections: Connections, publisher: Publisher) -> Together | None:
    if not settings.redis_url:
        return None
    together = Together(settings, engine, connections, publisher)
    throttle.share(settings.key, together.neighbours.tell_vain)
    together.hear_vain = throttle.heard
    return together


def _at_the_door(app: Flask, settings: Settings, readiness: Readiness, draining: Draining) -> Health:
    headers = security_headers(secure=settings.is_secure)
    proxies = TrustedProxies(settings.trusted_proxies)
    guard = Guard(app, lambda _environ: settings.own_origins, headers, proxies, draining)
    return Health(guard, readiness.report, headers)


def _create_app(place: Place, draining: Draining) -> Flask:
    app = Flask("rapport", template_folder=str(TEMPLATES), static_folder=None)
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_BODY, TRUSTED_HOSTS=None)
    app.extensions["rapport"] = place
    headers = security_headers(secure=place.settings.is_secure)

    @app.after_request
    def secure(response: Any) -> Any:  # noqa: ANN401 - Flask's response
        return secured(response, headers)

    @app.before_request
    def refuse_at_the_end() -> None:
        if request.path.startswith("/api/"):
            draining.refuse()

    app.url_map.converters["int"] = RowNumber
    Assets().serve_on(app)
    prepare_templates(app)
    for pages in PAGES:
        app.register_blueprint(pages)
    answer_errors(app)
    app.after_request(keep_choice)
    return app
