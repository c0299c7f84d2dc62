"""Ending the sessions of accounts."""

from __future__ import annotations

import sqlalchemy as sa

from app.accounts.identity.models import AccountSession
from app.accounts.models import WebSession
from app.core.work import Work


def end_account_sessions(work: Work, account_id: int, but: int | None = None) -> int:
    """End an account's sessions, all but one, with the sessions in meetings that they began; give how many."""
    own = sa.select(AccountSession).where(AccountSession.account_id == account_id, AccountSession.ended_at.is_(None))
    standing = [session for session in work.db.scalars(own).all() if session.id != but]
    for session in standing:
        end_account_session(work, session)
    return len(standing)


def end_account_session(work: Work, session: AccountSession) -> None:
    """End one session of an account; the live connections that came with it are closed at once."""
    session.ended_at = work.at
    begun = sa.select(WebSession).where(WebSession.account_session_id == session.id, WebSession.ended_at.is_(None))
    for own in work.db.scalars(begun).all():
        own.ended_at = work.at
        work.rights_changed(own.person_id)
