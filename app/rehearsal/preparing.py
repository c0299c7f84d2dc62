"""Preparing a meeting for the day: set up from a script and a roster, with a link for everybody who has a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.attendance.joining import join
from app.core.actor import SYSTEM, Actor
from app.core.db import reading
from app.core.errors import Refusal
from app.demo.asking import Doing
from app.meetings.models import Meeting
from app.rehearsal.counting import room_meant, roster_entry
from app.rehearsal.folder import Folder, NotARehearsal, read_folder
from app.rehearsal.setting_up import MeetingSet, set_up

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.running import Program

OK, NOT_ALL, NOTHING = 0, 1, 2


def prepare(program: Program, path: Path, say: Callable[[str], None]) -> int:
    """Set a meeting up from a folder and print its links.

    Gives 0, 1 when something of it was refused, 2 when nothing could be set up.
    """
    doing = Doing(program.bus)
    try:
        folder = read_folder(path)
        done = set_up(doing, program.engine, folder.script)
    except (NotARehearsal, Refusal) as wrong:
        say(str(wrong))
        return NOTHING
    _invite(doing, folder, done)
    address = program.settings.address
    for name, actor in _people(doing, done):
        say(f"{name:<28} {address}/enter#{doing.link(actor)}")
    say(f"\nEach link opens once. Participants join with the code {_code(program, done)} at {address}\n")
    for trouble in [*folder.oddities, *done.refused]:
        say(f"Remark: {trouble}")
    return NOT_ALL if done.refused else OK


def _invite(doing: Doing, folder: Folder, done: MeetingSet) -> None:
    people = join(folder.roster, []).people
    if not people:
        return
    rows = [roster_entry(person) for person in people]
    ids = doing.ask(SYSTEM, "roster.import", meeting=done.meeting, people=rows)["ids"]
    for parts in done.parts.values():
        for part in parts:
            for person, person_id in zip(people, ids, strict=True):
                room = room_meant(person.breakout, list(part.rooms))
                if room is not None and part.round is not None:
                    doing.ask(SYSTEM, "placement.put", round=part.round, person=person_id, room=room)


def _code(program: Program, done: MeetingSet) -> str:
    with reading(program.engine) as db:
        code = db.get_one(Meeting, done.meeting).join_code
    return f"{code[:3]} {code[3:6]} {code[6:]}"


def _people(doing: Doing, done: MeetingSet) -> list[tuple[str, Actor]]:
    secretariat, screen = (doing.person(done.meeting, name, "", "") for name in ("Secretariat", "Big screen"))
    doing.role(secretariat, "secretariat")
    doing.role(screen, "display")
    chairs = list(zip(done.chair_names, done.chairs, strict=True))
    teams = [
        pair
        for room in done.rooms
        for pair in (
            (f"Moderator, group {room.number}", room.moderator),
            (f"Rapporteur, group {room.number}", room.rapporteur),
        )
    ]
    return [("Secretariat", secretariat), *chairs, *teams, ("Big screen", screen)]
