"""Reads of takeaways, and the loader that locks one with its room."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.accounts.models import Person
from app.core.errors import Forbidden
from app.core.journal import Act
from app.core.writing import kept
from app.meetings.queries import lock
from breakouts.rooms.models import Room
from breakouts.takeaways.models import Takeaway

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy.orm import Session

LISTED = Takeaway.state.in_(("draft", "approved")) & Takeaway.removed_at.is_(None) & Takeaway.merged_into.is_(None)
"""A point that stands in its room's list."""


class OfTakeaway(Protocol):
    """A command that names a point."""

    @property
    def takeaway(self) -> int:
        """The point's id."""


@dataclass(frozen=True)
class Counts:
    """How far a room has come: points in its list, of them approved and taken after close, and proposals that wait."""

    points: int = 0
    approved: int = 0
    proposed: int = 0
    after_close: int = 0
    last_activity: dt.datetime | None = None


def lock_takeaway(db: Session, command: OfTakeaway) -> Takeaway:
    """Lock the point the command names, its room before it: a room's list is changed by one after the other."""
    room_id = db.scalar(sa.select(Takeaway.room_id).where(Takeaway.id == command.takeaway))
    if room_id is None:
        raise Forbidden
    lock(db, Room, room_id)
    return lock(db, Takeaway, command.takeaway)


def listed(db: Session, room_id: int) -> Sequence[Takeaway]:
    """Give the points of the room's list in their order."""
    own = sa.select(Takeaway).where(Takeaway.room_id == room_id, LISTED)
    return db.scalars(own.order_by(Takeaway.position, Takeaway.id)).all()


def extent(db: Session, room_id: int) -> tuple[int, str | None]:
    """Give how many points stand in the room's list, and the key of the last one."""

    def read() -> tuple[int, str | None]:
        length, last = db.execute(_EXTENT, {"room": room_id}).one()
        return length, last

    return kept(db, ("extent", room_id), read, Takeaway)


# Asked with every point that is written down, so put together once.
_EXTENT = sa.select(sa.func.count(), sa.func.max(Takeaway.position)).where(
    Takeaway.room_id == sa.bindparam("room"), LISTED
)


def waiting(db: Session, room_id: int) -> int:
    """Give how many proposals wait in the room."""
    proposals = sa.select(sa.func.count()).select_from(Takeaway)
    return db.scalar(proposals.where(Takeaway.room_id == room_id, Takeaway.state == "proposed")) or 0


def of_ids(db: Session, ids: Iterable[int]) -> Sequence[Takeaway]:
    """Give the points with these ids, in the order of the ids; what does not exist is left out."""
    wanted = list(ids)
    found = {row.id: row for row in db.scalars(sa.select(Takeaway).where(Takeaway.id.in_(wanted)))}
    return [found[number] for number in wanted if number in found]


def approved_in(meeting_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    """Give the condition of an approved point of the meeting."""
    return Takeaway.meeting_id == meeting_id, Takeaway.state == "approved", LISTED


def approved_points(db: Session, meeting_id: int) -> Sequence[Takeaway]:
    """Give the approved points of the meeting, room by room, each room's in their order; one statement."""
    return db.scalars(
        sa.select(Takeaway)
        .where(*approved_in(meeting_id))
        .order_by(Takeaway.room_id, Takeaway.position, Takeaway.id)
        .options(joinedload(Takeaway.room))
    ).all()


def approved_of(db: Session, room_id: int) -> Sequence[Takeaway]:
    """Give the approved points of a room in their order."""
    return [row for row in listed(db, room_id) if row.state == "approved"]


def with_names(db: Session, *where: sa.ColumnElement[bool]) -> Iterator[Takeaway]:
    """Give the points with what their views ask for at hand, in a fixed number of statements."""
    rows = db.scalars(sa.select(Takeaway).where(*where).options(joinedload(Takeaway.room))).all()
    hands = {person for row in rows for person in (row.author_id, row.edited_by) if person}
    # A session keeps only what somebody holds: without this list each view would read its people anew.
    people = db.scalars(sa.select(Person).where(Person.id.in_(hands))).all() if hands else ()
    yield from rows
    del people


def counts_by_room(db: Session, meeting_id: int) -> dict[int, Counts]:
    """Give how far each room has come, for rooms in which anything was written; two statements."""
    last = _last_activity(db, meeting_id)
    approved = LISTED & (Takeaway.state == "approved")
    figures = sa.select(
        Takeaway.room_id,
        _count(LISTED),
        _count(approved),
        _count(Takeaway.state == "proposed"),
        _count(LISTED & Takeaway.after_close),
    )
    own = db.execute(figures.where(Takeaway.meeting_id == meeting_id).group_by(Takeaway.room_id))
    return {
        room: Counts(points, chosen, proposed, late, last.get(room)) for room, points, chosen, proposed, late in own
    }


def _count(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.count(sa.case((condition, 1)))


def _last_activity(db: Session, meeting_id: int) -> dict[int, dt.datetime]:
    acts = sa.select(Act.room_id, sa.func.max(Act.at)).where(Act.meeting_id == meeting_id, Act.name.like("takeaway.%"))
    return {room: at for room, at in db.execute(acts.group_by(Act.room_id)) if room is not None}
