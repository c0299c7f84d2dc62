"""Playing a rehearsal: every step as the person whose step it is, through the bus, at the time of the script."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

import sqlalchemy as sa

from app.core import clock
from app.core.actor import SYSTEM, Actor
from app.core.db import reading
from app.core.errors import Refusal
from app.demo.asking import Doing
from app.meetings.contract import PartKind
from app.meetings.models import MeetingSession
from app.rehearsal.script import PartScript, PointScript, RoomScript, Script, SessionScript
from breakouts.rooms.models import Room
from breakouts.takeaways.contract import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.engine import Engine

    from app.core.bus import Bus

BEGINS = dt.time(13, 0, tzinfo=dt.UTC)
PARTS = set(get_args(PartKind))
KINDS = set(get_args(Kind))
OTHER_NAMES = {
    "opening": "remarks",
    "statements": "remarks",
    "discussion": "plenary",
    "breakout": "breakouts",
    "breakout groups": "breakouts",
}
SHORTEST_ROUND = 45


@dataclass(frozen=True)
class RoomPlayed:
    """A breakout room that was played: which, where, and who ran it."""

    id: int
    number: int
    title: str
    session: int
    moderator: Actor
    rapporteur: Actor


@dataclass
class Played:
    """What was played, by id, and every step that the program refused."""

    meeting: int = 0
    sessions: list[int] = field(default_factory=list)
    rooms: list[RoomPlayed] = field(default_factory=list)
    chair: Actor = SYSTEM
    refused: list[str] = field(default_factory=list)


class Player:
    """Plays one script."""

    def __init__(self, bus: Bus, engine: Engine, script: Script) -> None:
        self._doing = Doing(bus)
        self._engine = engine
        self._script = script
        self._played = Played()
        self._moment = clock.now()

    def play(self) -> Played:
        """Play the script from the creation of the meeting to its end."""
        first = next((session.date for session in self._script.sessions if session.date), None)
        self._moment = dt.datetime.combine(first, BEGINS) - dt.timedelta(days=1) if first else clock.now()
        with clock.set_to(self._moment):
            self._create()
        for number, session in enumerate(self._script.sessions):
            self._moment = (
                dt.datetime.combine(session.date, BEGINS) if session.date else self._moment + dt.timedelta(hours=3)
            )
            self._session(number, session)
        self._step(self._played.chair, "meeting.close", meeting=self._played.meeting)
        return self._played

    def _create(self) -> None:
        meeting = self._script.meeting
        created = self._doing.ask(SYSTEM, "meeting.create", **_plan(self._script))
        self._played.meeting = created["id"]
        names = meeting.co_chairs or ("",)
        chairs = [
            self._doing.person(created["id"], f"Co-chair ({name})" if name else "Co-chair", name, "Co-chair")
            for name in names
        ]
        for chair in chairs:
            self._doing.role(chair, "co_chair")
        self._played.chair = chairs[0]
        with reading(self._engine) as db:
            mine = (
                sa.select(MeetingSession)
                .where(MeetingSession.meeting_id == created["id"])
                .order_by(MeetingSession.position)
            )
            sessions = db.scalars(mine).all()
            self._played.sessions = [session.id for session in sessions]
            self._parts = {
                (number, place): part.id
                for number, session in enumerate(sessions)
                for place, part in enumerate(session.parts)
            }
            self._floors = {
                room.part_id: room.id for room in db.scalars(sa.select(Room).where(Room.meeting_id == created["id"]))
            }

    def _session(self, number: int, session: SessionScript) -> None:
        chair = self._played.chair
        self._step(chair, "session.open", session=self._played.sessions[number])
        for place, part in enumerate(session.parts):
            part_id = self._parts[number, place]
            self._step(chair, "part.start", part=part_id)
            if part.narrative:
                self._step(chair, "part.narrate", part=part_id, narrative=_prose(part.narrative), base=0)
            if _kind(part) == "breakouts":
                self._breakouts(part_id, part, self._played.sessions[number])
            else:
                self._report_back(number)
                self._points(chair, chair, self._floors[part_id], part.points)
            self._moment += dt.timedelta(minutes=max(10, part.minutes))
        self._step(chair, "session.close", session=self._played.sessions[number])

    def _breakouts(self, part_id: int, part: PartScript, session: int) -> None:
        chair = self._played.chair
        minutes = max([SHORTEST_ROUND, *(point.minute + 5 for room in part.rooms for point in room.points)])
        opened = self._step(chair, "round.prepare", part=part_id, minutes=min(minutes, 600))
        if opened is None:
            return
        rooms = [self._room(opened["id"], place, room, session) for place, room in enumerate(part.rooms, 1)]
        self._step(chair, "round.open", round=opened["id"], minutes=min(minutes, 600))
        began = self._moment
        for played, room in zip(rooms, part.rooms, strict=True):
            if played is not None:
                self._moment = began
                text = {"narrative": _prose(room.narrative), "lead_in": room.lead_in}
                if any(text.values()):
                    self._step(played.rapporteur, "room.narrate", room=played.id, base=0, **text)
                self._points(played.rapporteur, played.moderator, played.id, room.points)
        self._moment = began + dt.timedelta(minutes=minutes)
        self._step(chair, "round.close", round=opened["id"])

    def _room(self, opened: int, place: int, room: RoomScript, session: int) -> RoomPlayed | None:
        number = room.number or place
        given = {"title": room.title, "question": room.question, "moderated_by": room.moderated_by}
        added = self._step(
            self._played.chair,
            "room.add",
            round=opened,
            number=number,
            attribution=room.attribution or "not attributed",
            **given,
        )
        if added is None:
            return None
        moderator = self._doing.person(
            self._played.meeting, f"Moderator, group {number}", room.moderated_by, "Moderator"
        )
        rapporteur = self._doing.person(self._played.meeting, f"Rapporteur, group {number}", "", "Rapporteur")
        self._doing.role(moderator, "moderator", added["id"])
        self._doing.role(rapporteur, "rapporteur", added["id"])
        played = RoomPlayed(added["id"], number, room.title, session, moderator, rapporteur)
        self._played.rooms.append(played)
        return played

    def _points(self, writer: Actor, approver: Actor, room: int, points: Iterable[PointScript]) -> None:
        began = self._moment
        for point in sorted(points, key=lambda each: each.minute):
            if not point.text.strip():
                continue
            self._moment = began + dt.timedelta(minutes=point.minute)
            kind = point.kind if point.kind in KINDS else "takeaway"
            captured = self._step(
                writer, "takeaway.capture", room=room, text=point.text, kind=kind, tags=list(point.tags)
            )
            if captured is not None:
                self._step(approver, "takeaway.approve", takeaway=captured["id"])

    def _report_back(self, number: int) -> None:
        waiting = [room for room in self._played.rooms if room.session == self._played.sessions[number]]
        for room in waiting:
            self._step(self._played.chair, "report.call", room=room.id)
            self._moment += dt.timedelta(minutes=3)
            self._step(self._played.chair, "report.finish", room=room.id)

    def _step(self, actor: Actor, name: str, **data: Any) -> dict[str, Any] | None:  # noqa: ANN401 - JSON values
        try:
            with clock.set_to(self._moment):
                return self._doing.ask(actor, name, **data)
        except Refusal as refusal:
            self._played.refused.append(refusal.why)
            return None


def _plan(script: Script) -> dict[str, Any]:
    meeting = script.meeting
    given = meeting.model_dump(include={"process", "running_head", "document_title", "overview", "introduction"})
    language = meeting.language if re.fullmatch("[a-z]{2}", meeting.language) else "en"
    sessions = [
        {"title": session.title, "date": _date(session), "parts": [_part(part) for part in session.parts]}
        for session in script.sessions
    ]
    title = meeting.title or meeting.process or "Meeting"
    return {
        **given,
        "title": title,
        "language": language,
        "co_chairs": [name for name in meeting.co_chairs if name.strip()],
        "sessions": sessions,
    }


def _part(part: PartScript) -> dict[str, Any]:
    speakers = [
        {"speaker": each.name, "title": each.title, "delegation": each.delegation, "minutes": each.minutes}
        for each in part.speakers
    ]
    return {"title": part.title, "kind": _kind(part), "minutes": part.minutes, "speakers": speakers}


def _kind(part: PartScript) -> str:
    kind = part.kind.strip().casefold()
    kind = OTHER_NAMES.get(kind, kind)
    return kind if kind in PARTS else "breakouts" if part.rooms else "plenary"


def _date(session: SessionScript) -> str | None:
    return session.date.isoformat() if session.date else None


def _prose(paragraphs: Iterable[str]) -> str:
    return "\n\n".join(paragraph.strip() for paragraph in paragraphs if paragraph.strip())
