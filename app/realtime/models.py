"""Tables: the processes that serve these meetings together, who is connected to which, and whose turn something is."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base


class ServerProcess(Base):
    """A process that serves; one that has not been heard of for a while is gone, however it ended."""

    __tablename__ = "server_process"
    id: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    beat_at: Mapped[dt.datetime]
    deaf: Mapped[bool] = mapped_column(default=False)
    """Whether it and the other processes may not hear each other."""


class Attending(Base):
    """A session with a page open at a process, or (`gone_at`) one that was open there until then."""

    __tablename__ = "attending"
    process: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    session_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(index=True)
    gone_at: Mapped[dt.datetime | None]


class Lease(Base):
    """Something that one process does at a time, who does it, and until when nobody else takes it over."""

    __tablename__ = "lease"
    name: Mapped[str] = mapped_column(sa.String(80), primary_key=True)
    holder: Mapped[str] = mapped_column(sa.String(32))
    until: Mapped[dt.datetime]
