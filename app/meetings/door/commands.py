"""Commands about the code that participants join with."""

from __future__ import annotations

from app.accounts.rules import the_secretariat
from app.core.contract import Done
from app.core.handling import handles
from app.core.work import Work
from app.meetings.codes import free_code
from app.meetings.door.contract import ChangeCode
from app.meetings.models import Meeting, RetiredCode
from app.meetings.queries import lock_meeting


@handles(ChangeCode, on=lock_meeting, allow=the_secretariat, event="code.rotated")
def change_code(command: ChangeCode, meeting: Meeting, work: Work) -> Done:
    """Change the meeting's code. Every page and the big screen show the new one; who is in stays in."""
    work.db.add(RetiredCode(code=meeting.join_code, meeting_id=meeting.id, at=work.at))
    work.change(meeting).join_code = free_code(work)
    return Done(id=command.meeting)
