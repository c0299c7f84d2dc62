"""Ending what lets somebody in: their unused links, their sessions. Live connections follow within the second."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from app.accounts.models import Link, WebSession
from app.core.work import Work


def withdraw_links(work: Work, people: Sequence[int]) -> tuple[int, int]:
    """Withdraw these people's links and end the sessions begun by one; give how many of each."""
    standing = sa.select(Link.id).where(Link.person_id.in_(people), Link.revoked_at.is_(None), Link.used_at.is_(None))
    unused = list(work.db.scalars(standing))
    work.db.execute(sa.update(Link).where(Link.id.in_(unused)).values(revoked_at=work.at))
    came = WebSession.person_id.in_(people) & WebSession.link_id.is_not(None)
    return len(unused), end_sessions(work, came)


def end_sessions(work: Work, which: sa.ColumnElement[bool]) -> int:
    """End the sessions, the one that asks excepted, and have their live connections closed; give how many."""
    standing = sa.select(WebSession).where(which, WebSession.ended_at.is_(None))
    ended = [each for each in work.db.scalars(standing).all() if each.id != work.actor.session_id]
    for session in ended:
        session.ended_at = work.at
        work.rights_changed(session.person_id)
    return len(ended)


def shut_out(work: Work, person: int) -> None:
    """End everything that lets a person in: links and sessions, by whatever way they began."""
    withdraw_links(work, [person])
    end_sessions(work, WebSession.person_id == person)
    work.rights_changed(person)
