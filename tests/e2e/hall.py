"""The meeting of 2020, prepared up to the morning of its second session: everybody invited, nobody there yet.

Its programme and its points are the rehearsal's where that lies beside the project, else the demonstration's.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.core import clock
from app.core.actor import SYSTEM, Actor
from app.core.bus import Bus
from app.demo import story
from app.demo.asking import Doing
from breakouts.setup.script import RoomScript, Script
from tests.cast import Cast

ROOT = Path(__file__).parent.parent.parent
REHEARSAL = ROOT.parent / "shared" / "rehearsal" / "script.json"
CROWD = 250
PHONES = 10


@dataclass(frozen=True)
class Hall:
    """Where everything is and who is who: ids, and a way to make a link for anybody."""

    script: Script
    meeting: int
    sessions: tuple[int, ...]
    round: int
    rooms: tuple[int, ...]
    bus: Bus
    chairs: tuple[Actor, ...]
    moderators: tuple[Actor, ...]
    rapporteurs: tuple[Actor, ...]
    display: Actor
    people: tuple[Actor, ...]

    @property
    def breakouts(self) -> tuple[RoomScript, ...]:
        """The rooms as the script has them."""
        return next(part.rooms for session in self.script.sessions for part in session.parts if part.rooms)

    def link(self, actor: Actor) -> str:
        """Make a link for somebody and give its secret."""
        return Doing(self.bus).link(actor)

    def room_of(self, number: int) -> int:
        """Give the place in the list of the room in which the person of this number is."""
        return number % len(self.rooms)


def the_script() -> Script:
    """Read the rehearsal's script, or write one from the demonstration's story."""
    if REHEARSAL.exists():
        return Script.model_validate(json.loads(REHEARSAL.read_text("utf-8")))
    rooms = [
        {
            "number": number,
            "title": room.title,
            "moderated_by": room.moderated_by,
            "narrative": room.narrative,
            "lead_in": room.lead_in,
            "points": [{"kind": kind, "text": text} for kind, text in (*room.said, *room.to_come)],
        }
        for number, room in enumerate(story.ROOMS, 1)
    ]
    first = [{"title": "Opening remarks", "kind": "remarks", "narrative": [story.OPENING]}]
    second = [
        {"title": "Breakout groups", "kind": "breakouts", "rooms": rooms},
        {"title": "Plenary session and closing remarks", "kind": "plenary", "narrative": [story.PLENARY]},
    ]
    meeting = {
        "title": "Preparatory Meeting",
        "document_title": story.DOCUMENT_TITLE,
        "co_chairs": story.CO_CHAIRS,
        "overview": story.OVERVIEW,
        "introduction": story.INTRODUCTION,
    }
    sessions = [
        {"title": "1st Session", "date": "2020-11-03", "parts": first},
        {"title": "2nd Session", "date": "2020-11-10", "parts": second},
    ]
    return Script.model_validate({"meeting": meeting, "sessions": sessions})


def prepare(bus: Bus) -> Hall:
    """Prepare the meeting through commands; its first session has been held."""
    script, doing = the_script(), Doing(bus)
    meeting = doing.ask(SYSTEM, "meeting.create", **_plan(script))["id"]
    things = Cast(bus, meeting, [], {}, [], [], {}).things(f"meeting:{meeting}")
    sessions = [thing["id"] for thing in things if thing["type"] == "session"]
    part = next(thing["id"] for thing in things if thing["type"] == "part" and thing["kind"] == "breakouts")
    opened = doing.ask(SYSTEM, "round.prepare", part=part, minutes=45)["id"]
    breakouts = next(part.rooms for session in script.sessions for part in session.parts if part.rooms)
    rooms = [_room(doing, opened, room) for room in breakouts]
    chairs = [_staff(doing, meeting, f"Co-chair ({name})", name, "co_chair") for name in script.meeting.co_chairs]
    display = _staff(doing, meeting, "Big screen", "", "display")
    moderators = [
        _staff(doing, meeting, f"Moderator ({told.moderated_by})", told.moderated_by, "moderator", room)
        for told, room in zip(breakouts, rooms, strict=True)
    ]
    rapporteurs = [
        _staff(doing, meeting, f"Rapporteur {number}", name, "rapporteur", room)
        for number, (name, room) in enumerate(zip(("Ghana", "Ireland", "Uruguay"), rooms, strict=True), 1)
    ]
    people = doing.roster(meeting, _delegates())
    for number, person in enumerate(people):
        doing.ask(SYSTEM, "placement.put", round=opened, person=person.person_id, room=rooms[number % len(rooms)])
    hall = Hall(
        script,
        meeting,
        tuple(sessions),
        opened,
        tuple(rooms),
        bus,
        tuple(chairs),
        tuple(moderators),
        tuple(rapporteurs),
        display,
        tuple(people),
    )
    _first_session(doing, hall)
    return hall


def _delegates() -> list[tuple[str, str]]:
    names = [
        (f"Delegate {number} ({name})", name)
        for name, many in story.DELEGATIONS.items()
        for number in range(1, many + 1)
    ]
    # Delegations mixed, so that every room has some of each kind and the first few are not all of one.
    return sorted(names, key=lambda one: (one[0].split(" ")[1], one[1]))[: CROWD + PHONES]


def _plan(script: Script) -> dict[str, Any]:
    given = script.meeting.model_dump(
        include={"title", "process", "running_head", "document_title", "overview", "introduction", "co_chairs"}
    )
    sessions = [
        {
            "title": session.title,
            "date": session.date and session.date.isoformat(),
            "parts": [
                {"title": part.title, "kind": part.kind, "narrative": "\n\n".join(part.narrative)}
                for part in session.parts
            ],
        }
        for session in script.sessions
    ]
    return given | {"walk_ins": "admit", "sessions": sessions}


def _room(doing: Doing, opened: int, room: RoomScript) -> int:
    given = {
        "title": room.title,
        "moderated_by": room.moderated_by,
        "narrative": "\n\n".join(room.narrative),
        "lead_in": room.lead_in,
    }
    return int(
        doing.ask(SYSTEM, "room.add", round=opened, number=room.number, question="What can be pledged?", **given)["id"]
    )


def _staff(doing: Doing, meeting: int, name: str, delegation: str, role: str, room: int | None = None) -> Actor:
    actor = doing.person(meeting, name, delegation)
    doing.role(actor, role, room)
    return actor


def _first_session(doing: Doing, hall: Hall) -> None:
    began = clock.now() - dt.timedelta(days=7)
    ended = began + dt.timedelta(hours=3)
    with clock.set_to(began):
        doing.ask(hall.chairs[0], "session.open", session=hall.sessions[0])
    with clock.set_to(ended):
        doing.ask(hall.chairs[0], "session.close", session=hall.sessions[0])
    stays = [
        {"person": person.person_id, "joined": clock.iso(began), "left": clock.iso(ended)} for person in hall.people
    ]
    doing.ask(SYSTEM, "attendance.import", session=hall.sessions[0], source="zoom", stays=stays)
