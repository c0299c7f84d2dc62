"""Tables: accounts, their sessions, the one-time links that set a password, recovery codes."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, reference


class Account(Base):
    """Somebody who prepares or leads meetings and signs in by password; in each meeting a person of theirs acts."""

    __tablename__ = "account"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(sa.String(254), unique=True)
    """In small letters."""
    name: Mapped[str] = mapped_column(sa.String(120))
    password: Mapped[str] = mapped_column(sa.String(200), default="")
    """The Argon2id hash; empty until one was set."""
    may_set_up: Mapped[bool] = mapped_column(default=False)
    """Whether they may set up meetings."""
    totp_secret: Mapped[str] = mapped_column(sa.String(64), default="")
    """The secret of the second step; empty without one. It leaves the server once, while it is set up."""
    totp_waiting: Mapped[str] = mapped_column(sa.String(64), default="")
    """A secret that was shown and not yet proved."""
    totp_step: Mapped[int] = mapped_column(default=0)
    """The half minute of the last code that was taken: none is taken twice."""
    made_at: Mapped[dt.datetime]


class AccountSession(Base):
    """A browser in which an account is signed in. The cookie holds the secret, this row its digest."""

    __tablename__ = "account_session"
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = reference("account.id")
    digest: Mapped[str] = mapped_column(sa.String(64), unique=True)
    csrf: Mapped[str] = mapped_column(sa.String(64))
    label: Mapped[str] = mapped_column(sa.String(80), default="")
    began_at: Mapped[dt.datetime]
    seen_at: Mapped[dt.datetime]
    ended_at: Mapped[dt.datetime | None]


class AccountLink(Base):
    """A one-time link with which an account is made or its password set anew. Only a digest of its secret is kept."""

    __tablename__ = "account_link"
    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(sa.String(64), unique=True)
    account_id: Mapped[int | None] = reference("account.id")
    """Whose password it sets; nobody's yet where it makes an account."""
    email: Mapped[str] = mapped_column(sa.String(254), default="")
    """For which address; empty where whoever opens it chooses."""
    issued_at: Mapped[dt.datetime]
    until: Mapped[dt.datetime]
    used_at: Mapped[dt.datetime | None]


class RecoveryCode(Base):
    """A code that stands in once for the second step, for whoever lost their phone."""

    __tablename__ = "recovery_code"
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = reference("account.id")
    digest: Mapped[str] = mapped_column(sa.String(64))
    used_at: Mapped[dt.datetime | None]
