"""Rooms as they are planned: told to those who run the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.audience import Shown, fills, shows
from breakouts.rooms.models import Room
from breakouts.rooms.plan.views import room_plan
from breakouts.rooms.queries import rooms_of_meeting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


@shows(Room)
def a_planned_room(_db: Session, row: Room) -> Iterator[Shown]:
    """A breakout room with what is planned for it; a plenary floor is laid with its part."""
    if row.kind == "breakout":
        yield f"meeting:{row.meeting_id}:setup", room_plan(row)


@fills("meeting:setup")
def rooms(db: Session, meeting_id: int) -> Iterator[object]:
    """All breakout rooms."""
    yield from (room for room in rooms_of_meeting(db, meeting_id) if room.kind == "breakout")
