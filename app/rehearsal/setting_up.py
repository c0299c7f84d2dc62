"""Setting a meeting up from its script: sessions, parts, rooms, and the people who have a task."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from app.core.actor import SYSTEM, Actor
from app.core.db import reading
from app.core.errors import Refusal
from app.meetings.models import MeetingSession
from breakouts.rooms.models import Room
from breakouts.setup.planning import kind_of, meeting_data, session_data
from breakouts.setup.script import PartScript, RoomScript, Script

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from app.demo.asking import Doing

SHORTEST_ROUND, LONGEST_ROUND = 45, 600


@dataclass(frozen=True)
class RoomSet:
    """A breakout room that was set up, with who runs it; `script` is what it was set up from."""

    id: int
    number: int
    session: int
    script: RoomScript
    moderator: Actor
    rapporteur: Actor


@dataclass(frozen=True)
class PartSet:
    """A part that was set up: its floor in plenary, or its round (None where it was refused) and rooms."""

    id: int
    script: PartScript
    floor: int | None = None
    round: int | None = None
    minutes: int = 0
    rooms: tuple[RoomSet, ...] = ()


@dataclass
class MeetingSet:
    """A meeting that was set up, by id; `refused` says what of the script the program would not take."""

    meeting: int
    sessions: list[int]
    chairs: list[Actor]
    chair_names: list[str]
    parts: dict[int, list[PartSet]] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    @property
    def rooms(self) -> list[RoomSet]:
        """Give all breakout rooms in the order of the script."""
        return [room for session in self.sessions for part in self.parts[session] for room in part.rooms]


def set_up(doing: Doing, engine: Engine, script: Script) -> MeetingSet:
    """Set the meeting of a script up. What is refused of a room is noted; a meeting that is refused raises Refusal."""
    meeting = doing.ask(SYSTEM, "meeting.create", **_meeting(script))["id"]
    seats = {_chair(name): name for name in script.meeting.co_chairs or ("",)}
    chairs = [doing.person(meeting, title, name, "Co-chair") for title, name in seats.items()]
    for chair in chairs:
        doing.role(chair, "co_chair")
    with reading(engine) as db:
        mine = sa.select(MeetingSession).where(MeetingSession.meeting_id == meeting)
        sessions = db.scalars(mine.order_by(MeetingSession.position)).all()
        floors = {room.part_id: room.id for room in db.scalars(sa.select(Room).where(Room.meeting_id == meeting))}
        parts = {session.id: [part.id for part in session.parts] for session in sessions}
    done = MeetingSet(meeting, list(parts), chairs, list(seats))
    for (session, ids), planned in zip(parts.items(), script.sessions, strict=True):
        pairs = zip(ids, planned.parts, strict=True)
        done.parts[session] = [_part(doing, done, session, part, each, floors.get(part)) for part, each in pairs]
    return done


def prose(paragraphs: Iterable[str]) -> str:
    """Give paragraphs as one text, a blank line between them."""
    return "\n\n".join(paragraph.strip() for paragraph in paragraphs if paragraph.strip())


def _part(doing: Doing, done: MeetingSet, session: int, part: int, script: PartScript, floor: int | None) -> PartSet:
    if kind_of(script) != "breakouts":
        return PartSet(part, script, floor=floor)
    last = max((point.minute + 5 for room in script.rooms for point in room.points), default=0)
    minutes = min(max(SHORTEST_ROUND, last), LONGEST_ROUND)
    prepared = doing.ask(SYSTEM, "round.prepare", part=part, minutes=minutes)["id"]
    rooms = [_room(doing, done, session, prepared, place, room) for place, room in enumerate(script.rooms, 1)]
    return PartSet(part, script, None, prepared, minutes, tuple(room for room in rooms if room is not None))


def _room(
    doing: Doing, done: MeetingSet, session: int, prepared: int, place: int, script: RoomScript
) -> RoomSet | None:
    number = script.number or place
    given = script.model_dump(include={"title", "question", "moderated_by"})
    attribution = script.attribution or "not attributed"
    try:
        room = doing.ask(SYSTEM, "room.add", round=prepared, number=number, attribution=attribution, **given)["id"]
        moderator = doing.person(done.meeting, f"Moderator, group {number}", script.moderated_by, "Moderator")
        rapporteur = doing.person(done.meeting, f"Rapporteur, group {number}", "", "Rapporteur")
    except Refusal as refused:
        done.refused.append(f"Room {number}: {refused.why}")
        return None
    doing.role(moderator, "moderator", room)
    doing.role(rapporteur, "rapporteur", room)
    return RoomSet(room, number, session, script, moderator, rapporteur)


def _meeting(script: Script) -> dict[str, Any]:
    return {**meeting_data(script), "sessions": [session_data(session) for session in script.sessions]}


def _chair(name: str) -> str:
    return f"Co-chair ({name})" if name else "Co-chair"
