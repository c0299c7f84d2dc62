"""Building the demonstration: the first session held, the second one in the middle of its breakout groups."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from app.core import clock
from app.core.actor import SYSTEM
from app.core.db import reading
from app.demo import story
from app.demo.asking import Doing
from app.demo.people import Cast, invite
from app.demo.places import Rooms
from app.meetings.models import MeetingSession, Part
from breakouts.rooms.models import Room

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from app.core.bus import Bus

ROUND_MINUTES = 45
MINUTES_GONE = 18
AWAY, FIRST_AWAY, SECOND_AWAY = 7, 3, 5
"""One in seven is away, others in the second session than in the first."""


def build(bus: Bus, engine: Engine) -> Cast:
    """Build the meeting and play it up to the middle of the second session."""
    doing = Doing(bus)
    start = clock.now() - dt.timedelta(minutes=MINUTES_GONE + 12)
    with clock.set_to(start - dt.timedelta(days=7)):
        rooms = _prepare(doing, engine)
        cast = invite(doing, rooms)
        _first_session(doing, rooms, cast)
    with clock.set_to(start):
        _second_session(doing, rooms, cast)
    for minute in range(MINUTES_GONE + 1):
        with clock.set_to(start + dt.timedelta(minutes=12 + minute)):
            _minute(doing, rooms, cast, minute)
    return cast


def _prepare(doing: Doing, engine: Engine) -> Rooms:
    meeting = doing.ask(SYSTEM, "meeting.create", **_meeting())["id"]
    with reading(engine) as db:
        sessions = db.scalars(
            sa.select(MeetingSession.id).where(MeetingSession.meeting_id == meeting).order_by(MeetingSession.position)
        ).all()
        parts = db.scalars(sa.select(Part.id).where(Part.meeting_id == meeting).order_by(Part.id)).all()
        floors = {room.part_id: room.id for room in db.scalars(sa.select(Room).where(Room.meeting_id == meeting))}
    opened = doing.ask(SYSTEM, "round.prepare", part=parts[2], minutes=ROUND_MINUTES)["id"]
    breakouts = [_room(doing, opened, number, room) for number, room in enumerate(story.ROOMS, 1)]
    return Rooms(meeting, tuple(sessions), tuple(parts), opened, tuple(breakouts), floors[parts[0]], floors[parts[3]])


def _meeting() -> dict[str, Any]:
    speakers = [
        {"speaker": "", "title": "UN Under-Secretary-General for Peace Operations", "delegation": "DPO", "minutes": 12},
        {
            "speaker": "",
            "title": "Preparatory Secretariat of the 2021 Ministerial",
            "delegation": "Republic of Korea",
            "minutes": 8,
        },
        {"speaker": "", "title": "Representative", "delegation": "Pakistan", "minutes": 4},
    ]
    first = [
        {"title": "Opening remarks and presentations", "kind": "remarks", "minutes": 30, "speakers": speakers},
        {"title": "Plenary discussion", "kind": "panel", "minutes": 120},
    ]
    second = [
        {"title": "Breakout groups", "kind": "breakouts", "minutes": 60},
        {"title": "Plenary session and closing remarks", "kind": "plenary", "minutes": 60},
    ]
    return {
        "title": "Preparatory Meeting on Peacebuilding and Sustaining Peace",
        "process": "2021 Seoul UN Peacekeeping Ministerial",
        "running_head": "Peacekeeping Ministerial Preparatory Meeting – 3 and 10 November 2020",
        "document_title": story.DOCUMENT_TITLE,
        "overview": story.OVERVIEW,
        "introduction": story.INTRODUCTION,
        "co_chairs": story.CO_CHAIRS,
        "walk_ins": "admit",
        "sessions": [
            {"title": "1st Session", "date": story.FIRST_DAY.isoformat(), "parts": first},
            {"title": "2nd Session", "date": story.SECOND_DAY.isoformat(), "parts": second},
        ],
    }


def _room(doing: Doing, opened: int, number: int, room: story.RoomStory) -> int:
    added = doing.ask(
        SYSTEM,
        "room.add",
        round=opened,
        number=number,
        title=room.title,
        question=room.question,
        moderated_by=room.moderated_by,
        video_link=f"https://video.example/group-{number}",
        narrative=room.narrative,
        lead_in=room.lead_in,
    )
    return int(added["id"])


def _first_session(doing: Doing, rooms: Rooms, cast: Cast) -> None:
    chair = cast.co_chairs[1]
    began = clock.now()
    doing.ask(chair, "session.open", session=rooms.sessions[0])
    for minute, part, narrative in zip((0, 31), rooms.parts[:2], (story.OPENING, story.PANEL), strict=True):
        with clock.set_to(began + dt.timedelta(minutes=minute)):
            doing.ask(chair, "part.start", part=part)
            doing.ask(cast.rapporteurs[0], "part.narrate", part=part, narrative=narrative, base=0)
    there = [actor for number, actor in enumerate(cast.participants) if number % AWAY != FIRST_AWAY]
    ended = began + dt.timedelta(hours=2, minutes=40)
    stays = [{"person": actor.person_id, "joined": clock.iso(began), "left": clock.iso(ended)} for actor in there]
    with clock.set_to(ended):
        doing.ask(chair, "session.close", session=rooms.sessions[0])
    doing.ask(SYSTEM, "attendance.import", session=rooms.sessions[0], source="zoom", stays=stays)


def _second_session(doing: Doing, rooms: Rooms, cast: Cast) -> None:
    chair = cast.co_chairs[0]
    doing.ask(chair, "session.open", session=rooms.sessions[1])
    for number, actor in enumerate(cast.participants):
        doing.ask(chair, "placement.put", round=rooms.round, person=actor.person_id, room=rooms.breakouts[number % 3])
    there = [actor.person_id for number, actor in enumerate(cast.participants) if number % AWAY != SECOND_AWAY]
    doing.ask(SYSTEM, "attendance.arrive", meeting=rooms.meeting, people=there)


def _minute(doing: Doing, rooms: Rooms, cast: Cast, minute: int) -> None:
    if minute == 0:
        doing.ask(cast.co_chairs[0], "part.start", part=rooms.parts[2])
        doing.ask(cast.co_chairs[0], "round.open", round=rooms.round, minutes=ROUND_MINUTES)
    for number, (room, told) in enumerate(zip(rooms.breakouts, story.ROOMS, strict=True)):
        turn, rest = divmod(minute - 3 - number, 4)
        if rest == 0 and 0 <= turn < len(told.said):
            kind, words = told.said[turn]
            point = doing.ask(cast.rapporteurs[number], "takeaway.capture", room=room, text=words, kind=kind, tags=[])
            if turn < 2:  # noqa: PLR2004 - the first two are ready for plenary
                doing.ask(cast.moderators[number], "takeaway.approve", takeaway=point["id"])
        if minute == 5 + number:
            doing.ask(cast.moderators[number], "note.write", room=room, body=told.note, base=0)
    if minute == 9:  # noqa: PLR2004 - what goes wrong on the day
        first = next(
            actor for number, actor in enumerate(cast.participants) if number % 3 == 0 and number % AWAY != SECOND_AWAY
        )
        doing.ask(first, "takeaway.propose", room=rooms.breakouts[0], text=story.PROPOSAL, kind="question")
    if minute == MINUTES_GONE:
        doing.ask(cast.moderators[0], "room.ask_for_help", room=rooms.breakouts[0], what=story.HELP)
