"""The loader of a report-back, and reads of whose turn it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.core.errors import Forbidden
from app.meetings.models import Meeting
from app.meetings.queries import lock
from breakouts.rooms.models import Room
from breakouts.rooms.queries import OfRoom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


def lock_turn(db: Session, command: OfRoom) -> Room:
    """Lock the room the command names, its meeting before it: one room speaks at a time in a meeting."""
    meeting_id = db.scalar(sa.select(Room.meeting_id).where(Room.id == command.room))
    if meeting_id is None:
        raise Forbidden
    lock(db, Meeting, meeting_id)
    return lock(db, Room, command.room)


def lock_speaking(db: Session, meeting_id: int) -> Sequence[Room]:
    """Lock the rooms that report at this moment."""
    speaking = sa.select(Room).where(Room.meeting_id == meeting_id, Room.report == "speaking")
    return db.scalars(speaking.order_by(Room.id).with_for_update()).all()
