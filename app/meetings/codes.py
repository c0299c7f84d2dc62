"""The nine digits with which participants join."""

from __future__ import annotations

import secrets

from app.core.work import Work
from app.meetings import queries
from app.meetings.models import RetiredCode


def free_code(work: Work) -> str:
    """Give a join code that no meeting has or had."""
    while True:
        code = f"{secrets.randbelow(900_000_000) + 100_000_000}"
        if queries.meeting_with_code(work.db, code) is None and work.db.get(RetiredCode, code) is None:
            return code
