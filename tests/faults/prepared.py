"""A meeting made ready once and copied for every run: its rooms are open, its people are signed in."""

from __future__ import annotations

import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

import app.slices  # noqa: F401 - so that every command and every view is known
from app.accounts.models import WebSession
from app.core.actor import SYSTEM
from app.core.bus import Bus
from app.core.db import open_engine, reading
from app.migrating import migrate
from tests.cast import Cast, come_in, make_cast
from tests.faults.people.person import Player
from tests.servers import Postgres

TEAM = {"rapporteur_1": 0, "rapporteur_4": 0, "moderator_1": 0, "rapporteur_2": 1, "moderator_2": 1}
PARTICIPANTS = {"ghana": 0, "brazil": 1}


@dataclass(frozen=True)
class Prepared:
    """The meeting and its players, in a database that is copied and never changed."""

    meeting: int
    round: int
    players: dict[str, Player]
    source: str
    postgres: Postgres | None = None

    def copy(self, folder: Path) -> str:
        """Give the address of a fresh copy; one of SQLite lies in `folder`."""
        if self.postgres is not None:
            return self.postgres.create(f"run_{uuid.uuid4().hex[:12]}", self.source)
        shutil.copyfile(self.source, folder / "rapport.sqlite3")
        return f"sqlite:///{folder / 'rapport.sqlite3'}"

    def drop(self, database: str) -> None:
        """Take a copy away again."""
        if self.postgres is not None:
            self.postgres.drop(database.rpartition("/")[2])


def prepare(folder: Path, postgres: Postgres | None = None) -> Prepared:
    """Make the meeting, in a file in `folder` or on the PostgreSQL server."""
    source = "prepared" if postgres else str(folder / "prepared.sqlite3")
    engine = open_engine(postgres.create(source) if postgres else f"sqlite:///{source}")
    try:
        migrate(engine)
        cast = make_cast(Bus(engine), drafts_for_chairs=True)
        come_in(cast, "rapporteur_4", "Rapporteur 4 (Togo)", "Togo")
        _system(cast, "role.grant", person=cast.person("rapporteur_4"), role="rapporteur", room=cast.rooms[0])
        cast.open_round()
        players = {who: _player(cast, who) for who in [*TEAM, *PARTICIPANTS, "canada"]}
    finally:
        engine.dispose()
    return Prepared(cast.meeting, cast.rounds[0], players, source, postgres)


def _player(cast: Cast, who: str) -> Player:
    person = cast.person(who)
    place = (TEAM | PARTICIPANTS).get(who)
    streams = [f"meeting:{cast.meeting}", f"person:{person}"]
    if place is None:
        streams += [f"meeting:{cast.meeting}:chairs", f"meeting:{cast.meeting}:staff"]
    else:
        streams += [f"room:{cast.rooms[place]}"] + ([f"room:{cast.rooms[place]}:staff"] if who in TEAM else [])
    link = _system(cast, "link.issue", person=person)
    session = _system(cast, "link.redeem", secret=link["secret"])
    with reading(cast.bus.engine) as db:
        csrf = db.scalars(sa.select(WebSession.csrf).where(WebSession.id == session["id"])).one()
    room = cast.rooms[place or 0]
    return Player(who, person, room, tuple(streams), f"rapport={session['secret']}", csrf)


def _system(cast: Cast, name: str, **data: object) -> dict[str, Any]:
    answer = cast.bus.ask(SYSTEM, name, uuid.uuid4().hex, data)
    assert answer["ok"], answer
    result: dict[str, Any] = answer["result"]
    return result
