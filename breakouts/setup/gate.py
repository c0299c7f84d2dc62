"""Who may fetch what belongs to the set-up: its secretariat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.rules import the_secretariat
from app.core.actor import NOBODY
from app.core.errors import Forbidden, SignedOut
from app.core.following import onlooker
from app.meetings import queries
from app.meetings.models import Meeting
from app.web.place import who

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def the_secretariats(db: Session, meeting: int) -> Meeting:
    """Give the meeting with its programme to its secretariat; refuse everybody else."""
    if who() is NOBODY:
        raise SignedOut
    if not the_secretariat.holds(onlooker(db, who()), queries.find(db, Meeting, meeting)):
        raise Forbidden
    return queries.with_programme(db, meeting)
