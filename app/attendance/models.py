"""Tables: stays of people, and names in a platform's report that are nobody's."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, reference


class Stay(Base):
    """From when to when somebody was in a session, or in a room of it; still there while `left_at` is empty."""

    __tablename__ = "stay"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = reference("meeting.id")
    person_id: Mapped[int] = reference("person.id")
    session_id: Mapped[int] = reference("session.id")
    room_id: Mapped[int | None] = reference("room.id")
    joined_at: Mapped[dt.datetime]
    left_at: Mapped[dt.datetime | None]
    source: Mapped[str] = mapped_column(sa.String(40), default="own")


class Unmatched(Base):
    """A name in a report that is no participant, with the reason: a device, an interpreter, a stranger."""

    __tablename__ = "unmatched"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = reference("meeting.id")
    session_id: Mapped[int] = reference("session.id")
    name: Mapped[str] = mapped_column(sa.String(120))
    source: Mapped[str] = mapped_column(sa.String(40))
    reason: Mapped[str] = mapped_column(sa.String(300))
