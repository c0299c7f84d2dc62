"""The remote of the big screen."""

from __future__ import annotations

from app.core.contract import Done
from app.core.handling import handles
from app.core.work import Work
from app.meetings.models import Meeting
from app.meetings.queries import lock_meeting
from app.meetings.rules import the_chairs
from app.plenary.contract import ShowOnStage
from app.plenary.models import Stage


@handles(ShowOnStage, on=lock_meeting, allow=the_chairs, event="stage.shown")
def show_on_stage(command: ShowOnStage, meeting: Meeting, work: Work) -> Done:
    """Choose what the big screen shows. Every big screen of the meeting follows at once; nobody touches its machine."""
    stage = work.db.get(Stage, meeting.id) or work.add(Stage(meeting_id=meeting.id, view="auto", look="auto"))
    work.change(stage)
    stage.view, stage.look = command.view or stage.view, command.look or stage.look
    work.about = stage.view
    return Done(id=meeting.id)
