"""The board's figures, told at most once a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.attendance.queries import participation_at_beat
from app.core.audience import Shown, measures
from breakouts.board.contract import BoardRow
from breakouts.rooms.queries import rooms_of_meeting
from breakouts.takeaways.queries import Counts, counts_by_room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


@measures
def rows(db: Session, meeting_id: int) -> Iterator[Shown]:
    """A row per room."""
    counts = counts_by_room(db, meeting_id)
    took_part = participation_at_beat(db, meeting_id)
    for room in rooms_of_meeting(db, meeting_id):
        counted = counts.get(room.id, Counts())
        people = took_part.rooms.get(room.id)
        delegations = (
            people.member_states + people.observer_states + people.un_entities + people.observers if people else 0
        )
        yield (
            f"meeting:{meeting_id}:chairs",
            BoardRow(
                id=room.id,
                people=people.people if people else 0,
                delegations=delegations,
                present=took_part.present.get(room.id, 0),
                points=counted.points,
                approved=counted.approved,
                proposed=counted.proposed,
                after_close=counted.after_close,
                last_activity=counted.last_activity,
                help=room.help,
                help_since=room.help_since,
            ),
        )
