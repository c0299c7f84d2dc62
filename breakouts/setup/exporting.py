"""A meeting's set-up as a file: its structure, rooms and questions, and never what was captured or who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.meetings.delegations.naming import display
from app.meetings.hours import day_text, hour_text
from app.meetings.models import Meeting, MeetingSession, Part
from app.meetings.queries import people as people_of
from breakouts.rooms.models import Room
from breakouts.rooms.queries import rooms_of_meeting
from breakouts.setup.planning import TASKS
from breakouts.setup.reading import FORMAT, VERSION

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

PLAIN = ("title", "process", "running_head", "document_title", "introduction", "language", "time_zone", "video_link")
CHOICES = ("walk_ins", "drafts_for_chairs", "attribution")


def set_up_of(db: Session, meeting: Meeting, *, with_people: bool) -> dict[str, Any]:
    """Give the set-up as JSON values; docs/set-up-file.md says what each is. `meeting` comes with its programme."""
    rooms = [room for room in rooms_of_meeting(db, meeting.id) if room.kind == "breakout"]
    ordered = [
        room for session in meeting.sessions for part in session.parts for room in rooms if room.part_id == part.id
    ]
    told: dict[str, Any] = {name: getattr(meeting, name) for name in PLAIN + CHOICES}
    told |= {"overview": meeting.overview, "co_chairs": [display(chair.delegation) for chair in meeting.co_chairs]}
    sessions = [_session(session, ordered) for session in meeting.sessions]
    people = _people(db, meeting, ordered) if with_people else []
    return {"format": FORMAT, "version": VERSION, "meeting": told, "sessions": sessions, "people": people}


def _session(session: MeetingSession, rooms: list[Room]) -> dict[str, Any]:
    return {
        "title": session.title,
        "date": day_text(session.date),
        "begins": hour_text(session.begins),
        "ends": hour_text(session.ends),
        "parts": [_part(part, [room for room in rooms if room.part_id == part.id]) for part in session.parts],
    }


def _part(part: Part, rooms: list[Room]) -> dict[str, Any]:
    speakers = [
        {
            "name": each.name,
            "title": each.title,
            "delegation": display(each.delegation),
            "minutes": each.minutes,
        }
        for each in part.speakers
    ]
    told = {"title": part.title, "kind": part.kind, "minutes": part.minutes, "speakers": speakers}
    return told | ({"rooms": [_room(room) for room in rooms]} if part.kind == "breakouts" else {})


def _room(room: Room) -> dict[str, Any]:
    names = ("number", "title", "question", "video_link", "attribution", "capacity")
    return {name: getattr(room, name) for name in names} | {"moderated_by": display(room.moderated_by)}


def _people(db: Session, meeting: Meeting, rooms: list[Room]) -> list[dict[str, Any]]:
    places = {room.id: place for place, room in enumerate(rooms, start=1)}
    found = []
    for person in people_of(db, meeting.id):
        tasks = [
            {"role": grant.role, "room": places.get(grant.room_id or 0, 0)}
            for grant in person.roles
            if grant.role in TASKS
        ]
        if tasks:
            known = {"name": person.name, "title": person.title, "delegation": display(person.delegation)}
            found.append({**known, "email": person.email, "tasks": tasks})
    return found
