"""Choosing the points that are reported back."""

from __future__ import annotations

from typing import Literal

from app.core.handling import handles
from app.core.work import Work
from breakouts.rooms.rules import the_writers
from breakouts.takeaways import queries, views
from breakouts.takeaways.contract import ApproveTakeaway, ReopenTakeaway, TakeawayView
from breakouts.takeaways.models import Takeaway
from breakouts.takeaways.standing import still_listed
from breakouts.takeaways.tracing import Trace


@handles(ApproveTakeaway, on=queries.lock_takeaway, allow=the_writers, event="takeaway.approved")
def approve_takeaway(_command: ApproveTakeaway, row: Takeaway, work: Work) -> TakeawayView:
    """Choose a point for the report-back: the chairs see it now, the meeting when the room reports."""
    return _become("approved", row, work)


@handles(ReopenTakeaway, on=queries.lock_takeaway, allow=the_writers, event="takeaway.reopened")
def reopen_takeaway(_command: ReopenTakeaway, row: Takeaway, work: Work) -> TakeawayView:
    """Make a draft of an approved point again."""
    return _become("draft", row, work)


def _become(state: Literal["approved", "draft"], row: Takeaway, work: Work) -> TakeawayView:
    still_listed(row, work)
    if row.state != state:
        trace = Trace(work)
        trace.change(row).state = state
        trace.keep()
    # Its words were or are the chairs' to read, so the timeline may show them.
    work.about = row.text
    return views.takeaway(row)
