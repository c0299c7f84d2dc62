"""Tables.

People with their roles and their places in breakout rooms, links, sessions of browsers, tickets of sockets.
"""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, reference


class Person(Base):
    """Somebody in a meeting: from the roster, through a link, or come in by the code."""

    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = reference("meeting.id")
    name: Mapped[str] = mapped_column(sa.String(120))
    title: Mapped[str] = mapped_column(sa.String(300), default="")
    email: Mapped[str] = mapped_column(sa.String(254), default="")
    gender: Mapped[str] = mapped_column(sa.String(20), default="")
    delegation: Mapped[str] = mapped_column(sa.String(120), default="")
    """A code of the delegations table, or the words as typed where the table knows none."""
    in_roster: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=0)
    """Counts the changes of what is known of them, for two who mend it at once."""
    present: Mapped[bool] = mapped_column(default=False)
    """Whether a browser of theirs is connected now, give or take half a minute."""
    admitted_at: Mapped[dt.datetime | None]
    removed_at: Mapped[dt.datetime | None]
    # Read when they are asked for: most commands need neither. Whoever reads many people says WITH_TASKS.
    roles: Mapped[list[RoleGrant]] = relationship(order_by="RoleGrant.id", cascade="all, delete-orphan")
    places: Mapped[list[Placement]] = relationship(order_by="Placement.id", cascade="all, delete-orphan")


class RoleGrant(Base):
    """A role that a person has in the meeting; moderators and rapporteurs have it in one room."""

    __tablename__ = "role_grant"
    __table_args__ = (sa.UniqueConstraint("person_id", "role", "room_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = reference("meeting.id")
    person_id: Mapped[int] = reference("person.id")
    role: Mapped[str] = mapped_column(sa.String(16))
    room_id: Mapped[int | None] = reference("room.id")


class Placement(Base):
    """A person's place in a round: one room at a time."""

    __tablename__ = "placement"
    __table_args__ = (sa.UniqueConstraint("round_id", "person_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = reference("meeting.id")
    round_id: Mapped[int] = reference("round.id")
    person_id: Mapped[int] = reference("person.id")
    room_id: Mapped[int] = reference("room.id")


class Link(Base):
    """A way in for one person, opened once. Only a digest of its secret is kept."""

    __tablename__ = "link"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = reference("person.id")
    meeting_id: Mapped[int] = reference("meeting.id")
    digest: Mapped[str] = mapped_column(sa.String(64), unique=True)
    issued_at: Mapped[dt.datetime]
    used_at: Mapped[dt.datetime | None]
    revoked_at: Mapped[dt.datetime | None]


class WebSession(Base):
    """A browser in which a person is signed in. The cookie holds the secret, this row its digest."""

    __tablename__ = "web_session"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = reference("person.id")
    meeting_id: Mapped[int] = reference("meeting.id")
    digest: Mapped[str] = mapped_column(sa.String(64), unique=True)
    csrf: Mapped[str] = mapped_column(sa.String(64))
    began_at: Mapped[dt.datetime]
    seen_at: Mapped[dt.datetime]
    ended_at: Mapped[dt.datetime | None]


class Ticket(Base):
    """Lets one socket connect, once, within half a minute."""

    __tablename__ = "ticket"
    digest: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    session_id: Mapped[int] = reference("web_session.id")
    until: Mapped[dt.datetime]
