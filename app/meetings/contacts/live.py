"""Who sees how people in charge are reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.accounts.models import Person
from app.accounts.queries import WITH_TASKS
from app.core.audience import Shown, fills, shows
from app.meetings.contacts.views import contact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


@shows(Person)
def a_contact(_db: Session, row: Person) -> Iterator[Shown]:
    """Those who run the meeting see how to reach whoever has a task; the addresses of all others stay on the roster."""
    if row.removed_at is None and row.roles:
        yield f"meeting:{row.meeting_id}:setup", contact(row)


@fills("meeting:setup")
def people_in_charge(db: Session, meeting_id: int) -> Iterator[object]:
    """Everybody who has a task."""
    tasked = sa.select(Person).where(Person.meeting_id == meeting_id, Person.removed_at.is_(None), Person.roles.any())
    yield from db.scalars(tasked.order_by(Person.id).options(*WITH_TASKS))
