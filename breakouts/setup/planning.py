"""From a file to a plan: what the file says in its own words, in the words that commands take."""

from __future__ import annotations

import re
from typing import Any, get_args

from app.meetings.contract import PartKind
from app.meetings.zones import known_zones
from breakouts.setup.script import PartScript, PersonScript, RoomScript, Script, SessionScript

PARTS = set(get_args(PartKind))
OTHER_NAMES = {
    "opening": "remarks",
    "statements": "remarks",
    "discussion": "plenary",
    "breakout": "breakouts",
    "breakout groups": "breakouts",
}
TASKS = {"co_chair", "moderator", "rapporteur", "observer", "display"}
UNATTRIBUTED = "not attributed"


def plan_of(script: Script) -> dict[str, Any]:
    """Give the data of a `SetUpPlan`: the structure and the questions, nothing that was said."""
    meeting = script.meeting
    return {
        **meeting_data(script),
        "time_zone": meeting.time_zone if meeting.time_zone in known_zones() else "UTC",
        "video_link": meeting.video_link,
        "walk_ins": "admit" if meeting.walk_ins == "admit" else "lobby",
        "drafts_for_chairs": meeting.drafts_for_chairs,
        "attribution": meeting.attribution or UNATTRIBUTED,
        "sessions": [_session_with_rooms(session) for session in script.sessions],
        "people": [_person(person) for person in script.people if person.name.strip()],
    }


def meeting_data(script: Script) -> dict[str, Any]:
    """Give what a meeting is called and who co-chairs it."""
    meeting = script.meeting
    given = meeting.model_dump(include={"process", "running_head", "document_title", "overview", "introduction"})
    return {
        **given,
        "title": meeting.title or meeting.process or "Meeting",
        "language": meeting.language if re.fullmatch("[a-z]{2}", meeting.language) else "en",
        "co_chairs": [name for name in meeting.co_chairs if name.strip()],
    }


def session_data(session: SessionScript) -> dict[str, Any]:
    """Give a session with its parts and their speakers."""
    date = session.date.isoformat() if session.date else None
    hours = {"begins": session.begins, "ends": session.ends}
    return {"title": session.title, "date": date, **hours, "parts": [_part(part) for part in session.parts]}


def kind_of(part: PartScript) -> str:
    """Give the kind of a part, whatever the file calls it."""
    kind = part.kind.strip().casefold()
    kind = OTHER_NAMES.get(kind, kind)
    return kind if kind in PARTS else "breakouts" if part.rooms else "plenary"


def leaves_out(script: Script) -> bool:
    """Say whether the file holds what was said in a meeting, which no set-up takes."""
    parts = [part for session in script.sessions for part in session.parts]
    rooms = [room for part in parts for room in part.rooms]
    return any(part.narrative or part.points for part in parts) or any(room.narrative or room.points for room in rooms)


def _session_with_rooms(session: SessionScript) -> dict[str, Any]:
    data = session_data(session)
    for planned, part in zip(data["parts"], session.parts, strict=True):
        if planned["kind"] == "breakouts":
            planned["rooms"] = [_room(room, place) for place, room in enumerate(part.rooms, start=1)]
    return data


def _part(part: PartScript) -> dict[str, Any]:
    speakers = [
        {"speaker": each.name, **each.model_dump(include={"title", "delegation", "minutes"})} for each in part.speakers
    ]
    return {"title": part.title, "kind": kind_of(part), "minutes": part.minutes, "speakers": speakers}


def _room(room: RoomScript, place: int) -> dict[str, Any]:
    given = room.model_dump(include={"title", "question", "moderated_by", "video_link", "capacity"})
    return {**given, "number": room.number or place, "attribution": room.attribution or UNATTRIBUTED}


def _person(person: PersonScript) -> dict[str, Any]:
    tasks = [{"role": task.role, "room": task.room} for task in person.tasks if task.role in TASKS]
    given = person.model_dump(include={"title", "delegation", "email"})
    return {"person_name": person.name, **given, "tasks": tasks}
