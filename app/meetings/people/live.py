"""Who sees how people are reached: the secretariat, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.accounts.models import Person
from app.accounts.queries import WITH_TASKS
from app.accounts.rules import the_secretariat
from app.core.audience import Shown, fills, shows, stream_kind
from app.meetings.delegations.naming import display
from app.meetings.models import Meeting
from app.meetings.people.contract import PersonalView
from app.meetings.queries import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

stream_kind("meeting:roster", lambda db, number: find(db, Meeting, number), the_secretariat)


@shows(Person)
def a_persons_particulars(_db: Session, row: Person) -> Iterator[Shown]:
    """The secretariat reaches everybody, and still knows whom it put out; a row that stands for nobody is not shown."""
    if row.is_really_id is not None:
        return
    removed = row.removed_at is not None
    yield (
        f"meeting:{row.meeting_id}:roster",
        PersonalView(
            id=row.id,
            version=row.version,
            email=row.email,
            gender=row.gender,
            wish=row.breakout_wish,
            in_roster=row.in_roster,
            removed=removed,
            banned=row.banned_at is not None,
            because=row.put_out_because,
            name=row.name if removed else "",
            delegation=display(row.delegation) if removed else "",
        ),
    )


@fills("meeting:roster")
def everybody_ever(db: Session, meeting_id: int) -> Iterator[object]:
    """Everybody of the meeting, those who were put out among them."""
    everybody = sa.select(Person).where(Person.meeting_id == meeting_id, Person.is_really_id.is_(None))
    yield from db.scalars(everybody.order_by(Person.id).options(*WITH_TASKS))
