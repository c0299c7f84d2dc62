"""Reads of private notes: always one person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from breakouts.notes.models import Note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


def own(db: Session, room_id: int, person_id: int | None) -> Note | None:
    """Give the person's notes on the room."""
    return db.scalars(sa.select(Note).where(Note.room_id == room_id, Note.person_id == person_id)).first()


def all_own(db: Session, person_id: int) -> Sequence[Note]:
    """Give the person's notes on all rooms."""
    return db.scalars(sa.select(Note).where(Note.person_id == person_id).order_by(Note.room_id)).all()
