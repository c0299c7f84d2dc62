"""Reads of people and sessions, and loaders that lock what a command changes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Protocol

import sqlalchemy as sa
from sqlalchemy.orm import selectinload

from app.accounts.contract import ConnectingView
from app.accounts.models import Link, Person, WebSession
from app.accounts.secrets import digest
from app.core import clock
from app.core.actor import NOBODY, Actor
from app.core.errors import Forbidden, Gone, NotFound

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from app.accounts.contract import EndSession, JoinByCode, RedeemLink, UseTickets

WITH_TASKS = (selectinload(Person.roles), selectinload(Person.places))
"""Options for reading many people with their roles and places in a fixed number of statements."""

LASTS = dt.timedelta(hours=12)
"""A session ends by itself after a meeting day."""


class OfPerson(Protocol):
    """A command that names a person."""

    @property
    def person(self) -> int:
        """The person's id."""


def lock_person(db: Session, command: OfPerson) -> Person:
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
    if link.until is not None and link.until < clock.now():
        message = "This link was good for two minutes. Make a new one on the device where you are signed in."
        raise Gone(message)
    if link.used_at is not None:
        message = (
            "This link was opened already; it works once. Go on in the browser where it was opened, or ask the"
            " secretariat for a new link."
        )
        raise Gone(message)
    return link


def nothing_to_lock(_db: Session, _command: JoinByCode | UseTickets) -> None:
    """Give no subject: the command finds its own."""


def no_subject(_db: Session, _command: EndSession) -> None:
    """Give no subject: one's own session is meant."""


def session_of_cookie(db: Session, secret: str) -> int | None:
    """Give the session whose cookie this is, whether it stands, is too old or was ended."""
    return db.scalars(sa.select(WebSession.id).where(WebSession.digest == digest(secret))).first() if secret else None


def is_own_link(db: Session, secret: str, person: int | None) -> bool:
    """Say whether a link that was opened already is this person's own."""
    used = sa.select(Link.id).where(Link.digest == digest(secret), Link.used_at.is_not(None))
    own = used.where(Link.person_id == person)
    return person is not None and db.scalars(own.where(Link.revoked_at.is_(None))).first() is not None


def signed_in(db: Session, secret: str) -> tuple[Actor, str]:
    """Give who holds the cookie's secret, from the database as it is now, and the mark their pages send back."""
    if not secret:
        return NOBODY, ""
    row = db.execute(_BY_SECRET, {"digest": digest(secret), "young": clock.now() - LASTS}).first()
    return (NOBODY, "") if row is None else (Actor(row.person_id, row.meeting_id, row.id), str(row.csrf))


def standing_sessions(db: Session, ids: Collection[int]) -> dict[int, ConnectingView]:
    """Give those of the sessions that stand: not ended, not too old, the person not removed."""
    rows = db.execute(_BY_IDS, {"sessions": list(ids), "young": clock.now() - LASTS})
    return {row.id: ConnectingView(id=row.id, person=row.person_id, meeting=row.meeting_id) for row in rows}


# Asked with every request and every socket, so put together once.
_STANDING = (
    sa.select(WebSession.id, WebSession.person_id, WebSession.meeting_id, WebSession.csrf)
    .join(Person, Person.id == WebSession.person_id)
    .where(WebSession.ended_at.is_(None), Person.removed_at.is_(None), WebSession.began_at >= sa.bindparam("young"))
)
_BY_SECRET = _STANDING.where(WebSession.digest == sa.bindparam("digest"))
_BY_IDS = _STANDING.where(WebSession.id.in_(sa.bindparam("sessions", expanding=True)))
