"""Loaders of the people whose links are meant."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.accounts.models import Link, Person, WebSession
from app.core import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from app.accounts.links.contract import IssueLinks, RevokeAllLinks


@dataclass(frozen=True)
class Everybody:
    """People of one meeting who were not put out, in the order of their ids."""

    meeting_id: int
    people: Sequence[Person]


def those_named(db: Session, command: IssueLinks | RevokeAllLinks) -> Everybody:
    """Give the people that the command names, as far as they are of its meeting; all of it where it names none."""
    which = sa.true() if command.people is None else Person.id.in_(command.people)
    return Everybody(command.meeting, _people(db, command.meeting, which))


def standing_of_links(db: Session, meeting: int) -> dict[int, dict[str, str | None]]:
    """Give, by person, when the newest link of their own was made and revoked, when they last came in and went out.

    Moments are in ISO 8601, None for what did not happen; who is signed in anywhere has not gone out.
    """
    came = sa.select(WebSession).where(WebSession.meeting_id == meeting).order_by(WebSession.id)
    own = sa.select(Link).where(Link.meeting_id == meeting, Link.purpose == "invitation").order_by(Link.id)
    found: dict[int, dict[str, str | None]] = {}
    stays: set[int] = set()
    for session in db.scalars(came):
        stays |= set() if session.ended_at else {session.person_id}
        left = _told(session.ended_at) if session.person_id not in stays else None
        found[session.person_id] = {"made": None, "revoked": None, "came": clock.iso(session.began_at), "left": left}
    for link in db.scalars(own):
        known = found.get(link.person_id, {"came": None, "left": None})
        found[link.person_id] = {**known, "made": clock.iso(link.issued_at), "revoked": _told(link.revoked_at)}
    return found


def _told(moment: dt.datetime | None) -> str | None:
    return clock.iso(moment) if moment else None


def _people(db: Session, meeting: int, which: sa.ColumnElement[bool]) -> Sequence[Person]:
    own = sa.select(Person).where(Person.meeting_id == meeting, Person.removed_at.is_(None), which)
    return db.scalars(own.order_by(Person.id)).all()
