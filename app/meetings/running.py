"""What runs: one part of the run of show at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.meetings.models import Part

if TYPE_CHECKING:
    from app.core.work import Work


def begin_part(part: Part, work: Work) -> None:
    """Let a part run; the one running before it ends. A part that ran before goes on."""
    running = sa.select(Part).where(Part.meeting_id == part.meeting_id, Part.state == "running", Part.id != part.id)
    for other in work.db.scalars(running).all():
        finish_part(other, work)
    work.change(part)
    part.state, part.started_at, part.ended_at = "running", part.started_at or work.at, None


def finish_part(part: Part, work: Work) -> None:
    """End a part, also one that never began."""
    work.change(part)
    part.state, part.ended_at = "ended", work.at
    part.started_at = part.started_at or work.at
