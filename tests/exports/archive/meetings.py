"""Meetings to archive, and what can be said of two archives."""

from __future__ import annotations

import hashlib
import io
import json
import uuid
import zipfile
from collections.abc import Callable
from typing import Any

from app.core.actor import SYSTEM
from app.core.bus import Bus
from app.core.db import reading
from exports.archive.collecting import Notes, collect
from exports.archive.files import Archive
from exports.archive.packing import pack
from exports.archive.reading import read
from tests.cast import Cast, come_in

Files = dict[str, Any]


def full_meeting(cast: Cast) -> None:
    """Let the cast do something of everything that an archive holds; the rooms of the first round are open."""
    room, other = cast.rooms[:2]
    points = [
        cast.must("rapporteur_1", "takeaway.capture", room=room, text=text, kind="takeaway", tags=["تدريب", "#b"])["id"]
        for text in ("First, with “quotes”", "Second", "Third\nwith a line", "Fourth")
    ]
    merged = cast.must(
        "rapporteur_1", "takeaway.merge", room=room, takeaways=points[1:3], text="Both", kind="challenge", tags=[]
    )
    cast.must("rapporteur_1", "takeaway.move", takeaway=points[3], after=None)
    for point in (points[0], merged["id"], points[3]):
        cast.must("moderator_1", "takeaway.approve", takeaway=point)
    cast.must("ghana", "takeaway.propose", room=room, text="A proposal", kind="question")
    gone = cast.must("rapporteur_2", "takeaway.capture", room=other, text="Taken out", kind="takeaway", tags=[])
    cast.must("rapporteur_2", "takeaway.remove", takeaway=gone["id"])
    cast.must("moderator_1", "note.write", room=room, body="Only the moderator reads this", base=0)
    cast.must("secretariat", "note.write", room=room, body="Only the secretariat reads this", base=0)
    cast.must("rapporteur_1", "room.narrate", room=room, narrative="One.\n\nTwo.", lead_in="They said", base=0)
    cast.must("moderator_1", "room.ask_for_help", room=room, what="A line is lost")
    part = cast.parts["remarks"]
    cast.must("secretariat", "speaker.add", part=part, speaker_name="Speaker 1", title="Minister", delegation="Chad")
    cast.must("canada", "part.narrate", part=part, narrative="They opened the meeting.", base=0)
    cast.must("canada", "stage.show", meeting=cast.meeting, view="rooms")
    people = [{"person_name": "From the roster", "delegation": "Chad", "gender": "f", "breakout": "Theme 2"}]
    cast.must("secretariat", "roster.import", meeting=cast.meeting, people=people, file="a.csv", digest="0" * 64)
    cast.bus.ask(
        SYSTEM, "attendance.arrive", uuid.uuid4().hex, {"meeting": cast.meeting, "people": [cast.person("ghana")]}
    )
    come_in(cast, "late", "Delegate 9 (Peru)", "Peru")
    cast.must("canada", "person.ban", person=cast.person("late"), why="Not of this meeting")
    cast.close_round()
    _write_the_summary(cast, room)


def _write_the_summary(cast: Cast, room: int) -> None:
    cast.must("canada", "section.write", meeting=cast.meeting, key=f"room:{room}:lead_in", body="In our words", base=0)
    cast.must("canada", "section.write", meeting=cast.meeting, key="introduction", body="Ours", base=0)


def archive_of(bus: Bus, meeting: int, notes: Notes = None) -> bytes:
    """Give a meeting's archive."""
    with reading(bus.engine) as db:
        return pack(db, meeting, collect(db, meeting, notes))


def opened(bus: Bus, data: bytes) -> int:
    """Open an archive; give the new meeting."""
    return int(bus.ask(SYSTEM, "archive.open", uuid.uuid4().hex, asked(data))["result"]["id"])


def asked(data: bytes) -> dict[str, Any]:
    """Give what a command carries of an archive."""
    archive: Archive = read(data)[1]
    return {"archive": archive.model_dump(mode="json")}


def files(data: bytes) -> Files:
    """Give the files of an archive; of the head what does not depend on where it was made and when."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        found: Files = {name: json.loads(packed.read(name)) for name in packed.namelist()}
    for changing in ("made_at", "origin"):
        found["archive.json"].pop(changing)
    return found


def changed(data: bytes, change: Callable[[Files], None]) -> bytes:
    """Give the archive after a change of its files, with a list that agrees with them."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        found: Files = {name: json.loads(packed.read(name)) for name in packed.namelist()}
    change(found)
    return packed_again(found)


def packed_again(found: Files) -> bytes:
    """Pack files into an archive, with a list that agrees with them."""
    raw = {
        name: told if isinstance(told, bytes) else json.dumps(told, ensure_ascii=False).encode()
        for name, told in found.items()
    }
    head = found.get("archive.json")
    if isinstance(head, dict) and "files" in head:
        head["files"] = {
            name: {"bytes": len(text), "sha256": hashlib.sha256(text).hexdigest()}
            for name, text in raw.items()
            if name != "archive.json"
        }
        raw["archive.json"] = json.dumps(head).encode()
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in raw.items():
            packed.writestr(name, text)
    return whole.getvalue()
