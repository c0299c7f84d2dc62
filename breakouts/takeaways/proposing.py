"""What participants propose, and what the room's team makes of it."""

from __future__ import annotations

from app.core.contract import Done
from app.core.errors import Busy, Gone
from app.core.handling import handles
from app.core.sentences import say
from app.core.work import Work
from breakouts.rooms.models import Room
from breakouts.rooms.queries import lock_room
from breakouts.rooms.rules import the_writers
from breakouts.takeaways import placing, queries, views
from breakouts.takeaways.contract import (
    AcceptProposal,
    DeclineProposal,
    MyProposalView,
    ProposeTakeaway,
    TakeawayView,
)
from breakouts.takeaways.models import Takeaway
from breakouts.takeaways.rules import whoever_takes_part
from breakouts.takeaways.standing import hour, still_there
from breakouts.takeaways.tracing import Trace

MOST_WAITING = 200
"""So many proposals may wait in a room."""


@handles(ProposeTakeaway, on=lock_room, allow=whoever_takes_part, event="takeaway.proposed")
def propose_takeaway(command: ProposeTakeaway, room: Room, work: Work) -> MyProposalView:
    """Send a point to those who write the room's list. Only they and the sender see it until it is accepted."""
    _is_open(room)
    if queries.waiting(work.db, room.id) >= MOST_WAITING:
        message = say("{n} proposals wait in this room already. Send yours again in a moment.", n=MOST_WAITING)
        raise Busy(message, retry_after=60)
    row = work.add(
        Takeaway(
            meeting_id=room.meeting_id,
            room_id=room.id,
            kind=command.kind,
            text=command.text,
            proposed_text=command.text,
            state="proposed",
            author_id=work.actor.person_id,
            captured_at=work.at,
        )
    )
    work.about = room.title
    return views.proposal_mine(row)


@handles(AcceptProposal, on=queries.lock_takeaway, allow=the_writers, event="takeaway.accepted")
def accept_proposal(_command: AcceptProposal, row: Takeaway, work: Work) -> TakeawayView:
    """Take a proposal onto the list, as a draft at its end. The sender is told."""
    _still_waits(row, work)
    placing.room_for_one_more(work, row.room_id)
    trace = Trace(work)
    trace.change(row)
    row.position, row.state = placing.at_the_end(work, row.room_id), "draft"
    trace.keep()
    work.about = work.db.get_one(Room, row.room_id).title
    return views.takeaway(row)


@handles(DeclineProposal, on=queries.lock_takeaway, allow=the_writers, event="takeaway.declined")
def decline_proposal(command: DeclineProposal, row: Takeaway, work: Work) -> Done:
    """Leave a proposal off the list. The sender is told, without a name."""
    _still_waits(row, work)
    trace = Trace(work)
    trace.change(row).state = "declined"
    trace.keep()
    work.about = work.db.get_one(Room, row.room_id).title
    return Done(id=command.takeaway)


def _is_open(room: Room) -> None:
    if room.state == "planned":
        raise Gone("The room is not open yet. Your text is kept here: send it when the room opens.")
    if room.state == "closed" and room.closed_at is not None:
        message = say(
            "The room closed at {hour} and takes no more proposals. Your text is kept here: give it to the moderator.",
            hour=hour(room.closed_at),
        )
        raise Gone(message)


def _still_waits(row: Takeaway, work: Work) -> None:
    still_there(row, work)
    if row.state != "proposed":
        declined = row.state == "declined"
        raise Gone(
            say("This proposal was declined already.") if declined else say("This proposal was accepted already.")
        )
