"""What a room holds of notes, when it is asked to go."""

from __future__ import annotations

import sqlalchemy as sa

from app.core.events import when
from app.core.sentences import say_n
from app.core.work import Work
from breakouts.notes.models import Note
from breakouts.rooms.plan.events import RoomWeighed


@when(RoomWeighed)
def weigh_notes(event: RoomWeighed, work: Work) -> None:
    """Somebody's private notes hold the room; whose they are is not said."""
    found = work.db.scalar(sa.select(sa.func.count()).select_from(Note).where(Note.room_id == event.room.id)) or 0
    if found:
        event.holds.append(say_n("{n} person has notes on it.", "{n} people have notes on it.", found))
