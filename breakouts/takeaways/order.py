"""Putting the points of a room in order."""

from __future__ import annotations

from app.core.errors import Invalid
from app.core.handling import handles
from app.core.work import Work
from breakouts.rooms.models import Room
from breakouts.rooms.rules import the_writers
from breakouts.takeaways import placing, queries, views
from breakouts.takeaways.contract import MoveTakeaway, TakeawayView
from breakouts.takeaways.models import Takeaway
from breakouts.takeaways.standing import still_listed
from breakouts.takeaways.tracing import Trace


@handles(MoveTakeaway, on=queries.lock_takeaway, allow=the_writers, event="takeaway.moved")
def move_takeaway(command: MoveTakeaway, row: Takeaway, work: Work) -> TakeawayView:
    """Put a point after another one of its room, or first. Only this point changes; its version does not."""
    still_listed(row, work)
    work.about = work.db.get_one(Room, row.room_id).title
    if _stands_there(command, row, work):
        return views.takeaway(row)
    trace = Trace(work)
    trace.change(row)
    row.position = placing.after(work, row.room_id, _other(command, row, work), moving=row)
    trace.keep()
    return views.takeaway(row)


def _other(command: MoveTakeaway, row: Takeaway, work: Work) -> Takeaway | None:
    if command.after is None:
        return None
    other = work.db.get(Takeaway, command.after)
    if other is None or other.room_id != row.room_id or other is row or not other.position:
        message = "A point is moved after another one of the same room."
        raise Invalid(message, fields={"after": message})
    return other


def _stands_there(command: MoveTakeaway, row: Takeaway, work: Work) -> bool:
    order = [other.id for other in queries.listed(work.db, row.room_id)]
    at = order.index(row.id)
    return (order[at - 1] if at else None) == command.after
