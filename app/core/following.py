"""Following: who may, and what somebody who follows is given first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.core import audience, clock, journal
from app.core.copies import copy_at
from app.core.errors import Forbidden
from app.core.sentences import say
from app.core.work import Work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from app.core.actor import Actor


NOT_HERE = say("You are not in this part of the meeting any more.")

MOST_STREAMS = 64
"""How many streams one page may follow."""


@dataclass(frozen=True)
class Wanted:
    """A stream that somebody wants to follow, and what they have of it: its revision, in that epoch."""

    stream: str
    since: int | None = None
    epoch: str | None = None


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


def catch_up(db: Session, actor: Actor, wanted: Sequence[Wanted]) -> list[dict[str, Any] | None]:
    """Give for each stream what the actor missed, or a fresh copy where that is better; None where refused."""
    current = journal.epoch(db)
    allowed = [each for each in wanted if may_follow(db, actor, each.stream)]
    heads = journal.heads(db, [each.stream for each in allowed])
    return [_missed(db, each, current, heads.get(each.stream, 0)) if each in allowed else None for each in wanted]


def _missed(db: Session, wanted: Wanted, current: str, head: int) -> dict[str, Any]:
    stream, since = wanted.stream, wanted.since
    changes = None
    if since is not None and wanted.epoch in {None, current}:
        changes = journal.since(db, stream, since, head)
    if changes is None:
        copy = copy_at(db, stream, current, head)
        return {"ok": True, "stream": stream, "epoch": current, "revision": head, "snapshot": copy.things}
    return {"ok": True, "stream": stream, "epoch": current, "revision": head, "changes": changes}
