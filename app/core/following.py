"""Following: who may, and what somebody who follows is given first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.core import audience, clock, journal
from app.core.copies import copy_of
from app.core.errors import Forbidden
from app.core.sentences import say
from app.core.work import Work

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.actor import Actor


NOT_HERE = say("You are not in this part of the meeting any more.")

MOST_STREAMS = 64
"""How many streams one page may follow."""


def onlooker(db: Session, actor: Actor) -> Work:
    """Give the actor at the work of reading: one for a whole reading, so that their roles are read once."""
    onlookers: dict[Actor, Work] = db.info.setdefault("onlookers", {})
    return onlookers.get(actor) or onlookers.setdefault(actor, Work(db, actor, clock.now()))


def may_follow(db: Session, actor: Actor, stream: str) -> bool:
    """Say whether the actor may hear this stream at this moment."""
    try:
        name, subject_id = audience.split(stream)
        kind = audience.kind_of(name)
        return kind.follow.holds(onlooker(db, actor), kind.load(db, subject_id))
    except Forbidden:
        return False


def catch_up(db: Session, actor: Actor, stream: str, since: int | None, epoch: str | None) -> dict[str, Any]:
    """Give what the actor missed since revision `since`, or a fresh copy where that is the better answer."""
    if not may_follow(db, actor, stream):
        raise Forbidden
    current = journal.epoch(db)
    changes = journal.since(db, stream, since) if since is not None and epoch in {None, current} else None
    if changes is None:
        copy = copy_of(db, stream)
        return {"ok": True, "stream": stream, "epoch": current, "revision": copy.revision, "snapshot": copy.things}
    revision = changes[-1]["revision"] if changes else since
    return {"ok": True, "stream": stream, "epoch": current, "revision": revision, "changes": changes}
