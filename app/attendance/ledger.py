"""The ledger: stays begun and ended. A reload or half a minute without a line is no new visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.attendance.models import Stay
from app.attendance.tallies import GAP

if TYPE_CHECKING:
    import datetime as dt

    from app.accounts.models import Person
    from app.core.work import Work

UNCOUNTED = frozenset({"secretariat", "display"})
"""Roles of people who make the meeting possible and do not take part in it."""


def begin_stay(work: Work, person: Person, session_id: int, room_id: int | None = None) -> None:
    """Begin a stay, or go on with the one that was interrupted a moment ago; only of those who are counted."""
    if person.admitted_at is None or UNCOUNTED & {grant.role for grant in person.roles}:
        return
    mine = sa.select(Stay).where(Stay.person_id == person.id, Stay.session_id == session_id, _in_room(room_id))
    last = work.db.scalars(mine.order_by(Stay.joined_at.desc()).limit(1)).first()
    if last is not None and (last.left_at is None or work.at - last.left_at <= GAP):
        last.left_at = None
        return
    stay = Stay(meeting_id=person.meeting_id, person_id=person.id, session_id=session_id, room_id=room_id)
    stay.joined_at = work.at
    work.add(stay)


def end_stays(work: Work, at: dt.datetime, *conditions: sa.ColumnElement[bool]) -> None:
    """End the open stays that meet all conditions; nobody leaves before having joined."""
    for stay in work.db.scalars(sa.select(Stay).where(Stay.left_at.is_(None), *conditions)):
        stay.left_at = max(at, stay.joined_at)


def _in_room(room_id: int | None) -> sa.ColumnElement[bool]:
    return Stay.room_id.is_(None) if room_id is None else Stay.room_id == room_id
