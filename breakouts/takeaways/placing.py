"""Finding a point its place in a room's list. The room is locked, so nobody else moves anything meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.errors import Invalid
from app.core.sentences import say
from breakouts.takeaways import position, queries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.core.work import Work
    from breakouts.takeaways.models import Takeaway

MOST = 500
"""So many points a room's list holds."""


def room_for_one_more(work: Work, room_id: int) -> None:
    """Refuse when the room's list is full."""
    if queries.extent(work.db, room_id)[0] >= MOST:
        raise Invalid(
            say("This room holds {n} points, the most it can. Merge or remove some, then add this one again.", n=MOST)
        )


def at_the_end(work: Work, room_id: int) -> str:
    """Give the key of a place after all points of the room."""
    return position.between(queries.extent(work.db, room_id)[1], None)


def after(work: Work, room_id: int, other: Takeaway | None, moving: Takeaway | None = None) -> str:
    """Give the key of the place after `other`, or of the first place; a point that moves does not count itself.

    Where `other` was taken off the list meanwhile, the place is the one it had.
    """
    rows = [row for row in queries.listed(work.db, room_id) if row is not moving]
    before = [row for row in rows if other is not None and row.position <= other.position]
    return _key_at(work, rows, len(before))


def back_to(work: Work, row: Takeaway, wanted: str) -> str:
    """Give the key `wanted` to a point that comes back, or the next place where another point has taken that key."""
    rows = [other for other in queries.listed(work.db, row.room_id) if other is not row]
    if wanted not in {other.position for other in rows}:
        return wanted
    return _key_at(work, rows, len([other for other in rows if other.position <= wanted]))


def _key_at(work: Work, rows: Sequence[Takeaway], index: int) -> str:
    key = _between(rows, index)
    if len(key) <= position.LONGEST:
        return key
    for row, short in zip(rows, position.spread(len(rows)), strict=True):
        work.change(row).position = short
    return _between(rows, index)


def _between(rows: Sequence[Takeaway], index: int) -> str:
    low = rows[index - 1].position if index else None
    high = rows[index].position if index < len(rows) else None
    return position.between(low, high)
