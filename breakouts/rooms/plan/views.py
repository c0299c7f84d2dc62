"""A room as those who set the meeting up see it."""

from __future__ import annotations

from app.meetings.delegations.naming import display
from breakouts.rooms.models import Room
from breakouts.rooms.plan.contract import RoomPlanView


def room_plan(row: Room) -> RoomPlanView:
    """Give a breakout room as it is planned."""
    return RoomPlanView(
        id=row.id,
        version=row.version,
        round=row.round_id or 0,
        part=row.part_id,
        number=row.number,
        title=row.title,
        question=row.question,
        moderated_by=display(row.moderated_by),
        video_link=row.video_link,
        attribution=row.attribution,
        capacity=row.capacity,
        state=row.state,
    )
