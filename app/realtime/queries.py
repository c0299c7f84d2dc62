"""Reads of who is connected, whichever process they are connected to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.realtime.models import Attending

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def is_attending(db: Session, person_id: int) -> bool:
    """Say whether the person has a page open at any process."""
    open_pages = sa.exists().where(Attending.person_id == person_id, Attending.gone_at.is_(None))
    return bool(db.scalar(sa.select(open_pages)))


def attending_sessions(db: Session) -> frozenset[int]:
    """Give the sessions of which a page is open at any process."""
    return frozenset(db.scalars(sa.select(Attending.session_id).where(Attending.gone_at.is_(None))))


def known_people(db: Session) -> frozenset[int]:
    """Give everybody who is connected to a process, or was until a moment ago."""
    return frozenset(db.scalars(sa.select(Attending.person_id)))
