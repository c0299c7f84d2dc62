"""Who may remove a meeting that was opened from an archive."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.accounts.identity.rules import account_of
from app.accounts.models import Person, RoleGrant
from app.core.rules import rule
from app.core.work import Work


@rule
def an_account_of_its_secretariat(work: Work, subject: Any) -> bool:  # noqa: ANN401 - a meeting
    """An account whose person is of the meeting's secretariat."""
    account = account_of(work)
    if account is None:
        return False
    own = (
        sa.select(Person.id)
        .join(RoleGrant, RoleGrant.person_id == Person.id)
        .where(Person.meeting_id == subject.id, Person.account_id == account.id, Person.removed_at.is_(None))
    )
    return work.db.scalars(own.where(RoleGrant.role == "secretariat").limit(1)).first() is not None
