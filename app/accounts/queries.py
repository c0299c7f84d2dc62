"""Reads of people and sessions, and loaders that lock what a command changes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import selectinload

from app.accounts.models import Link, Person, WebSession
from app.accounts.secrets import digest
from app.core import clock
from app.core.actor import NOBODY, Actor
from app.core.errors import Forbidden, Gone, NotFound

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.accounts.contract import EndSession, IssueLink, JoinByCode, OpenTicket, RedeemLink, UseTicket

WITH_TASKS = (selectinload(Person.roles), selectinload(Person.places))
"""Options for reading many people with their roles and places in a fixed number of statements."""

LASTS = dt.timedelta(hours=12)
"""A session ends by itself after a meeting day."""


def lock_person(db: Session, command: IssueLink) -> Person:
    """Lock the person the command names."""
    person = db.get(Person, command.person, with_for_update=True)
    if person is None:
        raise Forbidden
    return person


def lock_link(db: Session, command: RedeemLink) -> Link | None:
    """Lock the link that has this secret, if there is one."""
    return db.scalars(sa.select(Link).where(Link.digest == digest(command.secret)).with_for_update()).first()


def usable(link: Link | None) -> Link:
    """Give a link that lets somebody in; say plainly what is wrong with one that does not."""
    if link is None:
        message = (
            "This link is not known here. Perhaps it was cut off when it was copied: open it again from the message it"
            " came in, whole."
        )
        raise NotFound(message)
    if link.revoked_at is not None:
        message = "This link was replaced by a newer one. Use the newest message you were sent, or ask the secretariat."
        raise Gone(message)
    if link.used_at is not None:
        message = (
            "This link was opened already; it works once. Go on in the browser where it was opened, or ask the"
            " secretariat for a new link."
        )
        raise Gone(message)
    return link


def nothing_to_lock(_db: Session, _command: JoinByCode | UseTicket) -> None:
    """Give no subject: the command finds its own."""


def lock_session(db: Session, command: OpenTicket) -> WebSession:
    """Lock a signed-in session."""
    session = db.get(WebSession, command.session)
    if session is None or session.ended_at is not None:
        raise Forbidden
    return session


def no_subject(_db: Session, _command: EndSession) -> None:
    """Give no subject: one's own session is meant."""


def signed_in(db: Session, secret: str) -> tuple[Actor, WebSession | None]:
    """Give who holds the cookie's secret, from the database as it is now."""
    if not secret:
        return NOBODY, None
    session = db.scalars(_BY_SECRET, {"digest": digest(secret)}).first()
    if session is None or not _is_young(session):
        return NOBODY, None
    return Actor(session.person_id, session.meeting_id, session.id), session


def standing_session(db: Session, session_id: int) -> WebSession | None:
    """Give the session when it still stands: not ended, not too old, its person not removed."""
    session = db.scalars(_BY_ID, {"session": session_id}).first()
    return session if session is not None and _is_young(session) else None


def _is_young(session: WebSession) -> bool:
    return clock.now() - session.began_at <= LASTS


# Asked with every request and every socket, so put together once.
_STANDING = (
    sa.select(WebSession)
    .join(Person, Person.id == WebSession.person_id)
    .where(WebSession.ended_at.is_(None), Person.removed_at.is_(None))
)
_BY_SECRET = _STANDING.where(WebSession.digest == sa.bindparam("digest"))
_BY_ID = _STANDING.where(WebSession.id == sa.bindparam("session"))
