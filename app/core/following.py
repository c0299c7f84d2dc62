"""Following: who may, and what somebody who follows is given first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.core import audience, clock, journal
from app.core.errors import Forbidden
from app.core.work import Work

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.actor import Actor


MOST_STREAMS = 64
"""How many streams one page may follow."""


def may_follow(db: Session, actor: Actor, stream: str) -> bool:
    """Say whether the actor may hear this stream at this moment."""
    try:
        name, subject_id = audience.split(stream)
        kind = audience.kind_of(name)
        return kind.follow.holds(Work(db, actor, clock.now()), kind.load(db, subject_id))
    except Forbidden:
        return False


def catch_up(db: Session, actor: Actor, stream: str, since: int | None, epoch: str | None) -> dict[str, Any]:
    """Give what the actor missed since revision `since`, or a fresh copy where that is the better answer."""
    if not may_follow(db, actor, stream):
        raise Forbidden
    current = journal.epoch(db)
    answer: dict[str, Any] = {"ok": True, "stream": stream, "epoch": current, "revision": journal.head(db, stream)}
    changes = journal.since(db, stream, since) if since is not None and epoch in {None, current} else None
    if changes is None:
        return answer | {"snapshot": journal.snapshot(db, stream)}
    return answer | {"changes": changes}
