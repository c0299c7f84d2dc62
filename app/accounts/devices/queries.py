"""Reads of the browsers in which somebody is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import sqlalchemy as sa

from app.accounts.devices.contract import DeviceView
from app.accounts.identity.models import AccountSession
from app.accounts.identity.queries import is_standing
from app.accounts.models import Link, WebSession
from app.accounts.queries import LASTS
from app.core import clock
from app.core.errors import Forbidden

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.accounts.devices.contract import EndOther

CameBy = Literal["link", "device", "code", "account"]


def lock_standing(db: Session, command: EndOther) -> WebSession:
    """Lock a session that has not ended."""
    session = db.get(WebSession, command.session, with_for_update=True)
    if session is None or session.ended_at is not None:
        raise Forbidden
    return session


def devices_of(db: Session, person: int, here: int | None, live: frozenset[int]) -> list[DeviceView]:
    """Give the browsers in which a person is signed in, the one that asks first, then the one seen last."""
    standing = (
        sa.select(WebSession, Link.purpose)
        .outerjoin(Link, Link.id == WebSession.link_id)
        .where(WebSession.person_id == person, WebSession.ended_at.is_(None))
        .where(WebSession.began_at > clock.now() - LASTS)
        .order_by(WebSession.seen_at.desc())
    )
    views = [
        DeviceView(
            id=row.id,
            label=row.label,
            began=row.began_at,
            seen=row.seen_at,
            here=row.id == here,
            live=row.id in live,
            came_by=_came_by(row, purpose),
        )
        for row, purpose in db.execute(standing)
    ]
    return sorted(views, key=lambda view: not view.here)


def account_devices(db: Session, account: int, here: int | None) -> list[DeviceView]:
    """Give the browsers in which an account is signed in, the one that asks first."""
    own = sa.select(AccountSession).where(AccountSession.account_id == account, AccountSession.ended_at.is_(None))
    standing = [row for row in db.scalars(own.order_by(AccountSession.seen_at.desc())) if is_standing(row)]
    views = [
        DeviceView(
            id=row.id,
            label=row.label,
            began=row.began_at,
            seen=row.seen_at,
            here=row.id == here,
            live=False,
            came_by="account",
        )
        for row in standing
    ]
    return sorted(views, key=lambda view: not view.here)


def _came_by(row: WebSession, purpose: str | None) -> CameBy:
    if row.account_session_id is not None:
        return "account"
    if purpose is None:
        return "code"
    return "device" if purpose == "device" else "link"
