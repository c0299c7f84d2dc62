"""What a session holds of attendance, when it is asked to go."""

from __future__ import annotations

import sqlalchemy as sa

from app.attendance.models import Stay, Unmatched
from app.core.events import when
from app.core.sentences import say, say_n
from app.core.work import Work
from app.meetings.programme.events import SessionWeighed


@when(SessionWeighed)
def weigh_attendance(event: SessionWeighed, work: Work) -> None:
    """Whoever was counted in it holds it, and so does a report that was read into it."""
    counted = sa.select(sa.func.count(sa.distinct(Stay.person_id))).where(Stay.session_id == event.session.id)
    people = work.db.scalar(counted) or 0
    if people:
        event.holds.append(say_n("{n} person was counted in it.", "{n} people were counted in it.", people))
    strangers = sa.select(Unmatched.id).where(Unmatched.session_id == event.session.id).limit(1)
    if work.db.scalar(strangers) is not None:
        event.holds.append(say("An attendance report was read into it."))
