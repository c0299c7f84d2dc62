"""The order of sessions, parts and speakers: where a thing comes to stand, and the numbers of all that follow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from app.core.errors import Gone, Invalid
from app.core.sentences import say
from app.core.work import Work
from app.meetings.models import MeetingSession, Part, Speaker

Row = TypeVar("Row", MeetingSession, Part, Speaker)


def put_behind(rows: Sequence[Row], moved: Row, after: int | None) -> list[Row]:
    """Give the rows with `moved` behind the one of the id `after`, or first; refuse what is not among them."""
    order: list[Row] = [row for row in rows if row.id != moved.id]
    ids: list[int] = [row.id for row in order]
    if after is not None and after not in ids:
        message = say("What it should follow is not there any more. Look at the order as it is now and move it again.")
        raise Invalid(message)
    order.insert(0 if after is None else ids.index(after) + 1, moved)
    return order


def renumber(work: Work, rows: Sequence[Row]) -> None:
    """Give the rows their places, 1 and upwards, telling only of those that change."""
    for position, row in enumerate(rows, start=1):
        if row.position != position:
            work.change(row).position = position


def keep_the_past(rows: Sequence[MeetingSession] | Sequence[Part], moved: MeetingSession | Part) -> None:
    """Refuse to put `moved`, which is still planned, before what has begun.

    What was passed over on the day is planned too and stands where it stood: only the place of `moved` is looked at.
    """
    place = rows.index(moved)
    if any(row.state != "planned" for row in rows[place:]):
        message = say("What has begun stays before what is still planned.")
        raise Gone(message)
