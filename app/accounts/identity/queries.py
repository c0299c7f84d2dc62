"""Reads of accounts and their sessions, and loaders that lock what a command changes."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Protocol

import sqlalchemy as sa

from app.accounts.identity.models import Account, AccountLink, AccountSession
from app.accounts.models import Person
from app.accounts.secrets import digest
from app.core import clock
from app.core.actor import NOBODY, Actor
from app.core.errors import Forbidden, Gone, NotFound

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LASTS = dt.timedelta(hours=12)
"""A session ends by itself after a day's work, however much it is used …"""

IDLE = dt.timedelta(hours=2)
"""… and after this time without a page of the account having been opened."""

LINK_LASTS = dt.timedelta(days=7)
"""A link to make an account or to set a password anew lasts a week."""


class OfAccount(Protocol):
    """A command that names an account."""

    @property
    def account(self) -> int:
        """The account's id."""


class OfAccountSession(Protocol):
    """A command that names a session of an account."""

    @property
    def session(self) -> int:
        """The session's id."""


def lock_account(db: Session, command: OfAccount) -> Account:
    """Lock the account the command names."""
    account = db.get(Account, command.account, with_for_update=True)
    if account is None:
        raise Forbidden
    return account


def lock_account_session(db: Session, command: OfAccountSession) -> AccountSession:
    """Lock an account's session that has not ended."""
    session = db.get(AccountSession, command.session, with_for_update=True)
    if session is None or session.ended_at is not None:
        raise Forbidden
    return session


def no_account_yet(_db: Session, _command: object) -> None:
    """Give no subject: the command finds its own."""


def with_address(db: Session, email: str) -> Account | None:
    """Give the account that has this address, however it is written."""
    return db.scalars(sa.select(Account).where(Account.email == address(email))).first()


def address(email: str) -> str:
    """Give an e-mail address as it is kept."""
    return "".join(email.split()).casefold()


def is_address(email: str) -> bool:
    """Say whether this can be an e-mail address; whether anybody reads it, only they can say."""
    return re.fullmatch(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)*", email) is not None


def usable_link(db: Session, secret: str, *, locked: bool = False) -> AccountLink:
    """Give the link of this secret while it works; say plainly what is wrong with one that does not."""
    known = sa.select(AccountLink).where(AccountLink.digest == digest(secret))
    link = db.scalars(known.with_for_update() if locked else known).first()
    if link is None:
        message = "This link is not known here. Perhaps it was cut off when it was copied: open it again, whole."
        raise NotFound(message)
    if link.used_at is not None:
        message = "This link was used already. Sign in with the password that was set then."
        raise Gone(message)
    if link.until < clock.now():
        message = "This link is too old. Ask whoever runs this server for a new one."
        raise Gone(message)
    return link


def account_signed_in(db: Session, secret: str) -> tuple[Actor, str]:
    """Give which account holds the cookie's secret as it is now, and the mark that its pages send back."""
    if not secret:
        return NOBODY, ""
    found = db.scalars(sa.select(AccountSession).where(AccountSession.digest == digest(secret))).first()
    if found is None or not is_standing(found):
        return NOBODY, ""
    return Actor(account_id=found.account_id, account_session_id=found.id), found.csrf


def is_standing(session: AccountSession) -> bool:
    """Say whether a session was not ended, is in use and is not too old."""
    now = clock.now()
    return session.ended_at is None and now - session.began_at <= LASTS and now - session.seen_at <= IDLE


def people_of(db: Session, account_id: int) -> list[Person]:
    """Give the people that an account is, one in each meeting, the newest meeting first."""
    own = sa.select(Person).where(Person.account_id == account_id, Person.removed_at.is_(None))
    return list(db.scalars(own.order_by(Person.meeting_id.desc(), Person.id)))


def any_account(db: Session) -> bool:
    """Say whether there is an account at all."""
    return db.scalars(sa.select(Account.id).limit(1)).first() is not None
