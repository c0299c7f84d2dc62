"""What the database, a fresh copy of every stream and the compiled summary hold when all is quiet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from app.core import journal
from app.core.db import open_engine, reading
from app.core.journal import Act, Entry, Stream
from app.meetings.models import Meeting
from breakouts.notes.models import Note
from breakouts.rooms.models import Room
from breakouts.takeaways.models import Takeaway
from exports.compile import to_document
from exports.renderers import markdown
from exports.summary.compiling import compiled

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class Kept:
    """One act as the database keeps it; `number` is its place among all acts."""

    number: int
    person: int
    ask_id: str
    name: str
    undid: tuple[int, ...] = ()
    """The points that the act changed, as it would undo them."""


@dataclass
class Found:
    """Everything that was found."""

    acts: list[Kept] = field(default_factory=list)
    points: dict[int, dict[str, Any]] = field(default_factory=dict)
    notes: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)
    narratives: dict[int, dict[str, Any]] = field(default_factory=dict)
    message: str = ""
    journal: dict[str, dict[int, list[Any]]] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)
    copies: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    summary: str = ""


def look(database: str, meeting: int, streams: Iterable[str]) -> Found:
    """Read everything, in one state of the database; copies are made of these streams."""
    engine = open_engine(database)
    try:
        with reading(engine) as db:
            found = Found(
                acts=_acts(db),
                points={row.id: _point(row) for row in db.scalars(sa.select(Takeaway))},
                message=db.get_one(Meeting, meeting).message,
                heads={row.name: row.revision for row in db.scalars(sa.select(Stream))},
                summary=markdown.render(to_document(compiled(db, meeting)[1])).decode(),
            )
            for note in db.scalars(sa.select(Note)):
                found.notes[note.person_id, note.room_id] = {"body": note.body, "version": note.version}
            for room in db.scalars(sa.select(Room)):
                found.narratives[room.id] = {"narrative": room.narrative, "version": room.text_version}
            for entry in db.scalars(sa.select(Entry)):
                found.journal.setdefault(entry.stream, {})[entry.revision] = entry.changes
            found.copies = {stream: journal.snapshot(db, stream) for stream in streams}
            return found
    finally:
        engine.dispose()


def _acts(db: Session) -> list[Kept]:
    rows = db.scalars(sa.select(Act).where(Act.name.not_in(["person.add"])).order_by(Act.id))
    return [
        Kept(row.id, row.person_id or 0, row.ask_id, row.name, tuple(step["id"] for step in row.undo or ()))
        for row in rows
        if row.actor != "system"
    ]


def _point(row: Takeaway) -> dict[str, Any]:
    shown = ("id", "room_id", "kind", "text", "tags", "position", "state", "after_close", "version", "author_id")
    return {name: getattr(row, name) for name in shown} | {
        "proposed_text": row.proposed_text,
        "merged_into": row.merged_into,
        "removed": row.removed_at is not None,
        "listed": row.listed,
    }
