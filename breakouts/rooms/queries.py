"""Reads of rooms, and loaders that lock one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import sqlalchemy as sa

from app.accounts.models import Person, Placement, RoleGrant
from app.accounts.queries import WITH_TASKS
from app.meetings.queries import lock, name_of
from breakouts.rooms.contract import RoomTextView
from breakouts.rooms.models import Room
from breakouts.rounds.models import Round

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from breakouts.rooms.contract import AddRoom


class OfRoom(Protocol):
    """A command that names a room."""

    @property
    def room(self) -> int:
        """The room's id."""


def lock_room(db: Session, command: OfRoom) -> Room:
    """Lock the room the command names: whoever changes what is in it passes here, one after the other."""
    return lock(db, Room, command.room)


def lock_round(db: Session, command: AddRoom) -> Round:
    """Lock the round that gets a room."""
    return lock(db, Round, command.round)


def rooms_of_round(db: Session, round_id: int) -> Sequence[Room]:
    """Give the rooms of a round in the order of their numbers."""
    return db.scalars(sa.select(Room).where(Room.round_id == round_id).order_by(Room.number, Room.id)).all()


def rooms_of_meeting(db: Session, meeting_id: int) -> Sequence[Room]:
    """Give all rooms of the meeting, plenary floors included."""
    return db.scalars(
        sa.select(Room).where(Room.meeting_id == meeting_id).order_by(Room.part_id, Room.number, Room.id)
    ).all()


def names_with_role(db: Session, room_id: int, role: str) -> tuple[str, ...]:
    """Give the names of those who have the role in the room, in the order they got it."""
    named = sa.select(Person.name).join(RoleGrant, RoleGrant.person_id == Person.id)
    mine = named.where(RoleGrant.room_id == room_id, RoleGrant.role == role, Person.removed_at.is_(None))
    return tuple(db.scalars(mine.order_by(RoleGrant.id)))


def placed_in(db: Session, room_id: int) -> Sequence[Person]:
    """Give the people placed in a room, in the order they were placed."""
    placed = sa.select(Person).join(Placement, Placement.person_id == Person.id)
    here = placed.where(Placement.room_id == room_id, Person.removed_at.is_(None))
    return db.scalars(here.order_by(Placement.id).options(*WITH_TASKS)).all()


def rooms_that_show(db: Session, person_id: int) -> Sequence[Room]:
    """Give the rooms in which this person's name stands: as one of the team, or under the room's text."""
    granted = sa.select(RoleGrant.room_id).where(RoleGrant.person_id == person_id, RoleGrant.room_id.is_not(None))
    return db.scalars(sa.select(Room).where(Room.id.in_(granted) | (Room.text_edited_by == person_id))).all()


def room_text(db: Session, row: Room) -> RoomTextView:
    """Give the room's narrative and lead-in as its writers see them."""
    return RoomTextView(
        id=row.id,
        narrative=row.narrative,
        lead_in=row.lead_in,
        version=row.text_version,
        edited_by=name_of(db, row.text_edited_by),
        edited_at=row.text_edited_at,
    )
