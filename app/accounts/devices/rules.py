"""Who may, for devices."""

from __future__ import annotations

from typing import Any

from app.accounts.models import WebSession
from app.accounts.rules import standing
from app.core.rules import rule
from app.core.work import Work


@rule
def the_person_signed_in_there(work: Work, subject: Any) -> bool:  # noqa: ANN401 - a session
    """Only the person whose session it is, in this browser or another."""
    asking = work.db.get(WebSession, work.actor.session_id) if work.actor.session_id else None
    signed_in = asking is not None and asking.ended_at is None
    return signed_in and work.actor.person_id is not None and work.actor.person_id == subject.person_id


@rule
def no_big_screen(work: Work, _subject: Any) -> bool:  # noqa: ANN401 - any subject
    """Nobody who is only a big screen: it stands where anybody could take it along."""
    return "display" not in standing(work).names
