"""What a room holds of points, when it is asked to go."""

from __future__ import annotations

import sqlalchemy as sa

from app.core.events import when
from app.core.sentences import say_n
from app.core.work import Work
from breakouts.rooms.plan.events import RoomWeighed
from breakouts.takeaways.models import Takeaway


@when(RoomWeighed)
def weigh_points(event: RoomWeighed, work: Work) -> None:
    """Every point ever written in it is held, removed ones too: whoever removed one may want it back."""
    points = sa.select(sa.func.count()).select_from(Takeaway).where(Takeaway.room_id == event.room.id)
    found = work.db.scalar(points) or 0
    if found:
        event.holds.append(say_n("{n} point was captured in it.", "{n} points were captured in it.", found))
