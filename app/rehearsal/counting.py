"""Counting a rehearsal: roster and reports joined into people, their stays taken into the ledger."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from app.attendance.joining import Joined, Person, join
from app.core import clock
from app.core.actor import SYSTEM

if TYPE_CHECKING:
    from app.demo.asking import Doing
    from app.rehearsal.folder import Folder
    from app.rehearsal.setting_up import MeetingSet, RoomSet

LONGEST_NAME = 120


def take_in(doing: Doing, folder: Folder, played: MeetingSet) -> Joined:
    """Read the roster and every report into the ledger; give who was joined with whom, and who is nobody's."""
    numbers = list(folder.reports)
    joined = join(folder.roster, [folder.reports[number].stays for number in numbers])
    rows = [roster_entry(person) for person in joined.people]
    ids = doing.ask(SYSTEM, "roster.import", meeting=played.meeting, people=rows)["ids"] if rows else ()
    by_number = dict(zip((person.number for person in joined.people), ids, strict=True))
    chosen = {person.number: person.breakout for person in joined.people}
    for place, number in enumerate(numbers):
        session = played.sessions[number - 1]
        rooms = [room for room in played.rooms if room.session == session]
        stays = [
            {
                "person": by_number[match.person],
                "room": room_meant(chosen[match.person], rooms),
                "joined": clock.iso(match.stay.joined.replace(tzinfo=dt.UTC)),
                "left": clock.iso(match.stay.left.replace(tzinfo=dt.UTC)),
            }
            for match in joined.matches
            if match.report == place
        ]
        unmatched = [
            {"shown_name": each.name[:LONGEST_NAME] or "(no name)", "reason": each.reason}
            for each in joined.unmatched
            if each.report == place
        ]
        source = folder.reports[number].source
        doing.ask(SYSTEM, "attendance.import", session=session, source=source, stays=stays, unmatched=unmatched)
    return joined


def roster_entry(person: Person) -> dict[str, Any]:
    """Give a person as a row of `roster.import`."""
    return {
        "person_name": person.name[:LONGEST_NAME] or "(no name)",
        "delegation": person.delegation.code if person.delegation else person.affiliation[:LONGEST_NAME],
        "email": person.emails[0][:254] if person.emails else "",
        "gender": person.gender[:20],
        "title": person.title[:300],
        "breakout": person.breakout[:300],
        "in_roster": person.in_roster,
    }


def room_meant(choice: str, rooms: list[RoomSet]) -> int | None:
    """Find the room that a roster's words mean: its number, alone or in "Group 2", or its title."""
    wanted = choice.strip().casefold()
    number = re.search(r"\d+", wanted)
    for room in rooms:
        if wanted and wanted == room.script.title.strip().casefold():
            return room.id
    for room in rooms:
        if number and int(number.group()) == room.number:
            return room.id
    return None
