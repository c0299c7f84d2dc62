"""Who sees what of the points of a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.audience import Shown, fills, shows
from breakouts.rooms.models import Room
from breakouts.takeaways import queries, views
from breakouts.takeaways.models import Takeaway

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

ON_STAGE = frozenset({"speaking", "done"})
"""A room's approved points are everybody's once its report-back has begun."""


@shows(Takeaway)
def a_point(db: Session, row: Takeaway) -> Iterator[Shown]:
    """The room sees its list, its staff names and sources, the chairs what is approved, the meeting what was said."""
    if row.merged_into is not None and row.removed_at is None:
        yield f"room:{row.room_id}:staff", views.source(row)
    if not row.listed:
        return
    yield f"room:{row.room_id}", views.takeaway(row)
    yield f"room:{row.room_id}:staff", views.hand(db, row)
    if row.state == "approved":
        yield f"meeting:{row.meeting_id}:chairs", views.point(row)
        if row.room.report in ON_STAGE:
            yield f"meeting:{row.meeting_id}", views.stage_point(row)


@shows(Takeaway)
def a_proposal(db: Session, row: Takeaway) -> Iterator[Shown]:
    """The room's staff see what waits for them; who proposed it sees what became of it."""
    if row.proposed_text is not None:
        yield f"person:{row.author_id}", views.proposal_mine(row)
    if row.state == "proposed":
        yield f"room:{row.room_id}:staff", views.proposal(db, row)


@fills("room")
def the_list(db: Session, room_id: int) -> Iterator[object]:
    """The room's list."""
    yield from queries.with_names(db, Takeaway.room_id == room_id, queries.LISTED)


@fills("room:staff")
def the_list_and_its_proposals(db: Session, room_id: int) -> Iterator[object]:
    """The room's list with what its merged points were made of, and the proposals that wait."""
    shown = queries.LISTED | (Takeaway.state == "proposed") | Takeaway.merged_into.is_not(None)
    yield from queries.with_names(db, Takeaway.room_id == room_id, shown)


@fills("meeting:chairs")
def all_approved(db: Session, meeting_id: int) -> Iterator[object]:
    """The approved points of all rooms."""
    yield from queries.with_names(db, *queries.approved_in(meeting_id))


@fills("meeting")
def all_on_stage(db: Session, meeting_id: int) -> Iterator[object]:
    """The approved points of the rooms that report or have reported."""
    on_stage = Takeaway.room.has(Room.report.in_(ON_STAGE))
    yield from queries.with_names(db, *queries.approved_in(meeting_id), on_stage)


@fills("person")
def own_proposals(db: Session, person_id: int) -> Iterator[object]:
    """What the person proposed."""
    yield from queries.with_names(db, Takeaway.author_id == person_id, Takeaway.proposed_text.is_not(None))
