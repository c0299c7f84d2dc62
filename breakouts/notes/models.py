"""Table: private notes."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, reference


class Note(Base):
    """One person's own notes on one room."""

    __tablename__ = "note"
    __table_args__ = (sa.UniqueConstraint("room_id", "person_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = reference("meeting.id")
    room_id: Mapped[int] = reference("room.id")
    person_id: Mapped[int] = reference("person.id")
    body: Mapped[str] = mapped_column(sa.Text, default="")
    version: Mapped[int] = mapped_column(default=0)
    edited_at: Mapped[dt.datetime]
