"""Making one point of several, and giving them back."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.errors import Gone, Invalid
from app.core.handling import handles
from app.core.sentences import say
from app.core.work import Work
from breakouts.rooms.models import Room
from breakouts.rooms.queries import lock_room
from breakouts.rooms.rules import the_writers
from breakouts.takeaways import placing, queries, views
from breakouts.takeaways.contract import MergeTakeaways, SplitTakeaway, TakeawayView
from breakouts.takeaways.models import Takeaway
from breakouts.takeaways.standing import still_listed
from breakouts.takeaways.tracing import Trace, take_off


@handles(MergeTakeaways, on=lock_room, allow=the_writers, event="takeaway.merged")
def merge_takeaways(command: MergeTakeaways, room: Room, work: Work) -> TakeawayView:
    """Make one point of several of a room. It stands where the first of them stood; they are kept as its sources.

    It is approved only where all of them were.
    """
    sources = _sources(command, room, work)
    trace = Trace(work)
    merged = trace.add(
        Takeaway(
            meeting_id=room.meeting_id,
            room_id=room.id,
            kind=command.kind,
            text=command.text,
            tags=list(command.tags),
            position=sources[0].position,
            state="approved" if all(source.state == "approved" for source in sources) else "draft",
            after_close=any(source.after_close for source in sources),
            author_id=work.actor.person_id,
            captured_at=work.at,
            sources=[source.id for source in sources],
        )
    )
    for source in sources:
        trace.change(source).merged_into = merged.id
    trace.keep()
    work.about = room.title
    return views.takeaway(merged)


@handles(SplitTakeaway, on=queries.lock_takeaway, allow=the_writers, event="takeaway.split")
def split_takeaway(_command: SplitTakeaway, row: Takeaway, work: Work) -> TakeawayView:
    """Give back the points that a point was merged from, where they stood and as they were. Gives the first of them."""
    still_listed(row, work)
    if not row.sources:
        raise Invalid("This point was not merged from others, so there is nothing to split.")
    trace = Trace(work)
    take_off(trace.change(row), work)
    work.db.flush()
    sources = queries.of_ids(work.db, row.sources)
    for source in sources:
        trace.change(source)
        source.position = placing.back_to(work, source, source.position)
        source.merged_into = None
        work.db.flush()
    trace.keep()
    work.about = work.db.get_one(Room, row.room_id).title
    return views.takeaway(sources[0])


def _sources(command: MergeTakeaways, room: Room, work: Work) -> Sequence[Takeaway]:
    wanted = set(command.takeaways)
    chosen = queries.of_ids(work.db, sorted(wanted))
    if len(chosen) < len(wanted) or any(row.room_id != room.id for row in chosen):
        raise Invalid("Points are merged within one room. Choose two or more points of this list.")
    if len(chosen) < 2:  # noqa: PLR2004 - one point is no merger
        raise Invalid("Choose two or more different points to merge.")
    try:
        for row in chosen:
            still_listed(row, work)
    except Gone as gone:
        raise Gone(say("{why} Choose the points anew.", why=gone.why)) from gone
    return sorted(chosen, key=lambda row: (row.position, row.id))
