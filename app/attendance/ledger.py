"""The ledger: stays begun and ended. A reload or half a minute without a line is no new visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.attendance.models import Stay
from app.attendance.tallies import GAP

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from app.accounts.models import Person
    from app.core.work import Work

UNCOUNTED = frozenset({"secretariat", "display"})
"""Roles of people who make the meeting possible and do not take part in it."""


def begin_stays(work: Work, session_id: int, people: Iterable[tuple[Person, int | None]]) -> None:
    """Begin the stays of people in the session, each in a room of it or (None) in plenary; only of those who count.

    A stay that was interrupted a moment ago goes on.
    """
    coming = {(person.id, room_id): person for person, room_id in people if _counts(person)}
    last = _last_stays(work, session_id, {person_id for person_id, _room in coming})
    begun = []
    for (person_id, room_id), person in coming.items():
        before = last.get((person_id, room_id))
        if before is not None and (before.left_at is None or work.at - before.left_at <= GAP):
            before.left_at = None
            continue
        stay = Stay(meeting_id=person.meeting_id, person_id=person_id, session_id=session_id, room_id=room_id)
        stay.joined_at = work.at
        begun.append(stay)
    if begun:
        work.add_all(begun)


def end_stays(work: Work, at: dt.datetime, *conditions: sa.ColumnElement[bool]) -> None:
    """End the open stays that meet all conditions; nobody leaves before having joined."""
    for stay in work.db.scalars(sa.select(Stay).where(Stay.left_at.is_(None), *conditions)):
        stay.left_at = max(at, stay.joined_at)


def _counts(person: Person) -> bool:
    return person.admitted_at is not None and not UNCOUNTED & {grant.role for grant in person.roles}


def _last_stays(work: Work, session_id: int, people: set[int]) -> dict[tuple[int, int | None], Stay]:
    theirs = sa.select(Stay).where(Stay.session_id == session_id, Stay.person_id.in_(people))
    return {(stay.person_id, stay.room_id): stay for stay in work.db.scalars(theirs.order_by(Stay.joined_at))}
