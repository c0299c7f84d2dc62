"""Points whose approval lapsed: edited by the room's team after they were approved, and not approved again since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.core.journal import Act
from breakouts.takeaways.models import Takeaway
from breakouts.takeaways.queries import LISTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

DECIDES = ("takeaway.edit", "takeaway.approve", "takeaway.reopen")


def lapsed(db: Session, meeting_id: int) -> Sequence[Takeaway]:
    """Give the points of a meeting that are drafts only because their approved words were changed."""
    acts = sa.select(Act.name, Act.undo).where(
        Act.meeting_id == meeting_id, Act.name.in_(DECIDES), ~Act.undone, sa.cast(Act.undo, sa.Text) != "null"
    )
    found: set[int] = set()
    for name, steps in db.execute(acts.order_by(Act.id)):
        for step in steps:
            found.discard(step["id"])
            if name == "takeaway.edit" and (step["before"]["state"], step["after"]["state"]) == ("approved", "draft"):
                found.add(step["id"])
    mine = sa.select(Takeaway).where(Takeaway.id.in_(found), Takeaway.state == "draft", LISTED)
    return db.scalars(mine.order_by(Takeaway.room_id, Takeaway.position)).all()
