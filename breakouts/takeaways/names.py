"""Names beside points: who captured, edited or proposed one."""

from __future__ import annotations

import sqlalchemy as sa

from app.core.events import when
from app.core.work import Work
from app.meetings.events import NameChanging
from breakouts.takeaways.models import Takeaway


@when(NameChanging)
def show_new_name(event: NameChanging, work: Work) -> None:
    """A point shows its room's staff whose hand it is."""
    hands = (Takeaway.author_id == event.person.id) | (Takeaway.edited_by == event.person.id)
    for row in work.db.scalars(sa.select(Takeaway).where(hands).order_by(Takeaway.id)):
        work.change(row)
