"""Writing points down, editing them, and taking them off the list."""

from __future__ import annotations

import datetime as dt
from textwrap import shorten
from typing import TYPE_CHECKING

from app.core.contract import Done
from app.core.errors import Conflict, Gone, Invalid
from app.core.handling import handles
from app.core.sentences import say
from app.core.work import Work
from app.meetings.queries import name_of
from app.meetings.rules import the_chairs
from breakouts.rooms.models import Room
from breakouts.rooms.queries import lock_room
from breakouts.rooms.rules import the_writers
from breakouts.takeaways import placing, queries, views
from breakouts.takeaways.contract import CaptureTakeaway, EditTakeaway, RemoveTakeaway, TakeawayView
from breakouts.takeaways.models import Takeaway
from breakouts.takeaways.standing import hour, still_listed
from breakouts.takeaways.tracing import Trace, take_off

if TYPE_CHECKING:
    from collections.abc import Mapping

LATE = dt.timedelta(minutes=10)
"""So long a closed room still takes what its team was writing."""

SHOWN = 140
"""So many characters of a point stand in the timeline."""


@handles(CaptureTakeaway, on=lock_room, allow=the_writers, event="takeaway.captured")
def capture_takeaway(command: CaptureTakeaway, room: Room, work: Work) -> TakeawayView:
    """Write down one point of a room, as a draft, after another one or at the end.

    Before the round opens the team may try the list out. For ten minutes after it closed a point is kept and marked
    "after close"; later only the chairs add one.
    """
    after_close = _is_after_close(room, work)
    placing.room_for_one_more(work, room.id)
    trace = Trace(work)
    row = trace.add(
        Takeaway(
            meeting_id=room.meeting_id,
            room_id=room.id,
            kind=command.kind,
            text=command.text,
            tags=list(command.tags),
            position=_place(command, room, work),
            after_close=after_close,
            author_id=work.actor.person_id,
            captured_at=work.at,
        )
    )
    trace.keep()
    work.about = room.title
    return views.takeaway(row)


@handles(EditTakeaway, on=queries.lock_takeaway, allow=the_writers, event="takeaway.edited")
def edit_takeaway(command: EditTakeaway, row: Takeaway, work: Work) -> TakeawayView:
    """Change a point's words, kind or tags. Who started from an older version is shown the newer one beside their own.

    An approved point that the room's team edits is a draft again, since nobody has approved the new words; a chair's
    edit leaves it approved.
    """
    still_listed(row, work)
    if command.base != row.version:
        message = say(
            "{who} changed this point while you were writing. Yours is kept here; compare the two.",
            who=name_of(work.db, row.edited_by) or say("Somebody"),
        )
        raise Conflict(message, theirs=views.takeaway(row).thing())
    changed = {name: value for name, value in _wanted(command).items() if value != getattr(row, name)}
    work.about = _for_the_timeline(row, changed, work)
    if not changed:
        return views.takeaway(row)
    trace = Trace(work)
    trace.change(row)
    for name, value in changed.items():
        setattr(row, name, value)
    row.version, row.edited_by, row.edited_at = row.version + 1, work.actor.person_id, work.at
    if row.state == "approved" and not the_chairs.holds(work, row):
        row.state = "draft"
        work.notices.append(
            "This point was chosen for the report-back in other words. Choose it again when it is ready."
        )
    trace.keep()
    return views.takeaway(row)


@handles(RemoveTakeaway, on=queries.lock_takeaway, allow=the_writers, event="takeaway.removed")
def remove_takeaway(command: RemoveTakeaway, row: Takeaway, work: Work) -> Done:
    """Take a point off the list. Undo brings it back."""
    still_listed(row, work)
    trace = Trace(work)
    take_off(trace.change(row), work)
    trace.keep()
    work.about = work.db.get_one(Room, row.room_id).title
    return Done(id=command.takeaway)


def _for_the_timeline(row: Takeaway, changed: Mapping[str, object], work: Work) -> str:
    """Give the words before and after; until the room has closed its title alone, for chairs read this."""
    room = work.db.get_one(Room, row.room_id)
    if "text" not in changed or room.state != "closed":
        return room.title
    before, after = (shorten(str(words), SHOWN, placeholder="…") for words in (row.text, changed["text"]))
    return f"“{before}” → “{after}”"


def _is_after_close(room: Room, work: Work) -> bool:
    if room.state != "closed" or room.closed_at is None:
        return False
    closed = hour(room.closed_at)
    if work.at - room.closed_at > LATE and not the_chairs.holds(work, room):
        message = say(
            "The room closed at {hour} and takes no more points. "
            "Your text is kept here: send it to a co-chair, who can still add it.",
            hour=closed,
        )
        raise Gone(message)
    work.notices.append(say("The room closed at {hour}; your point was kept and marked “after close”.", hour=closed))
    return True


def _place(command: CaptureTakeaway, room: Room, work: Work) -> str:
    if command.after is None:
        return placing.at_the_end(work, room.id)
    other = work.db.get(Takeaway, command.after)
    if other is None or other.room_id != room.id:
        message = "The point this one should follow belongs to another room."
        raise Invalid(message, fields={"after": message})
    return placing.after(work, room.id, other) if other.position else placing.at_the_end(work, room.id)


def _wanted(command: EditTakeaway) -> dict[str, object]:
    given = command.model_dump(include={"text", "kind", "tags"}, exclude_none=True)
    return given | ({"tags": list(given["tags"])} if "tags" in given else {})
