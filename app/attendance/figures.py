"""Telling the figures of a meeting: measured together, kept as they were told, at most once a second."""

from __future__ import annotations

import sqlalchemy as sa

from app.attendance.contract import TellTallies
from app.core import audience
from app.core.contract import Done
from app.core.handling import handles
from app.core.journal import Measured
from app.core.rules import the_program_itself
from app.core.work import Work
from app.meetings.models import Meeting
from app.meetings.queries import lock_meeting


@handles(TellTallies, on=lock_meeting, allow=the_program_itself, event="tally.told", is_figures=True)
def tell_tallies(command: TellTallies, meeting: Meeting, work: Work) -> Done:
    """Measure every figure of the meeting and tell those that changed since they were last told."""
    del command
    kept = {
        (row.stream, row.type, row.thing): row
        for row in work.db.scalars(sa.select(Measured).where(Measured.meeting_id == meeting.id))
    }
    for stream, view in audience.measured(work.db, meeting.id):
        key, thing = (stream, view.type, str(view.id)), view.thing()
        row = kept.pop(key, None)
        if row is None:
            work.add(Measured(stream=stream, type=view.type, thing=str(view.id), meeting_id=meeting.id, view=thing))
        elif row.view != thing:
            work.change(row).view = thing
    for row in kept.values():
        work.change(row)
        work.db.delete(row)
    return Done(id=meeting.id)
