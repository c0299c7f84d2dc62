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
    breakout_wish: Mapped[str] = mapped_column(sa.String(300), default="")
    """The breakout room that the roster says they chose, in its words; whoever assigns rooms reads it."""
    version: Mapped[int] = mapped_column(default=0)
    """Counts the changes of what is known of them, for two who mend it at once."""
    present: Mapped[bool] = mapped_column(default=False)
    """Whether a browser of theirs is connected now, give or take half a minute."""
    asked_at: Mapped[dt.datetime | None]
    """When they came by the code and asked to be let in; nothing for whoever needed not ask."""
    admitted_at: Mapped[dt.datetime | None]
    turned_away: Mapped[str] = mapped_column(sa.String(300), default="")
    """Why they were not let in, in the words of whoever turned them away; empty while nobody did."""
    removed_at: Mapped[dt.datetime | None]
    banned_at: Mapped[dt.datetime | None]
    """When they were put out for good; whoever was only put out may ask again in the lobby."""
    put_out_because: Mapped[str] = mapped_column(sa.String(300), default="")
    looks_like_id: Mapped[int | None] = reference("person.id")
    """Somebody of the meeting whom they may be, until somebody has said yes or no."""
    looks_like_why: Mapped[str] = mapped_column(sa.String(120), default="")
    is_really_id: Mapped[int | None] = reference("person.id")
    """Whom they turned out to be: this row stands for nobody any more."""
    account_id: Mapped[int | None] = reference("account.id")
    """The account that may open the meeting as this person."""
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
    how: Mapped[str] = mapped_column(sa.String(12), default="put")
    """`put`: by those who run the meeting, which stays (a pin); `chosen`: by oneself; `filled`: by a balanced fill."""


class Link(Base):
    """A way in for one person, opened once. Only a digest of its secret is kept."""

    __tablename__ = "link"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = reference("person.id")
    meeting_id: Mapped[int] = reference("meeting.id")
    digest: Mapped[str] = mapped_column(sa.String(64), unique=True)
    purpose: Mapped[str] = mapped_column(sa.String(12), default="invitation")
    """`invitation`: the person's own link; `device`: from a browser of theirs to another one."""
    issued_at: Mapped[dt.datetime]
    until: Mapped[dt.datetime | None]
    """When it ends by itself; an invitation does not."""
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
    label: Mapped[str] = mapped_column(sa.String(80), default="")
    """What the browser calls itself, such as "Firefox on Android"."""
    link_id: Mapped[int | None] = reference("link.id")
    """The link it came in by: when the link is withdrawn, so is the session."""
    account_session_id: Mapped[int | None] = reference("account_session.id")
    """The sign-in by password it came in by, with which it ends."""
    began_at: Mapped[dt.datetime]
    seen_at: Mapped[dt.datetime]
    ended_at: Mapped[dt.datetime | None]


class Ticket(Base):
    """Lets one socket connect, once, within half a minute."""

    __tablename__ = "ticket"
    digest: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    session_id: Mapped[int] = reference("web_session.id")
    until: Mapped[dt.datetime]
