"""Who sees which totals: everybody the meeting's, those who run it each session's and each room's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.attendance.contract import TallyView
from app.attendance.queries import participation_at_beat
from app.core.audience import Shown, measures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from app.attendance.tallies import Tally


@measures
def totals(db: Session, meeting_id: int) -> Iterator[Shown]:
    """The totals of the meeting, its sessions and its rooms."""
    found = participation_at_beat(db, meeting_id)
    yield f"meeting:{meeting_id}", _view("overall", found.overall, found.present[None], found.sentence)
    chairs = f"meeting:{meeting_id}:chairs"
    for session_id, counted in found.sessions.items():
        yield chairs, _view(f"session:{session_id}", counted, 0)
    for room_id, counted in found.rooms.items():
        yield chairs, _view(f"room:{room_id}", counted, found.present.get(room_id, 0))


def _view(name: str, counted: Tally, present: int, sentence: str = "") -> TallyView:
    return TallyView(
        id=name,
        people=counted.people,
        member_states=counted.member_states,
        observer_states=counted.observer_states,
        un_entities=counted.un_entities,
        observers=counted.observers,
        present=present,
        sentence=sentence,
    )
