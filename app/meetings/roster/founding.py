"""Whoever creates a meeting is its secretariat."""

from __future__ import annotations

from app.accounts.identity.models import Account
from app.accounts.models import Person, RoleGrant
from app.core.work import Work


def make_secretariat(work: Work, meeting_id: int, account: Account) -> None:
    """Put the account's person into a meeting that was just made, as its secretariat."""
    person = work.add(
        Person(
            meeting_id=meeting_id,
            name=account.name,
            email=account.email,
            account_id=account.id,
            admitted_at=work.at,
        )
    )
    work.db.add(RoleGrant(meeting_id=meeting_id, person_id=person.id, role="secretariat"))
    work.db.flush()
    work.person_id = person.id
