"""Calling rooms to report back, one after the other."""

from __future__ import annotations

from app.core.contract import Done
from app.core.errors import Gone, Invalid
from app.core.handling import handles
from app.core.sentences import say
from app.core.work import Work
from app.meetings.rules import the_chairs
from breakouts.reporting import queries
from breakouts.reporting.contract import CallReport, FinishReport
from breakouts.rooms.models import Room
from breakouts.takeaways.queries import approved_of


@handles(CallReport, on=queries.lock_turn, allow=the_chairs, event="report.called")
def call_report(command: CallReport, room: Room, work: Work) -> Done:
    """Call a room to report back; the report before it ends.

    From now on the whole meeting sees the room's approved points.
    """
    _can_report(room)
    for other in queries.lock_speaking(work.db, room.meeting_id):
        if other.id != room.id:
            work.change(other).report = "done"
    # Its points are shown to more people from now on, though they do not change themselves.
    for point in approved_of(work.db, room.id):
        work.change(point)
    work.change(room).report = "speaking"
    work.about = room.title
    return Done(id=command.room)


@handles(FinishReport, on=queries.lock_turn, allow=the_chairs, event="report.finished")
def finish_report(command: FinishReport, room: Room, work: Work) -> Done:
    """End a room's report-back. Its points stay with the meeting."""
    if room.report == "waiting":
        raise Gone(say("“{room}” has not begun its report, so there is nothing to end.", room=room.title))
    work.change(room).report = "done"
    work.about = room.title
    return Done(id=command.room)


def _can_report(room: Room) -> None:
    if room.kind == "plenary":
        raise Invalid("Breakout rooms report back; the plenary's own points are there already.")
    if room.state == "planned":
        raise Gone(say("“{room}” has not met yet, so there is nothing to report.", room=room.title))
