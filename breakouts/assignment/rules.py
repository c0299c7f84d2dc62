"""Who chooses a room."""

from __future__ import annotations

from typing import Any

from app.accounts.rules import somebody_in_the_meeting, standing
from app.core.rules import rule
from app.core.work import Work

WITHOUT_A_TASK = frozenset({"observer"})
"""Roles of people who may sit in any room."""


@rule
def somebody_who_chooses(work: Work, subject: Any) -> bool:  # noqa: ANN401 - a round
    """A participant or an observer: whoever has a task has their place by it."""
    return somebody_in_the_meeting.holds(work, subject) and standing(work).names <= WITHOUT_A_TASK
