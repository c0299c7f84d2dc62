"""A point as each of its audiences sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.meetings.queries import name_of
from breakouts.takeaways.contract import (
    Fate,
    HandView,
    MyProposalView,
    PointView,
    ProposalView,
    SourceView,
    StagePointView,
    TakeawayView,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from breakouts.takeaways.models import Takeaway


def takeaway(row: Takeaway) -> TakeawayView:
    """Give the point as those in the room see it: without a name."""
    return TakeawayView(
        id=row.id,
        room=row.room_id,
        kind=row.kind,
        text=row.text,
        tags=tuple(row.tags),
        position=row.position,
        state=row.state,
        version=row.version,
        after_close=row.after_close,
        edited=row.edited_at is not None,
        captured_at=row.captured_at,
        sources=tuple(row.sources),
    )


def hand(db: Session, row: Takeaway) -> HandView:
    """Give who wrote it."""
    return HandView(
        id=row.id,
        captured_by=name_of(db, row.author_id),
        edited_by=name_of(db, row.edited_by),
        edited_at=row.edited_at,
    )


def point(row: Takeaway) -> PointView:
    """Give the approved point for the chairs."""
    return PointView(
        id=row.id,
        room=row.room_id,
        kind=row.kind,
        text=row.text,
        tags=tuple(row.tags),
        position=row.position,
        after_close=row.after_close,
    )


def source(row: Takeaway) -> SourceView:
    """Give a point that was merged into another, for the room's staff."""
    return SourceView(id=row.id, room=row.room_id, kind=row.kind, text=row.text)


def stage_point(row: Takeaway) -> StagePointView:
    """Give the approved point for everybody in the meeting."""
    return StagePointView(
        id=row.id, room=row.room_id, kind=row.kind, text=row.text, tags=tuple(row.tags), position=row.position
    )


def proposal(db: Session, row: Takeaway) -> ProposalView:
    """Give the proposal for the room's staff."""
    name = name_of(db, row.author_id)
    return ProposalView(id=row.id, room=row.room_id, kind=row.kind, text=row.text, by=name, at=row.captured_at)


def proposal_mine(row: Takeaway) -> MyProposalView:
    """Give what became of a proposal; its words stay those that were sent, whatever the team made of them."""
    fates: dict[str, Fate] = {"proposed": "waiting", "declined": "declined"}
    state: Fate = fates.get(row.state, "accepted")
    return MyProposalView(id=row.id, room=row.room_id, text=row.proposed_text or "", state=state)
