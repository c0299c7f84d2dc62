"""Who sees rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.core.audience import Shown, fills, shows
from breakouts.rounds.contract import RoundView
from breakouts.rounds.models import Round

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


@shows(Round)
def a_round(_db: Session, row: Round) -> Iterator[Shown]:
    """Everybody sees when the rooms are open."""
    view = RoundView(
        id=row.id,
        part=row.part_id,
        position=row.position,
        state=row.state,
        minutes=row.minutes,
        policy=row.policy,
        choose_until=row.choose_until,
        opened_at=row.opened_at,
        closing_at=row.closing_at,
        closed_at=row.closed_at,
    )
    yield f"meeting:{row.meeting_id}", view


@fills("meeting")
def rounds(db: Session, meeting_id: int) -> Iterator[object]:
    """All rounds of the meeting."""
    yield from db.scalars(sa.select(Round).where(Round.meeting_id == meeting_id))
