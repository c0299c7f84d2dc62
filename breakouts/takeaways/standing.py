"""Whether a point can still be worked on; if not, a sentence that says what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.errors import Gone, Invalid
from app.core.sentences import say
from app.meetings.queries import name_of
from breakouts.takeaways.models import Takeaway

if TYPE_CHECKING:
    import datetime as dt

    from app.core.work import Work


def still_listed(row: Takeaway, work: Work) -> Takeaway:
    """Give the point; refuse when it was removed, merged, or is a proposal."""
    still_there(row, work)
    if row.state == "proposed":
        raise Invalid("A participant proposed this point. Accept it first, then work on it.")
    if row.state == "declined":
        raise Gone("This proposal was declined. Whoever declined it can undo that.")
    return row


def still_there(row: Takeaway, work: Work) -> Takeaway:
    """Give the point or proposal; refuse when it was removed or merged."""
    if row.removed_at is not None:
        who = name_of(work.db, row.removed_by) or say("Somebody")
        at = hour(row.removed_at)
        raise Gone(say("{who} removed this point at {hour}; undo brings it back.", who=who, hour=at))
    if row.merged_into is not None:
        merged = work.db.get_one(Takeaway, row.merged_into)
        message = say(
            "{who} merged this point into another one at {hour}; splitting that one brings it back.",
            who=name_of(work.db, merged.author_id) or say("Somebody"),
            hour=hour(merged.captured_at),
        )
        raise Gone(message)
    return row


def hour(moment: dt.datetime) -> str:
    """Write the time of day: `14:32 UTC`, for people in many zones."""
    return f"{moment:%H:%M} UTC"
