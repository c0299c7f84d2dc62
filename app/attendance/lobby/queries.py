"""Reads of those who wait, and of those whom they may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.accounts.models import Person, WebSession
from app.accounts.queries import LASTS
from app.attendance.lobby.likeness import Known
from app.core import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


def of_the_delegation(db: Session, meeting: int, name: str, delegation: str) -> Sequence[Person]:
    """Give the people of a delegation in a meeting, whether let in, expected or put out; without one, of this name."""
    asked = {"meeting": meeting, "delegation": delegation, "name": name.lower()}
    return db.scalars(_OF_DELEGATION if delegation else _OF_NAME, asked).all()


def of_delegation_or_name(db: Session, meeting: int, name: str, delegation: str) -> Sequence[Person]:
    """Give the people of a delegation in a meeting, and those of this name for another one."""
    return db.scalars(_OF_EITHER, {"meeting": meeting, "delegation": delegation, "name": name.lower()}).all()


def is_signed_in(db: Session, person: int) -> bool:
    """Say whether a browser is signed in as this person."""
    standing = sa.select(WebSession.id).where(WebSession.person_id == person, WebSession.ended_at.is_(None))
    return db.scalars(standing.where(WebSession.began_at > clock.now() - LASTS).limit(1)).first() is not None


def waiting_in(db: Session, meeting: int) -> Sequence[Person]:
    """Give everybody who waits in a meeting's lobby."""
    waiting = sa.select(Person).where(Person.meeting_id == meeting, Person.asked_at.is_not(None))
    return db.scalars(waiting.where(Person.admitted_at.is_(None), Person.removed_at.is_(None))).all()


def taken_for(db: Session, person: int) -> Sequence[Person]:
    """Give those of whom it is asked whether they are this person."""
    return db.scalars(sa.select(Person).where(Person.looks_like_id == person, Person.removed_at.is_(None))).all()


def known(person: Person) -> Known:
    """Give a person as they are compared."""
    return Known(person.id, person.name, person.delegation)


def waits(person: Person) -> bool:
    """Say whether a person is in the lobby."""
    return person.asked_at is not None and person.admitted_at is None and person.removed_at is None


# Asked by a thousand people who come in together, so put together once.
_OF_MEETING = sa.select(Person).where(Person.meeting_id == sa.bindparam("meeting"), Person.is_really_id.is_(None))
_DELEGATION = Person.delegation == sa.bindparam("delegation")
_NAME = sa.func.lower(Person.name) == sa.bindparam("name")
_OF_DELEGATION = _OF_MEETING.where(_DELEGATION).order_by(Person.id)
_OF_NAME = _OF_MEETING.where(_DELEGATION, _NAME).order_by(Person.id)
_OF_EITHER = _OF_MEETING.where(sa.or_(_DELEGATION & (_DELEGATION.right != ""), _NAME)).order_by(Person.id)
