"""Every address of the program that is read, with the things of a meeting in its places."""

from __future__ import annotations

import re
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

from app.slices import PAGES
from tests.cast import Cast

NOWHERE = 99_999_999
POLLED = "/api/streams"  # the streams are followed over the sockets


def every_address(cast: Cast, elsewhere: int) -> set[str]:
    """Give the addresses of all there is in the meeting, and those that name its things as another meeting's."""
    things = {
        "room": [cast.rooms[0], cast.rooms[1], cast.floor],
        "export": [thing["id"] for thing in cast.things(f"meeting:{cast.meeting}:chairs", "export")] or [NOWHERE],
        "person": [cast.person("ghana"), cast.person("secretariat")],
        "code": [thing["join_code"] for thing in cast.things(f"meeting:{cast.meeting}", "meeting")],
        "role": ["participant"],
    }
    crossed = {"room": [cast.rooms[0], cast.floor], "person": [cast.person("ghana"), cast.person("zoe")]}
    own = _every_page({**things, "meeting": [cast.meeting]})
    return {*own, *_every_page({**things, **crossed, "meeting": [elsewhere]})} - {POLLED}


def addresses_of_nothing() -> set[str]:
    """Give every address, with numbers that nothing has."""
    nothing: dict[str, list[Any]] = {name: [NOWHERE] for name in ("meeting", "room", "export", "person", "code")}
    return set(_every_page({**nothing, "role": ["participant"]})) - {POLLED}


def _every_page(values: dict[str, list[Any]]) -> list[str]:
    """Give every address of the program that is read, with each of these values in its place."""
    flask = Flask("every page")
    for pages in PAGES:
        flask.register_blueprint(pages)
    rules = [rule for rule in flask.url_map.iter_rules() if "GET" in (rule.methods or ())]
    return sorted({path for rule in rules if rule.endpoint != "static" for path in _filled(rule, values)})


def _filled(rule: Rule, values: dict[str, list[Any]]) -> list[str]:
    paths = [str(rule)]
    for name in sorted(rule.arguments):
        where = re.compile(rf"<(?:\w+:)?{name}>")
        paths = [where.sub(str(value), path) for path in paths for value in values[name]]
    return paths
