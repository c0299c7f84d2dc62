"""The meeting that is measured: made through commands as any other, its crowd signed in and holding tickets."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.accounts.models import WebSession
from app.accounts.secrets import digest, new_secret
from app.config import Settings
from app.core import clock
from app.core.actor import SYSTEM, Actor
from app.core.db import reading, writing
from app.core.tickets import Tickets
from app.demo.asking import Doing
from app.factory import create_program
from app.meetings.models import Meeting, MeetingSession, Part
from breakouts.rooms.models import Room

if TYPE_CHECKING:
    from app.running import Program

TICKETS_LAST = dt.timedelta(hours=1)
PLACES = ("Ghana", "Peru", "Japan", "Canada", "Fiji", "Kenya", "Norway", "Jordan", "UNICEF", "African Union")


@dataclass(frozen=True)
class Hall:
    """A live meeting: its plenary floor, its code, a ticket for each of the crowd, and writers as (ticket, room)."""

    meeting: int
    floor: int
    code: str
    crowd: tuple[str, ...]
    writers: tuple[tuple[str, int], ...]


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder for one measure's data."""
    made = Path(tempfile.mkdtemp(prefix="rapport-bench-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def prepare(data: Path, people: int, writers: int = 1, rooms: int = 0, database: str = "") -> Hall:
    """Make a meeting whose session is open, with a crowd; writer n has room n modulo `rooms`, or the floor."""
    program = create_program(Settings(data_dir=data, database_url=database))
    try:
        return _prepare(program, people, writers, rooms)
    finally:
        program.engine.dispose()


def _prepare(program: Program, people: int, writers: int, rooms: int) -> Hall:
    doing = Doing(program.bus)
    meeting = _meeting(doing)
    with reading(program.engine) as db:
        code = db.get_one(Meeting, meeting).join_code
        session = db.scalars(sa.select(MeetingSession.id)).one()
        floor = db.scalars(sa.select(Room.id).where(Room.kind == "plenary")).one()
        part = db.scalars(sa.select(Part.id).where(Part.kind == "breakouts")).one()
    round_id = doing.ask(SYSTEM, "round.prepare", part=part, minutes=60)["id"]
    places = [
        doing.ask(SYSTEM, "room.add", round=round_id, number=number, title=f"Theme {number}")["id"]
        for number in range(1, rooms + 1)
    ]
    crowd = doing.roster(meeting, [(f"Delegate {number}", PLACES[number % len(PLACES)]) for number in range(people)])
    staff = doing.roster(meeting, [(f"Rapporteur {number}", "Ghana") for number in range(writers)])
    chair = doing.roster(meeting, [("Co-chair 1", "Canada")])[0]
    doing.role(chair, "co_chair")
    where = [places[number % rooms] if rooms else floor for number in range(writers)]
    for writer, room in zip(staff, where, strict=True):
        doing.role(writer, "rapporteur", room)
    doing.ask(chair, "session.open", session=session)
    if rooms:
        doing.ask(chair, "round.open", round=round_id, minutes=60)
    tickets = _tickets(program, [*crowd, *staff])
    return Hall(meeting, floor, code, tuple(tickets[:people]), tuple(zip(tickets[people:], where, strict=True)))


def _meeting(doing: Doing) -> int:
    parts = [{"title": "Plenary", "kind": "plenary"}, {"title": "Breakout groups", "kind": "breakouts"}]
    sessions = [{"title": "First session", "date": "2020-11-10", "parts": parts}]
    plan = {"title": "Measured meeting", "co_chairs": ["Canada"], "walk_ins": "admit", "sessions": sessions}
    return int(doing.ask(SYSTEM, "meeting.create", **plan)["id"])


# Signing a thousand people in one by one would measure signing in; here they are simply signed in.
def _tickets(program: Program, people: list[Actor]) -> list[str]:
    now = clock.now()
    with writing(program.engine) as db, db.begin():
        sessions = [
            WebSession(
                person_id=each.person_id,
                meeting_id=each.meeting_id,
                digest=digest(new_secret()),
                csrf=new_secret(),
                began_at=now,
                seen_at=now,
            )
            for each in people
        ]
        db.add_all(sessions)
        db.flush()
        tickets = Tickets(program.settings.key)
        return [tickets.give(session.id, TICKETS_LAST) for session in sessions]
