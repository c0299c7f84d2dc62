"""Who sees what of the lobby: those who let in see the queue, whoever waits sees their own waiting and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.models import Person
from app.attendance.lobby.contract import LikeView, WaitingView, WaitView
from app.attendance.lobby.queries import waits
from app.core.audience import Shown, shows
from app.meetings.delegations.naming import display
from app.meetings.models import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


@shows(Person)
def somebody_who_waits(db: Session, row: Person) -> Iterator[Shown]:
    """Whoever waits, or came in and may be somebody else: for those who let in. To the one who waits, their waiting."""
    waiting = waits(row)
    if row.removed_at is not None or not (waiting or (row.looks_like_id is not None and row.admitted_at is not None)):
        return
    like = db.get(Person, row.looks_like_id) if row.looks_like_id is not None else None
    view = WaitingView(
        id=row.id,
        name=row.name,
        delegation=display(row.delegation),
        asked_at=row.asked_at,
        admitted=not waiting,
        turned_away=row.turned_away,
        like=_like(like, row.looks_like_why) if like else None,
    )
    yield f"meeting:{row.meeting_id}:chairs", view
    if waiting and row.asked_at is not None:
        meeting = db.get_one(Meeting, row.meeting_id)
        own = WaitView(
            id=row.id,
            meeting=meeting.title,
            begun=meeting.state == "live",
            asked_at=row.asked_at,
            turned_away=row.turned_away,
        )
        yield f"person:{row.id}", own


def _like(row: Person, why: str) -> LikeView:
    return LikeView(
        id=row.id,
        name=row.name,
        delegation=display(row.delegation),
        why=why,
        put_out=row.removed_at is not None,
        banned=row.banned_at is not None,
    )
