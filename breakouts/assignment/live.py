"""How many places are taken, told at most once a second: hundreds who choose must not become a storm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.audience import Shown, measures
from breakouts.assignment import queries
from breakouts.assignment.contract import PlacesView
from breakouts.rooms.queries import rooms_of_round

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

FEWEST = 5
"""Fewer people than these are not counted before everybody: in a small room a number is nearly a name."""


@measures
def places(db: Session, meeting_id: int) -> Iterator[Shown]:
    """The places taken in each breakout room; exact where people choose by them."""
    for subject in queries.rounds_of(db, meeting_id):
        counted = queries.taken(db, subject.id)
        for room in rooms_of_round(db, subject.id):
            number = counted.get(room.id, 0)
            shown = number if subject.policy == "choice" or number == 0 or number >= FEWEST else None
            yield f"meeting:{meeting_id}", PlacesView(id=room.id, taken=shown)
